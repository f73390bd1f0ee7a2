import { createWriteStream, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { readyMadePorts } from '../src/main/areas/reference/ready-made-ports.ts'
import { openBook } from '../src/main/book/open-book.ts'
import { makeBook } from '../src/main/dispatch/make-book.ts'
import { runCommand } from '../src/main/dispatch/run-operation.ts'
import { addDays } from '../src/shared/dates.ts'
import type { DeclarationsMappingInput } from '../src/shared/trade/declarations-mapping.ts'
import { type Figure, timed } from './figures.ts'

const items = 100_000
const itemsOfOne = 4
const goalSeconds = 10
/** Beyond this memory would grow with the file: what it keeps of each declaration is its number and its loads. */
const mostGrowth = 1.25

/** Import of 100,000 items with their declarations, vehicles and events, checked and journalled; and again, the same. */
export async function benchDeclarationsImport(folder: string): Promise<Figure[]> {
  const third = await importOf(folder, Math.floor(items / 3))
  const whole = await importOf(folder, items)
  return [
    {
      what: `import of ${items.toLocaleString('en')} items in ${(items / itemsOfOne).toLocaleString('en')} declarations, checked and journalled (floor: the same ${whole.entries.toLocaleString('en')} entries)`,
      measured: whole.seconds,
      unit: 's',
      floor: whole.floorSeconds,
      goal: `≤ ${goalSeconds} s`,
      reached: whole.seconds <= goalSeconds,
    },
    {
      what: 'the same file again: everything is the same',
      measured: whole.againSeconds,
      unit: 's',
      floor: null,
      goal: `≤ ${goalSeconds} s`,
      reached: whole.againSeconds <= goalSeconds,
    },
    {
      what: 'memory of that import (floor: of a third of the file)',
      measured: whole.megabytes,
      unit: 'MB',
      floor: third.megabytes,
      goal: `≤ ${mostGrowth} × floor`,
      reached: whole.megabytes <= third.megabytes * mostGrowth,
    },
  ]
}

async function importOf(folder: string, number: number) {
  const file = join(folder, `declarations-${number}.csv`)
  await pipeline(Readable.from(rowsOf(number)), createWriteStream(file))
  const path = join(folder, `declarations-${number}.portbook`)
  const port = readyMadePorts.get('jeminay')
  if (!port) throw new Error('no port')
  makeBook(path, port)
  const book = openBook(path, 'bench')
  const { db } = book.writer
  let peak = 0
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, 50)
  const once = async (expected: object): Promise<number> => {
    let answer: { ok: boolean; output?: object } | null = null
    const milliseconds = await timed(async () => {
      answer = (await runCommand(book.writer, 'importDeclarations', { file, mapping })) as typeof answer
    })
    const said = JSON.stringify({ ...(answer as unknown as { output: object }).output, warnings: [] })
    for (const [name, value] of Object.entries(expected)) {
      if (!said.includes(`"${name}":${value}`)) throw new Error(said.slice(0, 800))
    }
    return milliseconds / 1000
  }
  try {
    const first = db.prepare('SELECT max(sequence) FROM journal').pluck().get() as number
    const seconds = await once({ items: number, refusedCells: 0, new: Math.ceil(number / itemsOfOne) })
    const againSeconds = await once({ items: number, same: Math.ceil(number / itemsOfOne) })
    const entries = (db.prepare('SELECT max(sequence) FROM journal').pluck().get() as number) - first
    clearInterval(watch)
    return { seconds, againSeconds, entries, megabytes: peak / 1e6, floorSeconds: await floorOf(path, first) }
  } finally {
    clearInterval(watch)
    book.close()
    for (const leftover of [file, path]) rmSync(leftover, { force: true })
  }
}
