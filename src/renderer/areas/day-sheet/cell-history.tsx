import type { PortDescription } from '../../../shared/contract/reference.ts'
import { formatTime, localDateOf } from '../../../shared/format.ts'
import { useQuery } from '../../lib/use-query.ts'
import { useSettled } from '../../lib/use-settled.ts'
import { useWords } from '../../lib/use-words.ts'
import { type CellTarget, journalKey, partsOfRow, valueOfRow } from './cell-target.ts'
import { valueWords } from './cell-words.ts'

/** A cursor that runs over the sheet reads no history on its way. */
const settleMs = 90

/** Every change of one cell, newest first. */
export function CellHistory({ target, port }: { target: CellTarget; port: PortDescription }) {
  const words = useWords()
  const { t, dayAndMonth } = words
  const asked = useSettled(JSON.stringify({ entity: target.entity, key: journalKey(target) }), settleMs)
  const { output: entries } = useQuery('readHistory', JSON.parse(asked))
  return (
    <section className="cell-history">
      <h3>{t('panel.history')}</h3>
      {entries?.length === 0 && <p className="faint">{t('panel.noHistory')}</p>}
      <ol className="history">
        {entries?.map((entry) => {
          const date = localDateOf(entry.at, port.zone)
          // What was added up in the cell says more than what stood there, which the change before it tells.
          const before = partsOfRow(entry.after) ?? valueWords(words, valueOfRow(entry.before))
          const after = valueWords(words, valueOfRow(entry.after))
          return (
            <li key={`${entry.desk} ${entry.sequence}`}>
              <span>
                {date !== port.today && <>{dayAndMonth(date)} </>}
                <time>{formatTime(entry.at, port.zone)}</time> {entry.person}
              </span>
              <b>{t('panel.change', { before, after })}</b>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
