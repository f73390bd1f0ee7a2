import { beforeEach, describe, expect, test } from 'vitest'
import type { InputOf } from '../../../shared/contract/index.ts'
import { allRows, journalledRows } from '../../testing/all-rows.ts'
import { signShift } from '../../testing/sign-shift.ts'
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

/** The refusal of an opening, which must change nothing; null where it is written. */
async function refusal(opening: Partial<InputOf<'openChannel'>>) {
  const before = allRows(book.writer.db)
  const answer = await book.call('openChannel', { ...morning, ...m1, ...opening })
  if (answer.ok) return null
  expect(allRows(book.writer.db)).toEqual(before)
  return [answer.error.code, answer.error.details]
}

const openingsShown = async (place: InputOf<'readBoard'> = morning) =>
  (await book.done('readBoard', place)).openings.map(({ opening: _, ...rest }) => rest)

describe('what cannot be is refused with its reason', () => {
  test('an end before its start, and minutes outside the shift', async () => {
    expect([
      await refusal({ startsMinute: 720, endsMinute: 700 }),
      await refusal({ startsMinute: 720, endsMinute: 720 }),
      await refusal({ startsMinute: 590 }),
      await refusal({ endsMinute: 901 }),
      await refusal({ shift: 'night', startsMinute: 1320, endsMinute: 1800 }),
      await refusal({ shift: 'night', startsMinute: 1330, endsMinute: 1801 }),
    ]).toEqual([
      ['opening-ends-first', { channel: 'm1', from: '12:00', to: '11:40' }],
      ['opening-ends-first', { channel: 'm1', from: '12:00', to: '12:00' }],
      ['outside-shift', { channel: 'm1', from: '09:50', to: '12:00', starts: '10:00', ends: '15:00' }],
      ['outside-shift', { channel: 'm1', from: '10:00', to: '15:01', starts: '10:00', ends: '15:00' }],
      null,
      ['outside-shift', { channel: 'm1', from: '22:10', to: '06:01', starts: '22:00', ends: '06:00' }],
    ])
  })

  test('a channel that is unknown, elsewhere, ended, or cannot serve the direction', async () => {
    await book.done('changeChannel', {
      channel: 'm2',
      kind: 'manual',
      directions: ['entry'],
      eligible: null,
      from: null,
      to: '2025-02-02',
    })
    expect([
      await refusal({ channel: 'm7' }),
      await refusal({ checkpoint: 'yard', shift: 'day' }),
      await refusal({ channel: 'm2' }),
      await refusal({ channel: 'm2', date: '2025-02-02', direction: 'exit' }),
    ]).toEqual([
      ['unknown-channel', { channel: 'm7' }],
      ['unknown-channel', { channel: 'm1' }],
      ['channel-not-in-service', { channel: 'm2', date: '2025-02-03' }],
      ['channel-not-that-way', { channel: 'm2', direction: 'exit' }],
    ])
  })

  test('a channel open twice at once, whatever its direction; planned and actual stand side by side', async () => {
    await opened()
    expect([
      await refusal({ startsMinute: 719, endsMinute: 730 }),
      await refusal({ startsMinute: 630, endsMinute: 640, direction: 'exit' }),
      await refusal({ startsMinute: 720, endsMinute: null }),
      await refusal({ startsMinute: 800, endsMinute: 820 }),
      await refusal({ plan: 'planned' }),
    ]).toEqual([
      ['channel-open-already', { channel: 'm1', from: '10:00', to: '12:00' }],
      ['channel-open-already', { channel: 'm1', from: '10:00', to: '12:00' }],
      null,
      ['channel-open-already', { channel: 'm1', from: '12:00', to: '15:00' }],
      null,
    ])
  })

  test('a channel out of service in these minutes, unless it is only closed after it broke', async () => {
    const opening = await opened({ endsMinute: null })
    const outage = { id: null, channel: 'm1', fromTime: '11:00', to: null, toTime: null, reason: 'Scanner' }
    expect(await book.call('keepOutage', { ...outage, from: '2025-02-03' })).toMatchObject({
      error: { code: 'outage-over-openings', details: { openings: 1, date: '2025-02-03' } },
    })
    await book.done('keepOutage', { ...outage, from: '2025-02-03', confirmed: true })
    await book.done('closeChannel', { opening, endsMinute: 665 })
    const out = ['channel-out-of-service', { channel: 'm1', from: '11:00', to: '24:00', reason: 'Scanner' }]
    expect([
      await refusal({ startsMinute: 670 }),
      await refusal({ date: '2025-02-04' }),
      await refusal({ date: '2025-02-02' }),
      (await book.done('readBoard', morning)).warnings,
    ]).toEqual([
      out,
      ['channel-out-of-service', { ...(out[1] as object), from: '00:00' }],
      null,
      [{ warning: 'out-of-service', opening, officer: null, from: 660, to: 665 }],
    ])
  })

  test('an officer in two places at once, unknown, out of service, or outside the opening', async () => {
    await opened({ duties: [duty] })
    await book.done('changeOfficer', {
      officer: '061235',
      name: null,
      kinds: [],
      from: '2025-02-04',
      to: null,
      teams: [],
    })
    const m2 = { channel: 'm2' } as const
    const elsewhere = { officer: '061234', channel: 'm1', from: '10:00', to: '12:00' }
    expect([
      await refusal({ ...m2, startsMinute: 660, duties: [{ ...duty, startsMinute: 660 }] }),
      await refusal({ ...m2, startsMinute: 720, endsMinute: 780, duties: [{ ...duty, startsMinute: 720 }] }),
      await refusal({ ...m2, duties: [{ ...duty, officer: '9' }] }),
      await refusal({ ...m2, duties: [{ ...duty, officer: '061235' }] }),
      await refusal({ ...m2, plan: 'planned', duties: [{ ...duty, endsMinute: 730 }] }),
      await refusal({
        ...m2,
        plan: 'planned',
        duties: [
          { ...duty, endsMinute: 630 },
          { ...duty, startsMinute: 620 },
        ],
      }),
    ]).toEqual([
      ['officer-elsewhere', elsewhere],
      null,
      ['unknown-officer', { officer: '9' }],
      ['officer-not-in-service', { officer: '061235', date: '2025-02-03' }],
      ['duty-outside-opening', { officer: '061234', from: '10:00', to: '12:10' }],
      ['officer-twice', { officer: '061234', from: '10:20', to: '12:00' }],
    ])
  })

  test('an officer who is still at another checkpoint from the night before', async () => {
    await book.done('addChannel', {
      checkpoint: 'yard',
      channel: 'c1',
      names: { en: 'Cargo 1' },
      kind: 'cargo',
      directions: ['entry'],
      eligible: null,
      from: null,
      to: null,
    })
    await opened({
      shift: 'night',
      startsMinute: 1320,
      endsMinute: 1800,
      duties: [{ ...duty, startsMinute: 1500 }],
    })
    const yard = { checkpoint: 'yard', channel: 'c1', date: '2025-02-04', shift: 'day' }
    expect([
      await refusal({
        ...yard,
        startsMinute: 300,
        endsMinute: 400,
        duties: [{ ...duty, startsMinute: 300 }],
      }),
      await refusal({
        ...yard,
        startsMinute: 300,
        endsMinute: 400,
        duties: [{ ...duty, startsMinute: 360 }],
      }),
    ]).toEqual([
      ['officer-elsewhere', { officer: '061234', channel: 'm1', from: '01:00', to: '06:00' }],
      null,
    ])
  })

  test('a signed shift, and what has not yet been', async () => {
    const opening = await opened()
    signShift(book, 'hall', '2025-02-03', 'morning')
    expect([
      await refusal({ channel: 'm2' }),
      (await book.call('removeOpenings', { openings: [opening] })) as unknown,
      await refusal({ date: '2999-02-03' }),
      await refusal({ date: '2998-02-03', plan: 'planned' }),
    ]).toMatchObject([
      ['shift-signed', {}],
      { error: { code: 'shift-signed' } },
      ['date-ahead', { date: '2999-02-03' }],
      null,
    ])
  })
})

describe('an opening that changes', () => {
  const relief = [
    { ...duty, endsMinute: 660 },
    { ...duty, officer: '061235', startsMinute: 660 },
  ]

  test('takes its officers along: first ones move with its start, later ones are cut by its end', async () => {
    const opening = await opened({ duties: relief })
    await book.done('changeOpening', { opening, startsMinute: 610, endsMinute: 900 })
    const longer = await openingsShown()
    await book.done('closeChannel', { opening, endsMinute: 650 })
    expect([longer[0]?.duties, (await openingsShown())[0]]).toEqual([
      [
        { ...duty, startsMinute: 610, endsMinute: 660 },
        { ...duty, officer: '061235', startsMinute: 660 },
      ],
      {
        ...m1,
        shift: 'morning',
        startsMinute: 610,
        endsMinute: 650,
        headCount: null,
        duties: [{ ...duty, startsMinute: 610 }],
      },
    ])
  })

  test('turns round in the middle with the people who are there', async () => {
    const opening = await opened({ duties: relief, headCount: 2 })
    await book.done('reverseChannel', { opening, atMinute: 690 })
    expect(await openingsShown()).toEqual([
      { ...m1, shift: 'morning', endsMinute: 690, headCount: 2, duties: relief },
      {
        ...m1,
        shift: 'morning',
        direction: 'exit',
        startsMinute: 690,
        headCount: 2,
        duties: [{ ...duty, officer: '061235', startsMinute: 690 }],
      },
    ])
    const undone = await book.done('readUndoSteps', {})
    expect(undone.undo).toMatchObject({
      operation: 'reverseChannel',
      names: { 'channel/m1': { en: 'Manual 1', 'zh-CN': '人工1' } },
    })
    await book.done('undo', { batch: undone.undo?.batch ?? 0 })
    expect(await openingsShown()).toEqual([{ ...m1, shift: 'morning', headCount: 2, duties: relief }])
  })

  test('is undone and made again with its officers, and the tables can be made again from the journal', async () => {
    const before = journalledRows(book.writer.db)
    const opening = await opened({ duties: relief })
    const after = journalledRows(book.writer.db)
    await book.done('removeOpenings', { openings: [opening] })
    const steps = async (way: 'undo' | 'redo') => (await book.done('readUndoSteps', {}))[way]?.batch ?? 0
    await book.done('undo', { batch: await steps('undo') })
    expect(journalledRows(book.writer.db)).toEqual(after)
    await book.done('undo', { batch: await steps('undo') })
    expect(journalledRows(book.writer.db)).toEqual(before)
    await book.done('redo', { batch: await steps('redo') })
    expect(journalledRows(book.writer.db)).toEqual(after)
  })
})

test('several openings are one batch, and the first that cannot be takes all back and says its row', async () => {
  const row = { ...m1, endsMinute: 650 }
  const before = allRows(book.writer.db)
  expect(
    await book.call('recordOpenings', { ...morning, openings: [row, { ...row, channel: 'm2' }, row] }),
  ).toMatchObject({ error: { code: 'channel-open-already', details: { row: 2 } } })
  expect(allRows(book.writer.db)).toEqual(before)
  const receipt = await book.done('recordOpenings', {
    ...morning,
    openings: [row, { ...row, channel: 'm2' }],
  })
  expect([receipt.changed, (await openingsShown()).length]).toEqual([2, 2])
})

test('openings of several shifts of a day are one batch too', async () => {
  const day = { ...morning, shift: 'day' }
  const early = { ...m1, shift: 'morning' }
  const late = { ...m1, shift: 'afternoon', startsMinute: 900, endsMinute: 960 }
  expect(
    await book.call('recordOpenings', { ...day, openings: [early, { ...late, startsMinute: 890 }] }),
  ).toMatchObject({ error: { code: 'outside-shift', details: { row: 1 } } })
  const receipt = await book.done('recordOpenings', { ...day, openings: [early, late] })
  expect([receipt.changed, (await openingsShown(day)).map(({ shift }) => shift)]).toEqual([
    2,
    ['morning', 'afternoon'],
  ])
  expect(await book.call('recordOpenings', { ...day, openings: [m1] })).toMatchObject({
    error: { code: 'unknown-shift' },
  })
})
