import { Fragment, useRef } from 'react'
import type { PageCell } from '../../../shared/report/page-cell.ts'
import type { PageTable } from '../../../shared/report/page-table.ts'
import { RowGap, useDrawnRows } from '../../ui/rows/use-drawn-rows.tsx'
import { PaperNumber } from './paper-number.tsx'

/** A table of a report whose first column heads its rows. */
export function PlainTable({ table: { label, heads, rows, sums } }: { table: PageTable }) {
  const body = useRef<HTMLTableSectionElement>(null)
  const drawn = useDrawnRows(body, rows.length)
  return (
    <table aria-label={label} aria-rowcount={rows.length + (sums ? 2 : 1)}>
      <thead>
        <tr aria-rowindex={1}>
          {heads.map(({ text, isText }) => (
            <th key={text} scope="col" className={isText ? 'text' : undefined}>
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        {drawn.rows.map(({ place, gap }) => (
          <Fragment key={place}>
            <RowGap height={gap} columns={heads.length} />
            <PlainRow place={place} cells={rows[place] ?? []} heads={heads} />
          </Fragment>
        ))}
        <RowGap height={drawn.after} columns={heads.length} />
        {sums && <PlainRow place={rows.length} cells={sums} heads={heads} isTotal />}
      </tbody>
    </table>
  )
}

interface PlainRowProps {
  place: number
  cells: readonly PageCell[]
  heads: PageTable['heads']
  isTotal?: boolean
}

function PlainRow({ place, cells, heads, isTotal = false }: PlainRowProps) {
  return (
    <tr
      data-place={isTotal ? undefined : place}
      aria-rowindex={place + 2}
      className={isTotal ? 'total' : undefined}
    >
      {cells.map((cell, index) => {
        const name = heads[index]?.text
        if (index === 0) {
          return (
            <th key={name} scope="row">
              {cell.text}
            </th>
          )
        }
        if (heads[index]?.isText) {
          return (
            <td key={name} className="text">
              {withTimes(cell.text)}
            </td>
          )
        }
        return <PaperNumber key={name} cell={cell} />
      })}
    </tr>
  )
}

/** Clock times from and to, which are never broken in two. */
const times = /(\d\d:\d\d–\d\d:\d\d)/

function withTimes(text: string) {
  return text.split(times).map((part) =>
    times.test(part) ? (
      <span key={part} className="times">
        {part}
      </span>
    ) : (
      part
    ),
  )
}
