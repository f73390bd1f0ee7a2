import { join } from 'node:path'
import { openBookToRead } from '../src/main/book/open-book.ts'
import { runQuery } from '../src/main/dispatch/run-operation.ts'
import { type Figure, median, timed } from './figures.ts'
import { fillBook } from './ten-year-book.ts'

const runs = 15

/**
 * The shift report on books of one, two and ten years, and the year report with the year before. What a shift is
 * compared with lies in its own year and the one before: a book of one year has nothing there to read, so that age is
 * measured against a book of two, and the one of one year is printed beside it.
 */
export async function benchReports(folder: string, tenYears: string): Promise<Figure[]> {
  const oneYear = join(folder, 'one-year.portbook')
  fillBook(oneYear, '2020-01-01', '2020-12-31')
  const twoYears = join(folder, 'two-year.portbook')
  fillBook(twoYears, '2019-01-01', '2020-12-31')
  const shift = { kind: 'shift', date: '2020-12-30', checkpoint: 'hall-2', shift: 'afternoon' }
  const alone = await timeQuery(oneYear, 'readCrossingsReport', shift)
  const young = await timeQuery(twoYears, 'readCrossingsReport', shift)
  const old = await timeQuery(tenYears, 'readCrossingsReport', shift)
  const sheet = { checkpoint: 'hall-2', date: '2020-12-30', shift: 'afternoon' }
  const daySheet = await timeQuery(tenYears, 'readDaySheet', sheet)
  const year = await timeQuery(tenYears, 'readCrossingsReport', { kind: 'year', date: '2020-01-01' })
  return [
    ms('day sheet, ten-year book', daySheet, null, '≤ 30 ms', daySheet <= 30),
    ms('shift report, one-year book, no last year to read', alone, null, '≤ 30 ms', alone <= 30),
    ms(
      'shift report, ten-year book',
      old,
      young,
      '≤ 30 ms, ≤ 1.3 × two-year book',
      old <= 30 && old <= young * 1.3,
    ),
    ms('year report with the year before, whole port', year, null, '≤ 150 ms', year <= 150),
  ]
}

function ms(what: string, measured: number, floor: number | null, goal: string, reached: boolean): Figure {
  return { what, measured, unit: 'ms', floor, goal, reached }
}

async function timeQuery(path: string, operation: string, input: unknown): Promise<number> {
  const db = openBookToRead(path)
  const samples: number[] = []
  for (let run = 0; run < runs; run += 1) {
    samples.push(
      await timed(async () => {
        const answer = await runQuery(db, operation, input)
        if (!answer.ok) throw new Error(JSON.stringify(answer))
      }),
    )
  }
  db.close()
  return median(samples)
}
