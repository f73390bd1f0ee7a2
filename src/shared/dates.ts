import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

/** Local dates are ISO text in the port's zone, months are `YYYY-MM`; instants are UTC milliseconds. */

const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/
const monthPattern = /^\d{4}-(0[1-9]|1[0-2])$/

/** Whether the text is an ISO date that exists in the calendar. */
export function isDate(text: string): boolean {
  const match = datePattern.exec(text)
  if (!match) return false
  const month = Number(match[2])
  const day = Number(match[3])
  return day >= 1 && month >= 1 && month <= 12 && day <= daysInMonth(Number(match[1]), month)
}

/** Whether the text is a month, `YYYY-MM`. */
export function isMonth(text: string): boolean {
  return monthPattern.test(text)
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

export const LocalDate = z.string().refine(isDate, 'a date that exists, as YYYY-MM-DD')

/** Whether a date or month lies in the years that a port can work in; a year such as 0202 is a slip of the finger. */
export function isWorkingDate(date: string): boolean {
  return date >= '1900' && date < '3000'
}

/** A date that a sheet or report can be asked for: its neighbours and last year's dates exist as ISO text too. */
export const WorkingDate = LocalDate.refine(isWorkingDate, 'a year from 1900 to 2999')
export const LocalMonth = z.string().refine(isMonth, 'a month, as YYYY-MM')

/** The date `days` after (or, negative, before) the given one. */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString()
}

/** The same day `months` later; the last day of a shorter month where it does not exist. */
export function addMonths(date: string, months: number): string {
  return Temporal.PlainDate.from(date).add({ months }).toString()
}

/** Whether the text names a time zone, such as Asia/Shanghai. */
export function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** `YYYY-MM` of a date or month. */
export function monthOf(date: string): string {
  return date.slice(0, 7)
}

export function firstOfMonth(date: string): string {
  return `${monthOf(date)}-01`
}

export function lastOfMonth(date: string): string {
  const [year, month] = monthOf(date).split('-').map(Number) as [number, number]
  return `${monthOf(date)}-${daysInMonth(year, month)}`
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(date: string): number {
  return Temporal.PlainDate.from(date).dayOfWeek
}

/** Number of days from the first date to the second, both counted. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days + 1
}

/** Every date from the first to the last, both included. */
export function* eachDate(from: string, to: string): Generator<string> {
  let date = Temporal.PlainDate.from(from)
  const last = Temporal.PlainDate.from(to)
  while (Temporal.PlainDate.compare(date, last) <= 0) {
    yield date.toString()
    date = date.add({ days: 1 })
  }
}

/** The local date of an instant in a zone such as Asia/Shanghai. */
export function dateAt(atMs: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(zone).toPlainDate().toString()
}

/** The instant of a minute of a local date in a zone. */
export function instantAt(date: string, minute: number, zone: string): number {
  const time = Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 })
  return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds
}

/** Minutes since local midnight of an instant in a zone. */
export function minuteAt(atMs: number, zone: string): number {
  const time = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(zone)
  return time.hour * 60 + time.minute
}

export const minutesInDay = 1440

/** `HH:MM`, with 24:00 for the end of a day. */
export const TimeOfDay = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/)

/** `10:30` → 630. */
export function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

/** 630 → `10:30`. */
export function timeOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}
