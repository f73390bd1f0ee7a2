import type { Board, Opening } from '../../../../shared/contract/staffing.ts'
import { commonSpan } from '../../../../shared/staffing/spans.ts'

/** What an edit changes of an opening. */
export type OpeningChange = Partial<Omit<Opening, 'opening' | 'shift' | 'plan'>>

/** A change of the board as it is made in the window; the book is asked to do the same. */
export type BoardEdit =
  | { kind: 'open'; opening: Opening }
  | { kind: 'change'; opening: string; change: OpeningChange }
  | { kind: 'close'; opening: string; endsMinute: number }
  /** `newId` names the opening that goes on the other way. */
  | { kind: 'reverse'; opening: string; atMinute: number; newId: string }
  | { kind: 'remove'; opening: string }
  | { kind: 'record'; openings: readonly Opening[] }

/** The openings as they are once an edit is done, by start. */
export function afterEdit(openings: readonly Opening[], edit: BoardEdit): Opening[] {
  switch (edit.kind) {
    case 'open':
      return [...openings, edit.opening]
    case 'record':
      return [...openings, ...edit.openings]
    case 'remove':
      return openings.filter((each) => each.opening !== edit.opening)
    case 'change':
      return openings.map((each) => (each.opening === edit.opening ? changed(each, edit.change) : each))
    case 'close':
      return afterEdit(openings, { ...edit, kind: 'change', change: { endsMinute: edit.endsMinute } })
    case 'reverse':
      return openings.flatMap((each) => (each.opening === edit.opening ? reversed(each, edit) : [each]))
  }
}

/** Officers keep to their opening as they do in the book: those there from its beginning move with it, beyond its ends nobody stays. */
function changed(opening: Opening, change: OpeningChange): Opening {
  const after = { ...opening, ...change }
  if (change.duties) return after
  const open = Number.POSITIVE_INFINITY
  return {
    ...after,
    duties: opening.duties.flatMap((duty) => {
      const begins = duty.startsMinute === opening.startsMinute ? after.startsMinute : duty.startsMinute
      const span = commonSpan(
        { from: begins, to: duty.endsMinute ?? open },
        { from: after.startsMinute, to: after.endsMinute ?? open },
      )
      if (!span) return []
      const isCut = span.to === (after.endsMinute ?? open)
      return [{ ...duty, startsMinute: span.from, endsMinute: isCut ? null : span.to }]
    }),
  }
}

function reversed(opening: Opening, { atMinute, newId }: BoardEdit & { kind: 'reverse' }): Opening[] {
  const direction = opening.direction === 'entry' ? 'exit' : 'entry'
  if (atMinute <= opening.startsMinute) return [{ ...opening, direction }]
  const rest = { ...opening, opening: newId, direction, startsMinute: atMinute } satisfies Opening
  return [
    changed(opening, { endsMinute: atMinute }),
    {
      ...rest,
      duties: opening.duties
        .filter((duty) => duty.endsMinute === null || duty.endsMinute > atMinute)
        .map((duty) => ({ ...duty, startsMinute: Math.max(duty.startsMinute, atMinute) })),
    },
  ]
}

/** The shift of the board that a minute lies in; the last one for the minute at which the board ends. */
export function shiftOfMinute(
  { shifts }: Pick<Board, 'shifts'>,
  minute: number,
): Board['shifts'][number] | null {
  const within = shifts.find((each) => each.startsMinute <= minute && minute < each.endsMinute)
  return within ?? shifts.findLast((each) => each.endsMinute === minute) ?? null
}
