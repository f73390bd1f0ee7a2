import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import type {
  DeclarationsPreview,
  PreviewLine,
  PreviewList,
} from '../../../../shared/contract/declarations-import.ts'
import type { Texts } from '../../../../shared/languages/index.ts'
import { call } from '../../../lib/client.ts'
import { useWords, type Words } from '../../../lib/use-words.ts'
import { useRowPages } from '../../../ui/rows/use-row-pages.ts'
import { useRowWindow } from '../../../ui/rows/use-row-window.ts'
import { check } from './import-actions.ts'

/** The lists that a check can fill, as they are offered. */
export const judgedLists = ['new', 'same', 'changed', 'refused', 'warnings'] as const satisfies PreviewList[]

/** How many lines a list of the whole file has. */
export function sizeOf(preview: DeclarationsPreview, list: PreviewList): number {
  if (list === 'refused') return preview.refusedCells
  return list === 'warnings' ? preview.warningCells : preview[list]
}

interface JudgedListProps {
  /** The finished check whose list it is. */
  job: string
  preview: DeclarationsPreview
  list: PreviewList
}

const ask = ({ job, list }: { job: string; list: PreviewList }, page: { offset: number; limit: number }) =>
  call('readPreviewLines', { job, list, ...page })

/**
 * One list of a finished check, whole, as it scrolls by: declarations that are new, the same or changed, or cells that are
 * refused or worth a look. Arrows, pages, Home and End move.
 */
export function JudgedList({ job, preview, list }: JudgedListProps) {
  const words = useWords()
  const { t, number } = words
  const total = sizeOf(preview, list)
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useRowWindow(scroller, total)
  const [active, setActive] = useState(0)
  const choice = useMemo(() => ({ job, list }), [job, list])
  const places = Array.from({ length: Math.max(0, rows.last - rows.first + 1) }, (_, at) => rows.first + at)
  const pages = useRowPages(choice, ask, places)
  const isGone = pages.error?.code === 'preview-gone'
  useEffect(() => {
    if (isGone) void check()
  }, [isGone])
  const isCells = list === 'refused' || list === 'warnings'
  const heads = isCells
    ? [t('importing.column'), t('importing.reason')]
    : [
        t('declarationsImport.number'),
        t('declarationsImport.items'),
        ...(list === 'changed' ? [t('declarationsImport.changes')] : []),
      ]

  function onKeyDown(event: KeyboardEvent): void {
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: rows.rowsOfScreen,
      PageUp: -rows.rowsOfScreen,
      Home: -total,
      End: total,
    }
    const step = steps[event.key]
    if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    const next = Math.max(0, Math.min(total - 1, active + step))
    setActive(next)
    rows.reveal(next)
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: rows that scroll by lose their widths in a table element
    <div
      ref={scroller}
      className="import-rows import-judged"
      role="grid"
      aria-label={t(`declarationsImport.lists.${list}`, { number: number(total) })}
      aria-rowcount={total + 1}
      aria-activedescendant={`judged-${active}`}
      data-list={isCells ? 'cells' : 'declarations'}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: nothing to do here */}
      <div role="row" aria-rowindex={1} className="import-heads">
        {[t('importing.rowNumber'), ...heads].map((head, at) => (
          // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: nothing to do here
          <span key={head} role="columnheader" className={at === 0 ? 'import-number' : 'import-cell'}>
            {head}
          </span>
        ))}
      </div>
      <div role="presentation" style={{ height: rows.height, position: 'relative' }}>
        {places.map((place) => {
          const line = pages.rowAt(place)
          return (
            // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the grid has the focus and the keys
            <div
              key={place}
              id={`judged-${place}`}
              role="row"
              aria-rowindex={place + 2}
              aria-selected={place === active}
              className="import-row"
              style={{ top: rows.top(place) }}
              onClick={() => setActive(place)}
            >
              {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the grid has the focus */}
              <span role="rowheader" className="import-number">
                {line && number(line.row)}
              </span>
              {line &&
                cellsOf(line, list, words).map((text, at) => (
                  // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the grid has the focus
                  <span
                    // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
                    key={at}
                    role="gridcell"
                    className="import-cell"
                    data-weight={isCells && at === 1 ? list : undefined}
                  >
                    {text}
                  </span>
                ))}
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** What stands in a line behind the number of its row. */
function cellsOf(line: PreviewLine, list: PreviewList, words: Words): string[] {
  if ('code' in line) return [line.column, words.error(line)]
  const changes = line.changes.map((change) => changeName(change, words)).join(', ')
  return [line.number ?? '', words.number(line.items), ...(list === 'changed' ? [changes] : [])]
}

type Field = keyof Texts['trade']['fields']

/** What of a declaration the file says otherwise. */
function changeName(change: string, { t }: Words): string {
  return change === 'events' ? t('declarationsImport.events') : t(`trade.fields.${change as Field}`)
}
