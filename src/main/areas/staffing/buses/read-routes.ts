import type { RouteSetting } from '../../../../shared/contract/buses.ts'
import type { QueryContext } from '../../../book/handlers.ts'
import { openSpan } from '../../reference/open-dates.ts'
import { portModel } from '../../reference/port-model.ts'
import { datedNames } from '../../reference/settings/read-settings.ts'
import { busEnds, selectRoutes } from './buses.sql.ts'

/** Every bus route, in the port's order. */
export function readRoutes({ db }: QueryContext): { routes: RouteSetting[] } {
  const port = portModel(db)
  return {
    routes: selectRoutes(db).map(({ code, from, to, ...rest }) => ({
      route: code,
      names: datedNames(port, 'route', code),
      ...rest,
      ...openSpan({ from, to }),
      figures: busEnds(db, code),
    })),
  }
}
