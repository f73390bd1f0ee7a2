/**
 * Which figure counts where the same traffic is known by hour, shift, day and month (DESIGN, Periods).
 * The finer figure wins where it is complete; where it is not, a coarser one that covers the whole stands.
 * Nothing is ever counted twice and nothing is prorated. A coarser figure below what is known in part is flagged.
 */

export type Mark = 'closed' | 'not-applicable'

/** What is stored for one shift (or part), day or month of one line: its own figure and the sum of its hours. */
export interface Known {
  own: number | null
  mark: Mark | null
  /** Sum of the shift's hours; null where no hour is known. */
  hours: number | null
}

export interface RuleFlag {
  kind: 'hours-differ' | 'day-differs' | 'month-differs' | 'partial' | 'incomplete'
  at: string
  value: number | null
}

export interface Settled {
  /** null where nothing is a number; then `marks` or silence says why. */
  value: number | null
  /** False where there was, or may have been, more than the value says. */
  complete: boolean
  marks: ReadonlySet<Mark>
  flags: readonly RuleFlag[]
}

const noMarks: ReadonlySet<Mark> = new Set()
const noFlags: readonly RuleFlag[] = []
const nothing: Settled = { value: null, complete: false, marks: noMarks, flags: noFlags }

/** A shift: its own figure wins over its hours; hours alone are partial. */
export function settleShift(known: Known | undefined, at: string): Settled {
  if (!known) return nothing
  if (known.mark) return { value: null, complete: true, marks: new Set([known.mark]), flags: noFlags }
  if (known.own === null) {
    if (known.hours === null) return nothing
    return { ...nothing, value: known.hours, flags: [{ kind: 'partial', at, value: null }] }
  }
  const differs = known.hours !== null && known.hours !== known.own
  const flags = differs ? [{ kind: 'hours-differ' as const, at, value: known.hours }] : noFlags
  return { value: known.own, complete: true, marks: noMarks, flags }
}

/**
 * A day: its shifts win where every one of them is known; a day row stands for shifts that are not.
 * @param shifts what is stored, by the shift's (or part's) period
 * @param expected periods of the shifts that the checkpoint worked on this date
 * @param closed true where the calendar closes the whole day
 */
export function settleDay(
  date: string,
  dayRow: Known | undefined,
  shifts: ReadonlyMap<string, Known>,
  expected: readonly string[],
  closed: boolean,
): Settled {
  if (shifts.size === 0) {
    if (dayRow) return settleShift(dayRow, date)
    return closed ? { value: null, complete: true, marks: new Set(['closed']), flags: noFlags } : nothing
  }
  const settled = [...shifts.values()].map((known) => settleShift(known, date))
  const complete = settled.every((shift) => shift.complete) && expected.every((period) => shifts.has(period))
  const value = sum(settled.map((shift) => shift.value))
  const flags = settled.flatMap((shift) => shift.flags)
  const marks = new Set(settled.flatMap((shift) => [...shift.marks]))
  const own = dayRow?.own ?? null
  if (complete) {
    if (own !== null && own !== (value ?? 0)) flags.push({ kind: 'day-differs', at: date, value: own })
    return { value, complete, marks, flags }
  }
  if (own !== null) {
    const others = flags.filter((flag) => flag.kind !== 'partial')
    if (value !== null && value > own) others.push({ kind: 'day-differs', at: date, value })
    return { value: own, complete: true, marks, flags: others }
  }
  if (dayRow?.mark && value === null) return settleShift(dayRow, date)
  if (!flags.some((flag) => flag.kind === 'partial')) flags.push({ kind: 'partial', at: date, value: null })
  return { value, complete, marks, flags }
}

/**
 * A month, or the days of one that lie in a longer span.
 * @param days the settled days of the span, every date of it
 * @param whole true where the span holds the whole month: only then can the month row stand
 */
export function settleMonth(
  month: string,
  monthRow: Known | undefined,
  days: readonly Settled[],
  whole: boolean,
): Settled {
  const value = sum(days.map((day) => day.value))
  const complete = days.every((day) => day.complete)
  const flags = days.flatMap((day) => day.flags)
  const marks = new Set(days.flatMap((day) => [...day.marks]))
  const own = monthRow?.own ?? null
  if (complete) {
    if (whole && own !== null && own !== (value ?? 0))
      flags.push({ kind: 'month-differs', at: month, value: own })
    return { value, complete, marks, flags }
  }
  if (whole && own !== null) {
    const tooSmall = value !== null && value > own
    return {
      ...settleShift(monthRow, month),
      flags: tooSmall ? [{ kind: 'month-differs', at: month, value }] : noFlags,
    }
  }
  if (whole && monthRow?.mark && value === null) return settleShift(monthRow, month)
  // A day that is partly known says so itself; a silent one only here.
  const silent = days.some((day) => !day.complete && day.value === null)
  if (own !== null || (value !== null && silent)) flags.push({ kind: 'incomplete', at: month, value: own })
  return { value, complete, marks, flags }
}

/** Months one after the other. */
export function settleMonths(months: readonly Settled[]): Settled {
  return {
    value: sum(months.map((month) => month.value)),
    complete: months.every((month) => month.complete),
    marks: new Set(months.flatMap((month) => [...month.marks])),
    flags: months.flatMap((month) => month.flags),
  }
}

/** What is shown of a settled figure: its number, a mark that holds for all of it, or null for *not reported*. */
export function settledValue({
  value,
  complete,
  marks,
}: Pick<Settled, 'value' | 'complete' | 'marks'>): number | Mark | null {
  return value ?? (complete ? sumOfValues([...marks]) : null)
}

/**
 * A sum of counts and marks: its number, or in words why there is none. It is *not reported* (null) while any part of it
 * is, then *closed* where any part was closed, and *not applicable* only where every part is.
 */
export function sumOfValues(values: readonly (number | Mark | null)[]): number | Mark | null {
  const total = sum(values.map((value) => (typeof value === 'number' ? value : null)))
  if (total !== null) return total
  if (values.length === 0 || values.includes(null)) return null
  return values.includes('closed') ? 'closed' : 'not-applicable'
}

/** The sum of what is known; null where nothing is. */
export function sum(values: readonly (number | null)[]): number | null {
  let total: number | null = null
  for (const value of values) if (value !== null) total = (total ?? 0) + value
  return total
}
