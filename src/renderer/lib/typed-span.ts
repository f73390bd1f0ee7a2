import { parseTypedDate, plainDigits } from './days.ts'

export interface Span {
  from: string
  to: string
}

const pad = (number: number, digits: number): string => String(number).padStart(digits, '0')

/**
 * Reads a typed date, month (2024-08, 2024/8, 2024年8月, 08.2024) or year (2024, 2024年) as the dates it has.
 * @param today the port's date, whose year a date without one is in
 */
export function parseTypedSpan(text: string, today: string): Span | null {
  const plain = plainDigits(text).trim()
  const date = parseTypedDate(plain, today)
  if (date !== null) return { from: date, to: date }
  const year = /^(\d{4})\s*年?$/.exec(plain)
  if (year) return { from: `${year[1]}-01-01`, to: `${year[1]}-12-31` }
  const month =
    /^(?<year>\d{4})\s*[-/.年]\s*(?<month>\d{1,2})\s*月?$/.exec(plain) ??
    /^(?<month>\d{1,2})[./](?<year>\d{4})$/.exec(plain)
  if (!month?.groups) return null
  const of = Number(month.groups.month)
  if (of < 1 || of > 12) return null
  const days = new Date(Date.UTC(2000 + (Number(month.groups.year) % 400), of, 0)).getUTCDate()
  const begin = `${month.groups.year}-${pad(of, 2)}`
  return { from: `${begin}-01`, to: `${begin}-${pad(days, 2)}` }
}
