import type { KeyboardEvent } from 'react'
import { keystrokeText } from '../../lib/keystrokes.ts'
import { useWords } from '../../lib/use-words.ts'
import { KeyHint } from '../../ui/key-hint.tsx'
import { type ColumnId, moveColumn, resetColumns, setColumnWidth, showColumn, useColumns } from './columns.ts'

const widthStep = 16

/** Which columns there are, in which order and how wide: all of it by keys, at the column in focus. */
export function ColumnChoice() {
  const { t } = useWords()
  const columns = useColumns()

  function onKeyDown(event: KeyboardEvent, id: ColumnId): void {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const acts: Record<string, () => void> = {
      ArrowUp: () => moveColumn(id, -1),
      ArrowDown: () => moveColumn(id, 1),
      ArrowLeft: () => setColumnWidth(id, columns.width(id) - widthStep),
      ArrowRight: () => setColumnWidth(id, columns.width(id) + widthStep),
    }
    const act = acts[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }

  return (
    <details
      className="counts-columns"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !event.currentTarget.open) return
        event.preventDefault()
        event.currentTarget.open = false
        event.currentTarget.querySelector('summary')?.focus()
      }}
    >
      <summary>{t('crossings.chooseColumns')}</summary>
      <fieldset aria-label={t('crossings.chooseColumns')}>
        {columns.order.map((id, at) => {
          const column = t(`crossings.columns.${id}`)
          return (
            <div key={id}>
              <label>
                <input
                  type="checkbox"
                  checked={!columns.hidden.has(id)}
                  aria-description={t('crossings.columnPlace', { place: at + 1, width: columns.width(id) })}
                  onChange={(event) => showColumn(id, event.target.checked)}
                  onKeyDown={(event) => onKeyDown(event, id)}
                />
                {column}
              </label>
              <button
                type="button"
                tabIndex={-1}
                disabled={at === 0}
                aria-label={t('crossings.moveLeft', { column })}
                onClick={() => moveColumn(id, -1)}
              >
                ↑
              </button>
              <button
                type="button"
                tabIndex={-1}
                disabled={at === columns.order.length - 1}
                aria-label={t('crossings.moveRight', { column })}
                onClick={() => moveColumn(id, 1)}
              >
                ↓
              </button>
            </div>
          )
        })}
        <p className="faint">
          <KeyHint>{`${keystrokeText('Alt+ArrowUp')} ↓`}</KeyHint> {t('crossings.columnOrder')}
          <br />
          <KeyHint>{`${keystrokeText('Alt+ArrowLeft')} →`}</KeyHint> {t('crossings.columnWidth')}
        </p>
        <button type="button" className="plain" onClick={resetColumns}>
          {t('crossings.resetColumns')}
        </button>
      </fieldset>
    </details>
  )
}
