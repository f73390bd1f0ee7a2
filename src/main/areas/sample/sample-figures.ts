import type { Direction, Unit } from '../../../shared/words.ts'

export interface SampleCheckpoint {
  code: string
  /** The shifts, or their parts over midnight, of one calendar date in their order. */
  parts: readonly SamplePart[]
  /** What was counted on a date: for each part both directions. */
  figuresOn(date: string): Record<Direction, PartFigures>[]
}

export interface SamplePart {
  period: string
  /** When the part begins: minutes of its date. */
  startsMinute: number
  /** When the part ends and its sheet is typed: minutes of its date. */
  endsMinute: number
  /** Share of the day. */
  weight: number
}

export interface PartFigures {
  /** By line; null was not reported. */
  lines: Record<string, number | null>
  /** Control totals from the paper sheet. */
  typed: Partial<Record<Unit, number>>
  /** Where it was counted by hour too: those of the part, adding up to its lines. */
  hours: readonly HourFigures[]
}

export interface HourFigures {
  /** The hour that begins then, 0 … 23. */
  hour: number
  lines: Record<string, number>
}
