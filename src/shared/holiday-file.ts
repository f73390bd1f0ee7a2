import { z } from 'zod'
import { isDate, isWorkingDate } from './dates.ts'
import { Names } from './words.ts'

/** The holidays of one country by year, as a JSON file. `docs/HOLIDAY-FILES.md` describes it for people. */

const HolidayDate = z
  .string()
  .refine((text) => isDate(text) && isWorkingDate(text), 'a date from 1900 to 2999')

const HolidayYear = z.strictObject({
  year: z.int().min(1900).max(2999),
  /** False where the year has not been announced yet. */
  certain: z.boolean(),
  /** The notice or law that the dates come from. */
  source: z.string().min(1).max(300),
  days: z.array(z.strictObject({ holiday: z.string(), from: HolidayDate, to: HolidayDate })).max(366),
})

export const HolidayFile = z
  .strictObject({
    format: z.literal(1),
    country: z.string().regex(/^[A-Z]{2}$/, 'two capital letters'),
    holidays: z.record(z.string().min(1).max(60), Names),
    years: z.array(HolidayYear).min(1).max(200),
  })
  .superRefine((file, context) => {
    const refuse = (message: string, path: (string | number)[]): void => {
      context.addIssue({ code: 'custom', message, path })
    }
    const years = file.years.map(({ year }) => year)
    if (new Set(years).size < years.length) refuse('a year twice', ['years'])
    for (const [index, { year, days }] of file.years.entries()) {
      for (const [place, { holiday, from, to }] of days.entries()) {
        const path = ['years', index, 'days', place]
        if (file.holidays[holiday] === undefined) refuse(`no names for ${holiday}`, [...path, 'holiday'])
        if (to < from) refuse('ends before it begins', [...path, 'to'])
        if (yearOfHoliday(to) !== year) refuse(`ends outside ${year}`, [...path, 'to'])
      }
      const keys = days.map(({ holiday, from }) => `${holiday} ${from}`)
      if (new Set(keys).size < keys.length) refuse('a holiday twice from the same date', ['years', index])
    }
  })
export type HolidayFile = z.infer<typeof HolidayFile>

/** A holiday belongs to the year in which it ends: New Year of 2023 began on 31 December 2022. */
export function yearOfHoliday(to: string): number {
  return Number(to.slice(0, 4))
}

/** The holidays of a file as a port file has them, by date. */
export function holidaysOfFile(
  file: HolidayFile,
): { country: string; from: string; to: string; names: Names }[] {
  return file.years
    .flatMap(({ days }) => days)
    .map(({ holiday, from, to }) => ({
      country: file.country,
      from,
      to,
      names: file.holidays[holiday] ?? {},
    }))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
}
