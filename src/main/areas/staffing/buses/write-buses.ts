import { v7 as uuidv7 } from 'uuid'
import type { InputOf, OutputOf } from '../../../../shared/contract/index.ts'
import type { Receipt } from '../../../../shared/contract/operation.ts'
import { AppError } from '../../../../shared/errors.ts'
import { type CommandContext, receiptOf } from '../../../book/handlers.ts'
import { today } from '../../reference/describe-port.ts'
import { holdsOn, portModel } from '../../reference/port-model.ts'
import {
  departuresBetween,
  deploymentsBetween,
  type Route,
  type StoredDeparture,
  selectDeparture,
  selectRoutes,
} from './buses.sql.ts'
import { routeOf } from './change-routes.ts'
import { waysOf } from './route-ways.ts'

/** @throws AppError unknown-route, route-not-in-service */
export function keepDeployment(
  { db, batch }: CommandContext,
  { route, date, vehicles }: InputOf<'keepDeployment'>,
): Receipt {
  const { code } = vehicles === null ? routeOf(db, route) : routeInService(db, route, date)
  if (vehicles === null) batch.remove('deployment', [code, date])
  else batch.put('deployment', [code, date], { vehicles })
  return receiptOf(batch)
}

/** @throws AppError unknown-route, route-not-in-service, direction-not-counted, unknown-departure, date-ahead */
export function keepDeparture(
  { db, batch, now }: CommandContext,
  { departure, ...input }: InputOf<'keepDeparture'>,
): OutputOf<'keepDeparture'> {
  const port = portModel(db)
  const { date, direction, minute, vehicles, passengers } = input
  if (departure !== null) departureOf(db, departure)
  const route = routeInService(db, input.route, date)
  if (!waysOf(port, route).includes(direction)) {
    throw new AppError('direction-not-counted', { checkpoint: String(route.checkpoint), direction })
  }
  const last = today(port, now)
  if (passengers !== null && date > last) throw new AppError('date-ahead', { date, today: last })
  const id = departure ?? uuidv7()
  batch.put('departure', [id], { route: route.code, date, direction, minute, vehicles, passengers })
  return { ...receiptOf(batch), departure: id }
}

/** @throws AppError unknown-departure */
export function removeDepartures(
  { db, batch }: CommandContext,
  { departures }: InputOf<'removeDepartures'>,
): Receipt {
  for (const id of new Set(departures)) {
    departureOf(db, id)
    batch.remove('departure', [id])
  }
  return receiptOf(batch)
}

/**
 * Deployments and departures of another date; a route that is not in service on the new date stays behind.
 * @throws AppError nothing-to-copy, departures-exist
 */
export function copyTimetable(
  { db, batch }: CommandContext,
  { from, to }: InputOf<'copyTimetable'>,
): OutputOf<'copyTimetable'> {
  const inService = new Set(
    selectRoutes(db)
      .filter((route) => holdsOn(route, to))
      .map(({ code }) => code),
  )
  const runs = ({ route }: { route: string }): boolean => inService.has(route)
  const departures = departuresBetween(db, from, from).filter(runs)
  const deployments = deploymentsBetween(db, from, from).filter(runs)
  if (departures.length + deployments.length === 0) throw new AppError('nothing-to-copy', { date: from })
  const standing = departuresBetween(db, to, to).length
  if (standing > 0) throw new AppError('departures-exist', { date: to, departures: standing })
  for (const { route, vehicles } of deployments) batch.put('deployment', [route, to], { vehicles })
  for (const { route, direction, minute, vehicles } of departures) {
    batch.put('departure', [uuidv7()], { route, date: to, direction, minute, vehicles, passengers: null })
  }
  return { ...receiptOf(batch), copied: departures.length }
}

function routeInService(db: CommandContext['db'], code: string, date: string): Route {
  const route = routeOf(db, code)
  if (!holdsOn(route, date)) throw new AppError('route-not-in-service', { route: code, date })
  return route
}

function departureOf(db: CommandContext['db'], id: string): StoredDeparture {
  const departure = selectDeparture(db, id)
  if (!departure) throw new AppError('unknown-departure')
  return departure
}
