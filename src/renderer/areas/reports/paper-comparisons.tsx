import type { PageComparison } from '../../../shared/report/page-comparison.ts'
import { useWords } from '../../lib/use-words.ts'
import { PaperNumber } from './paper-number.tsx'

/** Comparisons with their bases, under a heading. */
export function Comparisons({
  heading,
  comparisons,
}: {
  heading: string
  comparisons: readonly PageComparison[]
}) {
  const { t } = useWords()
  const columns = ['period', 'value', 'current', 'change'] as const
  return (
    <table className="apart" aria-label={heading}>
      <thead>
        <tr>
          <th scope="col">{heading}</th>
          {columns.map((column) => (
            <th key={column} scope="col" className={column === 'period' ? 'text' : undefined}>
              {t(`report.comparedColumns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {comparisons.map((each) => (
          <tr key={each.name}>
            <th scope="row">{each.name}</th>
            <td className="text">{each.period}</td>
            <PaperNumber cell={each.value} />
            <PaperNumber cell={each.current} />
            <PaperNumber cell={each.change} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}
