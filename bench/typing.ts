import { copyFileSync, existsSync, readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { BookThreads } from '../src/main/dispatch/book-threads.ts'
import type { MappingFileInput } from '../src/shared/mapping-file.ts'
import { floorOfTwoRows } from './commit-cell.ts'
import { type Figure, percentile, timed } from './figures.ts'
import { hongKongFile, hongKongMapping } from './ten-year-book.ts'

/** Of so many cells in each situation, all but four must be quick. */
const cells = 400
/** Faster than anybody types, so that every part of the work beside it is met. */
const pauseMs = 15
const mostMs = 50
const imports = 4

/** A cell typed while something else is asked of the same ten-year book, from the call to its answer. */
export async function benchTyping(folder: string, tenYears: string): Promise<Figure[]> {
  if (!existsSync(hongKongFile)) {
    console.log(`typing: skipped, ${hongKongFile} is not there`)
    return []
  }
  const path = `${tenYears}-typing`
  copyFileSync(tenYears, path)
  const floor = await floorOfTwoRows(path)
  const threads = await BookThreads.open({
    path,
    program: 'bench',
    script: new URL('../src/main/dispatch/book-thread.ts', import.meta.url),
    onFailure: ({ code }) => console.error(code),
    onProgress: () => undefined,
  })
  const desk = new TypingDesk(threads)
  const mapping = JSON.parse(readFileSync(hongKongMapping, 'utf8')) as MappingFileInput
  const file = hongKongFile
  const figure = (what: string, samples: readonly number[]): Figure => ({
    what: `a cell typed ${what}, p99 of ${samples.length} (load ${loadavg()[0]?.toFixed(1)})`,
    measured: percentile(samples, 0.99),
    unit: 'ms',
    floor: percentile(floor, 0.99),
    goal: `≤ ${mostMs} ms`,
    reached: percentile(samples, 0.99) <= mostMs,
  })
  const figures = [
    figure('beside nothing', await desk.typeBeside(() => pause(1_000))),
    figure(
      'while a file imports its preview',
      await desk.typeBeside(async () => {
        await desk.done('previewImport', { job: 'bench', file, mapping })
        await desk.done('closePreview', { job: 'bench' })
      }),
    ),
    figure(
      'while a year exports',
      await desk.typeBeside(async () => {
        const span = { from: '2019-01-01', to: '2019-12-31' }
        await desk.done('exportCounts', { ...span, format: 'csv', file: join(folder, 'year.csv') })
        const report = { kind: 'year', date: '2019-01-01' }
        await desk.done('writeCrossingsReport', { report, format: 'xlsx', language: 'en' })
      }),
    ),
    figure('while the log of an import is moved', await typeBehindImports(desk, file, mapping)),
  ]
  await threads.close()
  return figures
}

/** What is typed in the seconds after the answer of an import, every time with other figures in it. */
async function typeBehindImports(
  desk: TypingDesk,
  file: string,
  mapping: MappingFileInput,
): Promise<number[]> {
  const samples: number[] = []
  for (let run = 0; run < imports; run += 1) {
    await desk.done('importCounts', { file, mapping: { ...mapping, source: `run ${run}` } })
    for (let cell = 0; cell < cells / imports; cell += 1) samples.push(await desk.type())
  }
  return samples
}

class TypingDesk {
  readonly #threads: BookThreads
  #typed = 0

  constructor(threads: BookThreads) {
    this.#threads = threads
  }

  async done(operation: string, input: unknown): Promise<void> {
    const answer = await this.#threads.call(operation, input)
    if (!answer.ok) throw new Error(JSON.stringify(answer))
  }

  /** Types one cell after a pause; answers the milliseconds until it is saved. */
  async type(): Promise<number> {
    await pause(pauseMs)
    this.#typed += 1
    const counts = [
      {
        line: `line-${1 + (this.#typed % 11)}`,
        direction: 'entry',
        date: `2020-${String(1 + (this.#typed % 12)).padStart(2, '0')}-15`,
        period: 'morning',
        value: 1_000 + this.#typed,
      },
    ]
    return timed(() => this.done('recordCounts', { checkpoint: 'hall-1', counts }))
  }

  /** Types while this work is done again and again. */
  async typeBeside(work: () => Promise<void>): Promise<number[]> {
    let goesOn = true
    const working = (async () => {
      while (goesOn) await work()
    })()
    const samples: number[] = []
    for (let cell = 0; cell < cells; cell += 1) samples.push(await this.type())
    goesOn = false
    await working
    return samples
  }
}
