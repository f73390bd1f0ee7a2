import type { PageCell } from '../../../shared/report/page-cell.ts'
import type { PageTable } from '../../../shared/report/page-table.ts'
import { PaperNumber } from './paper-number.tsx'

/** A table of a report whose first column heads its rows. */
export function PlainTable({ table: { label, heads, rows, sums } }: { table: PageTable }) {
  return (
    <table aria-label={label}>
      <thead>
        <tr>
          {heads.map(({ text, isText }) => (
            <th key={text} scope="col" className={isText ? 'text' : undefined}>
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells) => (
          <PlainRow key={cells.map(({ text }) => text).join(' ')} cells={cells} heads={heads} />
        ))}
        {sums && <PlainRow cells={sums} heads={heads} isTotal />}
      </tbody>
    </table>
  )
}

interface PlainRowProps {
  cells: readonly PageCell[]
  heads: PageTable['heads']
  isTotal?: boolean
}

function PlainRow({ cells, heads, isTotal = false }: PlainRowProps) {
  return (
    <tr className={isTotal ? 'total' : undefined}>
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
