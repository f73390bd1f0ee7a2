import { rowOutcomes } from '../../../../shared/contract/import.ts'
import { useWords } from '../../../lib/use-words.ts'
import { Segments } from '../../../ui/segments.tsx'
import type { ImportState } from './import-state.ts'
import type { RowFilter } from './use-preview-rows.ts'

interface RowFiltersProps {
  state: ImportState
  filter: RowFilter
  onFilter(filter: RowFilter): void
}

/** Which rows are shown, each kind with its number; before the check only the first rows are there. */
export function RowFilters({ state: { checked, guess }, filter, onFilter }: RowFiltersProps) {
  const { t, number } = useWords()
  if (!checked) {
    return <p className="faint">{t('importing.firstRows', { number: number(guess?.rows.length ?? 0) })}</p>
  }
  const { rows, rowsBy } = checked.preview
  const kinds = rowOutcomes.filter((outcome) => outcome === filter || rowsBy[outcome] > 0)
  return (
    <Segments<RowFilter>
      label={t('importing.filter')}
      value={filter}
      choices={[
        { value: 'all', label: t('importing.filters.all', { number: number(rows) }) },
        ...kinds.map((value) => ({
          value,
          label: t(`importing.filters.${value}`, { number: number(rowsBy[value]) }),
        })),
      ]}
      onChoose={onFilter}
    />
  )
}
