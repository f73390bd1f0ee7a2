import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { PageCell } from '../../../../shared/report/page-cell.ts'
import type { Behind, TradeTable } from '../../../../shared/report/trade-page.ts'
import { isComposing } from '../../../ui/grid/grid-keys.ts'

interface LeadingTableProps {
  table: TradeTable
  /** The head of the first column. */
  rowsOf: string
  /** The cell that the cursor comes back to; null is none. */
  back: { row: number; column: number } | null
  onLead(behind: Behind, at: { row: number; column: number }): void
}

const steps: Record<string, readonly [row: number, column: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, Number.NEGATIVE_INFINITY],
  End: [0, Number.POSITIVE_INFINITY],
}

/** Columns that fit on paper in the usual size. */
const mostRoomy = 8

/** Numbers that one walks through by arrows; Enter or a click leads to what a number is the sum of. */
export function LeadingTable({ table, rowsOf, back, onLead }: LeadingTableProps) {
  const body = useRef<HTMLTableSectionElement>(null)
  useEffect(() => {
    if (back) focusCell(body.current, back.row, back.column)
  }, [back])

  function lead(row: number, column: number): void {
    const behind = table.rows[row]?.cells[column]?.behind
    if (behind) onLead(behind, { row, column })
  }

  function onKeyDown(event: KeyboardEvent, row: number, column: number): void {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey
    if (!plain || isComposing(event.nativeEvent)) return
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      lead(row, column)
      return
    }
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    focusCell(
      body.current,
      within(row + step[0], table.rows.length),
      within(column + step[1], table.columns.length),
    )
  }

  const isMany = table.columns.length > mostRoomy
  const classes = `trade-figures ${table.id} ${isMany ? 'many' : ''}`
  return (
    <section>
      <h2 id={`trade-${table.id}`}>
        {table.heading} <small>{table.about}</small>
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: numbers to move through are a grid */}
      <table role="grid" className={classes} aria-labelledby={`trade-${table.id}`}>
        <thead>
          <tr>
            <th scope="col">{rowsOf}</th>
            {table.columns.map(({ name, note }) => (
              <th key={name} scope="col">
                {name}
                {note !== null && <small> {note}</small>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {table.rows.map(({ key, kind, name, cells }, row) => (
            <tr key={`${kind} ${key}`} className={kind}>
              <th scope="row">{name}</th>
              {cells.map(({ cell, behind }, column) => (
                <td
                  key={table.columns[column]?.name}
                  className={classOf(cell, behind)}
                  data-leads={behind ? true : undefined}
                  tabIndex={row === (back?.row ?? 0) && column === (back?.column ?? 0) ? 0 : -1}
                  onClick={() => lead(row, column)}
                  onKeyDown={(event) => onKeyDown(event, row, column)}
                >
                  {cell.text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** A number of nothing is quiet, and what is there to compare is too. */
function classOf({ value }: PageCell, behind: Behind | null): string | undefined {
  if (value === null) return 'none'
  return behind === null || behind.isBase ? 'base' : undefined
}

const within = (place: number, length: number): number => Math.max(0, Math.min(length - 1, place))

/** The cell that has the focus is the one that Tab comes back to. */
function focusCell(body: HTMLElement | null, row: number, column: number): void {
  const cell = body?.querySelectorAll('tr')[row]?.querySelectorAll('td')[column]
  if (!cell) return
  for (const each of body?.querySelectorAll<HTMLElement>('td[tabindex="0"]') ?? []) each.tabIndex = -1
  cell.tabIndex = 0
  cell.focus()
}
