import { expect, test } from 'vitest'
import { journalledRows } from '../../testing/all-rows.ts'
import { soundDeclaration } from '../../testing/arbitrary-trade.ts'
import { draft } from '../../testing/declare.ts'
import { type TestBook, testBook } from '../../testing/test-book.ts'

const crab = {
  id: null,
  direction: 'import' as const,
  goods: 'King crab',
  commodityGroup: 'aquatic',
  weightGrams: 12_000_000,
  from: '2025-02-01',
  to: '2025-02-20',
  note: 'by the end of the month',
}

async function bookWithGroups(): Promise<TestBook> {
  const book = testBook()
  await book.done('loadShippedGroups', {})
  return book
}

async function declare(book: TestBook, goods: string, hsCode: string, date = '2025-02-10') {
  const [item] = soundDeclaration.items
  if (!item) throw new Error('no item')
  const { declaration } = await draft(book, { date, items: [{ ...item, goods, hsCode }], vehicles: [] })
  return declaration
}

test('goods are ahead, due, and late until the declaration that they come with is named', async () => {
  const book = await bookWithGroups()
  const { id } = await book.done('keepExpectedGoods', crab)
  const on = async (date: string, came = false) =>
    (await book.done('readExpectedGoods', { date, came })).map(({ state, daysLate }) => [state, daysLate])
  const before = [
    await on('2025-01-31'),
    await on('2025-02-01'),
    await on('2025-02-20'),
    await on('2025-02-23'),
  ]
  const declaration = await declare(book, 'Frozen king crab', '03061490')
  await book.done('matchExpectedGoods', { id, declaration })
  expect([before, await on('2025-02-23'), await on('2025-02-23', true)]).toEqual([
    [[['ahead', 0]], [['due', 0]], [['due', 0]], [['late', 3]]],
    [],
    [['came', 0]],
  ])
  const [matched] = await book.done('readExpectedGoods', { date: '2025-02-23', came: true })
  expect(matched).toMatchObject({ goods: 'King crab', matched: { declaration, date: '2025-02-10' } })
  await book.done('matchExpectedGoods', { id, declaration: null })
  expect(await on('2025-02-23')).toEqual([['late', 3]])
})

test('a declaration is told what it may have been waited for as, the likeliest first', async () => {
  const book = await bookWithGroups()
  const keep = (change: object) => book.done('keepExpectedGoods', { ...crab, ...change })
  await keep({ goods: '海鲜', commodityGroup: 'aquatic', from: '2025-03-01', to: '2025-03-10' })
  await keep({ goods: 'Feed', commodityGroup: 'animal-feed' })
  await keep({ goods: 'king CRAB, live', commodityGroup: null })
  await keep({ goods: 'King crab', direction: 'export' })
  await keep({ goods: 'King crab', from: '2025-09-01', to: '2025-09-30' })
  await keep({ goods: 'King crab' })
  const declaration = await declare(book, 'Frozen king crab', '03061490')
  const found = await book.done('findExpectedGoods', { declaration })
  expect(found.map(({ goods }) => goods)).toEqual(['King crab', 'king CRAB, live', '海鲜'])
})

test('removing a draft frees what it was matched to', async () => {
  const book = await bookWithGroups()
  const { id } = await book.done('keepExpectedGoods', crab)
  const { declaration, revision } = await draft(book)
  await book.done('matchExpectedGoods', { id, declaration })
  await book.done('removeDraft', { declaration, revision })
  expect(await book.done('readExpectedGoods', { date: '2025-02-10' })).toMatchObject([
    { id, state: 'due', matched: null },
  ])
})

test('goods of an unknown group, of a window that ends first, or that are gone are refused', async () => {
  const book = await bookWithGroups()
  const { id } = await book.done('keepExpectedGoods', crab)
  const gone = '01948000-0000-7000-8000-ffffffffffff'
  const before = journalledRows(book.writer.db)
  const answers = [
    await book.call('keepExpectedGoods', { ...crab, commodityGroup: 'ghosts' }),
    await book.call('keepExpectedGoods', { ...crab, to: '2025-01-01' }),
    await book.call('keepExpectedGoods', { ...crab, id: gone }),
    await book.call('matchExpectedGoods', { id, declaration: gone }),
    await book.call('removeExpectedGoods', { id: gone }),
  ]
  expect(answers.map((answer) => (answer.ok ? 'done' : answer.error.code))).toEqual([
    'unknown-commodity-group',
    'ends-before-begins',
    'expected-goods-gone',
    'unknown-declaration',
    'expected-goods-gone',
  ])
  expect(journalledRows(book.writer.db)).toEqual(before)
})
