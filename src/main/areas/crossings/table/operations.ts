import type { countsTableContract } from '../../../../shared/contract/counts-table.ts'
import type { Handlers } from '../../../book/handlers.ts'
import { writeCountsPart } from './export-part.ts'
import { findDateInCounts, listCountFilters, numberOfCounts, readCounts } from './read-counts.ts'

export const countsTableHandlers: Handlers<typeof countsTableContract> = {
  readCounts,
  findDateInCounts,
  writeCountsPart,
  numberOfCounts,
  listCountFilters,
}
