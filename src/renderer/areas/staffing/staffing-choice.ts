import type { Board } from '../../../shared/contract/staffing.ts'
import type { Plan } from '../../../shared/staffing/staffing-words.ts'
import { createStore } from '../../lib/store.ts'

export const staffingViews = ['board', 'table', 'officers', 'buses'] as const
export type StaffingView = (typeof staffingViews)[number]

export interface StaffingChoice {
  view: StaffingView
  /** Which openings are written; null is what the date asks for: a plan of a day to come, else what was. */
  plan: Plan | null
  /** Whether the panel shows how the need is worked out. */
  withMethods: boolean
}

/** How the staffing screen is shown; it stays while another screen is. */
export const staffingChoice = createStore<StaffingChoice>({ view: 'board', plan: null, withMethods: false })

export function choose(part: Partial<StaffingChoice>): void {
  staffingChoice.set({ ...staffingChoice.get(), ...part })
}

/** Which openings one writes on a board: of a day to come there are only planned ones. */
export function planShown({ plan }: Pick<StaffingChoice, 'plan'>, { shifts }: Pick<Board, 'shifts'>): Plan {
  if (plan !== null) return plan
  const isAhead =
    shifts.every(({ editable }) => !editable.actual) && shifts.some(({ editable }) => editable.planned)
  return isAhead ? 'planned' : 'actual'
}
