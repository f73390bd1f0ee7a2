import type { CheckpointDescription, PortDescription } from '../../shared/contract/reference.ts'
import { formatTime, localDateOf } from '../../shared/format.ts'
import { addDays } from './days.ts'

/** Which sheet is shown: a shift's code, or `day`. */
export interface SheetPlace {
  checkpoint: string
  date: string
  shift: string
}

/** The day itself, where shifts are summed or a checkpoint counts by day. */
export const wholeDay = 'day'

/** The shift that is worked now, with its date: yesterday's where it began before midnight. */
export function shiftAt(
  checkpoint: Pick<CheckpointDescription, 'shifts'>,
  today: string,
  time: string,
): { date: string; shift: string } {
  const { shifts } = checkpoint
  const afterMidnight = shifts.find((shift) => shift.overMidnight && time < shift.ends)
  if (afterMidnight) return { date: addDays(today, -1), shift: afterMidnight.shift }
  const running = shifts.find((shift) => shift.starts <= time && (shift.overMidnight || time < shift.ends))
  const begun = shifts.filter((shift) => shift.starts <= time).at(-1)
  return { date: today, shift: (running ?? begun ?? shifts[0])?.shift ?? wholeDay }
}

/** Where the window begins: the first checkpoint, now. A sample book's clock is not ours, so it begins with its last day. */
export function firstPlace(port: PortDescription): SheetPlace | null {
  const checkpoint = port.checkpoints[0]
  if (!checkpoint) return null
  const isNow = localDateOf(port.now, port.zone) === port.today
  const time = isNow ? formatTime(port.now, port.zone, 'minutes') : '00:00'
  const { date, shift } = isNow
    ? shiftAt(checkpoint, port.today, time)
    : { date: port.today, shift: checkpoint.shifts[0]?.shift ?? wholeDay }
  return { checkpoint: checkpoint.checkpoint, date, shift }
}

/** The nearest place that exists on its date: another checkpoint or date may not have the shift. */
export function placeOnDate(place: SheetPlace, checkpoints: CheckpointDescription[]): SheetPlace {
  const checkpoint = checkpoints.find((each) => each.checkpoint === place.checkpoint) ?? checkpoints[0]
  if (!checkpoint) return place
  const hasShift = checkpoint.shifts.some((each) => each.shift === place.shift)
  const first = checkpoint.shifts[0]?.shift ?? wholeDay
  const shift = hasShift || place.shift === wholeDay ? place.shift : first
  return { checkpoint: checkpoint.checkpoint, date: place.date, shift }
}

/** The shift before and after what is shown; of a whole day the day before and after. */
export interface Neighbours {
  before: { date: string; shift: string }
  after: { date: string; shift: string }
}

/** A step away from what is shown. */
export type Step = (from: SheetPlace, shown: Neighbours) => SheetPlace

export const shiftBefore: Step = (from, shown) => ({ ...from, ...shown.before })
export const shiftAfter: Step = (from, shown) => ({ ...from, ...shown.after })
export const daysAway =
  (days: number): Step =>
  (from) => ({ ...from, date: addDays(from.date, days) })
