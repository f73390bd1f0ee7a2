import type { ReactNode } from 'react'
import type { BaseColumn } from '../../../shared/report/page-bases.ts'
import type { PageGroup, PageRow } from '../../../shared/report/page-groups.ts'
import { useWords } from '../../lib/use-words.ts'
import { PaperNumber } from './paper-number.tsx'

interface FigureTableProps {
  name: string
  groups: readonly PageGroup[]
  columns: readonly BaseColumn[]
}

/** The lines of one place by unit: entry, exit and both beside their bases, with sums and typed totals. */
export function FigureTable({ name, groups, columns }: FigureTableProps) {
  const { t } = useWords()
  return (
    <section>
      <h2>{name}</h2>
      <table className={columns.length > 4 ? 'figures many' : 'figures'} aria-label={name}>
        <thead>
          <tr>
            <th scope="col">{t('sheet.line')}</th>
            <th scope="col">{t('directions.entry')}</th>
            <th scope="col">{t('directions.exit')}</th>
            <th scope="col">{t('sheet.both')}</th>
            {columns.map((column) => (
              <th key={`${column.kind} ${column.base}`} scope="col">
                {column.name}
                {column.period !== null && <small> {brokenAfterYear(column.period)}</small>}
                {column.note !== null && <small> {column.note}</small>}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(({ unit, rows }) => (
          <tbody key={unit}>
            <tr className="unit">
              <th colSpan={4 + columns.length} scope="rowgroup">
                {unit}
              </th>
            </tr>
            {rows.map((row) => (
              <FigureRow key={`${row.kind} ${row.code}`} row={row} columns={columns} />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

/** A Chinese date that is too wide for its column is broken after the year, and not within the day. */
const brokenAfterYear = (period: string) => period.replaceAll('年', '年\u200b')

function FigureRow({ row, columns }: { row: PageRow; columns: readonly BaseColumn[] }) {
  const own = (
    <>
      <th scope="row">{row.name}</th>
      <PaperNumber cell={row.entry} />
      <PaperNumber cell={row.exit} />
      <PaperNumber cell={row.both} />
    </>
  )
  if (row.kind === 'typed') return <TypedRow verdicts={row.verdicts} columns={columns.length} own={own} />
  return (
    <tr className={row.kind}>
      {own}
      {columns.map((column, index) => {
        const cell = row.beside[index]
        return cell && <PaperNumber key={`${column.kind} ${column.base}`} cell={cell} className="base" />
      })}
    </tr>
  )
}

/** A typed total: that it agrees stands beside it, and how it differs below. */
function TypedRow({
  verdicts,
  columns,
  own,
}: {
  verdicts: readonly string[]
  columns: number
  own: ReactNode
}) {
  const agrees = verdicts.length < 2
  return (
    <>
      <tr className={agrees ? 'typed' : 'typed parted'}>
        {own}
        <td className="text" colSpan={columns}>
          {agrees && verdicts[0]}
        </td>
      </tr>
      {!agrees && (
        <tr className="typed">
          <td className="text" colSpan={4 + columns}>
            {verdicts.join(' · ')}
          </td>
        </tr>
      )}
    </>
  )
}
