import type { BusComparison } from '../../../../shared/contract/buses.ts'
import { type Settled, settleMonths } from '../../../../shared/period-rule.ts'
import { flowOf } from '../../../../shared/staffing/bus-flow.ts'
import { type Direction, directions } from '../../../../shared/words.ts'
import type { Connection } from '../../../book/connection.ts'
import { namesOn } from '../../reference/names.ts'
import type { Checkpoint, PortModel } from '../../reference/port-model.ts'
import type { Route, StoredDeparture } from './buses.sql.ts'
import { SheetFigures, stateOfSheet } from './sheet-figures.ts'

/** Routes that are compared together, since they go to the same line of the same sheet. */
interface Group {
  checkpoint: string | null
  line: string
  unit: BusComparison['unit']
  routes: ReadonlySet<string>
}

/** Compares buses and their passengers with the lines of the count sheet that the routes name. */
export class BusComparisons {
  readonly #port: PortModel
  readonly #groups: readonly Group[]
  readonly #sheets: ReadonlyMap<string, SheetFigures>

  /** @param dates of one month */
  constructor(db: Connection, port: PortModel, routes: readonly Route[], dates: readonly string[]) {
    this.#port = port
    this.#groups = groupsOf(routes)
    const lines = [...new Set(this.#groups.map(({ line }) => line))]
    this.#sheets = new Map(
      lines.length === 0
        ? []
        : [...port.checkpoints.values()].map((each) => [
            each.code,
            new SheetFigures(db, port, each, lines, dates),
          ]),
    )
  }

  day(date: string, departures: readonly StoredDeparture[]): BusComparison[] {
    return this.#all(date, departures, (sheet, line, direction) =>
      sheet.counts(line, date) ? sheet.day(line, direction, date) : null,
    )
  }

  /** @param last the last date of the month, for names */
  month(last: string, today: string, departures: readonly StoredDeparture[]): BusComparison[] {
    return this.#all(last, departures, (sheet, line, direction) => sheet.month(line, direction, today))
  }

  #all(
    date: string,
    departures: readonly StoredDeparture[],
    settle: (sheet: SheetFigures, line: string, direction: Direction) => Settled | null,
  ): BusComparison[] {
    return this.#groups.flatMap((group) =>
      directions.flatMap((direction) => {
        const settled = this.#checkpointsOf(group, direction).flatMap((checkpoint) => {
          const sheet = this.#sheets.get(checkpoint.code)
          const figure = sheet && settle(sheet, group.line, direction)
          return figure ? [figure] : []
        })
        if (settled.length === 0) return []
        const own = departures.filter(
          (departure) => departure.direction === direction && group.routes.has(departure.route),
        )
        return [this.#compared(group, direction, date, own, settleMonths(settled))]
      }),
    )
  }

  #checkpointsOf({ checkpoint, line }: Group, direction: Direction): Checkpoint[] {
    return [...this.#port.checkpoints.values()].filter(
      (each) =>
        (checkpoint === null || each.code === checkpoint) &&
        each.directions.includes(direction) &&
        each.sheet.has(line),
    )
  }

  #compared(
    { checkpoint, line, unit }: Group,
    direction: Direction,
    date: string,
    own: readonly StoredDeparture[],
    settled: Settled,
  ): BusComparison {
    const flow = flowOf(own)
    const isCounted = unit === 'persons' && flow.unknown > 0
    const departures = flow.departures === 0 ? null : unit === 'vehicles' ? flow.vehicles : flow.passengers
    const state = stateOfSheet(settled)
    const isWhole = departures !== null && settled.value !== null && state === 'number' && !isCounted
    return {
      checkpoint,
      names: checkpoint === null ? null : namesOn(this.#port, 'checkpoint', checkpoint, date),
      line,
      lineNames: namesOn(this.#port, 'line', line, date),
      unit,
      direction,
      departures,
      unknown: unit === 'persons' ? flow.unknown : 0,
      sheet: settled.value,
      state,
      difference: isWhole ? departures - (settled.value ?? 0) : null,
    }
  }
}

function groupsOf(routes: readonly Route[]): Group[] {
  const named = routes
    .filter((route) => route.crossesBorder)
    .flatMap(({ code, checkpoint, busLine, passengerLine }) => [
      { code, checkpoint, line: busLine, unit: 'vehicles' as const },
      { code, checkpoint, line: passengerLine, unit: 'persons' as const },
    ])
    .flatMap(({ line, ...rest }) => (line === null ? [] : [{ line, ...rest }]))
  return [...Map.groupBy(named, ({ checkpoint, line }) => `${checkpoint ?? ''} ${line}`).values()]
    .flatMap((same) => {
      const [first] = same
      if (!first) return []
      const { checkpoint, line, unit } = first
      return [{ checkpoint, line, unit, routes: new Set(same.map(({ code }) => code)) }]
    })
    .toSorted((a, b) => Number(a.unit === 'persons') - Number(b.unit === 'persons'))
}
