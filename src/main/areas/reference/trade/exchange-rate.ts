import type { Row } from '../../../book/journal.ts'

/** The columns of a rate that is written as decimal text: a whole number, and how many of its digits are decimals. */
export function rateRow(rate: string): Row {
  const [whole = '', fraction = ''] = rate.split('.')
  const decimals = fraction.replace(/0+$/, '')
  return { rate: Number(`${whole}${decimals}`), scale: decimals.length }
}
