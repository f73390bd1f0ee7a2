import { minutesInDay, timeOf } from '../dates.ts'
import type { Span } from '../staffing/spans.ts'

/** Clock times of minutes from 00:00 of the date that a shift began on: 1320 to 1800 is 22:00–06:00. */
export const minuteTimes = ({ from, to }: Span): string =>
  `${timeOf(from % minutesInDay)}–${to % minutesInDay === 0 ? '24:00' : timeOf(to % minutesInDay)}`
