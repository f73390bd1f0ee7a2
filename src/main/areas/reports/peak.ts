import type { CrossingsReport } from '../../../shared/contract/reports.ts'
import { parsePeriod } from '../../../shared/periods.ts'
import { controlledTotal, directions } from '../../../shared/words.ts'
import type { Connection } from '../../book/connection.ts'
import type { Checkpoint } from '../reference/port-model.ts'
import { selectHours } from './figures.sql.ts'
import type { Selection } from './line-figures.ts'
import { type PieceSums, pieceKey } from './pieces.ts'

type Peak = CrossingsReport['peak']

/** The busiest hour of a shift or a day, passengers of both directions; null where no hour is known. */
export function peakHour(db: Connection, checkpoints: readonly Checkpoint[], selection: Selection): Peak {
  const hours = new Map<string, { date: string; hour: number; passengers: number }>()
  const dates = [...new Set(selection.parts?.map((part) => part.date) ?? [selection.from])]
  for (const checkpoint of checkpoints) {
    const lines = [...checkpoint.sheet.values()].filter(({ line }) =>
      line.totals.includes(controlledTotal.persons),
    )
    const codes = lines.map(({ line }) => line.code)
    for (const date of dates) {
      for (const { period, value } of selectHours(db, checkpoint.code, codes, date)) {
        const hour = hourWithin(period, date, selection)
        if (hour === null) continue
        const known = hours.get(`${date} ${hour}`)?.passengers ?? 0
        hours.set(`${date} ${hour}`, { date, hour, passengers: known + value })
      }
    }
  }
  return busiest([...hours.values()])
}

/** The busiest day of a longer period; null where no day is known. */
export function peakDay(piecesOf: readonly PieceSums[], dates: Iterable<string>): Peak {
  const days = []
  for (const date of dates) {
    const keys = directions.map((direction) => pieceKey(date, 'day', direction, controlledTotal.persons))
    const known = piecesOf.flatMap((pieces) => keys.map((key) => pieces.get(key)))
    if (known.every((value) => value === undefined)) continue
    days.push({ date, hour: null, passengers: known.reduce<number>((all, value) => all + (value ?? 0), 0) })
  }
  return busiest(days)
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
