import type { Direction, Total, Unit } from '../words.ts'
import type { ChannelKind } from './staffing-words.ts'

/** A line of the count sheet as channels see it. */
export interface LoadLine {
  line: string
  unit: Unit
  totals: readonly Total[]
  /** Set for an *of which* line, which matters only where a channel is kept for it. */
  parent: { line: string } | { total: Total } | null
}

/** Channels that are alike: one kind, one service time, the same people may use them. */
export interface ChannelClass {
  kind: ChannelKind
  eligible: readonly string[] | null
  serviceSeconds: number
  direction: Direction
  /** Minutes open in each bucket, channels added up. */
  openMinutes: Float64Array
}
