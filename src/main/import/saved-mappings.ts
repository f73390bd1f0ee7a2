import type { z } from 'zod'
import { AppError } from '../../shared/errors.ts'
import type { Batch } from '../book/batch.ts'
import type { Connection } from '../book/connection.ts'
import { selectMappings } from './saved-mappings.sql.ts'

/** What files of a mapping hold. */
export type MappingTarget = 'counts' | 'declarations'

const entity = 'import_mapping'

/**
 * Keeps a mapping under a name, over one of the same name.
 * @throws AppError mapping-name-taken, by a mapping for files of another kind
 */
export function keepMapping(batch: Batch, target: MappingTarget, name: string, mapping: object): void {
  const before = batch.row(entity, [name])
  if (before && before.target !== target) throw new AppError('mapping-name-taken', { name })
  batch.put(entity, [name], { target, mapping: JSON.stringify(mapping) })
}

/** @throws AppError mapping-missing */
export function dropMapping(batch: Batch, target: MappingTarget, name: string): void {
  if (batch.row(entity, [name])?.target !== target) throw new AppError('mapping-missing', { name })
  batch.remove(entity, [name])
}

/** The book's mappings for a target; one that this program cannot read is none to it. */
export function mappingsFor<Mapping>(
  db: Connection,
  target: MappingTarget,
  schema: z.ZodType<Mapping>,
): { name: string; mapping: Mapping }[] {
  return selectMappings(db, target).flatMap(({ name, mapping }) => {
    const parsed = schema.safeParse(JSON.parse(mapping))
    return parsed.success ? [{ name, mapping: parsed.data }] : []
  })
}
