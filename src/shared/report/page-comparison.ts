import type { PageCell } from './page-cell.ts'

export interface PageComparison {
  name: string
  from: string
  to: string
  period: string
  value: PageCell
  /** With what it covers where it is not the report's own period. */
  current: PageCell
  /** A ratio; n/a where the base is missing, zero or incomplete. */
  change: PageCell
}
