import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CountToRecord } from '../../../shared/contract/crossings.ts'
import { eachDate } from '../../../shared/dates.ts'
import { sum } from '../../../shared/period-rule.ts'
import { testBook } from '../../testing/test-book.ts'

const days = [...eachDate('2025-04-20', '2025-05-10')]
const shifts = ['morning', 'afternoon', 'night/1', 'night/2']

/** How many cells in a thousand are not reported: full books are as likely as thin ones. */
const gaps = fc.constantFrom(0, 0, 20, 500)

/** A figure of each day or shift (or both) of three weeks, and some hours. */
const figures = fc
  .record({ missing: gaps, periods: fc.constantFrom(shifts, ['day'], ['day', ...shifts]) })
  .chain(({ missing, periods }) => {
    const cell = fc.record({
      value: fc.oneof(
        { weight: 1_000 - missing, arbitrary: fc.nat(9_999) },
        { weight: missing, arbitrary: fc.constant(null) },
        { weight: missing, arbitrary: fc.constant('closed' as const) },
      ),
      hours: fc.oneof(
        { weight: 1_000 - missing, arbitrary: fc.constant(null) },
        { weight: missing, arbitrary: fc.nat(99) },
      ),
    })
    const size = days.length * periods.length
    return fc.array(cell, { minLength: size, maxLength: size }).map((cells) => ({ cells, periods }))
  })

test('a longer report is the sum of its days, however its months are added up', async () => {
  await fc.assert(
    fc.asyncProperty(figures, async ({ cells, periods }) => {
      const book = testBook()
      const places = days.flatMap((date) => periods.map((period) => ({ date, period })))
      const counts = places.flatMap(({ date, period }, index): CountToRecord[] => {
        const { value = null, hours = null } = cells[index] ?? {}
        const at = { line: 'domestic', direction: 'entry', date } as const
        const closed = date === '2025-05-01'
        return [
          ...(value === null || (closed && typeof value === 'number') ? [] : [{ ...at, period, value }]),
          ...(hours === null || closed || period !== 'morning'
            ? []
            : [{ ...at, period: 'morning@12', value: hours }]),
        ]
      })
      if (counts.length > 0) await book.done('recordCounts', { checkpoint: 'hall', counts })
      const read = async (date: string, to: string) => {
        const report = await book.done('readCrossingsReport', { kind: 'range', date, to, checkpoint: 'hall' })
        const { count, incomplete, state } = report.lines[0] ?? {}
        return { count: count ?? null, known: state !== 'not-reported' && !incomplete, peak: report.peak }
      }
      const whole = await read('2025-04-20', '2025-05-10')
      const single = await Promise.all(days.map((date) => read(date, date)))
      const busiest = Math.max(...single.map(({ count }) => count ?? -1))
      book.remove()
      expect(whole).toEqual({
        count: sum(single.map(({ count }) => count)),
        known: single.every(({ known }) => known),
        peak: busiest < 0 ? null : expect.objectContaining({ passengers: busiest }),
      })
    }),
    { numRuns: 20, endOnFailure: true },
  )
}, 30_000)
