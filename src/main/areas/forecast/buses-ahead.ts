import { addDays, minutesInDay } from '../../../shared/dates.ts'
import { type BusChange, busChange, usualDays } from '../../../shared/forecast/bus-change.ts'
import type { DayForecast } from '../../../shared/forecast/rolling-forecast.ts'
import type { Direction } from '../../../shared/words.ts'
import type { Connection } from '../../book/connection.ts'
import type { Shift } from '../reference/port-model.ts'
import { type StoredRun, selectBusRuns } from './bus-runs.sql.ts'

/** What buses entered ahead change in a forecast, by day and by shift. */
export interface BusesAhead {
  /** Null where none were entered, or too little is known of the days before. */
  onDay: (direction: Direction, date: string) => BusChange | null
  /**
   * In passengers, in a shift by the date that it begins on; null as above.
   * @param share of the day's, which it gets where not every bus has its time
   */
  inShift: (direction: Direction, shift: Shift, began: string, share: number) => number | null
}

/**
 * Reads the departures of a checkpoint's routes across the border.
 * @param known the last day whose counts are known
 * @param today a day is entered whole ahead of it; on the day itself and before, departures may be entered as they come,
 * so that fewer than usual say nothing
 */
export function busesAhead(
  db: Connection,
  checkpoint: string,
  { known, lastWanted, today }: { known: string; lastWanted: string; today: string },
): BusesAhead {
  const runs = selectBusRuns(db, checkpoint, addDays(known, -usualDays), addDays(lastWanted, 1))
  const said = (change: BusChange | null, date: string): BusChange | null =>
    change && (date > today || change.passengers > 0) ? change : null
  const going = (direction: Direction): StoredRun[] => runs.filter((run) => run.direction === direction)
  const onDay: BusesAhead['onDay'] = (direction, date) => said(busChange(going(direction), date, known), date)
  return {
    onDay,
    inShift: (direction, shift, began, share) => {
      const own = going(direction).map((run) => asBegun(run, shift))
      if (own.some(({ minute, vehicles }) => minute === null && vehicles > 0)) {
        const ofDay = onDay(direction, began)
        return ofDay && ofDay.passengers * share
      }
      const [from, to] = [shift.startsMinute, shift.endsMinute + (shift.overMidnight ? minutesInDay : 0)]
      const isWithin = ({ minute }: StoredRun) => minute !== null && minute >= from && minute < to
      const change = busChange(own, began, known, isWithin)
      return said(change, began)?.passengers ?? null
    },
  }
}

/** A run after midnight belongs to the day on which the shift over midnight began. */
function asBegun(run: StoredRun, { overMidnight, endsMinute }: Shift): StoredRun {
  if (!overMidnight || run.minute === null || run.minute >= endsMinute) return run
  return { ...run, date: addDays(run.date, -1), minute: run.minute + minutesInDay }
}

/** An event that came with more buses before has their passengers in it already: only those beyond are added. */
export function beyondEvent(passengers: number, byEvent: number | null): number {
  if (byEvent === null || passengers * byEvent <= 0) return passengers
  return Math.sign(passengers) * Math.max(0, Math.abs(passengers) - Math.abs(byEvent))
}

/** A forecast with so many passengers more, or fewer, and its interval with it; a closed day stays closed. */
export function withMore(forecast: DayForecast | null, passengers: number): DayForecast | null {
  if (!forecast || forecast.high === 0) return forecast
  const moved = (value: number): number => Math.max(0, value + passengers)
  const { count, low, high } = forecast
  return {
    count: moved(count),
    low: low === null ? null : moved(low),
    high: high === null ? null : moved(high),
  }
}
