import { expect, test } from 'vitest'
import type { Board, Opening } from '../../../../shared/contract/staffing.ts'
import { type BoardNow, closingEdit, endByEdit, endEdit, openingEdit, startEdit } from './board-actions.ts'
import { cursorOn, movedCursor, openingAt } from './board-cursor.ts'

const board = {
  date: '2024-08-30',
  startsMinute: 600,
  endsMinute: 900,
  nowMinute: null,
  shifts: [{ shift: 'morning', startsMinute: 600, endsMinute: 900 }],
  channels: [
    { channel: 'm1', directions: ['entry', 'exit'] },
    { channel: 'm2', directions: ['exit'] },
  ],
} as unknown as Board

const opening = (id: string, startsMinute: number, endsMinute: number | null, channel = 'm1'): Opening => ({
  opening: id,
  shift: 'morning',
  channel,
  plan: 'actual',
  direction: 'entry',
  startsMinute,
  endsMinute,
  headCount: 1,
  duties: [],
})

const now = (openings: Opening[], nowMinute: number | null = null): BoardNow => ({
  board: { ...board, nowMinute },
  openings,
  plan: 'actual',
})

const opened = (edit: ReturnType<typeof openingEdit>) =>
  edit?.kind === 'open' ? [edit.opening.direction, edit.opening.startsMinute, edit.opening.endsMinute] : edit

test('a channel opens until the next opening there, to the end of its shift, or without an end while the shift runs', () => {
  const at = { channel: 'm1', minute: 630 }
  expect(opened(openingEdit(now([]), at))).toEqual(['entry', 630, 900])
  expect(opened(openingEdit(now([opening('a', 700, 800)]), at))).toEqual(['entry', 630, 700])
  expect(opened(openingEdit(now([], 640), at))).toEqual(['entry', 630, null])
  expect(opened(openingEdit(now([], 640), at, 700))).toEqual(['entry', 630, 700])
  expect(opened(openingEdit(now([]), { channel: 'm2', minute: 630 }))).toEqual(['exit', 630, 900])
})

test('an end never comes before its begin, into the next opening or out of the shift', () => {
  const [first, second] = [opening('a', 600, 700), opening('b', 750, 800)]
  const all = now([first, second])
  const ends = [590, 640, 770, 950].map((minute) => endEdit(all, first, minute))
  expect(ends).toEqual(
    [605, 640, 750, 750].map((endsMinute) => ({ kind: 'change', opening: 'a', change: { endsMinute } })),
  )
  expect(endEdit(all, second, 2000)).toEqual({ kind: 'change', opening: 'b', change: { endsMinute: 900 } })
  expect(endEdit(all, first, 700)).toBeNull()
  expect(startEdit(all, second, 0)).toEqual({ kind: 'change', opening: 'b', change: { startsMinute: 700 } })
  expect(startEdit(all, second, 900)).toEqual({ kind: 'change', opening: 'b', change: { startsMinute: 795 } })
})

test('what is still open ends from where it is drawn, and closes at the cursor', () => {
  const running = opening('a', 600, null)
  expect(endByEdit(now([running], 660), running, 5)).toEqual({
    kind: 'change',
    opening: 'a',
    change: { endsMinute: 665 },
  })
  expect(closingEdit(now([running], 660), running, 645)).toEqual({
    kind: 'close',
    opening: 'a',
    endsMinute: 645,
  })
  expect(closingEdit(now([running], 660), running, 600)).toEqual({
    kind: 'close',
    opening: 'a',
    endsMinute: 660,
  })
})

test('the cursor goes by channels, quarter hours and ends, and stays on the board', () => {
  const openings = [opening('a', 610, 700), opening('b', 700, 800)]
  const from = { channel: 'm1', minute: 640 }
  const moved = (move: Parameters<typeof movedCursor>[4], at = from) =>
    movedCursor(board, openings, 'actual', at, move)
  expect(moved('left')).toEqual({ channel: 'm1', minute: 630 })
  expect(moved('right')).toEqual({ channel: 'm1', minute: 645 })
  expect(moved('edge-after')).toEqual({ channel: 'm1', minute: 700 })
  expect(moved('edge-before')).toEqual({ channel: 'm1', minute: 610 })
  expect(moved('up')).toEqual(from)
  expect(moved('last')).toEqual({ channel: 'm2', minute: 885 })
  expect(moved('right', { channel: 'm1', minute: 885 })).toEqual({ channel: 'm1', minute: 885 })
  expect(cursorOn(board, { channel: 'gone', minute: 2000 })).toEqual({ channel: 'm1', minute: 885 })
  expect(openingAt(board, openings, 'actual', { channel: 'm1', minute: 700 })?.opening).toBe('b')
  expect(openingAt(board, openings, 'planned', { channel: 'm1', minute: 700 })).toBeNull()
})
