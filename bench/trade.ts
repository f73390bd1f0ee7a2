import type { Connection } from '../src/main/book/connection.ts'
import { openBookToRead } from '../src/main/book/open-book.ts'
import { runQuery } from '../src/main/dispatch/run-operation.ts'
import { type Figure, median, timed } from './figures.ts'

const runs = 15
const goalMs = 150
const year = { kind: 'year', date: '2018-01-01' }

/** A year of trade on the ten-year book of declarations: the report, its statement, and the way to its declarations. */
export async function benchTrade(path: string): Promise<Figure[]> {
  const db = openBookToRead(path)
  const asked = [
    ['by group', 'readTradeReport', { ...year, by: 'group' }],
    ['by group, beside last year', 'readTradeReport', { ...year, by: 'group', base: 'lastYear' }],
    ['by month, beside last year', 'readTradeReport', { ...year, by: 'month', base: 'lastYear' }],
    ['by partner', 'readTradeReport', { ...year, by: 'partner' }],
    ['its statement', 'readTradeStatement', year],
    [
      'declarations behind a group',
      'readCountedDeclarations',
      { ...year, filter: { commodityGroup: 'vehicles', direction: 'export' } },
    ],
  ] as const
  const floor = await timeOf(() => touchYear(db))
  const figures: Figure[] = []
  for (const [what, operation, input] of asked) {
    const measured = await timeOf(async () => {
      const answer = await runQuery(db, operation, input)
      if (!answer.ok) throw new Error(JSON.stringify(answer))
    })
    const reached = measured <= goalMs
    figures.push({
      what: `trade of a year, ${what}`,
      measured,
      unit: 'ms',
      floor,
      goal: `≤ ${goalMs} ms`,
      reached,
    })
  }
  db.close()
  return figures
}

/** The same declarations and items read by hand, each number once and nothing made of it. */
function touchYear(db: Connection): unknown {
  return db
    .prepare(
      `SELECT counted_date, direction, hs_code, sum(net_grams), sum(value_minor), sum(quantity_millionths)
       FROM declaration JOIN declaration_item AS item ON item.declaration = declaration.id
       WHERE counted_date BETWEEN '2018-01-01' AND '2018-12-31' GROUP BY counted_date, direction, hs_code`,
    )
    .all()
}

async function timeOf(work: () => unknown): Promise<number> {
  const samples: number[] = []
  for (let run = 0; run < runs; run += 1) samples.push(await timed(work))
  return median(samples)
}
