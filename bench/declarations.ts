import type { Connection } from '../src/main/book/connection.ts'
import { openBookToRead } from '../src/main/book/open-book.ts'
import { runQuery } from '../src/main/dispatch/run-operation.ts'
import { declarationSorts, itemSorts } from '../src/shared/contract/declarations-table.ts'
import { type Figure, median, timed } from './figures.ts'

/** After one that warms up. */
const runs = 3
const goalMs = 40

const year = { from: '2018-01-01', to: '2018-12-31' }
const countedYear = { countedFrom: '2018-01-01', countedTo: '2018-12-31' }

const filters = {
  'no filter': {},
  'a month': { from: '2018-06-01', to: '2018-06-30' },
  'a year': year,
  'a year as counted': countedYear,
  'a checkpoint': { checkpoint: 'hall-3' },
  imports: { direction: 'import' },
  'a rare partner': { partner: 'NO' },
  'a partner by rail': { partner: 'KZ', transportMode: 'rail' },
  withdrawn: { state: 'withdrawn' },
  'a chapter': { hsPrefix: '03' },
  'a chapter in a month': { hsPrefix: '87', from: '2018-06-01', to: '2018-06-30' },
  'a code that is not there': { hsPrefix: '99' },
  'a group': { group: 'aquatic' },
  'a group that began late': { group: 'new-energy-vehicles' },
  'a year of a group': { group: 'vehicles', ...year },
  'a year of a group as counted': { group: 'aquatic', direction: 'export', ...countedYear },
  'a group, imported from a rare partner': { group: 'aquatic', direction: 'import', partner: 'NO' },
  'a number': { text: '94112018000120000' },
  'a Chinese word of two characters': { text: '卡车' },
  'a word in a year': { text: '卡车', ...year },
  'a word and a partner': { text: '卡车', partner: 'NO' },
  'a word that no such goods have': { text: '卡车', hsPrefix: '03' },
  'two words': { text: 'судак 4711' },
  'two words that many have': { text: '卡车 87042300' },
  'a firm': { text: '第77贸' },
  'a word that all have': { text: '吉木乃' },
} as const

/** Places that somebody drags the scroll bar to. */
const deepPages = [
  ['readDeclarations', 'date', {}, 100_000],
  ['readDeclarations', 'gross', {}, 100_000],
  ['readDeclarations', 'date', { direction: 'export' }, 100_000],
  ['readDeclarationItems', 'date', {}, 100_000],
  ['readDeclarationItems', 'date', {}, 400_000],
  ['readDeclarationItems', 'hsCode', {}, 400_000],
  ['readDeclarationItems', 'value', {}, 400_000],
  ['readDeclarationItems', 'date', { direction: 'export' }, 200_000],
  ['readDeclarationItems', 'net', { group: 'aquatic' }, 100_000],
  ['readDeclarationItems', 'date', { text: '卡车' }, 50_000],
] as const

const tables = [
  ['readDeclarations', 'declarations', declarationSorts],
  ['readDeclarationItems', 'items', itemSorts],
] as const

/** The first page of both tables by every sort and filter, pages far down, and what filters come to. */
export async function benchDeclarations(book: string): Promise<Figure[]> {
  const db = openBookToRead(book)
  const figures: Figure[] = []
  for (const [operation, of, sorts] of tables) {
    for (const [what, filter] of Object.entries(filters)) {
      let slowest = { measured: 0, by: '' }
      for (const column of sorts) {
        for (const direction of ['ascending', 'descending']) {
          const input = { filter, sort: { column, direction }, offset: 0, limit: 100 }
          const measured = await timeOf(db, operation, input)
          if (measured > slowest.measured) slowest = { measured, by: `${column}, ${direction}` }
        }
      }
      const { measured, by } = slowest
      figures.push(figure(`${of}, first page, ${what} (slowest by ${by})`, measured, goalMs))
    }
    for (const what of ['no filter', 'a year as counted', 'a chapter', 'a group'] as const) {
      const input = { filter: filters[what], of }
      figures.push(
        figure(`${of}, number of rows, ${what}`, await timeOf(db, 'numberOfDeclarations', input), null),
        figure(`${of}, totals, ${what}`, await timeOf(db, 'readDeclarationTotals', input), null),
      )
    }
  }
  for (const [operation, column, filter, offset] of deepPages) {
    const input = { filter, sort: { column, direction: 'descending' }, offset, limit: 100 }
    const what = `${operation}, rows from ${offset}, by ${column}, ${JSON.stringify(filter)}`
    figures.push(figure(what, await timeOf(db, operation, input), goalMs))
  }
  db.close()
  return figures
}

/** The median of warm runs, in milliseconds. */
async function timeOf(db: Connection, operation: string, input: object): Promise<number> {
  const samples: number[] = []
  for (let run = 0; run <= runs; run += 1) {
    const milliseconds = await timed(async () => {
      const answer = await runQuery(db, operation, input)
      if (!answer.ok) throw new Error(JSON.stringify(answer))
    })
    if (run > 0) samples.push(milliseconds)
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
