import { beforeEach, describe, expect, test } from 'vitest'
import type { InputOf } from '../../../shared/contract/index.ts'
import { staffTestBook } from '../../testing/staff-test-book.ts'
import { type TestBook, testBook } from '../../testing/test-book.ts'

const morning = { checkpoint: 'hall', date: '2025-02-03', shift: 'morning' } as const
const m1 = { channel: 'm1', plan: 'actual', direction: 'entry', startsMinute: 600, endsMinute: 720 } as const
const duty = { officer: '061234', role: 'inspector', startsMinute: 600, endsMinute: null } as const

let book: TestBook
beforeEach(async () => {
  book = testBook()
  await staffTestBook(book)
})

const opened = async (opening: Partial<InputOf<'openChannel'>> = {}): Promise<string> =>
  (await book.done('openChannel', { ...morning, ...m1, ...opening })).opening

describe('the board', () => {
  test('shows channels, hours, closures, rule and people of the shift', async () => {
    await book.done('keepStaffingRule', {
      checkpoint: 'hall',
      from: '2025-05-01',
      heads: 'named',
      longestDutyMinutes: 120,
      target: { minutes: 20, percent: 95 },
    })
    await book.done('keepServiceTime', { kind: 'manual', checkpoint: null, from: null, seconds: 60 })
    await book.done('keepServiceTime', {
      kind: 'manual',
      checkpoint: 'hall',
      from: '2025-05-02',
      seconds: 50,
    })
    const board = await book.done('readBoard', { ...morning, date: '2025-05-02' })
    expect(board).toEqual({
      checkpoint: 'hall',
      date: '2025-05-02',
      shift: 'morning',
      startsMinute: 600,
      endsMinute: 900,
      shifts: [
        {
          shift: 'morning',
          names: { en: 'Morning' },
          startsMinute: 600,
          endsMinute: 900,
          state: 'open',
          editable: { planned: true, actual: true },
        },
      ],
      open: [{ from: 720, to: 900 }],
      closed: [{ from: 600, to: 720, reason: { en: 'Power cut' } }],
      nowMinute: null,
      channels: [
        ['m1', 'Manual 1', 'manual', ['entry', 'exit'], null, 50],
        ['m2', 'Manual 2', 'manual', ['entry'], null, 50],
        ['g1', 'E-gate 1', 'e-gate', ['entry', 'exit'], ['domestic'], 15],
        ['idle', 'Spare', 'manual', ['entry', 'exit'], null, 50],
      ].map(([channel, en, kind, directions, eligible, serviceSeconds]) => ({
        channel,
        names: channel === 'm1' ? { en, 'zh-CN': '人工1' } : { en },
        kind,
        directions,
        eligible,
        serviceSeconds,
        outages: [],
      })),
      openings: [],
      warnings: [],
      rule: { heads: 'named', longestDutyMinutes: 120, target: { minutes: 20, percent: 95 } },
      officers: [
        { officer: '061234', name: 'Li', kinds: ['manual'], team: 'a', shifts: [] },
        { officer: '061235', name: null, kinds: ['e-gate', 'manual'], team: 'b', shifts: ['morning'] },
        { officer: 'idle', name: null, kinds: ['manual'], team: null, shifts: [] },
      ],
      before: { date: '2025-05-01', shift: 'night' },
      after: { date: '2025-05-02', shift: 'afternoon' },
    })
  })

  test('of the day has all its shifts', async () => {
    await opened()
    await opened({ shift: 'night', startsMinute: 1400, endsMinute: 1500 })
    const board = await book.done('readBoard', { ...morning, shift: 'day' })
    expect([
      board.startsMinute,
      board.endsMinute,
      board.shifts.map(({ shift }) => shift),
      board.openings.map(({ shift }) => shift),
    ]).toEqual([600, 1800, ['morning', 'afternoon', 'night'], ['morning', 'night']])
  })

  test('warns of long duties, of nobody, of the unqualified and of those off the rota, and refuses none of it', async () => {
    await book.done('keepStaffingRule', {
      checkpoint: 'hall',
      from: null,
      heads: 'named',
      longestDutyMinutes: 120,
      target: { minutes: 30, percent: null },
    })
    // By the rota team b has this morning, the 34th day of its cycle.
    const long = await opened({ duties: [{ ...duty, officer: '061235' }] })
    const on = await opened({
      channel: 'm2',
      startsMinute: 720,
      endsMinute: 760,
      duties: [{ ...duty, officer: '061235', startsMinute: 720 }],
    })
    const gate = await opened({ channel: 'g1', duties: [duty], endsMinute: 640 })
    const alone = await opened({
      startsMinute: 760,
      endsMinute: null,
      duties: [{ ...duty, startsMinute: 800, endsMinute: 850 }],
    })
    const { warnings } = await book.done('readBoard', morning)
    expect(warnings).toEqual(
      [
        { warning: 'long-duty', opening: on, officer: '061235', from: 600, to: 760 },
        { warning: 'unqualified', opening: gate, officer: '061234', from: 600, to: 640 },
        { warning: 'off-rota', opening: gate, officer: '061234', from: 600, to: 640 },
        { warning: 'nobody', opening: alone, officer: null, from: 760, to: 800 },
        { warning: 'never-closed', opening: alone, officer: null, from: 760, to: 900 },
        { warning: 'off-rota', opening: alone, officer: '061234', from: 800, to: 850 },
        { warning: 'nobody', opening: alone, officer: null, from: 850, to: 900 },
      ].sort((a, b) => a.from - b.from || (a.opening < b.opening ? -1 : a.opening > b.opening ? 1 : 0)),
    )
    expect(long).not.toBe(on)
  })

  test('warns of one head that works on and on, and of none; an e-gate needs nobody', async () => {
    await book.done('keepStaffingRule', {
      checkpoint: 'hall',
      from: null,
      heads: 'counted',
      longestDutyMinutes: 90,
      target: { minutes: 30, percent: null },
    })
    const one = await opened({ headCount: 1 })
    await opened({ startsMinute: 730, endsMinute: 880, headCount: 2 })
    const none = await opened({ channel: 'm2', headCount: 0 })
    await opened({ channel: 'g1', headCount: 0 })
    const { warnings } = await book.done('readBoard', morning)
    expect(warnings.map(({ warning, opening }) => [warning, opening]).sort()).toEqual(
      [
        ['long-duty', one],
        ['nobody', none],
      ].sort(),
    )
  })
})
