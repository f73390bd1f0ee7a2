import type { ExpectedArrivals, ExpectedDay } from '../../../shared/contract/forecast.ts'
import { addDays, daysBetween, eachDate } from '../../../shared/dates.ts'
import { AppError } from '../../../shared/errors.ts'
import { dayFeatures, placeOf } from '../../../shared/forecast/day-features.ts'
import type { EventDays } from '../../../shared/forecast/events.ts'
import { controlledTotal, type Direction, type Unit, units } from '../../../shared/words.ts'
import type { Connection } from '../../book/connection.ts'
import type { QueryContext } from '../../book/handlers.ts'
import { today } from '../reference/describe-port.ts'
import { namesOn } from '../reference/names.ts'
import { type Checkpoint, type Line, type PortModel, portModel } from '../reference/port-model.ts'
import { type StoredEvent, selectEvents, selectHolidays } from '../reference/settings/settings.sql.ts'
import { shiftsBeginningOn } from '../reference/shift-periods.ts'
import { type BusesAhead, beyondEvent, busesAhead, withMore } from './buses-ahead.ts'
import { dayHistory } from './day-history.ts'
import { expectedShift } from './expected-shift.ts'
import { type Foreseen, foretell } from './foretold.ts'
import { roundedForecast } from './rounded-forecast.ts'
import { workedDay } from './worked-days.ts'

const wantedDays = 14
/** Two years, so that the season before is there with the days that surround it. */
const historyDays = 800
/** Fewest known days of a direction: four weeks. */
const leastDays = 28
/** From so many days after the last known one on, nothing can be said of the level of traffic. */
const furthestDays = 45

/** How many are expected from a date on, by the days before it. @throws AppError unknown-checkpoint, unknown-shift */
export function readExpectedArrivals(
  { db, now }: QueryContext,
  {
    checkpoint: code,
    from,
    shift: wantedShift,
  }: { checkpoint: string; from: string; shift?: string | undefined },
): ExpectedArrivals {
  const port = portModel(db)
  const checkpoint = port.checkpoints.get(code)
  if (!checkpoint) throw new AppError('unknown-checkpoint', { checkpoint: code })
  const shifts = shiftsBeginningOn(checkpoint, from)
  const shift = wantedShift === undefined ? shifts[0] : shifts.find((own) => own.code === wantedShift)
  if (wantedShift !== undefined && !shift) throw new AppError('unknown-shift', { shift: wantedShift })
  const lastWanted = addDays(from, wantedDays - 1)
  const nothing = {
    history: null,
    holidays: holidaysWithin(db, port, from, lastWanted),
    events: eventsOf(db, code, from, lastWanted).map((event) => ({
      from: event.from,
      to: event.to,
      names: namesOn(port, 'event', event.id, event.from),
    })),
    directions: [],
    shift: null,
  }
  const counted = countedOn(checkpoint)
  if (!counted) {
    return { unit: null, ...nothing, notEnough: { reason: 'nothing-counted', days: 0, needed: leastDays } }
  }
  const { unit, lines } = counted
  const known = historyBefore(db, port, checkpoint, lines, from)
  const { dates, series } = known
  const days = Math.max(
    0,
    ...series.map(({ counts }) => counts.filter((count) => !Number.isNaN(count)).length),
  )
  const [first, last] = [dates[0], dates.at(-1)]
  const history = first === undefined || last === undefined ? null : { from: first, to: last, days }
  const notEnough = (reason: 'too-few-days' | 'too-far-ahead'): ExpectedArrivals => ({
    unit,
    ...nothing,
    history,
    notEnough: { reason, days, needed: leastDays },
  })
  if (days < leastDays || first === undefined || last === undefined) return notEnough('too-few-days')
  if (daysBetween(last, from) > furthestDays) return notEnough('too-far-ahead')
  const features = dayFeatures(first, lastWanted, calendarsOf(db, first, lastWanted))
  const firstDay = daysBetween(first, from) - 1
  const events = eventsOf(db, code, first, lastWanted).map(
    ({ kind, ...event }): EventDays => ({
      kind,
      from: placeOf(first, event.from),
      to: placeOf(first, event.to),
    }),
  )
  const { days: forecasts, records } = foretell(series, features, events, {
    firstDay,
    lastDay: firstDay + wantedDays - 1,
  })
  const buses =
    unit === 'persons' ? busesAhead(db, code, { known: last, lastWanted, today: today(port, now) }) : null
  const ofDay = new Map(series.map(({ direction }, index) => [direction, forecasts[index]?.[0] ?? null]))
  return {
    unit,
    history,
    notEnough: null,
    holidays: nothing.holidays,
    events: nothing.events,
    directions: series.map(({ direction }, index) => ({
      direction,
      days: (forecasts[index] ?? []).map((forecast, day) =>
        expectedDay(addDays(from, day), forecast, buses, direction),
      ),
      record: records[index] ?? { dayAhead: noRecord, weekAhead: noRecord },
    })),
    shift: shift
      ? expectedShift({
          db,
          port,
          checkpoint,
          lines,
          shift,
          began: from,
          dates,
          features,
          ofDay,
          events,
          buses,
        })
      : null,
  }
}

const noRecord = { days: 0, error: null, naive: null, held: null }

/** The first unit of which the checkpoint counts a total, and its lines. */
function countedOn(checkpoint: Checkpoint): { unit: Unit; lines: Line[] } | null {
  const all = [...checkpoint.sheet.values()].map(({ line }) => line)
  for (const unit of units) {
    const lines = all.filter((line) => line.parent === null && line.totals.includes(controlledTotal[unit]))
    if (lines.length > 0) return { unit, lines }
  }
  return null
}

interface KnownDays {
  /** From the first date on which a direction is known to the last. */
  dates: string[]
  series: {
    direction: Direction
    group: string
    counts: Float64Array
    closed: (day: number) => boolean
  }[]
}

function historyBefore(
  db: Connection,
  port: PortModel,
  checkpoint: Checkpoint,
  lines: readonly Line[],
  from: string,
): KnownDays {
  const all = [...eachDate(addDays(from, -historyDays), addDays(from, -1))]
  const counts = checkpoint.directions.map((direction) =>
    dayHistory(db, port, checkpoint, lines, direction, all),
  )
  const isKnown = all.map((_, day) => counts.some((own) => !Number.isNaN(own[day])))
  const first = isKnown.indexOf(true)
  const dates = first < 0 ? [] : all.slice(first, isKnown.lastIndexOf(true) + 1)
  const closed = (day: number): boolean =>
    workedDay(port, checkpoint, dates[day] ?? addDays(from, day - daysBetween(dates[0] ?? from, from) + 1))
      .closed
  return {
    dates,
    series: checkpoint.directions.map((direction, index) => ({
      direction,
      group: direction,
      counts:
        counts[index]?.subarray(Math.max(0, first), Math.max(0, first) + dates.length) ?? new Float64Array(0),
      closed,
    })),
  }
}

function expectedDay(
  date: string,
  forecast: Foreseen | null,
  buses: BusesAhead | null,
  direction: Direction,
): ExpectedDay {
  const state = forecast === null ? 'unknown' : forecast.high === 0 ? 'closed' : 'expected'
  const change = state === 'expected' ? (buses?.onDay(direction, date) ?? null) : null
  const byEvent = forecast?.byEvent ?? null
  const rounded = roundedForecast(withMore(forecast, change ? beyondEvent(change.passengers, byEvent) : 0))
  return {
    date,
    state,
    ...rounded,
    eventAdds: byEvent === null ? null : Math.round(byEvent),
    buses: change && {
      vehicles: change.vehicles,
      usual: Math.round(change.usual * 10) / 10,
      added: (rounded.count ?? 0) - (roundedForecast(forecast).count ?? 0),
    },
  }
}

/** Events at a checkpoint, or in the whole port, that touch a span of dates. */
function eventsOf(db: Connection, checkpoint: string, from: string, to: string): StoredEvent[] {
  return selectEvents(db, from, to).filter(
    (event) => event.checkpoint === null || event.checkpoint === checkpoint,
  )
}

/** The holidays of each country; days worked to make up for them are not in the book's calendar. */
function calendarsOf(db: Connection, from: string, to: string) {
  const byCountry = Map.groupBy(selectHolidays(db, from, to), ({ country }) => country)
  return [...byCountry.values()].map((holidays) => ({ holidays, workdays: [] }))
}

function holidaysWithin(
  db: Connection,
  port: PortModel,
  from: string,
  to: string,
): ExpectedArrivals['holidays'] {
  return selectHolidays(db, from, to).map((holiday) => ({
    country: holiday.country,
    from: holiday.from,
    to: holiday.to,
    names: namesOn(port, 'holiday', holiday.id, holiday.from),
  }))
}
