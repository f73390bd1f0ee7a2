import { openBookToRead } from '../src/main/book/open-book.ts'
import { runQuery } from '../src/main/dispatch/run-operation.ts'
import { sortColumns } from '../src/shared/contract/counts-table.ts'
import { type Figure, median, timed } from './figures.ts'

const runs = 9
const goalMs = 40

const filters = {
  'no filter': {},
  'a month': { from: '2018-06-01', to: '2018-06-30' },
  'a checkpoint': { checkpoint: 'hall-3' },
  'a line in a month': { line: 'line-7', from: '2018-06-01', to: '2018-06-30' },
  'a line': { line: 'line-7' },
  'a direction': { direction: 'exit' },
  'checkpoint, line and direction': { checkpoint: 'hall-3', line: 'line-7', direction: 'exit' },
  'a checkpoint without counts': { checkpoint: 'lo-wu' },
  'a line without counts': { line: 'mainland-visitors' },
}

/** Places that somebody drags the scroll bar to: in the middle of what is found, or far down. */
const deepPages = [
  ['date', {}, 400_000],
  ['checkpoint', {}, 400_000],
  ['line', {}, 900_000],
  ['date', { direction: 'exit' }, 400_000],
  ['date', { checkpoint: 'hall-3' }, 200_000],
  ['date', { line: 'line-7' }, 80_000],
] as const

/** The totals at the foot of the table; those of the whole book are reckoned while one reads. */
const totalled = [
  ['a year', { from: '2018-01-01', to: '2018-12-31' }, 150],
  ['a line', { line: 'line-7' }, null],
  ['the whole book', {}, null],
] as const

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
  const page = (input: object) => time('readCounts', { limit: 100, ...input })
  for (const [what, filter] of Object.entries(filters)) {
    let slowest = 0
    for (const column of sortColumns) {
      for (const direction of ['ascending', 'descending']) {
        slowest = Math.max(slowest, await page({ filter, sort: { column, direction }, offset: 0 }))
      }
    }
    figures.push(figure(`counts, first page by the slowest sort, ${what}`, slowest, goalMs))
    const rows = await time('numberOfCounts', { filter })
    figures.push(figure(`counts, number of rows, ${what}`, rows, null))
  }
  for (const [column, filter, offset] of deepPages) {
    const input = { filter, sort: { column, direction: 'descending' }, offset, limit: 100 }
    const what = `counts, rows from ${offset}, by ${column}, ${JSON.stringify(filter)}`
    const first = await firstPages(tenYears, input)
    figures.push(figure(`${what}, the first time since the book changed`, first, null))
    figures.push(figure(`${what}, from then on`, await time('readCounts', input), goalMs))
  }
  for (const [what, filter, goal] of totalled) {
    const measured = await time('readFilterTotals', { filter })
    figures.push(figure(`totals of what is filtered, ${what}`, measured, goal))
  }
  db.close()
  return figures
}

/** What has to be found out about a filter once, before its pages far down are known: each time in a book just opened. */
async function firstPages(tenYears: string, input: object): Promise<number> {
  const samples: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const db = openBookToRead(tenYears)
    await runQuery(db, 'readCounts', { ...input, offset: 0 })
    samples.push(await timed(() => runQuery(db, 'readCounts', input)))
    db.close()
  }
  return median(samples)
}

function figure(what: string, measured: number, goal: number | null): Figure {
  return {
    what,
    measured,
    unit: 'ms',
    floor: null,
    goal: goal === null ? '' : `≤ ${goal} ms`,
    reached: goal === null || measured <= goal,
  }
}
