import { plainDigits } from './days.ts'

/** Times of day as one types them; ISO-like text in between. */

export interface TimeSpan {
  from: string
  to: string
}

/** Reads 8, 08:30, 8.30, 830, 0830 or ８：３０ as `08:30`; 24 is the end of the day. Null where it is no time. */
export function parseTypedTime(text: string): string | null {
  const plain = plainDigits(text).replace(/\s/g, '')
  const match = /^(\d{1,2})(?:[:.时h-]?(\d{2})分?|时|h)?$/i.exec(plain) ?? /^(\d)(\d{2})$/.exec(plain)
  if (!match) return null
  const hour = Number(match[1])
  const minute = Number(match[2] ?? 0)
  const isEnd = hour === 24 && minute === 0
  if (minute > 59 || (hour > 23 && !isEnd)) return null
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/**
 * Reads `8-20`, `08:00–12:00, 14:00–20:00` or nothing; spans stand apart by comma, semicolon or 、.
 * @returns the spans in the order of their beginning, or null where one of them is none
 */
export function parseTypedSpans(text: string): TimeSpan[] | null {
  const parts = plainDigits(text)
    .split(/[,;、]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const spans: TimeSpan[] = []
  for (const part of parts) {
    const [first = '', second = '', ...rest] = part.split(/\s*[-–—~至]\s*/)
    const from = parseTypedTime(first)
    const to = parseTypedTime(second)
    if (rest.length > 0 || from === null || to === null || to <= from) return null
    spans.push({ from, to })
  }
  return spans.sort((a, b) => a.from.localeCompare(b.from))
}

/** `08:00–12:00, 14:00–20:00`. */
export function spansText(spans: readonly TimeSpan[]): string {
  return spans.map(({ from, to }) => `${from}–${to}`).join(', ')
}
