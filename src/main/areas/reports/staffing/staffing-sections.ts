import type { ChannelsNeeded } from '../../../../shared/contract/channels-needed.ts'
import type { CrossingsReportInput } from '../../../../shared/contract/reports.ts'
import type {
  LackOfChannels,
  OpenStep,
  StaffingSection,
  StaffingSections,
} from '../../../../shared/contract/staffing-section.ts'
import { addDays, daysBetween, lastOfMonth, monthOf } from '../../../../shared/dates.ts'
import { sum } from '../../../../shared/period-rule.ts'
import { controlledTotal, type Direction, type Total, type Unit, units } from '../../../../shared/words.ts'
import type { QueryContext } from '../../../book/handlers.ts'
import { readChannelsNeeded } from '../../queues/read-channels-needed.ts'
import { today } from '../../reference/describe-port.ts'
import { type Checkpoint, holdsOn, portModel } from '../../reference/port-model.ts'
import { wholeDay } from '../../staffing/shift-place.ts'
import { linesWithin } from '../checkpoint-figures.ts'
import { LineFigures } from '../line-figures.ts'
import type { DateSpan } from '../report-spans.ts'
import { channelWork } from './channel-work.ts'
import { emptyStep, type OpenHours, openHoursOf } from './open-hours.ts'
import { staffingLoads } from './staffing-report.ts'

/** Two months, and five years: how finely a table of a period goes. */
const mostDates = 62
const mostDaysByMonth = 1_830

/** @throws AppError unknown-checkpoint, unknown-shift, invalid-input */
export function readStaffingSections(context: QueryContext, input: CrossingsReportInput): StaffingSections {
  const { period, buckets, openings, loads } = staffingLoads(context, input)
  const { db, now } = context
  const isShort = input.kind === 'shift' || input.kind === 'day'
  const steps = isShort ? [] : stepsOf(period.span)
  const hours = openHoursOf(db, now, openings, steps)
  return {
    period: { kind: input.kind, ...period.span, shift: input.shift ?? null },
    checkpoints: loads
      .filter(({ load }) => load.channels.exist + load.channels.opened > 0)
      .map(({ checkpoint, load, arrivals }): StaffingSection => {
        const work = isShort
          ? channelWork(db, now, checkpoint.code, openings.selection, arrivals, buckets)
          : []
        const place = { checkpoint: checkpoint.code, date: input.date, shift: input.shift ?? wholeDay }
        const wasOpen = work.length > 0 && holdsOn(checkpoint, input.date)
        const own = hours.get(checkpoint.code)
        const unit = unitOf(checkpoint, period.span)
        return {
          ...load,
          channelHours: own?.channels ?? [],
          unit,
          steps: withCounts(context, checkpoint, unit, own?.steps ?? steps.map(emptyStep)),
          work,
          need: wasOpen ? needOf(readChannelsNeeded(context, { ...place, plan: 'actual' })) : null,
        }
      }),
  }
}

/** Up to two months by date, up to five years by month, longer periods by year. */
function stepsOf({ from, to }: DateSpan): DateSpan[] {
  const days = daysBetween(from, to)
  const endOf = (date: string): string => {
    if (days <= mostDates) return date
    return days <= mostDaysByMonth ? lastOfMonth(monthOf(date)) : `${date.slice(0, 4)}-12-31`
  }
  const steps: DateSpan[] = []
  for (let first = from; first <= to; first = addDays(steps.at(-1)?.to ?? to, 1)) {
    const last = endOf(first)
    steps.push({ from: first, to: last < to ? last : to })
  }
  return steps
}

/** Persons where the checkpoint counts passengers, else the first unit that it does count. */
function unitOf(checkpoint: Checkpoint, span: DateSpan): Unit {
  const lines = linesWithin(checkpoint, span)
  return units.find((unit) => lines.some((line) => line.totals.includes(controlledTotal[unit]))) ?? 'persons'
}

function withCounts(
  { db, now }: QueryContext,
  checkpoint: Checkpoint,
  unit: Unit,
  steps: readonly OpenHours['steps'][number][],
): OpenStep[] {
  const [first, last] = [steps[0], steps.at(-1)]
  if (!first || !last) return []
  const port = portModel(db)
  const reader = new LineFigures(db, port, today(port, now))
  const span = { from: first.from, to: last.to }
  const byDirection = (direction: Direction) =>
    checkpoint.directions.includes(direction)
      ? countsByDateOrMonth(reader, checkpoint, controlledTotal[unit], direction, span)
      : new Map<string, number>()
  const counts = { entry: byDirection('entry'), exit: byDirection('exit') }
  return steps.map((step) => {
    const of = (direction: Direction): number | null =>
      sum(
        [...counts[direction]].map(([at, number]) =>
          step.from.slice(0, at.length) <= at && at <= step.to.slice(0, at.length) ? number : null,
        ),
      )
    return { ...step, entries: of('entry'), exits: of('exit') }
  })
}

/** What was counted of a total, by date where the table goes by date, else by month. */
function countsByDateOrMonth(
  reader: LineFigures,
  checkpoint: Checkpoint,
  total: Total,
  direction: Direction,
  span: DateSpan,
): Map<string, number> {
  if (daysBetween(span.from, span.to) <= mostDates) return reader.daySums(checkpoint, total, direction, span)
  const sums = new Map<string, number>()
  for (const line of linesWithin(checkpoint, span)) {
    if (!line.totals.includes(total)) continue
    for (const [month, { value }] of reader.byMonth(checkpoint, line, direction, span)) {
      if (value !== null) sums.set(month, (sums.get(month) ?? 0) + value)
    }
  }
  return sums
}

function needOf(needed: ChannelsNeeded): StaffingSection['need'] {
  return { target: needed.target, worst: worstOf(needed) }
}

/** The gap that lacked the most channels, with the longest wait in its queue. */
export function worstOf({ worst, needs }: ChannelsNeeded): LackOfChannels | null {
  if (worst === null) return null
  const queue = needs.find(
    (need) =>
      need.direction === worst.direction &&
      need.kind === worst.kind &&
      need.lines?.join() === worst.lines?.join(),
  )
  return { ...worst, longestMinutes: queue?.course.whole.longestMinutes ?? null }
}
