import { beforeEach, expect, test } from 'vitest'
import type { InputOf } from '../../../shared/contract/index.ts'
import { staffTestBook } from '../../testing/staff-test-book.ts'
import { type TestBook, testBook } from '../../testing/test-book.ts'

const duty = { officer: '061234', role: 'inspector', startsMinute: 600, endsMinute: null } as const

let book: TestBook
beforeEach(async () => {
  book = testBook()
  await staffTestBook(book)
})

const opened = (opening: Partial<InputOf<'openChannel'>> = {}) =>
  book.done('openChannel', {
    checkpoint: 'hall',
    date: '2025-02-03',
    shift: 'morning',
    channel: 'm1',
    plan: 'planned',
    direction: 'entry',
    startsMinute: 600,
    endsMinute: 720,
    ...opening,
  })

test('the week shows who is on by the rota against whom the plan names', async () => {
  // Team b has the morning of Monday the 3rd, team a that of Tuesday.
  await opened({ duties: [duty] })
  await opened({ channel: 'm2', startsMinute: 720, endsMinute: 800, headCount: 2 })
  await opened({ channel: 'g1', plan: 'actual', headCount: 0 })
  const coverage = await book.done('readCoverage', { date: '2025-02-06' })
  const [hall] = coverage.checkpoints
  const [morning, afternoon] = hall?.shifts ?? []
  const none = { channels: 0, mostAtOnce: 0, mostHeads: 0, officers: 0 }
  expect([
    coverage.from,
    coverage.to,
    coverage.checkpoints.length,
    hall?.shifts.map(({ shift }) => shift),
    morning?.days.slice(0, 2),
    morning?.days.map((day) => day?.teams.join()),
    afternoon?.days[0],
  ]).toEqual([
    '2025-02-03',
    '2025-02-09',
    1,
    ['morning', 'afternoon', 'night'],
    [
      {
        date: '2025-02-03',
        teams: ['b'],
        onRota: 1,
        planned: { channels: 2, mostAtOnce: 1, mostHeads: 2, officers: 1 },
        actual: { channels: 1, mostAtOnce: 1, mostHeads: 0, officers: 0 },
        unplanned: ['061235'],
        offRota: ['061234'],
      },
      {
        date: '2025-02-04',
        teams: ['a'],
        onRota: 1,
        planned: none,
        actual: none,
        unplanned: [],
        offRota: [],
      },
    ],
    ['b', 'a', 'b', 'a', 'b', 'a', 'b'],
    { date: '2025-02-03', teams: [], onRota: 0, planned: none, actual: none, unplanned: [], offRota: [] },
  ])
})

test('hours go to the officer, and to the team that the officer was in; heads without a name stand apart', async () => {
  const actual = { plan: 'actual' } as const
  await opened({
    ...actual,
    duties: [
      { ...duty, endsMinute: 660 },
      { ...duty, officer: '061235', startsMinute: 630 },
    ],
  })
  await opened({ ...actual, channel: 'm2', headCount: 2 })
  await opened({ duties: [duty] })
  await opened({
    ...actual,
    date: '2025-02-28',
    shift: 'night',
    startsMinute: 1320,
    endsMinute: 1500,
    duties: [{ ...duty, startsMinute: 1320 }],
  })
  await book.done('changeOfficer', {
    officer: '061234',
    name: 'Li',
    kinds: ['manual'],
    from: null,
    to: null,
    teams: [
      { team: 'a', from: null, to: '2025-02-10' },
      { team: 'b', from: '2025-02-11', to: '2025-02-28' },
    ],
  })
  expect(await book.done('readOfficerHours', { from: '2025-02', to: '2025-03' })).toEqual({
    months: ['2025-02', '2025-03'],
    officers: [
      { officer: '061234', name: 'Li', team: null, minutes: [60 + 120, 60] },
      { officer: '061235', name: null, team: 'b', minutes: [90, 0] },
      { officer: 'idle', name: null, team: null, minutes: [0, 0] },
    ],
    teams: [
      { team: 'a', names: { en: 'a' }, minutes: [60, 0] },
      { team: 'b', names: { en: 'b' }, minutes: [90 + 120, 0] },
      { team: 'idle', names: { en: 'idle' }, minutes: [0, 0] },
    ],
    withoutTeam: [0, 60],
    unnamed: [240, 0],
  })
  expect(
    (await book.done('readOfficerHours', { from: '2025-02', to: '2025-02', plan: 'planned' })).officers[0]
      ?.minutes,
  ).toEqual([120])
})

test('hours of more than three years, or of none, are not to be had at once', async () => {
  const refused = { error: { code: 'invalid-input', details: { field: 'to' } } }
  expect([
    await book.call('readOfficerHours', { from: '2020-01', to: '2023-01' }),
    await book.call('readOfficerHours', { from: '2025-02', to: '2025-01' }),
  ]).toMatchObject([refused, refused])
})
