import { useMemo } from 'react'
import {
  type DeclarationColumn,
  declarationColumns,
  declarationUses,
} from '../../../../shared/trade/declarations-draft.ts'
import { useWords } from '../../../lib/use-words.ts'
import { GroupedChoice } from '../../../ui/grouped-choice.tsx'
import { columnWidths } from '../../../ui/import/column-widths.ts'
import { changeUse } from './import-actions.ts'
import type { ImportState } from './import-state.ts'
import { groupsOfUses, nameOfUse } from './use-names.ts'

const figures: readonly (DeclarationColumn | null)[] = [
  ...['packages', 'grossWeight', 'netWeight', 'quantity', 'secondQuantity', 'value', 'weighbridge'],
] as DeclarationColumn[]

/** The first rows of the file as they were read; above each column stands what it is used for, to be chosen. */
export function SampleRows({ state: { guess, draft }, asks }: { state: ImportState; asks: boolean }) {
  const words = useWords()
  const { t, number } = words
  const headings = guess?.headings ?? []
  const rows = guess?.rows ?? []
  const groups = useMemo(() => groupsOfUses(words), [words])
  const uses = declarationUses(draft, headings)
  const named = uses.map((use) => (use === null ? t('importing.uses.nothing') : nameOfUse(use, words)))
  const widths = columnWidths(headings, rows, named)
  const firstFree = uses.indexOf(null)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keys
    <div className="import-rows import-sample" tabIndex={0}>
      {/* biome-ignore lint/a11y/useSemanticElements: columns of their own widths, like the table of counts */}
      <div role="table" aria-label={t('importing.rows')}>
        {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: its choices have the focus */}
        <div role="row" className="import-heads">
          {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: nothing to do here */}
          <span role="columnheader" className="import-number">
            {t('importing.rowNumber')}
          </span>
          {headings.map((heading, column) => {
            const called = heading || t('importing.columnNumber', { number: column + 1 })
            const use = uses[column] ?? null
            return (
              // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: its choice has the focus
              <span
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                key={column}
                role="columnheader"
                className="import-head"
                data-use={use ?? 'nothing'}
                style={{ width: widths[column] }}
              >
                <GroupedChoice
                  className="use"
                  label={t('importing.useOf', { column: called })}
                  groups={groups}
                  value={use ?? ''}
                  asks={asks && column === Math.max(0, firstFree)}
                  onChoose={(choice) =>
                    changeUse(column, declarationColumns.find((each) => each === choice) ?? null)
                  }
                />
                <span className="heading" title={called}>
                  {heading || <i className="faint">{called}</i>}
                </span>
              </span>
            )
          })}
        </div>
        {rows.map(({ row, cells }) => (
          // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: nothing to do here
          <div key={row} role="row" className="import-row">
            {/* biome-ignore lint/a11y/useSemanticElements: like its row */}
            <span role="cell" className="import-number">
              {number(row)}
            </span>
            {headings.map((_, at) => (
              // biome-ignore lint/a11y/useSemanticElements: like its row
              <span
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                key={at}
                role="cell"
                className="import-cell"
                data-use={uses[at] ?? 'nothing'}
                data-figure={figures.includes(uses[at] ?? null) || undefined}
                style={{ width: widths[at] }}
                title={cells[at]}
              >
                {cells[at]}
              </span>
            ))}
          </div>
        ))}
      </div>
    </div>
  )
}
