import type { InputOf } from '../../../../shared/contract/index.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { Names, Unit } from '../../../../shared/words.ts'
import type { Connection } from '../../../book/connection.ts'
import type { Row } from '../../../book/journal.ts'
import { always, keptSpan } from '../../reference/open-dates.ts'
import type { PortModel } from '../../reference/port-model.ts'
import { removeAllNames, replaceNames } from '../../reference/settings/change-names.ts'
import {
  checkpointOf,
  checkSpan,
  refuseOtherMeaning,
  refuseRemoving,
  sameMembers,
} from '../../reference/settings/setting-rules.ts'
import type { StaffingContext } from '../settings/staffing-setting.ts'
import { busEnds, type Route, selectRoutes } from './buses.sql.ts'

type Fields = Omit<InputOf<'changeRoute'>, 'route'>

/** @throws AppError unknown-route */
export function routeOf(db: Connection, code: string): Route {
  const route = selectRoutes(db).find((each) => each.code === code)
  if (!route) throw new AppError('unknown-route', { route: code })
  return route
}

/** @throws AppError code-taken, ends-before-begins, unknown-checkpoint, unknown-line, line-of-other-unit, route-stays-inland */
export function addRoute(
  { db, batch, port }: StaffingContext,
  input: Omit<InputOf<'addRoute'>, 'names'> & { names: Names },
): void {
  const known = selectRoutes(db).map(({ code }) => code)
  if (known.includes(input.route)) throw new AppError('code-taken', { code: input.route })
  checkSpan(keptSpan(input))
  const position = known.reduce(
    (last, code) => Math.max(last, Number(batch.row('route', [code])?.position)),
    -1,
  )
  batch.put('route', [input.route], { ...rowOf(port, input), position: position + 1 })
  replaceNames(batch, port, 'route', input.route, always.from, input.names)
}

/** @throws AppError unknown-route, figures-outside, fixed-by-figures, and those of a new one */
export function changeRoute({ db, batch, port }: StaffingContext, input: InputOf<'changeRoute'>): void {
  const route = routeOf(db, input.route)
  const figures = busEnds(db, route.code)
  checkSpan(keptSpan(input), figures)
  if (input.crossesBorder !== route.crossesBorder) refuseOtherMeaning(figures)
  batch.put('route', [route.code], { ...batch.row('route', [route.code]), ...rowOf(port, input) })
}

/** Removes a route with its names. @throws AppError unknown-route, has-figures */
export function removeRoute({ db, batch, port }: StaffingContext, input: InputOf<'removeRoute'>): void {
  const { code } = routeOf(db, input.route)
  refuseRemoving(busEnds(db, code))
  removeAllNames(batch, port, 'route', code)
  batch.remove('route', [code])
}

/** @throws AppError order-incomplete */
export function orderRoutes({ db, batch }: StaffingContext, { routes }: InputOf<'orderRoutes'>): void {
  const known = selectRoutes(db).map(({ code }) => code)
  if (!sameMembers(routes, known)) throw new AppError('order-incomplete')
  for (const [position, code] of routes.entries()) {
    batch.put('route', [code], { ...batch.row('route', [code]), position })
  }
}

function rowOf(port: PortModel, input: Fields): Row {
  const { checkpoint, crossesBorder, busLine, passengerLine, zone } = input
  if (checkpoint !== null) checkpointOf(port, checkpoint)
  if (!crossesBorder && (busLine ?? passengerLine) !== null) throw new AppError('route-stays-inland')
  checkLine(port, busLine, 'vehicles')
  checkLine(port, passengerLine, 'persons')
  const { from, to } = keptSpan(input)
  return {
    checkpoint,
    crosses_border: crossesBorder ? 1 : 0,
    line: busLine,
    passenger_line: passengerLine,
    zone,
    from_date: from,
    to_date: to,
  }
}

/** @throws AppError unknown-line, line-of-other-unit */
function checkLine(port: PortModel, code: string | null, unit: Unit): void {
  if (code === null) return
  const line = port.lines.get(code)
  if (!line) throw new AppError('unknown-line', { line: code })
  if (line.unit !== unit) throw new AppError('line-of-other-unit', { line: code })
}
