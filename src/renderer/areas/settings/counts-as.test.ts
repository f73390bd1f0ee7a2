import { expect, test } from 'vitest'
import { type CountsAs, countsAsOf, countsAsText } from './counts-as.ts'

test('what a line counts as goes into the value of a list and back', () => {
  const all: CountsAs[] = [
    { totals: ['passengers', 'persons'], parent: null },
    { totals: [], parent: null },
    { totals: [], parent: { total: 'passengers' } },
    { totals: [], parent: { line: 'cars' } },
  ]
  expect(all.map(countsAsText)).toEqual([
    'adds passengers persons',
    'adds',
    'of-total passengers',
    'of-line cars',
  ])
  expect(all.map(countsAsText).map(countsAsOf)).toEqual(all)
})
