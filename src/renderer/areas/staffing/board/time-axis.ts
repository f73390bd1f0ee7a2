import type { Span } from '../../../../shared/staffing/spans.ts'

/** The minutes of a board along its width. */
export interface TimeAxis extends Span {
  /** Minutes at which a line stands, and those of them that are written. */
  lines: readonly number[]
  hours: readonly number[]
}

/** Half-hour lines where there is room for them: on a board of up to twelve hours. */
const longestWithHalves = 12 * 60
/** Every hour is written up to this length, else every second one. */
const longestWithEveryHour = 14 * 60

export function timeAxis({ from, to }: Span): TimeAxis {
  const step = to - from <= longestWithHalves ? 30 : 60
  const written = to - from <= longestWithEveryHour ? 60 : 120
  const lines: number[] = []
  for (let minute = Math.ceil(from / step) * step; minute < to; minute += step) lines.push(minute)
  return { from, to, lines, hours: lines.filter((minute) => minute % written === 0) }
}

/** Where a minute lies, as a share of the width in per cent. */
export const percentAt = ({ from, to }: Span, minute: number): number =>
  ((Math.min(Math.max(minute, from), to) - from) / (to - from)) * 100

/** The minute at a share of the width, rounded to `step` minutes and kept on the board. */
export function minuteAtShare({ from, to }: Span, share: number, step: number): number {
  const minute = Math.round((from + share * (to - from)) / step) * step
  return Math.min(Math.max(minute, from), to)
}

/** Left and width of a span as CSS. */
export function placeOf(axis: Span, { from, to }: Span): { left: string; width: string } {
  const left = percentAt(axis, from)
  return { left: `${left}%`, width: `${percentAt(axis, to) - left}%` }
}
