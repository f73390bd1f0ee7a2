import { expect, test } from 'vitest'
import type { DeclarationRecord } from '../../../../shared/contract/declarations.ts'
import { retyped } from './retype.ts'
import {
  emptyDeclaration,
  emptyItem,
  emptyVehicle,
  fieldOfPath,
  readTyped,
  typedFrom,
} from './typed-declaration.ts'
import type { TypedDeclaration } from './typed-rows.ts'

const record: DeclarationRecord = {
  number: '941120241000000001',
  date: '2024-08-30',
  checkpoint: 'cargo-yard',
  direction: 'import',
  tradeMode: '0110',
  transportMode: 'road',
  consignor: 'ТОО «Алтын Дән»',
  consignee: '吉木乃顺通贸易有限公司',
  declarant: null,
  partner: 'KZ',
  incoterm: 'DAP',
  currency: 'KZT',
  packages: 400,
  grossGrams: 20_500_001,
  items: [
    {
      hsCode: '12060090',
      goods: '葵花籽',
      quantity: { millionths: 20_000_500_000, unit: 'kg' },
      secondQuantity: { millionths: 3_000_000, unit: 'set' },
      netGrams: 20_000_500,
      valueMinor: 30,
      origin: 'KZ',
      destination: 'CN',
    },
  ],
  vehicles: [
    {
      plate: '新H12345',
      trailer: null,
      weighbridgeGrams: 20_700_000,
      crossingDate: '2024-08-30',
      manifest: null,
    },
  ],
}

test('what is kept is typed in the words of each language, and read back the same', () => {
  for (const language of ['zh-CN', 'en', 'ru', 'kk'] as const) {
    const { record: read, faults } = readTyped(typedFrom(record, language), language)
    expect([language, read, [...faults]]).toEqual([language, record, []])
  }
})

test('what is kept to the gram is read back as it is, where a point is a mark of thousands too', () => {
  const [item] = record.items
  if (!item) throw new Error('no item')
  const sums = [1_234, 12_345, 123_456, 1_234_567].map((netGrams) => ({
    ...item,
    netGrams,
    valueMinor: netGrams,
  }))
  for (const language of ['zh-CN', 'en', 'ru', 'kk'] as const) {
    const read = readTyped(typedFrom({ ...record, items: sums }, language), language)
    expect([language, read.record.items]).toEqual([language, sums])
  }
})

const typed = (items: Partial<TypedDeclaration['items'][number]>[]): TypedDeclaration => ({
  ...emptyDeclaration('2024-08-30', 'cargo-yard'),
  items: items.map((item) => ({ ...emptyItem(), ...item })),
})

test('weights come in tonnes and kilograms, with full-width digits, and a comma as the language has it', () => {
  const weights = ['21.5 t', '２１５００', '21 500,5 кг', '0.1吨', '1,234']
  const grams = (language: 'ru' | 'zh-CN') =>
    readTyped(typed(weights.map((netGrams) => ({ netGrams }))), language).record.items.map(
      (item) => item.netGrams,
    )
  expect(grams('ru')).toEqual([21_500_000, 21_500_000, 21_500_500, 100_000, 1_234])
  expect(grams('zh-CN')).toEqual([21_500_000, 21_500_000, null, 100_000, 1_234_000])
})

test('a unit stands without its quantity and a quantity without its unit, in the record and in the fields again', () => {
  const lone = typed([{ unit: '辆', secondUnit: 'kg' }, { quantity: '2' }])
  const read = readTyped(lone, 'en')
  expect([
    read.record.items.map(({ quantity, secondQuantity }) => [quantity, secondQuantity]),
    [...read.faults],
  ]).toEqual([
    [
      [
        { millionths: null, unit: 'vehicle' },
        { millionths: null, unit: 'kg' },
      ],
      [{ millionths: 2_000_000, unit: null }, null],
    ],
    [],
  ])
  expect(readTyped(typedFrom(read.record, 'en'), 'en').record).toEqual(read.record)
})

test('numbers typed in one language stay the same numbers in another', () => {
  const text = {
    ...typed([
      { netGrams: '1,234', valueMinor: '1,234.5', quantity: '0.015', unit: 'kg' },
      { netGrams: 'much' },
    ]),
  }
  const english = {
    ...text,
    header: { ...text.header, currency: 'USD', grossGrams: '1.234 t', packages: '1,234' },
  }
  const { record, faults } = readTyped(english, 'en')
  for (const language of ['ru', 'kk', 'zh-CN'] as const) {
    const other = retyped(english, 'en', language)
    const read = readTyped(other, language)
    expect([language, read.record, read.faults]).toEqual([language, record, faults])
    expect(readTyped(retyped(other, language, 'en'), 'en').record).toEqual(record)
  }
})

test('what cannot be read is told at its field, past the empty rows above it', () => {
  const read = readTyped(
    {
      ...typed([{}, { netGrams: '-1', valueMinor: '=1+1', quantity: '0.0000001', unit: 'kg' }]),
      vehicles: [{ ...emptyVehicle(), plate: 'A', crossingDate: '30 February' }],
    },
    'en',
  )
  expect(
    Object.fromEntries([...read.faults].map(([path, fault]) => [fieldOfPath(path, read), fault])),
  ).toEqual({
    'items.1.netGrams': 'negative',
    'items.1.valueMinor': 'not-a-number',
    'items.1.quantity': 'too-fine',
    'vehicles.0.crossingDate': 'no-date',
  })
  expect(fieldOfPath('record.items.0.secondQuantity.unit', read)).toBe('items.1.secondUnit')
})

test('countries and units are known by code and by their word in any language; other words stay to be refused', () => {
  const words = ['kz', 'Kazakhstan', '哈萨克斯坦', 'Казахстан', 'Atlantis']
  const { items } = readTyped(
    typed(words.map((origin) => ({ origin, quantity: '1', unit: '千克' }))),
    'en',
  ).record
  expect(items.map(({ origin, quantity }) => [origin, quantity?.unit])).toEqual([
    ...Array.from({ length: 4 }, () => ['KZ', 'kg']),
    ['Atlantis', 'kg'],
  ])
})
