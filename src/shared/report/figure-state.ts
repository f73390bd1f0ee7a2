import type { FigureState } from '../contract/reports.ts'
import { type Mark, sumOfValues } from '../period-rule.ts'

/** What stands where the figure would. */
export function stateOf(value: number | Mark | null): FigureState {
  return typeof value === 'number' ? 'number' : (value ?? 'not-reported')
}

/** What stands where the sum of some figures would. */
export function stateOfSum(parts: readonly { count: number | null; state: FigureState }[]): FigureState {
  return stateOf(
    sumOfValues(
      parts.map(({ count, state }) => (state === 'closed' || state === 'not-applicable' ? state : count)),
    ),
  )
}
