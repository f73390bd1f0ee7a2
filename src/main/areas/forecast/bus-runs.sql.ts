import type { BusRun } from '../../../shared/forecast/bus-change.ts'
import type { Direction } from '../../../shared/words.ts'
import type { Connection } from '../../book/connection.ts'
import { prepared } from '../../book/statements.ts'

/** A departure of a route that crosses the border; `minute` is null where only the day is known. */
export interface StoredRun extends BusRun {
  direction: Direction
  minute: number | null
}

/** Departures of the routes that cross the border at a checkpoint; a route with no vehicle deployed runs with none. */
export function selectBusRuns(db: Connection, checkpoint: string, from: string, to: string): StoredRun[] {
  return prepared<[Record<string, string>], StoredRun>(
    db,
    `SELECT route.code AS route, date, direction, minute, vehicles, passengers
     FROM departure JOIN route ON route.code = departure.route
     WHERE date BETWEEN @from AND @to AND route.checkpoint = @checkpoint AND route.crosses_border = 1
     UNION ALL
     SELECT route.code, date, way.value, NULL, 0, NULL
     FROM deployment JOIN route ON route.code = deployment.route, json_each('["entry", "exit"]') AS way
     WHERE date BETWEEN @from AND @to AND route.checkpoint = @checkpoint AND route.crosses_border = 1
       AND deployment.vehicles = 0`,
  ).all({ checkpoint, from, to })
}
