import { copyFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openBook } from '../src/main/book/open-book.ts'
import { makeBook } from '../src/main/dispatch/make-book.ts'
import { runCommand } from '../src/main/dispatch/run-operation.ts'
import { type Figure, median, timed } from './figures.ts'
import { benchPort, hongKongFile, hongKongMapping } from './ten-year-book.ts'

const counts = 100_968
const runs = 3

/** Import of the Hong Kong file, checked and journalled, its control totals included. */
export async function benchImport(folder: string, tenYears: string): Promise<Figure[]> {
  if (!existsSync(hongKongFile)) {
    console.log(`import: skipped, ${hongKongFile} is not there`)
    return []
  }
  const fresh: number[] = []
  const old: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const empty = join(folder, `import-${run}.portbook`)
    makeBook(empty, benchPort())
    fresh.push(await importInto(empty))
    const full = join(folder, `import-old-${run}.portbook`)
    copyFileSync(tenYears, full)
    old.push(await importInto(full))
  }
  const figure = (what: string, seconds: number[], goal: number): Figure => {
    const measured = counts / median(seconds)
    return { what, measured, unit: 'counts/s', floor: null, goal: `≥ ${goal}`, reached: measured >= goal }
  }
  return [
    figure('import of the Hong Kong file, new book', fresh, 60_000),
    figure('import of the Hong Kong file, ten-year book', old, 45_000),
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
