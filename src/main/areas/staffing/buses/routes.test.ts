import { beforeEach, expect, test } from 'vitest'
import type { InputOf } from '../../../../shared/contract/index.ts'
import { allRows, journalledRows } from '../../../testing/all-rows.ts'
import { busTestBook } from '../../../testing/bus-test-book.ts'
import { type TestBook, testBook } from '../../../testing/test-book.ts'

const always = { from: null, to: null }
const almaty: InputOf<'changeRoute'> = {
  route: 'almaty',
  checkpoint: 'hall',
  crossesBorder: true,
  busLine: 'buses',
  passengerLine: null,
  zone: 'Asia/Almaty',
  ...always,
}
const bus = { date: '2025-02-03', direction: 'exit', minute: 600, vehicles: 1, passengers: 45 } as const

let book: TestBook
beforeEach(async () => {
  book = testBook()
  await busTestBook(book)
})

test('routes read back as they were written, in the port’s order', async () => {
  await book.done('orderRoutes', { routes: ['urumqi', 'almaty', 'idle'] })
  await book.done('keepDeployment', { route: 'almaty', date: '2025-02-01', vehicles: 4 })
  await book.done('keepDeparture', { departure: null, route: 'almaty', ...bus })
  const { routes } = await book.done('readRoutes', {})
  expect([routes.map(({ route }) => route), routes[1]]).toEqual([
    ['urumqi', 'almaty', 'idle'],
    {
      ...almaty,
      names: [{ from: null, names: { en: 'Almaty', 'zh-CN': '阿拉木图' } }],
      figures: { first: '2025-02-01', last: '2025-02-03' },
    },
  ])
})

test('a route that cannot be is refused with its reason, and nothing is written', async () => {
  await book.done('keepDeparture', { departure: null, route: 'almaty', ...bus })
  const refusal = async (change: Partial<InputOf<'changeRoute'>>) => {
    const before = allRows(book.writer.db)
    const answer = await book.call('changeRoute', { ...almaty, ...change })
    expect(allRows(book.writer.db)).toEqual(before)
    return answer.ok ? null : [answer.error.code, answer.error.details]
  }
  const figures = { first: '2025-02-03', last: '2025-02-03' }
  expect([
    await refusal({ route: 'nowhere' }),
    await refusal({ checkpoint: 'nowhere' }),
    await refusal({ busLine: 'ghosts' }),
    await refusal({ busLine: 'domestic' }),
    await refusal({ passengerLine: 'buses' }),
    await refusal({ crossesBorder: false }),
    await refusal({ crossesBorder: false, busLine: null }),
    await refusal({ to: '2025-02-02' }),
    await refusal({ from: '2025-03-01', to: '2025-02-01' }),
    await refusal({ zone: 'Mars/Base' }),
    await refusal({ zone: '' }),
  ]).toEqual([
    ['unknown-route', { route: 'nowhere' }],
    ['unknown-checkpoint', { checkpoint: 'nowhere' }],
    ['unknown-line', { line: 'ghosts' }],
    ['line-of-other-unit', { line: 'domestic' }],
    ['line-of-other-unit', { line: 'buses' }],
    ['fixed-by-figures', figures],
    ['fixed-by-figures', figures],
    ['figures-outside', figures],
    ['ends-before-begins', { field: 'to' }],
    ['zone-unknown', expect.anything()],
    ['zone-unknown', expect.anything()],
  ])
  const add = { ...almaty, names: { en: 'New' } }
  expect([
    await book.call('addRoute', add),
    await book.call('addRoute', { ...add, route: 'yining', crossesBorder: false }),
    await book.call('addRoute', { ...add, route: 'Yining' }),
    await book.call('orderRoutes', { routes: ['almaty', 'urumqi'] }),
    await book.call('removeRoute', { route: 'almaty' }),
  ]).toMatchObject([
    { error: { code: 'code-taken' } },
    { error: { code: 'route-stays-inland' } },
    { error: { code: 'code-impossible' } },
    { error: { code: 'order-incomplete' } },
    { error: { code: 'has-figures', details: figures } },
  ])
})

test('a route goes with its names, and comes back with them', async () => {
  const before = journalledRows(book.writer.db)
  await book.done('removeRoute', { route: 'idle' })
  expect(book.writer.db.prepare("SELECT count(*) FROM name WHERE entity = 'route'").pluck().get()).toBe(3)
  const { undo } = await book.done('readUndoSteps', {})
  expect(undo).toMatchObject({ operation: 'removeRoute', names: { 'route/idle': { en: 'Idle' } } })
  await book.done('undo', { batch: undo?.batch ?? 0 })
  expect(journalledRows(book.writer.db)).toEqual(before)
})

test('a line or checkpoint that goes takes itself out of the routes', async () => {
  await book.done('addLine', {
    line: 'on-buses',
    names: { en: 'By bus' },
    unit: 'persons',
    totals: [],
    parent: { total: 'passengers' },
    ...always,
  })
  await book.done('changeRoute', { ...almaty, passengerLine: 'on-buses' })
  await book.done('removeLine', { line: 'on-buses' })
  await book.done('removeLine', { line: 'buses' })
  await book.done('removeCheckpoint', { checkpoint: 'hall' })
  const { routes } = await book.done('readRoutes', {})
  expect(routes[0]).toMatchObject({ checkpoint: null, busLine: null, passengerLine: null })
})
