import { plainDigits } from '../../lib/days.ts'

/** `largestCount` of the contract; the window does without its schemas, and a test compares the two. */
export const largestTypedCount = 9_999_999

export type TextRefusal = 'notNumber' | 'negative' | 'notWhole' | 'tooLarge'
export type TypedCount = { ok: true; value: number | null } | { ok: false; reason: TextRefusal }

/** Reads what was typed into a cell: a whole number in plain or full-width digits; nothing at all is *not reported*. */
export function readTypedCount(text: string): TypedCount {
  const plain = plainDigits(text).replace(/\s/g, '').replace(/−/g, '-')
  if (plain === '') return { ok: true, value: null }
  if (/^-\d+([.,]\d+)?$/.test(plain)) return { ok: false, reason: 'negative' }
  if (/^\d*[.,]\d+$/.test(plain)) return { ok: false, reason: 'notWhole' }
  if (!/^\d+$/.test(plain)) return { ok: false, reason: 'notNumber' }
  const value = Number(plain)
  return value > largestTypedCount ? { ok: false, reason: 'tooLarge' } : { ok: true, value }
}
