import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { LocalDate } from '../../src/shared/dates.ts'
import type { HolidayCalendar } from '../../src/shared/forecast/day-features.ts'

const Holidays = z.strictObject({
  sources: z.record(z.string(), z.string()),
  hongKong: z.record(z.string(), z.array(LocalDate)),
  mainland: z.record(
    z.string(),
    z.strictObject({ off: z.array(z.tuple([LocalDate, LocalDate])), work: z.array(LocalDate) }),
  ),
})

/** The years whose holidays are known. */
export const holidayYears = { first: '2021-01-01', last: '2026-12-31' }

/** The holidays of Hong Kong and the mainland, announced before the year begins and so known ahead. */
export function readHolidays(): HolidayCalendar[] {
  const file: unknown = JSON.parse(readFileSync(join(import.meta.dirname, 'holidays.json'), 'utf8'))
  const { hongKong, mainland } = Holidays.parse(file)
  const years = Object.values(mainland)
  return [
    {
      holidays: Object.values(hongKong)
        .flat()
        .map((date) => ({ from: date, to: date })),
      workdays: [],
    },
    {
      holidays: years.flatMap(({ off }) => off).map(([from, to]) => ({ from, to })),
      workdays: years.flatMap(({ work }) => work),
    },
  ]
}
