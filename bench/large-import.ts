import { createWriteStream, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { openBook } from '../src/main/book/open-book.ts'
import { makeBook } from '../src/main/dispatch/make-book.ts'
import { runCommand } from '../src/main/dispatch/run-operation.ts'
import { addDays } from '../src/shared/dates.ts'
import type { Figure } from './figures.ts'
import { benchPort } from './ten-year-book.ts'

const smallBytes = 60_000_000
const largeBytes = 200_000_000
/** Caches fill up within the first 60 MB; from there on memory may not grow with the file. */
const mostGrowth = 1.15

/** Import of a valid file of 200 MB: the most memory it takes, beside that of a third of it. */
export async function benchLargeImport(folder: string): Promise<Figure[]> {
  const small = await peakMemory(folder, smallBytes)
  const large = await peakMemory(folder, largeBytes)
  return [
    {
      what: 'memory of importing 200 MB (floor: of 60 MB)',
      measured: large.megabytes,
      unit: 'MB',
      floor: small.megabytes,
      goal: `≤ ${mostGrowth} × floor`,
      reached: large.megabytes <= small.megabytes * mostGrowth,
    },
    {
      what: `import of 200 MB, ${large.counts} counts`,
      measured: large.counts / large.seconds,
      unit: 'counts/s',
      floor: null,
      goal: '',
      reached: true,
    },
  ]
}

async function peakMemory(folder: string, bytes: number) {
  const file = join(folder, `large-${bytes}.csv`)
  await pipeline(Readable.from(csvRows(bytes)), createWriteStream(file))
  const path = join(folder, `large-${bytes}.portbook`)
  makeBook(path, benchPort())
  const book = openBook(path, 'bench')
  let peak = 0
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, 50)
  const began = performance.now()
  const answer = await runCommand(book.writer, 'importCounts', { file, mapping: largeMapping })
  const seconds = (performance.now() - began) / 1000
  clearInterval(watch)
  book.close()
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  const { counts, refusedCells } = answer.output as { counts: number; refusedCells: number }
  if (refusedCells > 0) throw new Error(`refused: ${JSON.stringify(answer.output).slice(0, 500)}`)
  for (const leftover of [file, path]) rmSync(leftover)
  return { megabytes: peak / 1e6, counts, seconds }
}

const remark = 'invented row of a large file as wide as those that customs systems write'.padEnd(90, '.')

/** One measure a row: 88 a day, from 1930 on, so that no key stands twice and none lies ahead. */
function* csvRows(bytes: number): Generator<string> {
  yield 'day,place,line,direction,count,remark\r\n'
  let written = 0
  for (let day = '1930-01-01'; written < bytes; day = addDays(day, 1)) {
    let rows = ''
    for (let hall = 1; hall <= 4; hall += 1) {
      for (let line = 1; line <= 11; line += 1) {
        for (const direction of ['entry', 'exit']) {
          rows += `${day},hall-${hall},line-${line},${direction},${(hall * line) % 1000},${remark}\r\n`
        }
      }
    }
    written += rows.length
    yield rows
  }
}

const largeMapping = {
  format: 1,
  date: { column: 'day', pattern: 'YYYY-MM-DD' },
  checkpoint: { column: 'place', by: 'code' },
  direction: { column: 'direction', words: { entry: 'entry', exit: 'exit' } },
  counts: {
    measureColumn: 'line',
    valueColumn: 'count',
    lines: Object.fromEntries(
      Array.from({ length: 11 }, (_, index) => [`line-${index + 1}`, `line-${index + 1}`]),
    ),
  },
}
