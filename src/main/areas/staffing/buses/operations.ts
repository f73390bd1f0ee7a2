import type { busesContract } from '../../../../shared/contract/buses.ts'
import type { Handlers } from '../../../book/handlers.ts'
import { staffingSetting } from '../settings/staffing-setting.ts'
import { addRoute, changeRoute, orderRoutes, removeRoute } from './change-routes.ts'
import { readBusDay, readBusMonth } from './read-buses.ts'
import { readRoutes } from './read-routes.ts'
import { copyTimetable, keepDeparture, keepDeployment, removeDepartures } from './write-buses.ts'

export const busesHandlers: Handlers<typeof busesContract> = {
  readRoutes,
  addRoute: staffingSetting(addRoute),
  changeRoute: staffingSetting(changeRoute),
  removeRoute: staffingSetting(removeRoute),
  orderRoutes: staffingSetting(orderRoutes),
  readBusDay,
  readBusMonth,
  keepDeployment,
  keepDeparture,
  removeDepartures,
  copyTimetable,
}
