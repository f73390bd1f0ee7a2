import { copyFileSync, existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBook } from '../src/main/book/open-book.ts'
import { makeBook } from '../src/main/dispatch/make-book.ts'
import { eachDate } from '../src/shared/dates.ts'
import { PortFile, type PortFileInput } from '../src/shared/port-file.ts'
import { addOpenings } from './openings.ts'

const root = join(import.meta.dirname, '..')
export const hongKongPort = join(root, 'e2e/fixtures/ports/hong-kong.json')
export const hongKongMapping = join(root, 'e2e/fixtures/mappings/hk-daily.json')
export const hongKongFile = join(root, '../shared/data/hk-daily-passengers-2021-2023.csv')

const firstDay = '2011-01-01'
const lastDay = '2020-12-31'
const shifts = ['morning', 'afternoon', 'evening']
const lineCount = 11

/** Where the bench keeps its books; PORTBOOK_BENCH_FOLDER chooses the disk. */
export function benchFolder(): string {
  return mkdtempSync(join(process.env.PORTBOOK_BENCH_FOLDER ?? tmpdir(), 'portbook-bench-'))
}

/** The Hong Kong port with four more checkpoints of three shifts, so that files and typing meet in one book. */
export function benchPort(): PortFile {
  const port = JSON.parse(readFileSync(hongKongPort, 'utf8')) as PortFileInput
  const lines = Array.from({ length: lineCount }, (_, index) => `line-${index + 1}`)
  return PortFile.parse({
    ...port,
    lines: [
      ...port.lines,
      ...lines.map((code) => ({
        code,
        names: { en: code },
        unit: 'persons',
        totals: ['passengers', 'persons'],
      })),
    ],
    checkpoints: [
      ...port.checkpoints,
      ...[1, 2, 3, 4].map((number) => ({
        code: `hall-${number}`,
        names: { en: `Hall ${number}` },
        kind: 'passengers',
        sheet: lines,
        shifts: shifts.map((code, index) => ({
          code,
          names: { en: code },
          starts: `${String(6 + index * 6).padStart(2, '0')}:00`,
          ends: index === 2 ? '24:00' : `${12 + index * 6}:00`,
        })),
      })),
    ],
  })
}

/**
 * A book of ten years: 964,392 counts typed by shift, every one of them corrected once, so that its journal has about
 * 2,000,000 entries; and 200,000 openings. Invented, always the same figures.
 */
export async function makeTenYearBook(folder: string): Promise<string> {
  const path = join(folder, 'ten-years.portbook')
  const kept = process.env.PORTBOOK_BENCH_BOOK
  if (kept && existsSync(kept)) {
    copyFileSync(kept, path)
    return path
  }
  console.log('making the ten-year book …')
  fillBook(path, firstDay, lastDay)
  addOpenings(path, firstDay, lastDay)
  if (kept) copyFileSync(path, kept)
  return path
}

/** A new book with the bench port and shift counts for every day of the span, each typed and corrected. */
export function fillBook(path: string, from: string, to: string): void {
  makeBook(path, benchPort())
  const book = openBook(path, 'bench')
  let seed = 1
  for (const date of eachDate(from, to)) {
    for (const correction of [0, 1]) {
      const batch = book.writer.begin({
        operation: 'recordCounts',
        at: Date.parse(date) + correction,
        person: null,
      })
      for (const checkpoint of [1, 2, 3, 4]) {
        for (const period of shifts) {
          for (let line = 1; line <= lineCount; line += 1) {
            for (const direction of ['entry', 'exit']) {
              seed = (seed * 48_271) % 2_147_483_647
              const value = (seed % 900) + correction
              batch.put('count', [`hall-${checkpoint}`, `line-${line}`, direction, date, period], { value })
            }
          }
        }
      }
      batch.commit()
    }
  }
  book.close()
}
