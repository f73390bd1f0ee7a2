import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { parsePeriod } from '../../../../shared/periods.ts'
import { PortFile } from '../../../../shared/port-file.ts'
import { makeTestBook, type TestBook } from '../../../testing/test-book.ts'
import { step, take } from '../../../testing/walk.ts'
import { holdsOn, portModel } from '../port-model.ts'
import { locatePeriod } from '../shift-periods.ts'

// Hundreds of runs, on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

interface Kept {
  checkpoint: string
  line: string | null
  direction: 'entry' | 'exit'
  date: string
  period: string
}

/** Figures that the settings have left behind: without a checkpoint, line, direction or period to stand in. */
function strayFigures({ writer: { db } }: TestBook): Kept[] {
  const port = portModel(db)
  const kept = db
    .prepare<[], Kept>(
      `SELECT checkpoint, line, direction, date, period FROM count
       UNION ALL SELECT checkpoint, NULL, direction, date, period FROM control_total`,
    )
    .all()
  return kept.filter(({ checkpoint: code, line, direction, date, period: text }) => {
    const checkpoint = port.checkpoints.get(code)
    const period = parsePeriod(text)
    if (!checkpoint || !period || !holdsOn(checkpoint, date)) return true
    if (!checkpoint.directions.includes(direction)) return true
    const onSheet = line === null ? null : checkpoint.sheet.get(line)
    if (onSheet === undefined) return true
    if (onSheet && !(holdsOn(onSheet, date) && holdsOn(onSheet.line, date))) return true
    return period.level !== 'month' && locatePeriod(port, checkpoint, date, period) === null
  })
}

test('after any walk of changes every figure still has its place, and the port is one that a port file can say', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), async (steps) => {
      const book = makeTestBook()
      try {
        for (const taken of steps) await take(book, taken)
        expect(strayFigures(book)).toEqual([])
        const { text } = await book.done('exportPort', {})
        expect(PortFile.safeParse(JSON.parse(text)).error?.issues).toBeUndefined()
      } finally {
        book.remove()
      }
    }),
    { numRuns: 40, seed: 20_261_121 },
  )
})
