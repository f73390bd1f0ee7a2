import { describe, expect, test } from 'vitest'
import type { InputOf } from '../../../../shared/contract/index.ts'
import { PortFile } from '../../../../shared/port-file.ts'
import { journalledRows } from '../../../testing/all-rows.ts'
import { type TestBook, testBook } from '../../../testing/test-book.ts'
import { testPort } from '../../../testing/test-port.ts'
import { readyMadePorts } from '../ready-made-ports.ts'
import { groupModel, groupsOfCode } from './commodity-groups.ts'

const group = (
  commodityGroup: string,
  change: Partial<InputOf<'addCommodityGroup'>> = {},
): InputOf<'addCommodityGroup'> => ({
  commodityGroup,
  names: { en: commodityGroup },
  parent: null,
  measure: 'mass',
  restricted: [],
  from: null,
  to: null,
  prefixes: [],
  ...change,
})
const codesOf = (book: TestBook, hsCode: string, date = '2025-02-03') =>
  groupsOfCode(groupModel(book.writer.db), hsCode, date).map(({ code }) => code)
const refusal = async (book: TestBook, ...[name, input]: Parameters<TestBook['call']>) => {
  const before = journalledRows(book.writer.db)
  const answer = await book.call(name, input)
  expect(journalledRows(book.writer.db)).toEqual(before)
  return answer.ok ? 'done' : answer.error.code
}

test('a code belongs to the groups with its first digits and to those that they are nested in, each on its dates', async () => {
  const book = testBook()
  await book.done(
    'addCommodityGroup',
    group('plants', { prefixes: [{ prefix: '07', from: null, to: null }] }),
  )
  await book.done(
    'addCommodityGroup',
    group('fruit', {
      parent: 'plants',
      prefixes: [
        { prefix: '08', from: null, to: null },
        { prefix: '0703', from: '2025-01-01', to: '2025-02-28' },
      ],
    }),
  )
  await book.done(
    'addCommodityGroup',
    group('apples', {
      parent: 'fruit',
      from: '2025-02-01',
      prefixes: [{ prefix: '080810', from: null, to: null }],
    }),
  )
  expect([
    codesOf(book, '0808100000'),
    codesOf(book, '080810', '2025-01-31'),
    codesOf(book, '070310'),
    codesOf(book, '070310', '2025-03-01'),
    codesOf(book, '120600'),
  ]).toEqual([['apples', 'fruit', 'plants'], ['fruit', 'plants'], ['fruit', 'plants'], ['plants'], []])
})

test('the shipped groups are added where the book lacks them, in four languages, and a second time nothing is', async () => {
  const book = testBook()
  await book.done('addCommodityGroup', group('aquatic', { names: { en: 'Our fish' } }))
  const first = await book.done('loadShippedGroups', {})
  const second = await book.done('loadShippedGroups', {})
  const { groups } = await book.done('readTradeSettings', {})
  expect([
    first.added.includes('aquatic'),
    first.added.includes('new-energy-vehicles'),
    second.added,
  ]).toEqual([false, true, []])
  expect(groups.find(({ commodityGroup }) => commodityGroup === 'aquatic')?.names).toEqual([
    { from: null, names: { en: 'Our fish' } },
  ])
  expect(groups.find(({ commodityGroup }) => commodityGroup === 'new-energy-vehicles')).toMatchObject({
    parent: 'vehicles',
    measure: 'units',
    names: [{ from: null, names: { 'zh-CN': expect.any(String), kk: expect.any(String) } }],
  })
  expect([codesOf(book, '87038000'), codesOf(book, '030633')]).toEqual([
    ['new-energy-vehicles', 'vehicles'],
    [],
  ])
})

describe('settings of trade are refused', () => {
  test('where a group has a code that is taken, an unknown parent, itself above it, or a prefix twice', async () => {
    const book = testBook()
    const always = { from: null, to: null }
    await book.done('addCommodityGroup', group('fruit'))
    await book.done('addCommodityGroup', group('apples', { parent: 'fruit' }))
    const { names: _, ...fruit } = group('fruit')
    const twice = [
      { prefix: '08', ...always },
      { prefix: '08', from: '2025-01-01', to: null },
    ]
    expect([
      await refusal(book, 'addCommodityGroup', group('fruit')),
      await refusal(book, 'addCommodityGroup', group('nuts', { parent: 'ghosts' })),
      await refusal(book, 'changeCommodityGroup', { ...fruit, parent: 'apples' }),
      await refusal(book, 'changeCommodityGroup', { ...fruit, parent: 'fruit' }),
      await refusal(book, 'addCommodityGroup', group('nuts', { prefixes: twice })),
      await refusal(book, 'addCommodityGroup', group('nuts', { from: '2025-02-01', to: '2025-01-01' })),
      await refusal(book, 'changeCommodityGroup', { ...fruit, commodityGroup: 'ghosts' }),
      await refusal(book, 'removeCommodityGroup', { commodityGroup: 'fruit' }),
    ]).toEqual([
      'code-taken',
      'unknown-commodity-group',
      'group-in-itself',
      'group-in-itself',
      'prefix-twice',
      'ends-before-begins',
      'unknown-commodity-group',
      'group-in-use',
    ])
  })

  test('where a qualification overlaps one of the same group and direction, or is not there', async () => {
    const book = testBook()
    await book.done('addCommodityGroup', group('fruit'))
    const fruit = { commodityGroup: 'fruit', direction: 'import' as const, note: null }
    await book.done('keepQualification', { ...fruit, from: '2024-01-01', to: '2024-12-31' })
    await book.done('keepQualification', { ...fruit, from: '2025-01-01', to: null })
    const moved = { ...fruit, replaces: '2025-01-01', from: '2025-06-01', to: null }
    await book.done('keepQualification', moved)
    expect([
      await refusal(book, 'keepQualification', { ...fruit, from: '2024-12-31', to: '2025-01-31' }),
      await refusal(book, 'keepQualification', { ...fruit, from: null, to: null }),
      await refusal(book, 'keepQualification', moved),
      await refusal(book, 'removeQualification', {
        commodityGroup: 'fruit',
        direction: 'import',
        from: '2025-01-01',
      }),
      (await book.done('readTradeSettings', {})).qualifications.map(({ from, to }) => [from, to]),
    ]).toEqual([
      'qualifications-overlap',
      'qualifications-overlap',
      'setting-gone',
      'setting-gone',
      [
        ['2024-01-01', '2024-12-31'],
        ['2025-06-01', null],
      ],
    ])
  })

  test('where a rate is zero, too long, or of the reporting currency in itself', async () => {
    const book = testBook()
    await book.done('keepReportingCurrency', { from: null, currency: 'KZT' })
    const rate = (currency: string, text: string) => ({ currency, from: '2025-01-01', rate: text })
    await book.done('keepExchangeRate', rate('cny', '71.250'))
    expect([
      await refusal(book, 'keepExchangeRate', rate('KZT', '1')),
      await refusal(book, 'keepExchangeRate', rate('USD', '0.000')),
      await refusal(book, 'keepExchangeRate', rate('USD', '-1')),
      await refusal(book, 'keepExchangeRate', rate('USD', '1e3')),
      await refusal(book, 'keepExchangeRate', rate('USD', '1'.repeat(20))),
      await refusal(book, 'keepNumberFormat', { from: null, masks: ['(a+)+$'], description: { en: 'x' } }),
      (await book.done('readTradeSettings', {})).rates,
    ]).toEqual([
      ...Array.from({ length: 5 }, () => 'rate-impossible'),
      'mask-impossible',
      [{ currency: 'CNY', reporting: 'KZT', from: '2025-01-01', rate: '71.25' }],
    ])
  })
})

test('a book made from the written settings has the same settings of trade', async () => {
  const book = testBook()
  await book.done('loadShippedGroups', {})
  await book.done('keepGroupNames', {
    commodityGroup: 'fruit',
    from: '2025-01-01',
    names: { en: 'Fruits' },
  })
  await book.done('keepQualification', {
    commodityGroup: 'fruit',
    direction: 'export',
    from: '2025-01-01',
    to: null,
    note: 'Notice 12',
  })
  await book.done('keepNumberFormat', { from: null, masks: ['@@-##'], description: { en: 'AB-12' } })
  await book.done('keepReportingCurrency', { from: '2025-01-01', currency: 'KZT' })
  await book.done('keepExchangeRate', { currency: 'USD', from: '2025-02-01', rate: '512.4' })
  const { text } = await book.done('exportPort', {})
  const other = testBook(PortFile.parse(JSON.parse(text)))
  expect(await other.done('readTradeSettings', {})).toEqual(await book.done('readTradeSettings', {}))
})

test('a port file with a qualification of no group, or a group in one that is not there, is refused', () => {
  const faults = (trade: object) =>
    PortFile.safeParse({ ...testPort, trade }).error?.issues.map(({ message }) => message)
  const names = { en: 'A' }
  expect([
    faults({}),
    faults({
      commodityGroups: [
        { code: 'a', names },
        { code: 'b', names, parent: 'a' },
      ],
    }),
    faults({ commodityGroups: [{ code: 'b', names, parent: 'a' }] }),
    faults({
      commodityGroups: [
        { code: 'a', names },
        { code: 'a', names },
      ],
    }),
    faults({ qualifications: [{ commodityGroup: 'a', direction: 'import' }] }),
  ]).toEqual([undefined, undefined, ['group a does not stand before b'], ['group a twice'], ['no group a']])
})

test('Jeminay may import oil and gas, animal feed and aquatic products, and export fruit and vegetables', async () => {
  const port = readyMadePorts.get('jeminay')
  const { qualifications, groups } = await testBook(port).done('readTradeSettings', {})
  expect([
    groups.length > 5,
    qualifications.map(({ commodityGroup, direction }) => `${direction} ${commodityGroup}`),
  ]).toEqual([true, ['export fruit-vegetables', 'import animal-feed', 'import aquatic', 'import oil-gas']])
})
