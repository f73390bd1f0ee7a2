import type { Direction, Total } from '../../../shared/words.ts'

/** One checkpoint's sums of the pieces of a span (days, whole months, parts of a shift) by direction and total. */
export type PieceSums = Map<string, number>

export function pieceKey(at: string, period: string, direction: Direction, total: Total): string {
  return `${at} ${period} ${direction} ${total}`
}
