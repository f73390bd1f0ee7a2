import type { countsTableContract } from '../../../../shared/contract/counts-table.ts'
import type { Handlers } from '../../../book/handlers.ts'
import { listCountFilters, readCounts, sumCounts } from './read-counts.ts'

export const countsTableHandlers: Handlers<typeof countsTableContract> = {
  readCounts,
  sumCounts,
  listCountFilters,
}
