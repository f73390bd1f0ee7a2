import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { daysBetween, isDate } from '../../src/shared/dates.ts'
import { WrongData } from './wrong-data.ts'

/** One hour of one hall: the flights that landed in it, their passengers, and the booths open on average. */
export interface BoothHour {
  /** Hours since 2000-01-01 00:00. */
  hour: number
  passengers: number
  flights: number
  booths: number
  /** Mean minutes from the landing to the inspection, less what the way to the hall takes; as recorded. */
  recorded: number
}

const Row = z.object({
  airport: z.string(),
  terminal: z.string(),
  date: z.string(),
  hour: z.string(),
  all_avg_wait: z.coerce.number().min(0),
  all_total: z.coerce.number().min(0),
  all_flights: z.coerce.number().min(0),
  all_booths: z.coerce.number().min(0),
})

/**
 * Reads the airport wait times that US Customs and Border Protection publishes by hour: the hours of each hall in order.
 * @throws WrongData with the row that cannot be read
 */
export function readBoothHours(file: string): BoothHour[][] {
  const byHall = new Map<string, BoothHour[]>()
  for (const [index, row] of rowsOf(file).entries()) {
    const read = Row.safeParse(row)
    const hour = read.success ? hourOf(read.data.date, read.data.hour) : null
    if (!read.success || hour === null) throw new WrongData(`row ${index + 2} of ${file} cannot be read`)
    const { airport, terminal, all_avg_wait, all_total, all_flights, all_booths } = read.data
    const hall = `${airport} ${terminal}`
    const hours = byHall.get(hall) ?? []
    byHall.set(hall, hours)
    hours.push({
      hour,
      passengers: all_total,
      flights: all_flights,
      booths: all_booths,
      recorded: all_avg_wait,
    })
  }
  if (byHall.size === 0) throw new WrongData(`${file} has no rows`)
  return [...byHall.values()].map((hours) => hours.sort((a, b) => a.hour - b.hour))
}

function rowsOf(file: string): unknown[] {
  const options = { bom: true, columns: true, skip_empty_lines: true, trim: true }
  try {
    return parse(readFileSync(file), options)
  } catch (error) {
    throw new WrongData(`${file} is not a table: ${error instanceof Error ? error.message : error}`)
  }
}

/** `1/31/2016` and `0400 - 0500`; null where they are none. */
function hourOf(date: string, hours: string): number | null {
  const [month = '', day = '', year = ''] = date.split('/')
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const from = /^([01]\d|2[0-3])00 - /.exec(hours)?.[1]
  return from !== undefined && isDate(iso) ? (daysBetween('2000-01-01', iso) - 1) * 24 + Number(from) : null
}
