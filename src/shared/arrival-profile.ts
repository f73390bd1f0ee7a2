import { type MinuteSpan, minutesInQuarter, quarterStarts } from './queue/quarter-hours.ts'

const minutesInHour = 60

/** How a shift's arrivals spread over its quarter hours. */
export interface ArrivalProfile {
  /** The share of each quarter hour, the first beginning with the shift; together 1, or all 0 where nothing is open. */
  shares: number[]
  /** `hours` from counts by hour, `even` where too few of them are known. */
  basis: 'hours' | 'even'
}

/**
 * Spreads arrivals over the quarter hours of a shift: each hour has its share of the counts by hour, evenly over its
 * open minutes; all open minutes have the same where fewer than half of the open hours were ever counted.
 * @param shift minutes from midnight of the date that it began on; past 1440 after midnight
 * @param hours counts by hour, by the minute at which the hour begins on the same clock
 * @param open the minutes within which the shift is open; the whole shift where left out
 */
export function arrivalProfile(
  shift: MinuteSpan,
  hours: ReadonlyMap<number, number>,
  open: readonly MinuteSpan[] = [shift],
): ArrivalProfile {
  const starts = quarterStarts(shift)
  const openMinutes = starts.map((start) => {
    const end = Math.min(start + minutesInQuarter, shift.to)
    return open.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, end) - Math.max(from, start)), 0)
  })
  const minutesByHour = new Map<number, number>()
  starts.forEach((start, index) => {
    const hour = hourOf(start)
    minutesByHour.set(hour, (minutesByHour.get(hour) ?? 0) + (openMinutes[index] ?? 0))
  })
  const openHours = [...minutesByHour].filter(([, minutes]) => minutes > 0).map(([hour]) => hour)
  const sum = openHours.reduce((total, hour) => total + (hours.get(hour) ?? 0), 0)
  const known = openHours.filter((hour) => hours.has(hour)).length
  if (sum > 0 && known * 2 >= openHours.length) {
    const shares = starts.map((start, index) => {
      const hour = hourOf(start)
      const minutes = minutesByHour.get(hour) ?? 0
      return minutes > 0 ? ((hours.get(hour) ?? 0) / sum) * ((openMinutes[index] ?? 0) / minutes) : 0
    })
    return { shares, basis: 'hours' }
  }
  const all = openMinutes.reduce((total, minutes) => total + minutes, 0)
  return { shares: openMinutes.map((minutes) => (all > 0 ? minutes / all : 0)), basis: 'even' }
}

const hourOf = (minute: number): number => Math.floor(minute / minutesInHour) * minutesInHour
