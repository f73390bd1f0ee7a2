import { hash } from 'node:crypto'
import { copyFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { openBook } from '../src/main/book/open-book.ts'
import { runCommand } from '../src/main/dispatch/run-operation.ts'
import { type Figure, percentile, timed } from './figures.ts'

const cells = 2_000
const allowanceMs = 0.3

/** Commit of one typed cell: validate, rule, tables, journal, durable; beside the same two rows by hand. */
export async function benchCommit(tenYears: string): Promise<Figure[]> {
  const path = `${tenYears}-commit`
  copyFileSync(tenYears, path)
  const floor = await floorOfTwoRows(path)
  const typed = await typeCells(path)
  const over = percentile(typed, 0.5) - percentile(floor, 0.5)
  return [
    {
      what: 'commit of one cell, ten-year book, median',
      measured: percentile(typed, 0.5),
      unit: 'ms',
      floor: percentile(floor, 0.5),
      goal: `floor + ${allowanceMs} ms`,
      reached: over <= allowanceMs,
    },
    {
      what: 'commit of one cell, ten-year book, p99',
      measured: percentile(typed, 0.99),
      unit: 'ms',
      floor: percentile(floor, 0.99),
      goal: '',
      reached: true,
    },
  ]
}

async function typeCells(path: string): Promise<number[]> {
  const book = openBook(path, 'bench')
  const samples: number[] = []
  for (let cell = 0; cell < cells; cell += 1) {
    const date = `2020-${String(1 + (cell % 12)).padStart(2, '0')}-15`
    const line = `line-${1 + (cell % 11)}`
    const counts = [{ line, direction: 'entry', date, period: 'morning', value: 1_000 + cell }]
    samples.push(
      await timed(async () => {
        const answer = await runCommand(book.writer, 'recordCounts', { checkpoint: 'hall-1', counts })
        if (!answer.ok) throw new Error(JSON.stringify(answer))
      }),
    )
  }
  book.close()
  return samples
}

/** The floor: a count and its journal entry by bare statements, each pair durable. */
export async function floorOfTwoRows(path: string): Promise<number[]> {
  const db = new Database(path)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec('CREATE TABLE floor_count (key TEXT PRIMARY KEY, value INTEGER) STRICT, WITHOUT ROWID')
  db.exec('CREATE TABLE floor_journal (sequence INTEGER PRIMARY KEY, entry TEXT, hash BLOB) STRICT')
  const count = db.prepare('INSERT INTO floor_count VALUES (?, ?)')
  const entry = db.prepare('INSERT INTO floor_journal VALUES (?, ?, ?)')
  const both = db.transaction((cell: number) => {
    count.run(`hall-1 line-1 entry ${cell}`, cell)
    const text = JSON.stringify({ operation: 'recordCounts', after: { value: cell } })
    entry.run(cell, text, hash('sha256', text, 'buffer'))
  })
  const samples: number[] = []
  for (let cell = 0; cell < cells; cell += 1) samples.push(await timed(() => both(cell)))
  db.exec('DROP TABLE floor_count; DROP TABLE floor_journal')
  db.close()
  return samples
}
