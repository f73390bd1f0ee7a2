import type { PageTrade } from '../../../shared/report/page-trade.ts'
import { useWords } from '../../lib/use-words.ts'
import { Comparisons } from './paper-comparisons.tsx'
import { PaperNumber } from './paper-number.tsx'
import { reportSubject } from './trade/trade-choice.ts'

const rowClass = { group: 'group', nested: 'of-which', sum: 'sum', weighed: 'typed' } as const

/** The trade of a report: unit and basis stand in its head. */
export function TradePart({ trade }: { trade: PageTrade }) {
  const { t } = useWords()
  const { heading, about, columns, rows, comparedHeading, comparisons } = trade
  return (
    <section className="trade">
      <h2>
        {heading} <small>{about}</small>
      </h2>
      <button type="button" className="to-trade" onClick={() => reportSubject.set('trade')}>
        {t('tradeReport.page.open')}
      </button>
      <table className="figures" aria-label={heading}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ kind, code, name, imports, exports, declarations }) => (
            <tr key={code} className={rowClass[kind]}>
              <th scope="row">{name}</th>
              <PaperNumber cell={imports} />
              <PaperNumber cell={exports} />
              {declarations === null ? <td /> : <PaperNumber cell={declarations} />}
            </tr>
          ))}
        </tbody>
      </table>
      {comparisons.length > 0 && <Comparisons heading={comparedHeading} comparisons={comparisons} />}
    </section>
  )
}
