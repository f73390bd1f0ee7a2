/** Calendar arithmetic on ISO dates without the time zone library, which the window does without. */

/** The date `days` later or, negative, earlier. */
export function addDays(date: string, days: number): string {
  const at = new Date(`${date}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

/** The same day `months` later or, negative, earlier; the last day where that month is shorter. */
export function addMonths(date: string, months: number): string {
  const first = new Date(`${date.slice(0, 7)}-01T00:00:00Z`)
  first.setUTCMonth(first.getUTCMonth() + months + 1, 0)
  const last = first.toISOString().slice(0, 10)
  const day = date.slice(8) < last.slice(8) ? date.slice(8) : last.slice(8)
  return `${last.slice(0, 8)}${day}`
}

function iso(year: number, month: number, day: number): string | null {
  const at = new Date(0)
  at.setUTCFullYear(year, month - 1, day)
  const text = at.toISOString().slice(0, 10)
  return text ===
    `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    ? text
    : null
}

/** Full-width digits, dots and dashes become their plain forms. */
export function plainDigits(text: string): string {
  return text.normalize('NFKC')
}

/**
 * Reads a typed date: 2024-08-31, 2024/8/31, 20240831, 2024年8月31日, 31.8.2024 (day first, as in Russian and Kazakh),
 * or without a year 8-31 and 31.8 in the year of `near`. Null where there is no such date.
 */
export function parseTypedDate(text: string, near: string): string | null {
  const plain = plainDigits(text).trim()
  const year = Number(near.slice(0, 4))
  const numbers = plain.match(/\d+/g)?.map(Number) ?? []
  const [a = 0, b = 0, c = 0] = numbers
  if (/^\d{8}$/.test(plain)) {
    return iso(Number(plain.slice(0, 4)), Number(plain.slice(4, 6)), Number(plain.slice(6)))
  }
  if (/^\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?$/.test(plain)) return iso(a, b, c)
  if (/^\d{1,2}\.\d{1,2}\.\d{4}\.?$/.test(plain)) return iso(c, b, a)
  if (/^\d{1,2}\.\d{1,2}\.?$/.test(plain)) return iso(year, b, a)
  if (/^\d{1,2}\s*[-/月]\s*\d{1,2}\s*日?$/.test(plain)) return iso(year, a, b)
  return null
}

const writtenDate =
  /\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?|\d{1,2}\.\d{1,2}\.\d{4}|\d{8}|\d{1,2}\s*[-/月]\s*\d{1,2}\s*日?|\d{1,2}\.\d{1,2}/

/** The first date in a text among other words, with what was written for it. */
export function findTypedDate(text: string, near: string): { date: string; written: string } | null {
  const [written] = writtenDate.exec(plainDigits(text)) ?? []
  const date = written === undefined ? null : parseTypedDate(written, near)
  return date === null || written === undefined ? null : { date, written }
}
