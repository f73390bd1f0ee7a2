import { describe, expect, test } from 'vitest'
import type { DeclarationItem, DeclarationRecord } from '../../../../shared/contract/declarations.ts'
import { journalledRows } from '../../../testing/all-rows.ts'
import { soundDeclaration } from '../../../testing/arbitrary-trade.ts'
import { draft, released, someDeclaration } from '../../../testing/declare.ts'
import { type TestBook, testBook } from '../../../testing/test-book.ts'

const [sunflower] = soundDeclaration.items
const [truck] = soundDeclaration.vehicles
const item = (change: Partial<DeclarationItem> = {}): DeclarationItem => {
  if (!sunflower) throw new Error('no item')
  return { ...sunflower, ...change }
}
const vehicle = (change: Partial<DeclarationRecord['vehicles'][number]> = {}) => {
  if (!truck) throw new Error('no vehicle')
  return { ...truck, ...change }
}

/** What registering a record answers, and whether anything was written when it was refused. */
async function registering(book: TestBook, change: Partial<DeclarationRecord>) {
  const saved = await draft(book, change)
  const before = journalledRows(book.writer.db)
  const { declaration, revision } = saved
  const answer = await book.call('registerDeclaration', { declaration, revision, date: null })
  if (answer.ok) return 'registered'
  expect(journalledRows(book.writer.db)).toEqual(before)
  return [answer.error.code, answer.error.details.field]
}

/** A tariff of ten digits for sunflower seed, in kilograms, that held in 2025. */
function loadTariff({ writer }: TestBook): void {
  writer.db.exec(`
    INSERT INTO tariff_edition VALUES ('2025-01-01', 1, 'tariff.csv', 'f0', '["en"]', 3, 1);
    INSERT INTO tariff_line (id, edition, code, names, unit, second_unit, leaf, from_date, to_date) VALUES
      (10000001, 1, '120600', '{"en":"Sunflower seeds"}', NULL, NULL, 0, '0001-01-01', '9999-12-31'),
      (10000002, 1, '12060010', '{"en":"Seed for sowing"}', 'kg', NULL, 1, '0001-01-01', '9999-12-31'),
      (10000003, 1, '87038000', '{"en":"Electric cars"}', 'piece', 'kg', 1, '0001-01-01', '2025-02-28')`)
}

describe('registering stops', () => {
  test.each<[string, Partial<DeclarationRecord>, string, string]>([
    ['without a number', { number: null }, 'field-missing', 'number'],
    ['without a trade mode', { tradeMode: null }, 'field-missing', 'tradeMode'],
    ['without a transport mode', { transportMode: null }, 'field-missing', 'transportMode'],
    ['without a partner country', { partner: null }, 'field-missing', 'partner'],
    ['without a gross weight', { grossGrams: null }, 'field-missing', 'grossGrams'],
    ['without items', { items: [] }, 'field-missing', 'items'],
    ['without a code', { items: [item(), item({ hsCode: null })] }, 'field-missing', 'items.1.hsCode'],
    ['without a goods name', { items: [item({ goods: null })] }, 'field-missing', 'items.0.goods'],
    ['without a net weight', { items: [item({ netGrams: null })] }, 'field-missing', 'items.0.netGrams'],
    ['with a value but no currency', { currency: null }, 'field-missing', 'currency'],
    ['with a date to come', { date: '2999-12-31' }, 'date-ahead', 'date'],
    ['with net above gross', { grossGrams: 19_999_999 }, 'net-exceeds-gross', 'items.0.netGrams'],
    ['with more net together than gross', { items: [item(), item()] }, 'items-exceed-gross', 'grossGrams'],
    [
      'with a unit whose quantity is not known',
      { items: [item({ secondQuantity: { millionths: null, unit: 'kg' } })] },
      'field-missing',
      'items.0.secondQuantity',
    ],
    [
      'with a quantity whose unit is not known',
      { items: [item({ quantity: { millionths: 1_500_000, unit: null } })] },
      'field-missing',
      'items.0.quantity.unit',
    ],
    [
      'in a chapter that is kept free, without any tariff',
      { items: [item({ hsCode: '770110' })] },
      'hs-chapter-unknown',
      'items.0.hsCode',
    ],
    [
      'with half a vehicle',
      { items: [item({ quantity: { millionths: 1_500_000, unit: 'vehicle' } })] },
      'quantity-not-whole',
      'items.0.quantity',
    ],
  ])('%s', async (_, change, code, field) => {
    expect(await registering(testBook(), change)).toEqual([code, field])
  })

  test('by nothing where net is gross to the gram', async () => {
    expect(await registering(testBook(), { grossGrams: 20_000_000 })).toBe('registered')
  })

  test('at a number that is not written as the port writes it on that date', async () => {
    const book = testBook()
    const format = { masks: ['####-@'], description: { en: 'Four digits and a letter' } }
    await book.done('keepNumberFormat', { from: '2025-02-01', ...format })
    expect([
      await registering(book, { number: 'A1', date: '2025-01-31', vehicles: [] }),
      await registering(book, { number: 'A2' }),
      await registering(book, { number: '1234-b', vehicles: [] }),
    ]).toEqual(['registered', ['number-format', 'number'], 'registered'])
  })

  test('at a code that the tariff of the date has not, and knows longer ones below its last digit', async () => {
    const book = testBook()
    loadTariff(book)
    const of = (hsCode: string, date: string) =>
      registering(book, { date, items: [item({ hsCode })], vehicles: [] })
    const kilograms = { quantity: { millionths: 1_000_000, unit: 'kg' } }
    const car = { hsCode: '87038000', ...kilograms, netGrams: 1_000, valueMinor: null }
    expect([
      await of('12060011', '2025-02-03'),
      await of('12060010', '2025-02-03'),
      await of('1206001099', '2025-02-03'),
      await of('120600', '2025-02-03'),
      await of('12060011', '2024-12-31'),
      await registering(book, { date: '2025-03-01', items: [item(car)], vehicles: [] }),
    ]).toEqual([
      ['hs-code-unknown', 'items.0.hsCode'],
      'registered',
      'registered',
      'registered',
      'registered',
      ['hs-code-unknown', 'items.0.hsCode'],
    ])
  })
})

test('a number that is taken stops even a draft, and says whose it is', async () => {
  const book = testBook()
  const { declaration } = await draft(book, { number: 'A-1' })
  const record = someDeclaration({ number: 'а-1' })
  const answer = await book.call('saveDeclaration', { declaration: null, revision: null, record })
  expect(answer).toEqual({
    ok: false,
    error: {
      code: 'number-taken',
      details: { field: 'number', number: 'A-1', declaration, date: '2025-02-03' },
    },
  })
})

describe('registering asks', () => {
  const ask = async (book: TestBook, change: Partial<DeclarationRecord>) => {
    const { declaration, revision } = await draft(book, change)
    const input = { declaration, revision, date: null }
    const first = await book.call('registerDeclaration', input)
    if (first.ok) return 'registered'
    const code = first.error.code
    if (code !== 'value-unusual' && code !== 'same-load' && code !== 'unit-unusual') return code
    await book.done('registerDeclaration', { ...input, accepted: [code] })
    return [first.error, (await book.done('readDeclaration', { declaration })).accepted]
  }

  test('about a value a kilogram far from what the code had, and remembers the answer', async () => {
    const book = testBook()
    const cents = [60, 61, 62, 62, 63, 64, 66, 65]
    const priced = (value: number) => ({
      items: [item({ valueMinor: value * 20_000 })],
      vehicles: [],
    })
    expect(await ask(book, priced(600))).toBe('registered')
    for (const value of cents) await released(book, priced(value))
    expect([
      await ask(book, priced(80)),
      await ask(book, { ...priced(620), currency: 'KZT' }),
      await ask(book, { items: [item({ hsCode: '12060099', valueMinor: 63 * 20_000 })], vehicles: [] }),
      await ask(book, priced(6_20)),
      await ask(book, { items: [item({ hsCode: '12060099', valueMinor: 1 })], vehicles: [] }),
    ]).toEqual([
      'registered',
      'registered',
      'registered',
      [
        {
          code: 'value-unusual',
          details: {
            field: 'items.0.valueMinor',
            hsCode: '12060010',
            currency: 'USD',
            value: expect.closeTo(6.2, 6),
            usual: expect.closeTo(0.63, 1),
          },
        },
        ['value-unusual'],
      ],
      [expect.objectContaining({ code: 'value-unusual' }), ['value-unusual']],
    ])
  })

  test('about the same plate with the same weight on the same day, whoever typed the plate', async () => {
    const book = testBook()
    await released(book, { number: 'FIRST', vehicles: [vehicle({ plate: 'А123ВС' })] })
    const again = (change: Partial<DeclarationRecord['vehicles'][number]>) =>
      ask(book, { vehicles: [vehicle({ plate: 'a 123 bc', ...change })] })
    expect([
      await again({ weighbridgeGrams: 21_040_001 }),
      await again({ crossingDate: '2025-02-04' }),
      await again({}),
    ]).toEqual([
      'registered',
      'registered',
      [
        {
          code: 'same-load',
          details: {
            field: 'vehicles.0.plate',
            plate: 'A123BC',
            number: 'FIRST',
            date: '2025-02-03',
          },
        },
        ['same-load'],
      ],
    ])
  })

  test('about a quantity in no unit that the tariff asks for', async () => {
    const book = testBook()
    loadTariff(book)
    const quantity = (millionths: number, unit: string) => ({ millionths, unit })
    const cars = { hsCode: '87038000', netGrams: 1_000_000, valueMinor: null }
    expect([
      await ask(book, { items: [item({ ...cars, quantity: quantity(3_000_000, 'vehicle') })], vehicles: [] }),
      await ask(book, { items: [item({ quantity: quantity(20_000_000, 't') })], vehicles: [] }),
      await ask(book, {
        items: [
          item({
            ...cars,
            quantity: quantity(1_000_000_000, 'kg'),
            secondQuantity: quantity(1_000_000, 'piece'),
          }),
        ],
        vehicles: [],
      }),
      await ask(book, { items: [item({ ...cars, quantity: quantity(1_000_000_000, 'kg') })], vehicles: [] }),
    ]).toEqual([
      'registered',
      'registered',
      'registered',
      [
        {
          code: 'unit-unusual',
          details: { field: 'items.0.quantity', hsCode: '87038000', unit: 'piece' },
        },
        ['unit-unusual'],
      ],
    ])
  })
})

test('the form is told everything at once, what stops first, and that a code is not checked', async () => {
  const book = testBook()
  const record = someDeclaration({ partner: null, grossGrams: 1 })
  const { findings } = await book.done('checkDeclaration', { declaration: null, record })
  expect(findings.map(({ weight, code, field }) => `${weight} ${code} ${field}`)).toEqual([
    'stops field-missing partner',
    'stops net-exceeds-gross items.0.netGrams',
    'notes hs-code-unchecked items.0.hsCode',
  ])
})
