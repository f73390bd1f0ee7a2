import type { OutputOf } from '../../../shared/contract/index.ts'
import type { LeftOut } from '../../../shared/contract/staffing.ts'
import type { Answer, ErrorReport } from '../../../shared/errors.ts'
import type { Plan } from '../../../shared/staffing/staffing-words.ts'
import { call } from '../../lib/client.ts'
import { addDays } from '../../lib/days.ts'
import type { SheetPlace } from '../../lib/places.ts'
import { createStore } from '../../lib/store.ts'
import { boardSource, type ShownBoard } from './board-source.ts'
import { choose } from './staffing-choice.ts'

/** Where a copy comes from. */
export const copies = ['yesterday', 'lastWeek', 'planToActual'] as const
export type Copy = (typeof copies)[number]

/** What became of a copy, or what it asks. */
export type CopyNews =
  | { kind: 'done'; copied: number; leftOut: readonly LeftOut[] }
  /** There are openings already. */
  | { kind: 'asks'; copy: Copy; error: ErrorReport }
  | { kind: 'refused'; error: ErrorReport }

export const copyNews = createStore<CopyNews | null>(null)

type Copied = OutputOf<'copyPlan'>

/** The date that a copy comes from. */
export const copiedDate = (copy: Copy, date: string): string =>
  copy === 'planToActual' ? date : addDays(date, copy === 'yesterday' ? -1 : -7)

/** Copies a plan to the board that is shown, shift by shift; where that date had no plan, what was open then is the plan. */
export async function copyPlan(copy: Copy, replace = false): Promise<void> {
  const shown = boardSource.shown.get()
  if (!shown) return
  copyNews.set(null)
  const to: Plan = copy === 'planToActual' ? 'actual' : 'planned'
  const done: Copied[] = []
  let refused: ErrorReport | null = null
  for (const { shift } of shown.board.shifts) {
    const answer = await copyShift(shown, copy, shift, replace)
    if (answer.ok) done.push(answer.output)
    else if (refused === null || answer.error.code !== 'nothing-to-copy') refused = answer.error
  }
  // Of another board, shown meanwhile, it says and asks nothing.
  if (!isShown(shown.place)) return
  if (refused?.code === 'plan-exists' || done.length > 0) choose({ plan: to })
  if (refused?.code === 'plan-exists') copyNews.set({ kind: 'asks', copy, error: refused })
  else if (refused && done.length === 0) copyNews.set({ kind: 'refused', error: refused })
  else {
    const copied = done.reduce((sum, each) => sum + each.copied, 0)
    copyNews.set({ kind: 'done', copied, leftOut: done.flatMap(({ leftOut }) => leftOut) })
  }
}

function isShown({ checkpoint, date, shift }: SheetPlace): boolean {
  const now = boardSource.shown.get()?.place
  return now?.checkpoint === checkpoint && now.date === date && now.shift === shift
}

async function copyShift(
  { place, board }: ShownBoard,
  copy: Copy,
  shift: string,
  replace: boolean,
): Promise<Answer<Copied>> {
  const to: Plan = copy === 'planToActual' ? 'actual' : 'planned'
  const from = (plan: Plan) =>
    boardSource.run(() =>
      call('copyPlan', {
        checkpoint: board.checkpoint,
        shift,
        from: { date: copiedDate(copy, place.date), plan },
        to: { date: place.date, plan: to },
        replace,
      }),
    )
  const planned = await from('planned')
  if (planned.ok || copy === 'planToActual' || planned.error.code !== 'nothing-to-copy') return planned
  return from('actual')
}
