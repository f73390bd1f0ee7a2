import { z } from 'zod'
import { isWorkingDate, isZone, LocalDate, LocalMonth, WorkingDate } from '../dates.ts'
import { instead, NewCode, OpenDate, SettingNames } from '../setting-fields.ts'
import { Code, CountNumber, Direction, Names } from '../words.ts'
import { command, query, Receipt } from './operation.ts'
import { DatedNames, Figures } from './settings.ts'

/**
 * Buses: the routes, how many vehicles are deployed on each by day, and their departures. A direction is that of the
 * journey: `entry` is inland, `exit` towards the border, also on a route that does not cross it. Minutes are those of
 * the port's clock; a far side in another zone is shown with its own clock beside.
 */

const Zone = z.string().refine(isZone, instead('zone-unknown'))
const Vehicles = z.int().min(1).max(9_999)
const Minute = z.int().min(0).max(1_439)
const DepartureId = z.uuid()

const routeFields = {
  /** Where its buses are inspected; null for the whole port. */
  checkpoint: Code.nullable(),
  crossesBorder: z.boolean(),
  /** The lines of the count sheet that its vehicles and their passengers are compared with; null for none. */
  busLine: Code.nullable(),
  passengerLine: Code.nullable(),
}

const RouteSetting = z.strictObject({
  route: Code,
  names: DatedNames,
  ...routeFields,
  /** The zone of its far side; null where that goes by the port's clock. */
  zone: z.string().nullable(),
  from: LocalDate.nullable(),
  to: LocalDate.nullable(),
  /** The first and the last date with vehicles. */
  figures: Figures,
})
export type RouteSetting = z.infer<typeof RouteSetting>

const newRouteFields = { ...routeFields, zone: Zone.nullable(), from: OpenDate, to: OpenDate }

const Flow = z.strictObject({
  /** Rows that were entered; with none of them nobody said that no bus ran. */
  departures: z.int(),
  vehicles: z.int(),
  /** Of the vehicles whose passengers are known; null where that is none. */
  passengers: z.int().nullable(),
  /** Vehicles whose passengers nobody knows. */
  unknown: z.int(),
  /** Passengers per vehicle of those whose passengers are known; null without one. */
  perVehicle: z.number().nullable(),
})

const BothWays = z.strictObject({ entry: Flow, exit: Flow })
export type BothWays = z.infer<typeof BothWays>

const Departure = z.strictObject({
  departure: DepartureId,
  direction: Direction,
  /** Null where only the day is known. */
  minute: Minute.nullable(),
  /** The far side's clock at that minute; null without a time, or where it has the port's. */
  far: z.strictObject({ date: LocalDate, minute: Minute }).nullable(),
  vehicles: z.int(),
  /** Of all its vehicles together; null where nobody counted. */
  passengers: z.int().nullable(),
})
export type Departure = z.infer<typeof Departure>

/**
 * Vehicles or passengers of the routes that cross the border beside a line of the count sheet. `sheet` is its figure by
 * the rule for periods; the difference is told only where both sides are known whole.
 */
const Comparison = z.strictObject({
  checkpoint: Code.nullable(),
  /** Of the checkpoint; null for the whole port. */
  names: Names.nullable(),
  line: Code,
  lineNames: Names,
  unit: z.enum(['vehicles', 'persons']),
  direction: Direction,
  /** Null where no departure was entered, or none with known passengers. */
  departures: z.int().nullable(),
  /** Vehicles whose passengers are not in it. */
  unknown: z.int(),
  sheet: z.int().nullable(),
  state: z.enum(['number', 'incomplete', 'not-reported', 'closed', 'not-applicable']),
  /** Departures less sheet. */
  difference: z.int().nullable(),
})
export type BusComparison = z.infer<typeof Comparison>

const RouteOnDay = z.strictObject({
  route: Code,
  names: Names,
  crossesBorder: z.boolean(),
  /** The zone of its far side where its clock differs from the port's on this date. */
  zone: z.string().nullable(),
  /** The ways that its departures can be entered for. */
  directions: z.array(Direction),
  deployed: z.int().nullable(),
  /** By direction and time, those without a time last. */
  departures: z.array(Departure),
  ...BothWays.shape,
})
export type RouteOnDay = z.infer<typeof RouteOnDay>

const BusDay = z.strictObject({
  date: LocalDate,
  /** Whether passengers can be entered: not of a date to come. */
  isAhead: z.boolean(),
  /** The far sides' clocks on this date, in minutes ahead of the port's. */
  clocks: z.array(z.strictObject({ zone: z.string(), minutesAhead: z.int() })),
  /** Routes in service, and any with vehicles on this date, in the port's order. */
  routes: z.array(RouteOnDay),
  /** Of the routes that cross the border, and of those that do not. */
  crossing: BothWays,
  inland: BothWays,
  comparison: z.array(Comparison),
})
export type BusDay = z.infer<typeof BusDay>

const RouteFigures = z.strictObject({ route: Code, deployed: z.int().nullable(), ...BothWays.shape })

const BusMonth = z.strictObject({
  month: LocalMonth,
  /** Routes in service in the month, and any with vehicles in it, in the port's order, each with its sums. */
  routes: z.array(z.strictObject({ ...RouteFigures.shape, names: Names, crossesBorder: z.boolean() })),
  /** Every date of the month; `routes` those with anything on it. */
  days: z.array(
    z.strictObject({
      date: LocalDate,
      routes: z.array(RouteFigures),
      crossing: BothWays,
      inland: BothWays,
      comparison: z.array(Comparison),
    }),
  ),
  crossing: BothWays,
  inland: BothWays,
  comparison: z.array(Comparison),
})
export type BusMonth = z.infer<typeof BusMonth>

export const busesContract = {
  /** Every bus route, in the port's order. */
  readRoutes: query(z.strictObject({}), z.strictObject({ routes: z.array(RouteSetting) })),
  /**
   * A new route, last in order. Refused: code-taken, ends-before-begins, unknown-checkpoint, unknown-line,
   * line-of-other-unit, route-stays-inland (lines of the count sheet on a route that does not cross).
   */
  addRoute: command(z.strictObject({ route: NewCode, names: SettingNames, ...newRouteFields }), Receipt),
  /**
   * Says anew what a route is; its names from a date on are given by `keepNames`. Refused: unknown-route, as for a new
   * one, figures-outside; fixed-by-figures (whether it crosses the border).
   */
  changeRoute: command(z.strictObject({ route: Code, ...newRouteFields }), Receipt),
  /** Removes a route without vehicles. Refused: unknown-route, has-figures. */
  removeRoute: command(z.strictObject({ route: Code }), Receipt),
  /** The order of all routes. Refused: order-incomplete. */
  orderRoutes: command(z.strictObject({ routes: z.array(Code).min(1).max(200) }), Receipt),

  /** The buses of a date beside the count sheet. */
  readBusDay: query(z.strictObject({ date: WorkingDate }), BusDay),
  /** The buses of a month by date beside the count sheet. */
  readBusMonth: query(
    z.strictObject({ month: LocalMonth.refine(isWorkingDate, 'a year from 1900 to 2999') }),
    BusMonth,
  ),
  /** How many vehicles are put on a route on a date, which may be to come; null takes it back. Refused: unknown-route, route-not-in-service. */
  keepDeployment: command(
    z.strictObject({ route: Code, date: WorkingDate, vehicles: z.int().min(0).max(9_999).nullable() }),
    Receipt,
  ),
  /**
   * Writes a departure, or says one anew; answers its id. Refused: unknown-route, route-not-in-service,
   * direction-not-counted, unknown-departure, date-ahead (passengers of a date to come).
   */
  keepDeparture: command(
    z.strictObject({
      /** Null for a new one. */
      departure: DepartureId.nullable(),
      route: Code,
      date: WorkingDate,
      direction: Direction,
      minute: Minute.nullable(),
      vehicles: Vehicles,
      passengers: CountNumber.nullable(),
    }),
    z.strictObject({ ...Receipt.shape, departure: DepartureId }),
  ),
  /** Removes departures. Refused: unknown-departure. */
  removeDepartures: command(z.strictObject({ departures: z.array(DepartureId).min(1).max(1_000) }), Receipt),
  /**
   * Gives a date the timetable of another: vehicles deployed and departures with their times, without passengers; routes
   * not in service on the date are left out. Refused: nothing-to-copy; departures-exist, which says how many.
   */
  copyTimetable: command(
    z.strictObject({ from: WorkingDate, to: WorkingDate }),
    z.strictObject({ ...Receipt.shape, copied: z.int() }),
  ),
}
