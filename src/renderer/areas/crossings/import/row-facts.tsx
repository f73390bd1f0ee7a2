import { formatDate, formatMonth } from '../../../../shared/format.ts'
import { useWords } from '../../../lib/use-words.ts'
import { type BookWords, labelOf } from './book-words.ts'
import { beforeWords } from './row.tsx'
import type { ShownRow } from './rows-shown.ts'

/** What the check found in the row with the cursor: whose figures they are, what changes, and why it is refused. */
export function RowFacts({ row, book }: { row: ShownRow | null; book: BookWords }) {
  const words = useWords()
  const { t, number, error, language } = words
  if (!row?.outcome) return null
  const { moment, figures = [], refused = [] } = row
  const changed = figures.filter(({ outcome }) => outcome === 'changed')
  return (
    <section className="import-row-facts" aria-live="polite">
      <h3>
        {t('importing.rowFacts', { row: number(row.row), outcome: t(`importing.outcomes.${row.outcome}`) })}
      </h3>
      {moment && (
        <p>
          {t('importing.moment', {
            checkpoint: labelOf(book.checkpoints, moment.checkpoint),
            date:
              moment.date.length === 7
                ? formatMonth(moment.date, language)
                : formatDate(moment.date, language),
          })}
        </p>
      )}
      {refused.map((refusal) => (
        <p key={`${refusal.column} ${refusal.code}`} className="bad">
          {refusal.column && <b>{refusal.column} </b>}
          {error(refusal)}
        </p>
      ))}
      {changed.length > 0 && (
        <dl className="facts">
          {changed.map((figure) => (
            <div key={`${figure.column} ${figure.direction}`}>
              <dt>{figure.line ? labelOf(book.lines, figure.line) : figure.column}</dt>
              <dd>
                {t('panel.change', {
                  before: beforeWords(figure, words),
                  after: beforeWords({ ...figure, before: figure.after }, words),
                })}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}
