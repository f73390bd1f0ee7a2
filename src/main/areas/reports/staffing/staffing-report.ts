import type { InputOf } from '../../../../shared/contract/index.ts'
import type {
  BoardArrivals,
  CheckpointLoad,
  StaffingReport,
} from '../../../../shared/contract/staffing-load.ts'
import { daysBetween, minutesInDay } from '../../../../shared/dates.ts'
import { AppError } from '../../../../shared/errors.ts'
import { minutesInQuarter } from '../../../../shared/queue/quarter-hours.ts'
import { loadOf, OpenTime } from '../../../../shared/staffing/load.ts'
import { minutesApart } from '../../../../shared/staffing/spans.ts'
import { channelKinds } from '../../../../shared/staffing/staffing-words.ts'
import type { QueryContext } from '../../../book/handlers.ts'
import { today } from '../../reference/describe-port.ts'
import { namesOn } from '../../reference/names.ts'
import { type Checkpoint, holdsOn, type PortModel, portModel } from '../../reference/port-model.ts'
import { checkpointOf } from '../../reference/settings/setting-rules.ts'
import { partsOfShift, shiftsBeginningOn } from '../../reference/shift-periods.ts'
import { shiftsOfBoard, spanOfShift, wholeDay } from '../../staffing/shift-place.ts'
import { staffingModel } from '../../staffing/staffing-model.ts'
import { LineFigures, type Selection } from '../line-figures.ts'
import { type ReportPeriod, reportPeriod } from '../report-period.ts'
import { type Arrivals, arrivalsOf, type Buckets } from './arrivals.ts'
import { type OpenTimes, openingsIn, openTimesOf, type PeriodOpenings } from './open-times.ts'

const hoursOfDay: Buckets = { first: 0, count: 24, minutes: 60 }

/** The load of a checkpoint, with what it was worked out from. */
export interface LoadOfCheckpoint {
  checkpoint: Checkpoint
  load: CheckpointLoad
  arrivals: Arrivals
}

/** @throws AppError unknown-checkpoint, unknown-shift, invalid-input */
export function readStaffingReport(
  context: QueryContext,
  input: InputOf<'readStaffingReport'>,
): StaffingReport {
  const { period, loads } = staffingLoads(context, input)
  return {
    period: { kind: input.kind, ...period.span, shift: input.shift ?? null },
    checkpoints: loads.map(({ load }) => load),
  }
}

/** The load of each checkpoint in a period: of the one asked for, else of all that have channels. */
export function staffingLoads(
  { db, now }: QueryContext,
  input: InputOf<'readStaffingReport'>,
): { period: ReportPeriod; buckets: Buckets; openings: PeriodOpenings; loads: LoadOfCheckpoint[] } {
  const port = portModel(db)
  const model = staffingModel(db)
  const period = reportPeriod(port, input)
  const reader = new LineFigures(db, port, today(port, now))
  const buckets = period.shift ? hoursOfShift(period) : hoursOfDay
  const selection = { ...period.selection, shift: period.shift?.code ?? null, date: input.date }
  const openings = openingsIn(db, selection, input.checkpoint ?? null)
  const open = openTimesOf(db, now, openings, buckets)
  const hasChannels = ({ code }: Checkpoint): boolean =>
    model.channels.values().some((channel) => channel.checkpoint === code)
  const loads = period.checkpoints
    .filter((checkpoint) => input.checkpoint !== undefined || hasChannels(checkpoint))
    .map((checkpoint): LoadOfCheckpoint => {
      const clock = period.shift ? clockOfShift(input.date) : clockOfDay
      const arrivals = arrivalsOf(db, port, reader, checkpoint, period.selection, buckets, clock)
      const own = open.get(checkpoint.code)
      const existing = [...model.channels.values()].filter(
        (channel) =>
          channel.checkpoint === checkpoint.code &&
          channel.from <= period.span.to &&
          channel.to >= period.span.from,
      )
      const load = {
        checkpoint: checkpoint.code,
        names: namesOn(port, 'checkpoint', checkpoint.code, period.span.to),
        ...checkpointLoad(own, arrivals, buckets, period, existing.length),
      }
      return { checkpoint, load, arrivals }
    })
  return { period, buckets, openings, loads }
}

function checkpointLoad(
  own: OpenTimes | undefined,
  arrivals: Arrivals,
  buckets: Buckets,
  { span, shift }: ReportPeriod,
  exist: number,
): Omit<CheckpointLoad, 'checkpoint' | 'names'> {
  const open = own?.actual ?? new OpenTime(buckets.first, buckets.count, buckets.minutes)
  const load = loadOf(open, arrivals.lines)
  const days = shift ? 1 : daysBetween(span.from, span.to)
  const times = shift && spanOfShift(shift)
  return {
    channels: { exist, opened: own?.channels.size ?? 0, mostAtOnce: own?.mostAtOnce ?? 0 },
    kinds: load.kinds,
    hours: load.buckets.map(({ openMinutes, kinds, ...hour }, index) => {
      const startsMinute = buckets.first + index * buckets.minutes
      const end = startsMinute + buckets.minutes
      const minutes = times ? Math.min(end, times.to) - Math.max(startsMinute, times.from) : buckets.minutes
      const whole = minutes * days
      return {
        startsMinute,
        open: openMinutes / whole,
        ...hour,
        kinds: kinds.map((each) => ({
          kind: each.kind,
          open: each.openMinutes / whole,
          served: each.served,
          utilisation: each.utilisation,
        })),
      }
    }),
    profile: arrivals.profile,
    planned: channelKinds.flatMap((kind) => {
      const channelMinutes = own?.planned.get(kind)
      return channelMinutes === undefined ? [] : [{ kind, channelMinutes }]
    }),
    incomplete: arrivals.incomplete,
  }
}

/** @throws AppError unknown-checkpoint, checkpoint-not-in-service, unknown-shift */
export function readBoardArrivals(
  { db, now }: QueryContext,
  place: { checkpoint: string; date: string; shift: string },
): BoardArrivals {
  const port = portModel(db)
  const checkpoint = checkpointOf(port, place.checkpoint)
  const { date } = place
  if (!holdsOn(checkpoint, date)) throw new AppError('checkpoint-not-in-service', { ...place })
  const shifts = shiftsOfBoard(checkpoint, place)
  if (shifts.length === 0) throw new AppError('unknown-shift', { ...place })
  const startsMinute = Math.min(...shifts.map(({ span }) => span.from))
  const endsMinute = Math.max(...shifts.map(({ span }) => span.to))
  const count = Math.ceil((endsMinute - startsMinute) / minutesInQuarter)
  const buckets = { first: startsMinute, count, minutes: minutesInQuarter }
  const reader = new LineFigures(db, port, today(port, now))
  const parts = shifts.map(({ shift }) =>
    arrivalsOf(
      db,
      port,
      reader,
      checkpoint,
      shiftSelection(port, checkpoint, date, shift),
      buckets,
      clockOfShift(date),
    ),
  )
  const lines = Map.groupBy(
    parts.flatMap((part) => part.lines),
    (line) => `${line.line} ${line.direction}`,
  )
  return {
    startsMinute,
    endsMinute,
    lines: [...lines.values()].flatMap((same) => {
      const [first] = same
      if (!first) return []
      const byBucket = Array.from({ length: count }, (_, index) =>
        same.reduce((sum, line) => sum + (line.byBucket[index] ?? 0), 0),
      )
      return [{ ...first, totals: [...first.totals], byBucket }]
    }),
    profile: weakest(parts),
    incomplete: parts.some((part) => part.incomplete),
  }
}

function shiftSelection(port: PortModel, checkpoint: Checkpoint, date: string, shift: string): Selection {
  const found = shiftsBeginningOn(checkpoint, date).find(({ code }) => code === shift)
  if (shift === wholeDay || !found) return { from: date, to: date, parts: null }
  const parts = partsOfShift(port, found, date)
  return { from: date, to: parts.at(-1)?.date ?? date, parts }
}

function weakest(parts: readonly Arrivals[]): Arrivals['profile'] {
  const some = parts.filter(({ lines }) =>
    lines.some((line) => Array.from(line.byBucket).some((number) => number > 0)),
  )
  const profiles = some.map(({ profile }) => profile)
  return (
    (['even', 'profile'] as const).find((profile) => profiles.includes(profile)) ??
    (some.length > 0 ? 'hours' : 'even')
  )
}

/** Clock hours that a shift touches, from 00:00 of the date that it began on. */
function hoursOfShift({ shift }: ReportPeriod): Buckets {
  const { from, to } = shift ? spanOfShift(shift) : { from: 0, to: minutesInDay }
  const first = Math.floor(from / 60) * 60
  return { first, count: Math.ceil((to - first) / 60), minutes: 60 }
}

const clockOfShift =
  (began: string) =>
  (date: string, minute: number): number =>
    minutesApart(began, date) + minute

const clockOfDay = (_date: string, minute: number): number => minute % minutesInDay
