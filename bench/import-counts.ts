import { hash } from 'node:crypto'
import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { openBook } from '../src/main/book/open-book.ts'
import { makeBook } from '../src/main/dispatch/make-book.ts'
import { runCommand } from '../src/main/dispatch/run-operation.ts'
import { type Figure, median, timed } from './figures.ts'
import { benchPort, hongKongFile, hongKongMapping } from './ten-year-book.ts'

const counts = 100_968
const controlTotals = 33_656
const runs = 3

/** Import of the Hong Kong file, checked and journalled, its control totals included. */
export async function benchImport(folder: string, tenYears: string): Promise<Figure[]> {
  if (!existsSync(hongKongFile)) {
    console.log(`import: skipped, ${hongKongFile} is not there`)
    return []
  }
  const fresh: number[] = []
  const freshFloor: number[] = []
  const old: number[] = []
  const oldFloor: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const empty = join(folder, `import-${run}.portbook`)
    makeBook(empty, benchPort())
    copyFileSync(empty, `${empty}-floor`)
    freshFloor.push(await sameRowsByHand(`${empty}-floor`))
    fresh.push(await importInto(empty))
    const full = join(folder, `import-old-${run}.portbook`)
    copyFileSync(tenYears, full)
    copyFileSync(tenYears, `${full}-floor`)
    oldFloor.push(await sameRowsByHand(`${full}-floor`))
    old.push(await importInto(full))
    for (const path of [full, `${full}-floor`]) rmSync(path)
  }
  const figure = (what: string, seconds: number[], floor: number[], goal: number): Figure => {
    const measured = counts / median(seconds)
    const byHand = counts / median(floor)
    return { what, measured, unit: 'counts/s', floor: byHand, goal: `≥ ${goal}`, reached: measured >= goal }
  }
  return [
    figure('import of the Hong Kong file, new book', fresh, freshFloor, 60_000),
    figure('import of the Hong Kong file, ten-year book', old, oldFloor, 45_000),
  ]
}

async function importInto(path: string): Promise<number> {
  const book = openBook(path, 'bench')
  const mapping: unknown = JSON.parse(readFileSync(hongKongMapping, 'utf8'))
  const milliseconds = await timed(async () => {
    const answer = await runCommand(book.writer, 'importCounts', { file: hongKongFile, mapping })
    if (!answer.ok) throw new Error(JSON.stringify(answer))
  })
  book.close()
  return milliseconds / 1000
}

/**
 * The floor: as many counts and control totals, each with its journal entry and hash, by bare statements on a book of
 * the same schema. No file is read, nothing is checked.
 */
async function sameRowsByHand(path: string): Promise<number> {
  const db = new Database(path)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('cache_size = -32768')
  const count = db.prepare(
    "INSERT INTO count (checkpoint, line, direction, date, period, value, source) VALUES (?, ?, ?, ?, 'day', ?, ?)",
  )
  const total = db.prepare(
    "INSERT INTO control_total (checkpoint, direction, unit, date, period, value) VALUES (?, ?, 'persons', ?, 'day', ?)",
  )
  const entry = db.prepare(
    'INSERT INTO journal (desk, sequence, entity, key, entry, hash) VALUES (1, ?, ?, ?, ?, ?)',
  )
  const source = 'Immigration Department'
  let sequence = db.prepare<[], number>('SELECT sequence FROM desk').pluck().get() ?? 0
  let before = '0'.repeat(64)
  const journal = (entity: string, key: string[], after: object): void => {
    sequence += 1
    const keyText = JSON.stringify(key)
    const text = JSON.stringify({ format: 1, at: sequence, operation: 'importCounts', batch: 1, after })
    before = hash('sha256', `${before}\n${sequence}\n${entity}\n${keyText}\n${text}`)
    entry.run(sequence, entity, keyText, text, Buffer.from(before, 'hex'))
  }
  const milliseconds = await timed(() => {
    db.exec('BEGIN')
    for (let row = 0; row < controlTotals; row += 1) {
      const place = `control-point-number-${row % 16}`
      const direction = row % 32 < 16 ? 'entry' : 'exit'
      const date = new Date(Date.UTC(2021, 0, 1 + Math.floor(row / 32))).toISOString().slice(0, 10)
      for (const line of ['hong-kong-residents', 'mainland-visitors', 'other-visitors']) {
        count.run(place, line, direction, date, row, source)
        journal('count', [place, line, direction, date, 'day'], { value: row, source })
      }
      total.run(place, direction, date, row)
      journal('control_total', [place, direction, 'persons', date, 'day'], { value: row })
    }
    db.exec('COMMIT')
  })
  db.close()
  return milliseconds / 1000
}
