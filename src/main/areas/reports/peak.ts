import type { CrossingsReport } from '../../../shared/contract/reports.ts'
import { parsePeriod } from '../../../shared/periods.ts'
import { controlledTotal } from '../../../shared/words.ts'
import type { Connection } from '../../book/connection.ts'
import type { Checkpoint } from '../reference/port-model.ts'
import { type LineFigure, passengersOf } from './checkpoint-figures.ts'
import { selectHours } from './figures.sql.ts'
import type { LineFigures, Selection } from './line-figures.ts'
import type { DateSpan } from './report-spans.ts'

type Peak = CrossingsReport['peak']

/**
 * The busiest hour of a shift or a day, passengers of both directions; null where no hour is known, or where a
 * checkpoint that passengers passed has none: the port's busiest hour is not that of its halls that count by hour.
 * @param own the figures of the same selection
 */
export function peakHour(
  db: Connection,
  checkpoints: readonly Checkpoint[],
  selection: Selection,
  own: readonly LineFigure[],
): Peak {
  const hours = new Map<string, { date: string; hour: number; passengers: number }>()
  const dates = [...new Set(selection.parts?.map((part) => part.date) ?? [selection.from])]
  for (const checkpoint of checkpoints) {
    const lines = [...checkpoint.sheet.values()].filter(({ line }) =>
      line.totals.includes(controlledTotal.persons),
    )
    const codes = lines.map(({ line }) => line.code)
    let known = false
    for (const date of dates) {
      for (const { period, value } of selectHours(db, checkpoint.code, codes, date)) {
        const hour = hourWithin(period, date, selection)
        if (hour === null) continue
        known = true
        const others = hours.get(`${date} ${hour}`)?.passengers ?? 0
        hours.set(`${date} ${hour}`, { date, hour, passengers: others + value })
      }
    }
    if (!known && hasPassengers(own, checkpoint)) return null
  }
  return busiest([...hours.values()])
}

/** The busiest day of a longer period; null where no day is known. */
export function peakDay(reader: LineFigures, checkpoints: readonly Checkpoint[], span: DateSpan): Peak {
  const days = new Map<string, number>()
  for (const checkpoint of checkpoints) {
    for (const direction of checkpoint.directions) {
      for (const [date, value] of reader.daySums(checkpoint, controlledTotal.persons, direction, span)) {
        days.set(date, (days.get(date) ?? 0) + value)
      }
    }
  }
  return busiest([...days].sort().map(([date, passengers]) => ({ date, hour: null, passengers })))
}

function hasPassengers(own: readonly LineFigure[], checkpoint: Checkpoint): boolean {
  const passengers = passengersOf(own.filter((figure) => figure.checkpoint === checkpoint))
  return passengers.some(({ value }) => value !== null && value > 0)
}

function hourWithin(period: string, date: string, selection: Selection): number | null {
  const parsed = parsePeriod(period)
  if (parsed?.level !== 'hour') return null
  if (!selection.parts) return parsed.hour
  const shift = period.slice(0, period.indexOf('@'))
  return selection.parts.some((part) => part.date === date && part.period === shift) ? parsed.hour : null
}

function busiest(candidates: readonly NonNullable<Peak>[]): Peak {
  let peak: Peak = null
  for (const candidate of candidates) if (!peak || candidate.passengers > peak.passengers) peak = candidate
  return peak
}
