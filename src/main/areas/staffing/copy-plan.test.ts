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

const openingsShown = async (place: InputOf<'readBoard'> = morning) =>
  (await book.done('readBoard', place)).openings.map(({ opening: _, ...rest }) => rest)

describe('a copied plan', () => {
  const planned = { ...m1, plan: 'planned' } as const
  const copy = {
    checkpoint: 'hall',
    shift: 'morning',
    from: { date: '2025-02-03', plan: 'planned' },
    to: { date: '2025-02-04', plan: 'planned' },
  } as const

  test('becomes another day’s, and what stands there is replaced only when asked', async () => {
    await opened({ ...planned, duties: [duty] })
    await opened({ ...planned, channel: 'm2', headCount: 1 })
    expect(await book.done('copyPlan', copy)).toMatchObject({ copied: 2, leftOut: [] })
    expect(await book.call('copyPlan', copy)).toMatchObject({
      error: { code: 'plan-exists', details: { openings: 2 } },
    })
    await book.done('copyPlan', { ...copy, replace: true })
    expect(await openingsShown({ ...morning, date: '2025-02-04' })).toEqual(await openingsShown())
    expect(
      await book.call('copyPlan', { ...copy, from: { date: '2024-02-03', plan: 'planned' } }),
    ).toMatchObject({ error: { code: 'nothing-to-copy' } })
  })

  test('becomes what was, and leaves out what cannot be, with the reason', async () => {
    await opened({ ...planned, duties: [duty] })
    await opened({ ...planned, channel: 'm2' })
    await book.done('changeOfficer', {
      officer: '061234',
      name: null,
      kinds: [],
      from: null,
      to: '2025-02-03',
      teams: [],
    })
    await book.done('keepOutage', {
      id: null,
      channel: 'm2',
      from: '2025-02-04',
      fromTime: '00:00',
      to: '2025-02-05',
      toTime: '00:00',
      reason: null,
    })
    const answer = await book.done('copyPlan', { ...copy, to: { date: '2025-02-04', plan: 'actual' } })
    expect([answer.copied, answer.leftOut]).toEqual([
      1,
      [
        {
          channel: 'm1',
          startsMinute: 600,
          endsMinute: 720,
          refusal: {
            code: 'officer-not-in-service',
            details: { officer: '061234', date: '2025-02-04' },
          },
        },
        {
          channel: 'm2',
          startsMinute: 600,
          endsMinute: 720,
          refusal: {
            code: 'channel-out-of-service',
            details: { channel: 'm2', from: '00:00', to: '24:00' },
          },
        },
      ],
    ])
    expect(await openingsShown({ ...morning, date: '2025-02-04' })).toEqual([
      { ...m1, shift: 'morning', headCount: null, duties: [] },
    ])
  })
})
