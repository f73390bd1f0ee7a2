import type { PageGroup, PageRow } from '../../../shared/report/page-groups.ts'
import { useWords } from '../../lib/use-words.ts'
import { PaperNumber } from './paper-number.tsx'

/** The lines of one place by unit: entry, exit and both, with sums and typed totals. */
export function FigureTable({ name, groups }: { name: string; groups: readonly PageGroup[] }) {
  const { t } = useWords()
  return (
    <section>
      <h2>{name}</h2>
      <table className="figures" aria-label={name}>
        <thead>
          <tr>
            <th scope="col">{t('sheet.line')}</th>
            <th scope="col">{t('directions.entry')}</th>
            <th scope="col">{t('directions.exit')}</th>
            <th scope="col">{t('sheet.both')}</th>
          </tr>
        </thead>
        {groups.map(({ unit, rows }) => (
          <tbody key={unit}>
            <tr className="unit">
              <th colSpan={4} scope="rowgroup">
                {unit}
              </th>
            </tr>
            {rows.map((row) => (
              <FigureRow key={`${row.kind} ${row.code}`} row={row} />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

function FigureRow({ row }: { row: PageRow }) {
  return (
    <tr className={row.kind}>
      <th scope="row">
        {row.name}
        {row.verdicts.map((verdict) => (
          <small key={verdict}> {verdict}</small>
        ))}
      </th>
      <PaperNumber cell={row.entry} />
      <PaperNumber cell={row.exit} />
      <PaperNumber cell={row.both} />
    </tr>
  )
}
