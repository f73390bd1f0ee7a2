import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as otherWork } from 'node:timers/promises'
import type { Connection } from '../src/main/book/connection.ts'
import { openBookToRead } from '../src/main/book/open-book.ts'
import { runQuery } from '../src/main/dispatch/run-operation.ts'
import type { DeclarationPosition } from '../src/shared/contract/declarations-table.ts'
import type { Figure } from './figures.ts'

/** Beyond this memory would grow with the file. */
const mostGrowth = 1.25
const csvGoal = 200_000
const workbookGoal = 50_000

/** All items written to files, and handed out in parts as the window takes them: rows a second, and the most memory. */
export async function benchDeclarationsExport(folder: string, book: string): Promise<Figure[]> {
  const db = openBookToRead(book)
  const asFile = (format: 'csv' | 'xlsx') => (span: object) => exported(db, folder, format, span)
  const ways = [
    ['as CSV', csvGoal, asFile('csv')],
    ['as a workbook', workbookGoal, asFile('xlsx')],
    ['in parts of CSV', csvGoal, (span: object) => inParts(db, 'writeDeclarationsPart', span)],
    ['in parts of cells', workbookGoal, (span: object) => inParts(db, 'readDeclarationsPart', span)],
  ] as const
  const figures: Figure[] = []
  for (const [what, goal, way] of ways) {
    const third = await watched(() => way({ to: '2014-04-30' }))
    const whole = await watched(() => way({}))
    figures.push(
      {
        what: `export of ${whole.rows.toLocaleString('en')} items ${what}`,
        measured: whole.rows / whole.seconds,
        unit: 'rows/s',
        floor: null,
        goal: `≥ ${goal.toLocaleString('en')}`,
        reached: whole.rows / whole.seconds >= goal,
      },
      {
        what: `memory of that export (floor: of ${third.rows.toLocaleString('en')})`,
        measured: whole.megabytes,
        unit: 'MB',
        floor: third.megabytes,
        goal: `≤ ${mostGrowth} × floor`,
        reached: whole.megabytes <= third.megabytes * mostGrowth,
      },
    )
  }
  db.close()
  return figures
}

async function exported(db: Connection, folder: string, format: 'csv' | 'xlsx', span: object) {
  const file = join(folder, `items.${format}`)
  const { rows } = await answered<{ rows: number }>(db, 'exportItems', { ...span, format, file })
  rmSync(file)
  return rows
}

async function inParts(
  db: Connection,
  operation: 'readDeclarationsPart' | 'writeDeclarationsPart',
  filter: object,
): Promise<number> {
  type Part = { rows: number | unknown[]; next: DeclarationPosition | null }
  let rows = 0
  let after: DeclarationPosition | null = null
  do {
    const part: Part = await answered(db, operation, { of: 'items', filter, after })
    rows += typeof part.rows === 'number' ? part.rows : part.rows.length
    after = part.next
    await otherWork()
  } while (after !== null)
  return rows
}

async function answered<Output>(db: Connection, operation: string, input: object): Promise<Output> {
  const answer = await runQuery(db, operation, input)
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer.output as Output
}

async function watched(work: () => Promise<number>) {
  let peak = 0
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, 20)
  const began = performance.now()
  const rows = await work()
  clearInterval(watch)
  return { rows, seconds: (performance.now() - began) / 1000, megabytes: peak / 1e6 }
}
