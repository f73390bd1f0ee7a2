import type { CrossingsReport } from '../../../shared/contract/reports.ts'
import { firstOfMonth, lastOfMonth, monthOf } from '../../../shared/dates.ts'
import { sum } from '../../../shared/period-rule.ts'
import { controlledTotal } from '../../../shared/words.ts'
import type { Connection } from '../../book/connection.ts'
import type { Checkpoint } from '../reference/port-model.ts'
import { type ControlTotalRow, selectControlTotals, selectShiftSum } from './figures.sql.ts'
import type { LineFigures, Selection } from './line-figures.ts'

type ReportControlTotal = CrossingsReport['controlTotals'][number]

/**
 * Totals typed from paper beside the sum of exactly the periods that they were typed for.
 * Where a date has typed totals of its shifts, one typed for the whole day is left out, and likewise for a month; a
 * shift's own goes before those of its hours, as its figure does.
 */
export function controlTotalsOf(
  db: Connection,
  checkpoint: Checkpoint,
  selection: Selection,
  reader: LineFigures,
): ReportControlTotal[] {
  const rows = selectControlTotals(db, checkpoint.code, monthOf(selection.from), selection.to)
  const wanted = selection.parts ? rows.filter((row) => isPart(row, selection)) : finestRows(rows, selection)
  return [...Map.groupBy(wanted, sameFlow).values()].flatMap((same) => {
    const first = same[0]
    if (!first) return []
    const sumBeside = sumsBeside(db, checkpoint, first, selection, reader)
    return [
      {
        direction: first.direction,
        unit: first.unit,
        typed: same.reduce((typed, row) => typed + row.value, 0),
        sum: sum(same.map(sumBeside)),
      },
    ]
  })
}

/** The same direction and unit in several checkpoints, added up. */
export function addControlTotals(parts: readonly (readonly ReportControlTotal[])[]): ReportControlTotal[] {
  return [...Map.groupBy(parts.flat(), sameFlow).values()].map((group) =>
    group.reduce((all, { direction, unit, typed, sum: beside }) => ({
      direction,
      unit,
      typed: all.typed + typed,
      sum: sum([all.sum, beside]),
    })),
  )
}

const sameFlow = (of: { direction: string; unit: string }): string => `${of.direction} ${of.unit}`

/** The sum of the lines over one typed total's own period; sums by day are read once for all of them. */
function sumsBeside(
  db: Connection,
  checkpoint: Checkpoint,
  { direction, unit }: ControlTotalRow,
  selection: Selection,
  reader: LineFigures,
): (row: ControlTotalRow) => number | null {
  const total = controlledTotal[unit]
  const lines = [...checkpoint.sheet.values()]
    .map((item) => item.line)
    .filter((line) => line.totals.includes(total))
  const codes = lines.map((line) => line.code)
  let daySums: Map<string, number> | undefined
  return ({ date, period }) => {
    if (period === 'day') {
      daySums ??= reader.daySums(checkpoint, total, direction, selection)
      return daySums.get(date) ?? null
    }
    if (period === 'month') {
      const month = { from: firstOfMonth(date), to: lastOfMonth(date), parts: null }
      return sum(lines.map((line) => reader.settle(checkpoint, line, direction, month).value))
    }
    return selectShiftSum(db, checkpoint.code, codes, direction, date, period)
  }
}

function isPart(row: ControlTotalRow, selection: Selection): boolean {
  return selection.parts?.some((part) => part.date === row.date && part.period === row.period) ?? false
}

function finestRows(rows: readonly ControlTotalRow[], selection: Selection): ControlTotalRow[] {
  const finer = new Set<string>()
  for (const row of rows) {
    if (row.period === 'month') continue
    finer.add(`${sameFlow(row)} ${monthOf(row.date)}`)
    if (row.period !== 'day') finer.add(`${sameFlow(row)} ${row.date}`)
  }
  const own = new Set(rows.map((row) => `${sameFlow(row)} ${row.date} ${row.period}`))
  return rows.filter((row) => {
    const [shift = '', hour] = row.period.split('@')
    if (hour !== undefined && own.has(`${sameFlow(row)} ${row.date} ${shift}`)) return false
    if (row.period === 'month') {
      const whole = selection.from <= firstOfMonth(row.date) && lastOfMonth(row.date) <= selection.to
      return whole && !finer.has(`${sameFlow(row)} ${row.date}`)
    }
    if (row.date < selection.from) return false
    return row.period !== 'day' || !finer.has(`${sameFlow(row)} ${row.date}`)
  })
}
