import { markText, type PageCell } from '../../../shared/report/page-cell.ts'

/** A number of a table with the mark of its footnote, or the words why there is none, and what is to be said of it. */
export function PaperNumber({ cell, className = '' }: { cell: PageCell; className?: string }) {
  const classes = `${className} ${cell.value === null ? 'none' : ''}`.trim()
  return (
    <td className={classes || undefined}>
      {cell.text}
      {cell.mark !== null && <span className="mark">{markText(cell)}</span>}
      {cell.note !== null && <small> {cell.note}</small>}
    </td>
  )
}
