import { openBookToRead } from '../src/main/book/open-book.ts'
import { runQuery } from '../src/main/dispatch/run-operation.ts'
import { type Figure, median, timed } from './figures.ts'

const runs = 9
const goalMs = 40

const filters = {
  'no filter': {},
  'a month': { from: '2018-06-01', to: '2018-06-30' },
  'a checkpoint': { checkpoint: 'hall-3' },
  'a line': { line: 'line-7' },
  'a direction': { direction: 'exit' },
  'checkpoint, line and direction': { checkpoint: 'hall-3', line: 'line-7', direction: 'exit' },
  'a checkpoint without counts': { checkpoint: 'lo-wu' },
  'a line without counts': { line: 'mainland-visitors' },
}

/** The first page of the table of counts by every sort and filter, and the number of what each filter finds. */
export async function benchTables(tenYears: string): Promise<Figure[]> {
  const figures: Figure[] = []
  const db = openBookToRead(tenYears)
  const time = async (operation: string, input: unknown): Promise<number> => {
    const samples: number[] = []
    for (let run = 0; run < runs; run += 1) {
      samples.push(
        await timed(async () => {
          const answer = await runQuery(db, operation, input)
          if (!answer.ok) throw new Error(JSON.stringify(answer))
        }),
      )
    }
    return median(samples)
  }
  for (const [what, filter] of Object.entries(filters)) {
    for (const direction of ['ascending', 'descending']) {
      const sort = { column: 'date', direction }
      const measured = await time('readCounts', { filter, sort, offset: 0, limit: 100 })
      figures.push({
        what: `counts, first page, date ${direction}, ${what}`,
        measured,
        unit: 'ms',
        floor: null,
        goal: `≤ ${goalMs} ms`,
        reached: measured <= goalMs,
      })
    }
    const rows = await time('numberOfCounts', { filter })
    figures.push({
      what: `counts, number of rows, ${what}`,
      measured: rows,
      unit: 'ms',
      floor: null,
      goal: '',
      reached: true,
    })
  }
  db.close()
  return figures
}
