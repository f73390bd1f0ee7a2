import { type Direction, directions } from '../../../../shared/words.ts'
import type { PortModel } from '../../reference/port-model.ts'
import type { Route } from './buses.sql.ts'

/** The ways that a route's buses go: across the border those that its checkpoint counts. */
export function waysOf(port: PortModel, route: Route): readonly Direction[] {
  const checkpoint = route.checkpoint === null ? undefined : port.checkpoints.get(route.checkpoint)
  return route.crossesBorder && checkpoint ? checkpoint.directions : directions
}
