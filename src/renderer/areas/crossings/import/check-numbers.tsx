import type { ImportPreview } from '../../../../shared/contract/import.ts'
import { useWords } from '../../../lib/use-words.ts'

const mostNamed = 3

/** What the import would do, in numbers of counts, and what is worth a second look. */
export function CheckNumbers({ preview }: { preview: ImportPreview }) {
  const { t, number } = useWords()
  const { controlTotals, disagreeing, repeated, refusedCells } = preview
  const totals = controlTotals.new + controlTotals.same + controlTotals.changed
  return (
    <section className="import-numbers">
      <h3>{t('importing.numbers')}</h3>
      <dl className="facts">
        <dt>{t('importing.rowsOfFile')}</dt>
        <dd>{number(preview.rows)}</dd>
        <dt>{t('importing.counts')}</dt>
        <dd>{number(preview.counts)}</dd>
        {(['new', 'same', 'changed'] as const).map((outcome) => (
          <Part key={outcome} label={t(`importing.countsBy.${outcome}`)} value={preview[outcome]} />
        ))}
        {totals > 0 && (
          <>
            <dt>{t('importing.totals')}</dt>
            <dd>{number(totals)}</dd>
          </>
        )}
        {totals > 0 &&
          (['new', 'same', 'changed'] as const).map((outcome) => (
            <Part key={outcome} label={t(`importing.countsBy.${outcome}`)} value={controlTotals[outcome]} />
          ))}
        {refusedCells > 0 && (
          <>
            <dt className="bad">{t('importing.refusedCells')}</dt>
            <dd className="bad">{number(refusedCells)}</dd>
          </>
        )}
      </dl>
      <ul className="import-notes">
        {disagreeing.length > 0 && (
          <li>
            {t('importing.disagreeing', { number: number(disagreeing.length) })}
            {disagreeing.slice(0, mostNamed).map(({ row, typed, sum }) => (
              <small key={row} className="noted">
                {t('importing.disagrees', { row: number(row), typed: number(typed), sum: number(sum) })}
              </small>
            ))}
          </li>
        )}
        {repeated.length > 0 && <li>{t('importing.repeated', { number: number(repeated.length) })}</li>}
        {preview.leftOut > 0 && <li>{t('importing.leftOut', { number: number(preview.leftOut) })}</li>}
        {preview.hiddenRows > 0 && (
          <li>{t('importing.hiddenRows', { number: number(preview.hiddenRows) })}</li>
        )}
        {preview.createdCheckpoints.length > 0 && (
          <li>{t('importing.created', { number: number(preview.createdCheckpoints.length) })}</li>
        )}
      </ul>
    </section>
  )
}

function Part({ label, value }: { label: string; value: number }) {
  const { number } = useWords()
  if (value === 0) return null
  return (
    <>
      <dt className="part">{label}</dt>
      <dd className="part">{number(value)}</dd>
    </>
  )
}
