import { daysBetween, eachDate, weekdayOf } from '../dates.ts'

/** Holidays of one country, known ahead. */
export interface HolidayCalendar {
  holidays: readonly { from: string; to: string }[]
  /** Days of a weekend on which the country works. */
  workdays: readonly string[]
}

/** Days of a holiday from which on it empties or fills a port in a way of its own. */
const longHoliday = 5
const weekdays = 7

/**
 * What is known ahead of each date of a span, one row of numbers a date: the weekday, and for each country where the
 * date lies within a run of free days that a holiday makes (weekend days that touch it belong to it), on the eve of one
 * and after it, a holiday on a weekday or a Saturday, one of a long holiday, and a weekend worked to make up for it.
 * What never occurs in the span is left out.
 */
export function dayFeatures(from: string, to: string, countries: readonly HolidayCalendar[]): Float64Array[] {
  const dates = [...eachDate(from, to)]
  const first = weekdayOf(from)
  const weekday = dates.map((_, day) => (first - 1 + day) % weekdays)
  const columns = Array.from({ length: weekdays }, (_, wanted) => weekday.map((day) => day === wanted))
  for (const country of countries) columns.push(...holidayColumns(from, weekday, country))
  const used = columns.filter((column) => column.includes(true))
  return dates.map((_, day) => Float64Array.from(used, (column) => (column[day] ? 1 : 0)))
}

function holidayColumns(
  from: string,
  weekday: readonly number[],
  { holidays, workdays }: HolidayCalendar,
): boolean[][] {
  const length = weekday.length
  const none = (): boolean[] => new Array<boolean>(length).fill(false)
  const [holiday, long, worked] = [none(), none(), none()]
  for (const span of holidays) {
    const begins = placeOf(from, span.from)
    const ends = placeOf(from, span.to)
    for (let day = Math.max(0, begins); day <= Math.min(length - 1, ends); day += 1) {
      holiday[day] = true
      if (ends - begins + 1 >= longHoliday) long[day] = true
    }
  }
  for (const date of workdays) {
    const day = placeOf(from, date)
    if (day >= 0 && day < length) worked[day] = true
  }
  const weekend = weekday.map((day) => day >= 5)
  const free = weekend.map((isWeekend, day) => Boolean(holiday[day]) || (isWeekend && !worked[day]))
  return [
    ...runColumns(free, holiday),
    holiday.map((isHoliday, day) => isHoliday && !weekend[day]),
    holiday.map((isHoliday, day) => isHoliday && weekday[day] === 5),
    long,
    worked,
  ]
}

/** A free day by itself; the first, the last and the middle of a longer run; the eve of a run and the day after. */
function runColumns(free: readonly boolean[], holiday: readonly boolean[]): boolean[][] {
  const columns = Array.from({ length: 6 }, () => new Array<boolean>(free.length).fill(false))
  const [single, first, last, middle, eve, after] = columns as [
    boolean[],
    boolean[],
    boolean[],
    boolean[],
    boolean[],
    boolean[],
  ]
  for (let begins = 0; begins < free.length; begins += 1) {
    if (!free[begins]) continue
    let ends = begins
    while (free[ends + 1]) ends += 1
    if (holiday.slice(begins, ends + 1).includes(true)) {
      if (ends === begins) single[begins] = true
      else {
        first[begins] = true
        middle.fill(true, begins + 1, ends)
        last[ends] = true
      }
      if (begins > 0) eve[begins - 1] = true
      if (ends + 1 < free.length) after[ends + 1] = true
    }
    begins = ends
  }
  return columns
}

/** Days from the first date of the span to this one; negative before it. */
export function placeOf(from: string, date: string): number {
  return date < from ? 1 - daysBetween(date, from) : daysBetween(from, date) - 1
}
