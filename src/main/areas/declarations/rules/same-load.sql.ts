import type { Connection } from '../../../book/connection.ts'
import { prepared } from '../../../book/statements.ts'

interface Load {
  plate: string
  /** Of the weighbridge, or where that is not known the declaration's gross weight. */
  grams: number
  date: string
  /** The declaration that is asked for. */
  except: string
}

/** Another declaration with the same plate, the same weight and the same day, or undefined. */
export function sameLoad(db: Connection, load: Load): { number: string | null } | undefined {
  return prepared<[Load], { number: string | null }>(
    db,
    `SELECT number FROM declaration_vehicle AS vehicle JOIN declaration ON declaration.id = vehicle.declaration
     WHERE plate = @plate AND coalesce(weighbridge_grams, gross_grams) = @grams
       AND coalesce(crossing_date, date) = @date AND declaration.id <> @except
       AND state NOT IN ('draft', 'refused', 'withdrawn')
     ORDER BY vehicle.declaration LIMIT 1`,
  ).get(load)
}

/** Whether the book has any vehicle at all. */
export function hasLoads(db: Connection): boolean {
  return db.prepare('SELECT 1 FROM declaration_vehicle LIMIT 1').get() !== undefined
}
