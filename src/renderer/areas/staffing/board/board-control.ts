import type { Opening } from '../../../../shared/contract/staffing.ts'
import { boardSource } from '../board-source.ts'
import {
  type BoardNow,
  closingEdit,
  endByEdit,
  headsEdit,
  openingEdit,
  startEdit,
  turningEdit,
} from './board-actions.ts'
import { type BoardCursor, type CursorMove, movedCursor, openingAt } from './board-cursor.ts'
import type { BoardEdit } from './board-edits.ts'

/** What can be done where the cursor of a board stands. */
export interface BoardControl {
  now: BoardNow
  cursor: BoardCursor
  /** The opening at the cursor. */
  opening: Opening | null
  move(move: CursorMove): void
  /** Puts the cursor on another minute of its channel. */
  goTo(minute: number): void
  open(at: 'cursor' | 'now'): void
  close(): void
  endBy(minutes: number): void
  startBy(minutes: number): void
  turn(): void
  heads(number: number): void
  remove(): void
  /** Puts the focus into the panel's field for times, or for who staffs it. */
  editIn(field: 'times' | 'who'): void
}

export function boardControl(
  now: BoardNow,
  cursor: BoardCursor,
  onCursor: (cursor: BoardCursor) => void,
  editIn: (field: 'times' | 'who') => void,
): BoardControl {
  const opening = openingAt(now.board, now.openings, now.plan, cursor)
  const make = (edit: BoardEdit | null): void => {
    if (edit) void boardSource.edit(edit, cursor)
  }
  const withOpening = (edit: (opening: Opening) => BoardEdit | null) => () => {
    boardSource.refusal.set(null)
    if (opening) make(edit(opening))
  }
  return {
    now,
    cursor,
    opening,
    move(move) {
      boardSource.refusal.set(null)
      onCursor(movedCursor(now.board, now.openings, now.plan, cursor, move))
    },
    goTo: (minute) => onCursor({ ...cursor, minute }),
    open(at) {
      const { nowMinute } = now.board
      const minute = at === 'now' && nowMinute !== null ? nowMinute : cursor.minute
      const here = { ...cursor, minute }
      if (openingAt(now.board, now.openings, now.plan, here)) return
      onCursor(here)
      make(openingEdit(now, here))
    },
    close: withOpening((each) => closingEdit(now, each, cursor.minute)),
    endBy: (minutes) => withOpening((each) => endByEdit(now, each, minutes))(),
    startBy: (minutes) => withOpening((each) => startEdit(now, each, each.startsMinute + minutes))(),
    turn: withOpening((each) => turningEdit(now, each, cursor.minute)),
    heads: (number) => withOpening((each) => headsEdit(each, number))(),
    remove: withOpening((each) => ({ kind: 'remove', opening: each.opening })),
    editIn,
  }
}
