import type { CountValue } from '../../../shared/contract/crossings.ts'

/** The change as a ratio; null without a base, or where the base is zero. */
export function changeFrom(base: CountValue, value: CountValue): number | null {
  return typeof base !== 'number' || typeof value !== 'number' || base === 0 ? null : (value - base) / base
}

/** Heights of bars from 0 to 1, the largest value filling the height; null where there is no number. */
export function barHeights(values: readonly CountValue[]): (number | null)[] {
  const largest = Math.max(0, ...values.map((value) => (typeof value === 'number' ? value : 0)))
  return values.map((value) => (typeof value !== 'number' ? null : largest === 0 ? 0 : value / largest))
}
