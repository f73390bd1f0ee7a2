/** Minutes of a board, counted from 00:00 of the date that a shift began on, as the clock shows them. */

const minutesInDay = 1440

/** 630 → `10:30`, 1530 → `01:30`; an end at midnight is 24:00. */
export function clockOf(minute: number, isEnd = false): string {
  const within = ((minute % minutesInDay) + minutesInDay) % minutesInDay
  if (isEnd && within === 0 && minute > 0) return '24:00'
  const pad = (part: number): string => String(part).padStart(2, '0')
  return `${pad(Math.floor(within / 60))}:${pad(within % 60)}`
}

/** `10:30–12:00`; without an end `10:30–`. */
export function clockSpan(from: number, to: number | null): string {
  return `${clockOf(from)}–${to === null ? '' : clockOf(to, true)}`
}

/** `10:30` → 630. */
export function minuteOfClock(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}
