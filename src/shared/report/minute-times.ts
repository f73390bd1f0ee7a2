import { minutesInDay, timeOf } from '../dates.ts'
import type { Span } from '../staffing/spans.ts'

/** Clock times of minutes from 00:00 of the date that a shift began on: 1320 to 1800 is 22:00–06:00. */
export const minuteTimes = ({ from, to }: Span): string => `${startTime(from)}–${endTime(to)}`

export const startTime = (minute: number): string => timeOf(minute % minutesInDay)
export const endTime = (minute: number): string => (minute % minutesInDay === 0 ? '24:00' : startTime(minute))
