import { dateAt, instantAt, minuteAt } from '../dates.ts'

/** A time on a clock. */
export interface ClockTime {
  date: string
  /** Minutes since local midnight. */
  minute: number
}

/**
 * What the clocks of another zone show when those of the port show a time. Zones change their clocks by law (Kazakhstan's
 * east on 1 March 2024), so it goes by the zone's rules on that very date.
 */
export function farClock({ date, minute }: ClockTime, zone: string, farZone: string): ClockTime {
  const at = instantAt(date, minute, zone)
  return { date: dateAt(at, farZone), minute: minuteAt(at, farZone) }
}

/** Minutes by which the clocks of another zone are ahead of the port's at noon of a date; negative where they are behind. */
export function minutesAhead(date: string, zone: string, farZone: string): number {
  const noon = 720
  const far = farClock({ date, minute: noon }, zone, farZone)
  return far.minute - noon + (Date.parse(far.date) - Date.parse(date)) / 60_000
}
