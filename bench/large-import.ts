import { createWriteStream, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { writeXlsxStream } from 'hucre/xlsx'
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

/** Excel's most rows, its headings among them. */
const mostWorkbookRows = 1_048_576

/** Import of a valid file of 200 MB, and of a full sheet of Excel: the most memory each takes, beside a third of it. */
export async function benchLargeImport(folder: string): Promise<Figure[]> {
  const small = await peakMemory(folder, 'small.csv', csvFile(smallBytes))
  const large = await peakMemory(folder, 'large.csv', csvFile(largeBytes))
  const third = await peakMemory(folder, 'third.xlsx', workbookFile(Math.floor(mostWorkbookRows / 3)))
  const full = await peakMemory(folder, 'full.xlsx', workbookFile(mostWorkbookRows))
  return [
    ...figures('200 MB (floor: of 60 MB)', small, large),
    ...figures('a workbook of 1,048,576 rows (floor: of a third)', third, full),
  ]
}

type Peak = Awaited<ReturnType<typeof peakMemory>>

function figures(what: string, small: Peak, large: Peak): Figure[] {
  return [
    {
      what: `memory of importing ${what}`,
      measured: large.megabytes,
      unit: 'MB',
      floor: small.megabytes,
      goal: `≤ ${mostGrowth} × floor`,
      reached: large.megabytes <= small.megabytes * mostGrowth,
    },
    {
      what: `import of ${what}, ${large.counts} counts`,
      measured: large.counts / large.seconds,
      unit: 'counts/s',
      floor: null,
      goal: '',
      reached: true,
    },
  ]
}

type WriteFile = (file: string) => Promise<void>

async function peakMemory(folder: string, name: string, write: WriteFile) {
  const file = join(folder, name)
  await write(file)
  const path = join(folder, `${name}.portbook`)
  makeBook(path, benchPort())
  const book = openBook(path, 'bench')
  globalThis.gc?.()
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

function csvFile(bytes: number): WriteFile {
  return (file) => pipeline(Readable.from(csvRows(bytes)), createWriteStream(file))
}

/** A sheet with real dates, its headings and so many rows in all. */
function workbookFile(rows: number): WriteFile {
  return async (file) => {
    const stream = writeXlsxStream(workbookRows(rows - 1), {
      name: 'Counts',
      columns: [
        { header: 'day', numFmt: 'yyyy-mm-dd' },
        ...['place', 'line', 'direction', 'count'].map((header) => ({ header })),
      ],
    })
    await pipeline(Readable.fromWeb(stream as NodeStream), createWriteStream(file))
  }
}

type NodeStream = Parameters<typeof Readable.fromWeb>[0]

function* workbookRows(rows: number): Generator<(Date | string | number)[]> {
  let left = rows
  for (const { day, hall, line, direction } of moments()) {
    if (left === 0) return
    left -= 1
    yield [new Date(`${day}T00:00:00Z`), `hall-${hall}`, `line-${line}`, direction, (hall * line) % 1000]
  }
}

const remark = 'invented row of a large file as wide as those that customs systems write'.padEnd(90, '.')

/** 88 figures a day, from 1930 on, so that no key stands twice and none lies ahead. */
function* moments() {
  for (let day = '1930-01-01'; ; day = addDays(day, 1)) {
    for (let hall = 1; hall <= 4; hall += 1) {
      for (let line = 1; line <= 11; line += 1) {
        for (const direction of ['entry', 'exit']) yield { day, hall, line, direction }
      }
    }
  }
}

/** One measure a row. */
function* csvRows(bytes: number): Generator<string> {
  yield 'day,place,line,direction,count,remark\r\n'
  let written = 0
  let rows = ''
  for (const { day, hall, line, direction } of moments()) {
    rows += `${day},hall-${hall},line-${line},${direction},${(hall * line) % 1000},${remark}\r\n`
    if (rows.length < 16_384) continue
    yield rows
    written += rows.length
    rows = ''
    if (written >= bytes) return
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
