import type { SampleCheckpoint } from './sample-figures.ts'
import type { SampleStaffing } from './staffing/sample-staffing.ts'
import type { SampleTrade } from './trade/sample-trade.ts'

/** Invented figures of a ready-made port that agree with what was published about it. */
export interface Sample {
  port: string
  zone: string
  /** The published span, its first and last day counted. */
  firstDay: string
  lastDay: string
  checkpoints: readonly SampleCheckpoint[]
  staffing: SampleStaffing
  /** null where nothing was published that it could agree with. */
  trade: SampleTrade | null
}
