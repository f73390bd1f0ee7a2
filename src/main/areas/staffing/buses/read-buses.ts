import type { BothWays, BusDay, BusMonth, Departure, RouteOnDay } from '../../../../shared/contract/buses.ts'
import type { InputOf } from '../../../../shared/contract/index.ts'
import { eachDate, firstOfMonth, lastOfMonth } from '../../../../shared/dates.ts'
import { flowOf } from '../../../../shared/staffing/bus-flow.ts'
import { farClock, minutesAhead } from '../../../../shared/staffing/far-clock.ts'
import type { QueryContext } from '../../../book/handlers.ts'
import { today } from '../../reference/describe-port.ts'
import { namesOn } from '../../reference/names.ts'
import { type PortModel, portModel } from '../../reference/port-model.ts'
import {
  departuresBetween,
  deploymentsBetween,
  type Route,
  type StoredDeparture,
  type StoredDeployment,
  selectRoutes,
} from './buses.sql.ts'
import { BusComparisons } from './compare-buses.ts'
import { waysOf } from './route-ways.ts'

/** The buses of a date beside the count sheet. */
export function readBusDay({ db, now }: QueryContext, { date }: InputOf<'readBusDay'>): BusDay {
  const port = portModel(db)
  const departures = departuresBetween(db, date, date)
  const deployments = deploymentsBetween(db, date, date)
  const shown = routesWith(selectRoutes(db), { from: date, to: date }, departures, deployments)
  const zones = new Set(shown.flatMap(({ zone }) => (zone === null ? [] : [zone])))
  const clocks = [...zones]
    .map((zone) => ({ zone, minutesAhead: minutesAhead(date, port.zone, zone) }))
    .filter((clock) => clock.minutesAhead !== 0)
  return {
    date,
    isAhead: date > today(port, now),
    clocks,
    routes: shown.map((route): RouteOnDay => {
      const own = departures.filter((each) => each.route === route.code)
      const zone = clocks.find((clock) => clock.zone === route.zone)?.zone ?? null
      return {
        route: route.code,
        names: namesOn(port, 'route', route.code, date),
        crossesBorder: route.crossesBorder,
        zone,
        directions: [...waysOf(port, route)],
        deployed: deployments.find((each) => each.route === route.code)?.vehicles ?? null,
        departures: own.map((each) => asShown(each, port, zone)),
        ...bothWays(own),
      }
    }),
    ...sides(shown, departures),
    comparison: new BusComparisons(db, port, shown, [date]).day(date, departures),
  }
}

/** The buses of a month by date beside the count sheet. */
export function readBusMonth({ db, now }: QueryContext, { month }: InputOf<'readBusMonth'>): BusMonth {
  const port = portModel(db)
  const span = { from: firstOfMonth(month), to: lastOfMonth(month) }
  const dates = [...eachDate(span.from, span.to)]
  const departures = departuresBetween(db, span.from, span.to)
  const deployments = deploymentsBetween(db, span.from, span.to)
  const shown = routesWith(selectRoutes(db), span, departures, deployments)
  const comparisons = new BusComparisons(db, port, shown, dates)
  const departuresOn = Map.groupBy(departures, (each) => each.date)
  const deploymentsOn = Map.groupBy(deployments, (each) => each.date)
  return {
    month,
    routes: figuresOf(shown, departures, deployments).map((figures) => ({
      ...figures,
      names: namesOn(port, 'route', figures.route, span.to),
      crossesBorder: shown.some(({ code, crossesBorder }) => code === figures.route && crossesBorder),
    })),
    days: dates.map((date) => {
      const own = departuresOn.get(date) ?? []
      const deployed = deploymentsOn.get(date) ?? []
      const running = shown.filter(({ code }) => [...own, ...deployed].some(({ route }) => route === code))
      return {
        date,
        routes: figuresOf(running, own, deployed),
        ...sides(shown, own),
        comparison: comparisons.day(date, own),
      }
    }),
    ...sides(shown, departures),
    comparison: comparisons.month(span.to, today(port, now), departures),
  }
}

function asShown(
  { id, direction, minute, vehicles, passengers, date }: StoredDeparture,
  port: PortModel,
  zone: string | null,
): Departure {
  const far = minute === null || zone === null ? null : farClock({ date, minute }, port.zone, zone)
  return { departure: id, direction, minute, far, vehicles, passengers }
}

/** Routes in service within a span, and any with vehicles in it. */
function routesWith(
  routes: readonly Route[],
  span: { from: string; to: string },
  departures: readonly StoredDeparture[],
  deployments: readonly StoredDeployment[],
): Route[] {
  const running = new Set([...departures, ...deployments].map(({ route }) => route))
  return routes.filter((route) => running.has(route.code) || (route.from <= span.to && span.from <= route.to))
}

function figuresOf(
  routes: readonly Route[],
  departures: readonly StoredDeparture[],
  deployments: readonly StoredDeployment[],
) {
  return routes.map(({ code }) => {
    const deployed = deployments.filter(({ route }) => route === code)
    return {
      route: code,
      deployed: deployed.length === 0 ? null : deployed.reduce((sum, { vehicles }) => sum + vehicles, 0),
      ...bothWays(departures.filter(({ route }) => route === code)),
    }
  })
}

function sides(
  routes: readonly Route[],
  departures: readonly StoredDeparture[],
): { crossing: BothWays; inland: BothWays } {
  const crossing = new Set(routes.filter((route) => route.crossesBorder).map(({ code }) => code))
  return {
    crossing: bothWays(departures.filter(({ route }) => crossing.has(route))),
    inland: bothWays(departures.filter(({ route }) => !crossing.has(route))),
  }
}

const bothWays = (departures: readonly StoredDeparture[]): BothWays => ({
  entry: flowOf(departures.filter(({ direction }) => direction === 'entry')),
  exit: flowOf(departures.filter(({ direction }) => direction === 'exit')),
})
