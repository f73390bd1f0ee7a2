import { readFileSync } from 'node:fs'
import { planImport } from '../../src/main/areas/crossings/import/import-plan.ts'
import { readCount } from '../../src/main/areas/crossings/import/read-counts.ts'
import { openCsv } from '../../src/main/import/csv-rows.ts'
import { DateReader } from '../../src/main/import/read-dates.ts'
import { daysBetween } from '../../src/shared/dates.ts'
import { AppError } from '../../src/shared/errors.ts'
import { MappingFile } from '../../src/shared/mapping-file.ts'
import { hongKongMapping } from '../ten-year-book.ts'
import { WrongData } from './wrong-data.ts'

/** Passengers of one control point in one direction, by day from the file's first date on; NaN where it says nothing. */
export interface PassengerDays {
  place: string
  direction: string
  counts: Float64Array
}

export interface HongKongDays {
  first: string
  last: string
  series: PassengerDays[]
}

/**
 * Reads the totals of a file such as Hong Kong's Immigration Department publishes, by the mapping that its import
 * is tested with.
 * @param isWanted whether a control point is read
 * @throws AppError as the import does; WrongData with the row that cannot be read or says something else than one before
 */
export async function readHongKongDays(
  file: string,
  isWanted: (place: string) => boolean,
): Promise<HongKongDays> {
  const byKey = new Map<string, Map<string, number>>()
  let [first, last] = ['9999', '']
  for await (const { number, place, direction, date, count } of totalsOf(file)) {
    if (date < first) first = date
    if (date > last) last = date
    if (!isWanted(place)) continue
    const key = `${place}\n${direction}`
    const days = byKey.get(key) ?? new Map<string, number>()
    byKey.set(key, days)
    if ((days.get(date) ?? count) !== count)
      throw new WrongData(`row ${number}: ${place}, ${direction}, ${date} stands twice, with two totals`)
    days.set(date, count)
  }
  if (last === '') throw new WrongData(`${file} has no rows`)
  const series = [...byKey].map(([key, days]): PassengerDays => {
    const [place = '', direction = ''] = key.split('\n')
    const counts = new Float64Array(daysBetween(first, last)).fill(Number.NaN)
    for (const [date, count] of days) counts[daysBetween(first, date) - 1] = count
    return { place, direction, counts }
  })
  return { first, last, series }
}

async function* totalsOf(
  file: string,
): AsyncGenerator<{ number: number; place: string; direction: string; date: string; count: number }> {
  const mapping = MappingFile.parse(JSON.parse(readFileSync(hongKongMapping, 'utf8')))
  const words = 'words' in mapping.direction ? mapping.direction.words : {}
  const { rows } = openCsv(file, mapping)
  const headings = (await rows.next()).value
  const plan = planImport(mapping, headings?.cells ?? [])
  const total = plan.controlTotals[0]?.column
  const dates = new DateReader(mapping.date.pattern)
  for await (const { number, cells } of rows) {
    const text = (column: { index: number } | null | undefined): string => cells[column?.index ?? -1] ?? ''
    try {
      const direction = words[text(plan.direction).trim()]
      if (!direction) throw new AppError('word-unknown', { text: text(plan.direction) })
      const count = readCount(text(total), mapping)
      // A mark or an empty cell is no count: the day stays unknown.
      if (typeof count !== 'number') continue
      yield { number, place: text(plan.place).trim(), direction, date: dates.read(text(plan.date)), count }
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      throw new AppError(error.code, { row: number, ...error.details })
    }
  }
}
