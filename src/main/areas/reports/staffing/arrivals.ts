import { type ArrivalProfile, arrivalProfile } from '../../../../shared/arrival-profile.ts'
import type { Profile } from '../../../../shared/contract/staffing-load.ts'
import { minutesInDay } from '../../../../shared/dates.ts'
import { parsePeriod } from '../../../../shared/periods.ts'
import { minutesInQuarter } from '../../../../shared/queue/quarter-hours.ts'
import type { LineArrivals } from '../../../../shared/staffing/load.ts'
import { commonSpan, type Span } from '../../../../shared/staffing/spans.ts'
import type { Direction } from '../../../../shared/words.ts'
import type { Connection } from '../../../book/connection.ts'
import { minutesOpen } from '../../reference/calendar.ts'
import type { Checkpoint, Line, PortModel } from '../../reference/port-model.ts'
import { partsOfShift, partsOnDate, type ShiftPart } from '../../reference/shift-periods.ts'
import { linesWithin } from '../checkpoint-figures.ts'
import type { LineFigures, Selection } from '../line-figures.ts'
import { hasHours, type PeriodSum, periodSums, sumsOfPeriods } from './arrivals.sql.ts'
import { HourHistory } from './hour-history.ts'

/** Time cut into pieces of equal length, on the clock that the caller counts by. */
export interface Buckets {
  first: number
  count: number
  minutes: number
}

export interface Arrivals {
  lines: LineArrivals[]
  profile: Profile
  incomplete: boolean
}

/**
 * What was counted at a checkpoint, by line and bucket. The totals are those of every report; hours that were counted say
 * how they spread, then the port's own profile for what is known by shift or day only, and then the open hours evenly.
 * @param clock gives a minute of a calendar date its minute on the buckets' clock
 */
export function arrivalsOf(
  db: Connection,
  port: PortModel,
  reader: LineFigures,
  checkpoint: Checkpoint,
  selection: Selection,
  buckets: Buckets,
  clock: (date: string, minute: number) => number,
): Arrivals {
  const lines = linesWithin(checkpoint, selection).filter(
    ({ unit }) => unit === 'persons' || unit === 'vehicles',
  )
  const codes = lines.map(({ code }) => code)
  const parts = selection.parts ?? partsWithin(port, checkpoint, selection)
  const rows = storedSums(db, checkpoint, codes, selection, parts)
  const stored = Map.groupBy(rows, (row) => `${row.line} ${row.direction}`)
  const hasOwn = rows.some(({ period }) => period.includes('@'))
  const history = new HourHistory(db, checkpoint.code, lines, selection, hasOwn)
  const spread = new Spread(checkpoint, selection, parts, history, buckets, clock)
  let incomplete = false
  const arrivals = lines.flatMap((line) =>
    checkpoint.directions.map((direction): LineArrivals => {
      const { value, complete } = reader.settle(checkpoint, line, direction, selection)
      if (!complete && line.parent === null) incomplete = true
      return {
        line: line.code,
        unit: line.unit,
        totals: line.totals,
        parent: line.parent,
        direction,
        byBucket: spread.of(line, direction, value ?? 0, stored.get(`${line.code} ${direction}`) ?? []),
      }
    }),
  )
  return { lines: arrivals, profile: spread.profile, incomplete }
}

interface DatedSum extends PeriodSum {
  /** Null where dates are added up. */
  date: string | null
}

function storedSums(
  db: Connection,
  checkpoint: Checkpoint,
  lines: readonly string[],
  { from, to, parts: ofShift }: Selection,
  parts: readonly ShiftPart[],
): DatedSum[] {
  const { code } = checkpoint
  const [first] = lines
  if (!ofShift) {
    const byHour = from === to || (first !== undefined && hasHours(db, code, first, from, to))
    const sums = byHour
      ? periodSums(db, code, lines, from, to)
      : sumsOfPeriods(db, code, lines, ['day', ...parts.map(({ period }) => period)], from, to)
    return sums.map((row) => ({ ...row, date: null }))
  }
  return ofShift.flatMap(({ date, period }) =>
    periodSums(db, code, lines, date, date)
      .filter((row) => row.period === period || row.period.startsWith(`${period}@`))
      .map((row) => ({ ...row, date })),
  )
}

/** Spreads the total of a line over the buckets as what is stored of it says. */
class Spread {
  readonly #checkpoint: Checkpoint
  readonly #history: HourHistory
  readonly #buckets: Buckets
  readonly #clock: (date: string, minute: number) => number
  readonly #spans: ReadonlyMap<string, { date: string; span: Span }>
  readonly #whole: { date: string; span: Span }
  readonly #weights = { hours: 0, profile: 0, even: 0 }
  readonly #profiles = new Map<string, ArrivalProfile>()

  constructor(
    checkpoint: Checkpoint,
    selection: Selection,
    parts: readonly ShiftPart[],
    history: HourHistory,
    buckets: Buckets,
    clock: (date: string, minute: number) => number,
  ) {
    this.#checkpoint = checkpoint
    this.#buckets = buckets
    this.#clock = clock
    this.#history = history
    this.#spans = new Map(parts.map((part) => [part.period, { date: part.date, span: part }]))
    this.#whole = { date: selection.to, span: { from: 0, to: minutesInDay } }
  }

  /** What most of the numbers so far rest on; the weakest that counts for more than a hundredth. */
  get profile(): Profile {
    const { hours, profile, even } = this.#weights
    const least = (hours + profile + even) / 100
    if (even > least) return 'even'
    return profile > least || hours === 0 ? (profile > 0 ? 'profile' : hours > 0 ? 'hours' : 'even') : 'hours'
  }

  of(line: Line, direction: Direction, total: number, stored: readonly DatedSum[]): Float64Array {
    const weights = new Float64Array(this.#buckets.count)
    if (total <= 0) return weights
    const byHour = new Map<string, number>()
    let known = 0
    for (const { period, value, date } of stored) {
      const parsed = parsePeriod(period)
      if (parsed?.level !== 'hour') continue
      const own = period.slice(0, period.indexOf('@'))
      const place = this.#spans.get(own) ?? this.#whole
      const minute = parsed.hour * 60 + (parsed.hour * 60 + 60 <= place.span.from ? minutesInDay : 0)
      const within = commonSpan({ from: minute, to: minute + 60 }, place.span)
      if (!within) continue
      this.#add(weights, date ?? place.date, within, value)
      byHour.set(own, (byHour.get(own) ?? 0) + value)
      known += value
    }
    const rest = { profile: 0, even: 0 }
    for (const { period, value, date } of stored) {
      const parsed = parsePeriod(period)
      if (parsed?.level !== 'shift' && parsed?.level !== 'day') continue
      const left = value - (byHour.get(period) ?? 0)
      if (left <= 0) continue
      const { span, ...place } = (parsed.level === 'shift' && this.#spans.get(period)) || this.#whole
      rest[this.#addByProfile(weights, line, direction, { date: date ?? place.date, span }, left)] += left
    }
    let sum = weights.reduce((all, weight) => all + weight, 0)
    if (sum === 0) {
      // Known by the month alone.
      rest[this.#addByProfile(weights, line, direction, this.#whole, total)] += total
      sum = total
    }
    const scale = total / (sum || 1)
    if (line.parent === null) {
      this.#weights.hours += known * scale
      this.#weights.profile += rest.profile * scale
      this.#weights.even += rest.even * scale
    }
    return weights.map((weight) => weight * scale)
  }

  #addByProfile(
    weights: Float64Array,
    line: Line,
    direction: Direction,
    { date, span }: { date: string; span: Span },
    number: number,
  ): 'profile' | 'even' {
    const key = `${line.unit} ${direction} ${date} ${span.from} ${span.to}`
    let profile = this.#profiles.get(key)
    if (!profile) {
      const { open } = minutesOpen(this.#checkpoint, { date, ...span })
      const hours = this.#history.hoursWithin(line.unit, direction, span)
      profile = arrivalProfile(span, hours, open.length > 0 ? open : [span])
      this.#profiles.set(key, profile)
    }
    for (const [quarter, share] of profile.shares.entries()) {
      const from = span.from + quarter * minutesInQuarter
      this.#add(weights, date, { from, to: Math.min(from + minutesInQuarter, span.to) }, number * share)
    }
    return profile.basis === 'hours' ? 'profile' : 'even'
  }

  /** Adds a number evenly over minutes of a date. */
  #add(weights: Float64Array, date: string, { from, to }: Span, number: number): void {
    const { first, count, minutes } = this.#buckets
    const begins = this.#clock(date, from) - first
    const length = to - from
    for (let done = 0; done < length; ) {
      const at = begins + done
      // The hours of a day go round: what lies after its last hour belongs to its first ones.
      const bucket = ((Math.floor(at / minutes) % count) + count) % count
      const step = Math.min(length - done, minutes - (((at % minutes) + minutes) % minutes))
      weights[bucket] = (weights[bucket] ?? 0) + (number * step) / length
      done += step
    }
  }
}

/** Every part of a shift that a span of dates has, by its last date: they may have had other hours before. */
function partsWithin(port: PortModel, checkpoint: Checkpoint, { from, to }: Selection): ShiftPart[] {
  if (from === to) return partsOnDate(port, checkpoint, to)
  const byPeriod = new Map(
    checkpoint.shifts
      .filter((shift) => shift.from <= to && shift.to >= from)
      .flatMap((shift) => partsOfShift(port, shift, to).map((part) => ({ ...part, date: to })))
      .map((part) => [part.period, part] as const),
  )
  return [...byPeriod.values()]
}
