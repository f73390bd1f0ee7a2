import type { PageCell } from '../../../shared/report/page-groups.ts'

/** A number of a table with the mark of its footnote, or the words why there is none; `beside` says what it covers. */
export function PaperNumber({ cell, beside = null }: { cell: PageCell; beside?: string | null }) {
  return (
    <td className={cell.value === null ? 'none' : undefined}>
      {cell.text}
      {cell.mark !== null && <sup>{cell.mark}</sup>}
      {beside !== null && <small> {beside}</small>}
    </td>
  )
}
