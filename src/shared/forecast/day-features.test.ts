import { expect, test } from 'vitest'
import { dayFeatures } from './day-features.ts'

/** What is known of a date beside its weekday, by the order of the columns that occur. */
const beside = (rows: readonly Float64Array[]): string[] => rows.map((row) => [...row.slice(7)].join(''))

test('gives each date its weekday alone where no holiday is near', () => {
  const rows = dayFeatures('2024-06-03', '2024-06-16', [])
  expect(rows.map((row) => row.indexOf(1))).toEqual([0, 1, 2, 3, 4, 5, 6, 0, 1, 2, 3, 4, 5, 6])
})

test('counts the weekend that a holiday touches to its run, with the eve before and the day after', () => {
  // 10 June 2024 is a Monday: free from Saturday to Monday.
  const rows = dayFeatures('2024-06-06', '2024-06-12', [
    { holidays: [{ from: '2024-06-10', to: '2024-06-10' }], workdays: [] },
  ])
  // Columns: first, last, middle, eve, after, holiday on a weekday.
  expect(beside(rows)).toEqual(['000000', '000100', '100000', '001000', '010001', '000010', '000000'])
})

test('knows a day worked for a holiday, and the days of a long one', () => {
  // National Day 2024: 1 to 7 October, Sunday 29 September worked.
  const rows = dayFeatures('2024-09-28', '2024-10-08', [
    { holidays: [{ from: '2024-10-01', to: '2024-10-07' }], workdays: ['2024-09-29'] },
  ])
  // Columns: first, last, middle, eve, after, on a weekday, on a Saturday, long, worked.
  expect(beside(rows)).toEqual([
    '000000000',
    '000000001',
    '000100000',
    '100001010',
    '001001010',
    '001001010',
    '001001010',
    '001000110',
    '001000010',
    '010001010',
    '000010000',
  ])
})

test('is the same for a holiday that began before the span', () => {
  const holidays = [{ from: '2024-01-28', to: '2024-02-06' }]
  const whole = dayFeatures('2024-01-01', '2024-02-09', [{ holidays, workdays: [] }])
  const part = dayFeatures('2024-02-02', '2024-02-09', [{ holidays, workdays: [] }])
  expect(part[3]?.slice(0, 7)).toEqual(whole[35]?.slice(0, 7))
})
