import type { InputOf } from '../../shared/contract/index.ts'
import { eachDate, weekdayOf } from '../../shared/dates.ts'
import type { TestBook } from './test-book.ts'

/** The first day of a full hall. */
export const firstFilled = '2025-01-06'
const shiftShares = { morning: 0.6, afternoon: 0.4 }
/** Monday … Sunday, of the line `domestic`; `foreign` is a tenth of it. */
export const hallByWeekday = [200, 210, 220, 240, 300, 400, 320]

/** By hour from 10 to 15. */
const mornings = [30, 10, 10, 5, 5]

/** The hall's counts by shift from one date to another, with none of its nights, and hours of the mornings if asked. */
export async function fillHall(
  book: TestBook,
  to: string,
  hours = false,
  begins = firstFilled,
): Promise<void> {
  const counts: InputOf<'recordCounts'>['counts'] = []
  for (const date of eachDate(begins, to)) {
    const whole = hallByWeekday[weekdayOf(date) - 1] ?? 0
    for (const direction of ['entry', 'exit'] as const) {
      const put = (line: string, period: string, value: number) =>
        counts.push({ line, direction, date, period, value: Math.round(value) })
      for (const [shift, share] of Object.entries(shiftShares)) {
        put('domestic', shift, whole * share)
        put('foreign', shift, whole * share * 0.1)
      }
      for (const part of ['night/1', 'night/2'])
        if (part === 'night/1' || date > begins)
          for (const line of ['domestic', 'foreign']) put(line, part, 0)
      if (hours)
        for (const [hour, value] of mornings.entries()) put('domestic', `morning@${10 + hour}`, value)
    }
  }
  for (let at = 0; at < counts.length; at += 500)
    await book.done('recordCounts', { checkpoint: 'hall', counts: counts.slice(at, at + 500) })
}
