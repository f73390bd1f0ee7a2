import type { PreviewFigure } from '../../../../shared/contract/import.ts'
import type { ColumnUse } from '../../../../shared/import/column-uses.ts'
import { useWords, type Words } from '../../../lib/use-words.ts'
import { isFigure, judged, nameOfColumn, type ShownRow } from './rows-shown.ts'

interface FileRowProps {
  row: ShownRow | undefined
  place: number
  start: number
  active: boolean
  headings: readonly string[]
  uses: readonly ColumnUse[]
  widths: readonly number[]
  /** Whether the rows were checked, so that each has an outcome. */
  judged: boolean
  onChoose(): void
}

/** One row of the file: its number there, what becomes of it, and its cells; a changed figure shows what it replaces. */
export function FileRow({
  row,
  place,
  start,
  active,
  headings,
  uses,
  widths,
  judged: hasOutcome,
  onChoose,
}: FileRowProps) {
  const words = useWords()
  const { t, number } = words
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the grid has the focus and the keys
    <div
      id={`import-row-${place}`}
      role="row"
      aria-rowindex={place + 2}
      aria-selected={active}
      className="import-row"
      data-outcome={row?.outcome}
      style={{ transform: `translateY(${start}px)` }}
      onClick={onChoose}
    >
      {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the grid has the focus */}
      <span role="rowheader" className="import-number">
        {row && number(row.row)}
      </span>
      {hasOutcome && (
        // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the grid has the focus
        <span role="gridcell" className="import-outcome" title={row && reasonWords(row, words)}>
          {row?.outcome && t(`importing.outcomes.${row.outcome}`)}
          {row?.refused && row.refused.length > 0 && <span className="why">{reasonWords(row, words)}</span>}
        </span>
      )}
      {headings.map((_, at) => {
        const about = row && judged(row, nameOfColumn(headings, at))
        const use = uses[at]
        return (
          // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the grid has the focus
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
            key={at}
            role="gridcell"
            className="import-cell"
            data-use={use?.as}
            data-figure={isFigure(use) || undefined}
            data-refused={about?.refused || undefined}
            data-outcome={about?.figure?.outcome}
            style={{ width: widths[at] }}
            title={row?.cells[at]}
          >
            {about?.figure?.outcome === 'changed' && (
              <span className="before">
                {t('importing.replaces', { before: beforeWords(about.figure, words) })}
              </span>
            )}
            {row?.cells[at]}
          </span>
        )
      })}
    </div>
  )
}

/** Why a row is refused: the first of its refusals. */
function reasonWords({ refused }: ShownRow, { error }: Words): string {
  const [first] = refused ?? []
  return first ? error(first) : ''
}

/** What the book says of a figure now. */
export function beforeWords({ before }: PreviewFigure, { t, number }: Words): string {
  if (typeof before === 'number') return number(before)
  if (before === 'closed') return t('sheet.closed')
  return t(before === 'not-applicable' ? 'sheet.notApplicable' : 'sheet.notReported')
}
