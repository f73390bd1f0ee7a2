import type { KeyboardEvent } from 'react'
import { keystrokeText } from '../../lib/keystrokes.ts'
import { type TableColumns, useColumns } from '../../lib/table-columns.ts'
import { useWords } from '../../lib/use-words.ts'
import { KeyHint } from '../key-hint.tsx'
import { type ColumnTexts, fittingColumns } from './fitting-columns.ts'

const widthStep = 16

/** Which columns there are, in which order and how wide: all of it by keys, at the column in focus. */
export function ColumnChoice<Id extends string>({
  of,
  ...texts
}: ColumnTexts<Id> & {
  of: TableColumns<Id>
}) {
  const { t } = useWords()
  const columns = fittingColumns(useColumns(of), texts)

  function onKeyDown(event: KeyboardEvent, id: Id): void {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const acts: Record<string, () => void> = {
      ArrowUp: () => of.move(id, -1),
      ArrowDown: () => of.move(id, 1),
      ArrowLeft: () => of.setWidth(id, columns.width(id) - widthStep),
      ArrowRight: () => of.setWidth(id, columns.width(id) + widthStep),
    }
    const act = acts[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }

  return (
    <details
      className="column-choice"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !event.currentTarget.open) return
        event.preventDefault()
        event.currentTarget.open = false
        event.currentTarget.querySelector('summary')?.focus()
      }}
    >
      <summary>{t('rows.chooseColumns')}</summary>
      <fieldset aria-label={t('rows.chooseColumns')}>
        {columns.order.map((id, at) => {
          const column = texts.headOf(id)
          return (
            <div key={id}>
              <label>
                <input
                  type="checkbox"
                  checked={!columns.hidden.has(id)}
                  aria-description={t('rows.columnPlace', { place: at + 1, width: columns.width(id) })}
                  onChange={(event) => of.show(id, event.target.checked)}
                  onKeyDown={(event) => onKeyDown(event, id)}
                />
                {column}
              </label>
              <button
                type="button"
                tabIndex={-1}
                disabled={at === 0}
                aria-label={t('rows.moveLeft', { column })}
                onClick={() => of.move(id, -1)}
              >
                ↑
              </button>
              <button
                type="button"
                tabIndex={-1}
                disabled={at === columns.order.length - 1}
                aria-label={t('rows.moveRight', { column })}
                onClick={() => of.move(id, 1)}
              >
                ↓
              </button>
            </div>
          )
        })}
        <p className="faint">
          <KeyHint>{`${keystrokeText('Alt+ArrowUp')} ↓`}</KeyHint> {t('rows.columnOrder')}
          <br />
          <KeyHint>{`${keystrokeText('Alt+ArrowLeft')} →`}</KeyHint> {t('rows.columnWidth')}
        </p>
        <button type="button" className="plain" onClick={of.reset}>
          {t('rows.resetColumns')}
        </button>
      </fieldset>
    </details>
  )
}
