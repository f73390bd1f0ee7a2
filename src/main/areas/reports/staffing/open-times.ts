import { addDays, minutesInDay } from '../../../../shared/dates.ts'
import { OpenTime } from '../../../../shared/staffing/load.ts'
import { minutesApart, type Span } from '../../../../shared/staffing/spans.ts'
import type { ChannelKind } from '../../../../shared/staffing/staffing-words.ts'
import type { Connection } from '../../../book/connection.ts'
import { type PortModel, portModel } from '../../reference/port-model.ts'
import { OpeningEnds, type Piece, piecesByDate } from '../../staffing/opening-pieces.ts'
import { type DutyTimes, dutyTimes, type OpeningTimes, openingTimes } from '../../staffing/openings.sql.ts'
import {
  type Channel,
  type StaffingModel,
  serviceSecondsOn,
  staffingModel,
} from '../../staffing/staffing-model.ts'
import type { Selection } from '../line-figures.ts'
import type { Buckets } from './arrivals.ts'

/** What the openings of one checkpoint in a period add up to. */
export interface OpenTimes {
  actual: OpenTime
  /** Minutes planned by kind. */
  planned: Map<ChannelKind, number>
  channels: Set<string>
  mostAtOnce: number
}

/** What the openings of a report are read for. */
export type OpeningsSelection = Selection & { shift: string | null; date: string }

/** The openings that a period may hold, with the duties at each. */
export interface PeriodOpenings {
  selection: OpeningsSelection
  rows: OpeningTimes[]
  duties: Map<string, DutyTimes[]>
}

/** Reads the openings of a period, of one shift or of dates, everywhere or at one checkpoint. */
export function openingsIn(
  db: Connection,
  selection: OpeningsSelection,
  checkpoint: string | null,
): PeriodOpenings {
  const [first, last] =
    selection.shift === null ? [addDays(selection.from, -1), selection.to] : [selection.date, selection.date]
  const duties = Map.groupBy(dutyTimes(db, first, last, checkpoint), ([opening]) => opening)
  return { selection, rows: openingTimes(db, first, last, checkpoint), duties }
}

/** Adds up the openings of a period by checkpoint. */
export function openTimesOf(
  db: Connection,
  now: number,
  { selection, rows, duties }: PeriodOpenings,
  buckets: Buckets,
): Map<string, OpenTimes> {
  const port = portModel(db)
  const model = staffingModel(db)
  const seconds = new ServiceSeconds(model)
  const found = new Map<string, OpenTimes & { moments: number[] }>()
  const ends = new OpeningEnds(port, now)
  let day = ''
  let at = 0
  for (const row of rows) {
    const [id, date, place, plan, shift, code, direction, startsMinute, , headCount] = row
    const channel = model.channels.get(code)
    if (!channel || (selection.shift !== null && shift !== selection.shift)) continue
    const whole = { from: startsMinute, to: ends.of(row) }
    if (date !== day) {
      day = date
      at = minutesApart(selection.date, date)
    }
    for (const piece of piecesOf(port, selection, date, whole)) {
      let times = found.get(place)
      if (!times) {
        const actual = new OpenTime(buckets.first, buckets.count, buckets.minutes)
        times = { actual, planned: new Map(), channels: new Set(), mostAtOnce: 0, moments: [] }
        found.set(place, times)
      }
      if (plan === 'planned') {
        times.planned.set(channel.kind, (times.planned.get(channel.kind) ?? 0) + piece.to - piece.from)
        continue
      }
      times.channels.add(code)
      addMoments(times.moments, at + piece.from, at + piece.to)
      const own = duties.get(id)
      const officerMinutes = officerMinutesIn(piece, whole, headCount, own)
      const { kind, eligible } = channel
      const serviceSeconds = seconds.of(channel, piece.date)
      for (const { from, to } of onClock(selection.shift !== null, piece)) {
        const share =
          officerMinutes === null ? null : (officerMinutes * (to - from)) / (piece.to - piece.from)
        times.actual.add({
          channel: code,
          kind,
          eligible,
          serviceSeconds,
          direction,
          from,
          to,
          officerMinutes: share,
        })
      }
    }
  }
  for (const times of found.values()) times.mostAtOnce = mostAtOnce(times.moments)
  return found
}

/** Service times by kind and date, looked up once each. */
export class ServiceSeconds {
  readonly #model: StaffingModel
  readonly #known = new Map<string, number>()

  constructor(model: StaffingModel) {
    this.#model = model
  }

  of({ kind, checkpoint }: Channel, date: string): number {
    const key = this.#model.serviceTimes.length === 0 ? kind : `${kind} ${checkpoint} ${date}`
    let seconds = this.#known.get(key)
    if (seconds === undefined) {
      seconds = serviceSecondsOn(this.#model, kind, checkpoint, date)
      this.#known.set(key, seconds)
    }
    return seconds
  }
}

/** Of one shift the whole opening; of dates what counts on them: a night in two parts, or on the day it began. */
export function piecesOf(
  port: PortModel,
  { shift, from, to }: Selection & { shift: string | null },
  date: string,
  whole: Span,
): Piece[] {
  if (whole.to <= whole.from) return []
  if (shift !== null) return [{ ...whole, date }]
  return piecesByDate(port, date, whole).filter((piece) => from <= piece.date && piece.date <= to)
}

/** Minutes of a shift stay as they are; of dates they go by the hours of a day. */
export function onClock(isShift: boolean, { from, to }: Span): Span[] {
  if (isShift || to <= minutesInDay) return [{ from, to }]
  if (from >= minutesInDay) return [{ from: from - minutesInDay, to: to - minutesInDay }]
  return [
    { from, to: minutesInDay },
    { from: 0, to: to - minutesInDay },
  ]
}

/** People × minutes of a piece of an opening: of its officers' duties, else of its heads; null where nobody said. */
export function officerMinutesIn(
  piece: Span,
  whole: Span,
  headCount: number | null,
  duties: readonly DutyTimes[] | undefined,
): number | null {
  if (!duties) return headCount === null ? null : headCount * (piece.to - piece.from)
  return duties.reduce(
    (sum, [, , starts, ends]) => sum + common({ from: starts, to: ends ?? whole.to }, piece),
    0,
  )
}

const common = (a: Span, b: Span): number => Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from))

/** Keeps from when to when something is open for `mostAtOnce`: minutes doubled, a start odd. */
export function addMoments(moments: number[], from: number, to: number): void {
  moments.push(2 * from + 1, 2 * to)
}

/** One that ends as another begins is not open together with it: an end sorts before a start of the same minute. */
export function mostAtOnce(moments: readonly number[]): number {
  let open = 0
  let most = 0
  for (const moment of Float64Array.from(moments).sort()) {
    open += moment % 2 === 0 ? -1 : 1
    most = Math.max(most, open)
  }
  return most
}
