import { useEffect, useState } from 'react'
import type { CountsFilter } from '../../../shared/contract/counts-table.ts'
import type { FilterFigure, FilterTotals } from '../../../shared/contract/filter-totals.ts'
import { formatDate } from '../../../shared/format.ts'
import { useWords } from '../../lib/use-words.ts'
import { useFilterTotals } from './use-filter-totals.ts'

/** What the filter comes to, by the period rule: the figures of the report of the same dates. */
export function FilterTotalsTable({ filter }: { filter: CountsFilter }) {
  const { t, error } = useWords()
  const answer = useFilterTotals(filter)
  const isLate = useLate(answer === null)
  if (answer === null) return <p className="table-totals faint">{isLate && t('crossings.reckoning')}</p>
  if (answer.ok) return <Totals totals={answer.output} />
  return (
    <p className="table-totals bad" role="alert">
      {error(answer.error)}
    </p>
  )
}

function Totals({ totals }: { totals: FilterTotals }) {
  const { t, language, name } = useWords()
  const { span, line, figures } = totals
  if (span === null || figures.length === 0) return null
  const dates =
    span.from === span.to
      ? formatDate(span.from, language)
      : t('crossings.span', { from: formatDate(span.from, language), to: formatDate(span.to, language) })
  return (
    <table className="table-totals" aria-label={t('crossings.totalsLabel')}>
      <thead>
        <tr>
          <th scope="col">{dates}</th>
          <th scope="col" data-direction="entry">
            {t('directions.entry')}
          </th>
          <th scope="col" data-direction="exit">
            {t('directions.exit')}
          </th>
          <th scope="col">{t('sheet.both')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {figures.map((figure) => (
          <tr key={figure.of}>
            <th scope="row">
              {figure.of === 'line' ? (line ? name(line.names) : '') : t(`totals.${figure.of}`)}
            </th>
            <FigureCells figure={figure} />
            <td className="totals-note">
              {[
                ...(figure.incomplete
                  ? [t(figure.total === null ? 'sheet.notReported' : 'sheet.incomplete')]
                  : []),
                ...(line?.ofWhich ? [t('crossings.ofWhichNote')] : []),
              ].join(' · ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function FigureCells({ figure }: { figure: FilterFigure }) {
  const { number } = useWords()
  const cells = [
    { of: 'entry', value: figure.entries },
    { of: 'exit', value: figure.exits },
    { of: 'both', value: figure.total },
  ]
  return cells.map(({ of, value }) => (
    <td key={of} data-direction={of}>
      {value === null ? '–' : number(value)}
    </td>
  ))
}

/** True once something has lasted long enough to be worth a word. */
function useLate(waits: boolean): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    if (!waits) return
    const timer = setTimeout(() => setLate(true), 150)
    return () => {
      clearTimeout(timer)
      setLate(false)
    }
  }, [waits])
  return late
}
