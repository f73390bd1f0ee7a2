import type { Direction } from '../../../../shared/words.ts'
import type { Connection } from '../../../book/connection.ts'
import { prepared } from '../../../book/statements.ts'

/** A bus route as the book keeps it. */
export interface Route {
  code: string
  /** Null for the whole port. */
  checkpoint: string | null
  crossesBorder: boolean
  busLine: string | null
  passengerLine: string | null
  zone: string | null
  from: string
  to: string
}

/** All routes, in the port's order. */
export function selectRoutes(db: Connection): Route[] {
  return prepared<[], Omit<Route, 'crossesBorder'> & { crossesBorder: 0 | 1 }>(
    db,
    `SELECT code, checkpoint, crosses_border AS crossesBorder, line AS busLine, passenger_line AS passengerLine,
            zone, from_date AS "from", to_date AS "to"
     FROM route ORDER BY position, code`,
  )
    .all()
    .map((row) => ({ ...row, crossesBorder: row.crossesBorder === 1 }))
}

/** From when to when a route has vehicles. */
export function busEnds(db: Connection, route: string): { first: string; last: string } | null {
  const ends = prepared<[{ route: string }], { first: string | null; last: string | null }>(
    db,
    `SELECT min(first) AS first, max(last) AS last FROM (
       SELECT min(date) AS first, max(date) AS last FROM deployment WHERE route = @route
       UNION ALL SELECT min(date), max(date) FROM departure WHERE route = @route)`,
  ).get({ route })
  return ends?.first && ends.last ? { first: ends.first, last: ends.last } : null
}

export interface StoredDeployment {
  route: string
  date: string
  vehicles: number
}

export function deploymentsBetween(db: Connection, from: string, to: string): StoredDeployment[] {
  return prepared<string[], StoredDeployment>(
    db,
    'SELECT route, date, vehicles FROM deployment WHERE date BETWEEN ? AND ? ORDER BY date, route',
  ).all(from, to)
}

export interface StoredDeparture {
  id: string
  route: string
  date: string
  direction: Direction
  minute: number | null
  vehicles: number
  passengers: number | null
}

const columns = 'id, route, date, direction, minute, vehicles, passengers'

/** By date, direction and time, those without a time last. */
export function departuresBetween(db: Connection, from: string, to: string): StoredDeparture[] {
  return prepared<string[], StoredDeparture>(
    db,
    `SELECT ${columns} FROM departure WHERE date BETWEEN ? AND ?
     ORDER BY date, route, direction, minute IS NULL, minute, id`,
  ).all(from, to)
}

export function selectDeparture(db: Connection, id: string): StoredDeparture | undefined {
  return prepared<[string], StoredDeparture>(db, `SELECT ${columns} FROM departure WHERE id = ?`).get(id)
}
