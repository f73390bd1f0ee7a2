import type { DeclarationRecord } from '../../shared/contract/declarations.ts'
import { soundDeclaration } from './arbitrary-trade.ts'
import { released } from './declare.ts'
import { type TestBook, testBook } from './test-book.ts'

type Item = DeclarationRecord['items'][number]
const [sound] = soundDeclaration.items as [Item]
/** In grams. */
export const tonne = 1_000_000

/** Goods with a value of 1,000 a tonne. */
export function item(hsCode: string, tonnes: number, change: Partial<Item> = {}): Item {
  const quantity = { millionths: tonnes * 1_000 * 1_000_000, unit: 'kg' }
  return { ...sound, hsCode, netGrams: tonnes * tonne, quantity, valueMinor: tonnes * 100_000, ...change }
}
const vehicles = (hsCode: string, tonnes: number, number: number): Item =>
  item(hsCode, tonnes, { quantity: { millionths: number * 1_000_000, unit: 'vehicle' } })

/** Weighs one truck with the whole load. */
const trucks = (tonnes: number, plate: string): DeclarationRecord['vehicles'] =>
  soundDeclaration.vehicles.map((vehicle) => ({ ...vehicle, plate, weighbridgeGrams: tonnes * tonne }))

/** Fish and crabs came in, cars and apples went out; last year there was less. */
export async function tradingBook(): Promise<TestBook> {
  const book = testBook()
  await book.done('loadShippedGroups', {})
  for (const [commodityGroup, direction] of [
    ['aquatic', 'import'],
    ['fruit-vegetables', 'export'],
  ] as const) {
    await book.done('keepQualification', { commodityGroup, direction, from: null, to: null, note: null })
  }
  await book.done('keepExchangeRate', { currency: 'USD', from: '2024-01-01', rate: '7.1' })
  await book.done('keepExchangeRate', { currency: 'USD', from: '2025-02-01', rate: '7.25' })
  await released(book, {
    date: '2024-02-01',
    grossGrams: 10 * tonne,
    items: [item('030389', 8)],
    vehicles: trucks(10, 'A1'),
  })
  await released(book, {
    date: '2025-02-03',
    grossGrams: 25 * tonne,
    items: [item('030389', 15), item('030614', 5), item('120600', 3)],
    vehicles: trucks(26, 'A2'),
  })
  await released(book, {
    ...{ date: '2025-02-03', direction: 'export', partner: 'RU', currency: 'CNY', tradeMode: '4019' },
    grossGrams: 60 * tonne,
    items: [vehicles('870380', 30, 16), vehicles('870323', 20, 12), item('080810', 4)],
    vehicles: [],
  })
  return book
}
