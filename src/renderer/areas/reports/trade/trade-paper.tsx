import type { TradePage } from '../../../../shared/report/trade-page.ts'
import { useWords } from '../../../lib/use-words.ts'
import { usePaperFoot } from '../use-paper-foot.ts'
import { LeadingTable } from './leading-table.tsx'
import { chooseTrade, type TableCursor } from './trade-choice.ts'

interface TradePaperProps {
  page: TradePage
  /** The period in words; null while it is read. */
  statement: string | null
  /** The number that one comes back from. */
  from: TableCursor | null
}

/** Trade of a period as it is printed: its statement, key figures, weights and values. */
export function TradePaper({ page, statement, from }: TradePaperProps) {
  const { t } = useWords()
  usePaperFoot(page)
  return (
    <article className="paper trade-paper" aria-label={`${page.title}, ${page.place}, ${page.period}`}>
      <header>
        <h1>{page.title}</h1>
        <p className="paper-period">
          <b>{page.period}</b> {page.place}
        </p>
        {page.sample !== null && <p className="paper-sample">{page.sample}</p>}
      </header>
      <dl className="key-figures" aria-label={t('report.keyFigures')}>
        {page.figures.map(({ label, number: { cell, behind }, note }, column) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <button
                type="button"
                className="leads"
                title={t('tradeReport.page.leads')}
                disabled={!behind}
                // biome-ignore lint/a11y/noAutofocus: back to where one came from
                autoFocus={from?.table === 'figures' && from.column === column}
                onClick={() => chooseTrade({ behind, from: { table: 'figures', row: 0, column } })}
              >
                <b>{cell.text}</b>
              </button>
              {note !== null && <small>{note}</small>}
            </dd>
          </div>
        ))}
      </dl>
      {statement !== null && (
        <section className="statement" aria-label={t('tradeReport.page.statementHeading')}>
          <p>{statement}</p>
        </section>
      )}
      {page.tables.map((table) => (
        <LeadingTable
          key={table.id}
          table={table}
          rowsOf={t('tradeReport.page.file.columns.name')}
          back={from?.table === table.id ? from : null}
          onLead={(behind, at) => chooseTrade({ behind, from: { table: table.id, ...at } })}
        />
      ))}
      {page.notes.length > 0 && (
        <section className="paper-notes">
          {page.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </section>
      )}
      <footer>
        {page.foot.map((text) => (
          <span key={text}>{text}</span>
        ))}
      </footer>
    </article>
  )
}
