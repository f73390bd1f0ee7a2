import { expect, test } from 'vitest'
import { tradeBasis } from '../../../../shared/contract/trade-section.ts'
import { inputBehind } from '../../../../shared/report/numbers-behind.ts'
import { draft, released } from '../../../testing/declare.ts'
import { testBook } from '../../../testing/test-book.ts'
import { item, tonne, tradingBook } from '../../../testing/trading-book.ts'

const year = { kind: 'year', date: '2025-06-01' } as const

test('released goods count: throughput by gross weight, groups by net, a nested group in its parent', async () => {
  const book = await tradingBook()
  // Whatever is not released counts nowhere.
  await draft(book, { date: '2025-02-03', direction: 'export', grossGrams: 900 * tonne })
  const { trade } = await book.done('readCrossingsReport', { kind: 'day', date: '2025-02-03' })
  const groups = trade?.groups.map(({ code, direction, grams, units, declarations }) =>
    [code, direction, grams / tonne, units, declarations].join(' '),
  )
  expect({ ...trade, groups, comparisons: [] }).toEqual({
    ...{ basis: tradeBasis, from: '2025-02-03', to: '2025-02-03', checkpoint: null },
    ...{ importsGrams: 25 * tonne, exportsGrams: 60 * tonne, comparisons: [] },
    weighbridge: { importsGrams: 26 * tonne, exportsGrams: null },
    declarations: { imports: 1, exports: 1 },
    groups: [
      ...['aquatic import 20  1', 'aquatic export 0  0'],
      ...['fruit-vegetables import 0  0', 'fruit-vegetables export 4  1'],
      ...['fruit import 0  0', 'fruit export 4  1'],
      ...['sunflower import 3  1', 'sunflower export 0  0'],
      ...['vehicles import 0 0 0', 'vehicles export 50 28 1'],
      ...['new-energy-vehicles import 0 0 0', 'new-energy-vehicles export 30 16 1'],
    ],
  })
})

test('an export counts on the date it was cleared, an import on the one of its release', async () => {
  const book = testBook()
  const goods = { date: '2025-02-03', grossGrams: 30 * tonne }
  const saved = await draft(book, { ...goods, direction: 'export' })
  const next = { declaration: saved.declaration }
  const registered = await book.done('registerDeclaration', { ...next, revision: saved.revision, date: null })
  const inspected = await book.done('inspectDeclaration', {
    ...{ ...next, revision: registered.revision, date: '2025-02-03', reason: null },
  })
  await book.done('releaseDeclaration', {
    ...{ ...next, revision: inspected.revision, date: '2025-02-04', clearedDate: '2025-02-06' },
  })
  const days: string[] = []
  for (const date of ['2025-02-03', '2025-02-04', '2025-02-06']) {
    const { trade } = await book.done('readCrossingsReport', { kind: 'day', date })
    days.push(`${date} ${trade?.exportsGrams}`)
  }
  expect(days).toEqual(['2025-02-03 0', '2025-02-04 0', `2025-02-06 ${30 * tonne}`])
})

test('each comparison has its base; n/a before the first month that is known, and for what is not over', async () => {
  const book = await tradingBook()
  const told = async (input: { kind: 'day' | 'month' | 'year'; date: string }) =>
    (await book.done('readCrossingsReport', input)).trade?.comparisons
      .filter(({ direction }) => direction === 'both')
      .map(({ base, from, to, value, current, change }) =>
        [
          base,
          from,
          to,
          value === null ? 'unknown' : value / tonne,
          current.to,
          current.value / tonne,
          change,
        ].join(' '),
      )
  expect([
    await told({ kind: 'month', date: '2025-02-03' }),
    await told({ kind: 'month', date: '2024-02-03' }),
  ]).toEqual([
    [
      'previous 2025-01-01 2025-01-31 0 2025-02-28 85 ',
      'lastYear 2024-02-01 2024-02-29 10 2025-02-28 85 7.5',
      'yearToDate 2024-01-01 2024-02-29 unknown 2025-02-28 85 ',
    ],
    [
      'previous 2024-01-01 2024-01-31 unknown 2024-02-29 10 ',
      'lastYear 2023-02-01 2023-02-28 unknown 2024-02-29 10 ',
      'yearToDate 2023-01-01 2023-02-28 unknown 2024-02-29 10 ',
    ],
  ])
})

test('a shift at a place without goods shows its day in the whole port; the place itself has no trade', async () => {
  const book = await tradingBook()
  const date = '2025-02-03'
  const { trade } = await book.done('readCrossingsReport', {
    ...{ kind: 'shift', date, checkpoint: 'hall', shift: 'morning' },
  })
  const hall = await book.done('readCrossingsReport', { kind: 'day', date, checkpoint: 'hall' })
  const yard = await book.done('readCrossingsReport', { kind: 'day', date, checkpoint: 'yard' })
  const nothing = await testBook().done('readCrossingsReport', { kind: 'day', date })
  expect([
    [trade?.checkpoint, trade?.importsGrams],
    hall.trade,
    [yard.trade?.checkpoint?.code, yard.trade?.importsGrams],
    nothing.trade,
  ]).toEqual([[null, 25 * tonne], null, ['yard', 25 * tonne], null])
})

test('rolled up by anything the rows lead to their declarations, and come to the same', async () => {
  const book = await tradingBook()
  const rolled: string[] = []
  for (const [by, field] of [
    ['group', 'commodityGroup'],
    ['chapter', 'chapter'],
    ['partner', 'partner'],
    ['tradeMode', 'tradeMode'],
    ['transportMode', 'transportMode'],
    ['direction', 'direction'],
  ] as const) {
    const { rows } = await book.done('readTradeReport', { ...year, by })
    for (const { key, both } of rows) {
      const behind = await book.done('readCountedDeclarations', { ...year, filter: { [field]: key } })
      const { base: _, ...figure } = both
      expect([key, behind.total, behind.rows.length]).toEqual([key, figure, both.declarations])
      rolled.push(`${by} ${key} ${(both.grossGrams ?? both.netGrams) / tonne} ${both.units ?? '–'}`)
    }
  }
  expect(rolled).toEqual([
    ...['group aquatic 20 –', 'group fruit-vegetables 4 –', 'group fruit 4 –', 'group sunflower 3 –'],
    ...['group vehicles 50 28', 'group new-energy-vehicles 30 16'],
    ...['chapter 03 20 –', 'chapter 08 4 –', 'chapter 12 3 –', 'chapter 87 50 28'],
    ...['partner RU 60 28', 'partner KZ 25 –', 'tradeMode 4019 60 28', 'tradeMode 0110 25 –'],
    ...['transportMode road 85 28', 'direction export 60 28', 'direction import 25 –'],
  ])
})

test('each number of a report leads to the declarations that it is the sum of, and each of its base too', async () => {
  const book = await tradingBook()
  await released(book, {
    date: '2024-03-05',
    grossGrams: 7 * tonne,
    items: [item('030389', 5)],
    vehicles: [],
  })
  const periods = [
    { kind: 'year', date: '2025-06-01', base: 'lastYear' },
    { kind: 'range', date: '2024-02-20', to: '2025-02-10', base: 'lastYear' },
    { kind: 'week', date: '2025-02-03', base: 'previous' },
    { kind: 'quarter', date: '2025-02-03', base: 'lastYear' },
  ] as const
  let followed = 0
  for (const period of periods) {
    for (const by of [
      'group',
      'chapter',
      'partner',
      'transportMode',
      'direction',
      'month',
      'year',
    ] as const) {
      const report = await book.done('readTradeReport', { ...period, by })
      for (const row of [...report.rows, { key: null, ...report.total }]) {
        for (const flow of ['imports', 'exports', 'both'] as const) {
          for (const isBase of [false, true]) {
            const { base, ...figure } = row[flow]
            const { change: _, ...shown } = isBase ? { change: null, ...base } : { change: null, ...figure }
            const input = inputBehind(report, { key: row.key, flow, isBase })
            if (!input || !shown.declarations) continue
            const { total } = await book.done('readCountedDeclarations', input)
            expect({ by, key: row.key, flow, isBase, ...total }).toEqual({
              ...{ by, key: row.key, flow, isBase },
              ...shown,
            })
            followed += 1
          }
        }
      }
    }
  }
  expect(followed).toBeGreaterThan(150)
})

test('goods of one group by month count net, in pieces and by their own value, whatever else was declared with them', async () => {
  const book = await tradingBook()
  const { weight, rows, total, goods } = await book.done('readTradeReport', {
    ...{ kind: 'range', date: '2024-01-01', to: '2025-12-31', by: 'month' },
    filter: { commodityGroup: 'vehicles', direction: 'export' },
  })
  const figure = {
    ...{ declarations: 1, grossGrams: null, netGrams: 50 * tonne, weighbridgeGrams: null, units: 28 },
    ...{ values: [{ currency: 'CNY', minor: 5_000_000 }], reportingMinor: 5_000_000, base: null },
  }
  expect([weight, rows.map(({ key, exports }) => [key, exports]), total.both, goods?.both]).toEqual([
    'net',
    [['2025-02', figure]],
    figure,
    figure,
  ])
})

test('months stand beside the same months of last year, and a month that only the base has is there too', async () => {
  const book = await tradingBook()
  await released(book, {
    date: '2024-03-05',
    grossGrams: 7 * tonne,
    items: [item('030389', 5)],
    vehicles: [],
  })
  const { rows, base, weight } = await book.done('readTradeReport', {
    ...{ kind: 'range', date: '2025-02-01', to: '2025-03-31', by: 'month', base: 'lastYear' },
  })
  expect([
    weight,
    base,
    rows.map(({ key, both }) => [
      key,
      Number(both.grossGrams) / tonne,
      Number(both.base?.grossGrams) / tonne,
      both.base?.change,
    ]),
  ]).toEqual([
    'gross',
    { name: 'lastYear', from: '2024-02-01', to: '2024-03-31' },
    [
      ['2025-02', 85, 10, 7.5],
      ['2025-03', 0, 7, -1],
    ],
  ])
})

test('values are added up by currency and by the rate of their date; a missing rate is named and no sum invented', async () => {
  const book = await tradingBook()
  const values = async (date: string) => {
    const report = await book.done('readTradeReport', { kind: 'year', date, by: 'direction' })
    const { values, reportingMinor } = report.total.both
    return [report.reportingCurrency, report.missingRates, values, reportingMinor]
  }
  const withRates = [await values('2024-06-01'), await values('2025-06-01')]
  await released(book, { date: '2025-02-04', currency: 'KZT', items: [item('030389', 1)], vehicles: [] })
  expect([...withRates, await values('2025-06-01')]).toEqual([
    ['CNY', [], [{ currency: 'USD', minor: 800_000 }], 5_680_000],
    [
      'CNY',
      [],
      [
        { currency: 'CNY', minor: 5_400_000 },
        { currency: 'USD', minor: 2_300_000 },
      ],
      5_400_000 + 2_300_000 * 7.25,
    ],
    [
      'CNY',
      ['KZT'],
      [
        { currency: 'CNY', minor: 5_400_000 },
        { currency: 'KZT', minor: 100_000 },
        { currency: 'USD', minor: 2_300_000 },
      ],
      null,
    ],
  ])
})

test('a code counts in a group only while its prefix holds', async () => {
  const book = testBook()
  await book.done('addCommodityGroup', {
    ...{ commodityGroup: 'grain', names: { en: 'Grain' }, parent: null, measure: 'mass', restricted: [] },
    ...{ from: null, to: null, prefixes: [{ prefix: '10', from: null, to: '2025-02-03' }] },
  })
  for (const date of ['2025-02-03', '2025-02-04']) {
    await released(book, { date, items: [item('100199', 10)], vehicles: [] })
  }
  const { trade } = await book.done('readCrossingsReport', { kind: 'month', date: '2025-02-03' })
  expect(trade?.groups.map(({ code, direction, grams }) => [code, direction, grams / tonne])).toEqual([
    ['grain', 'import', 10],
    ['grain', 'export', 0],
  ])
})

test('the statement of a year names what came and went, each growth with its base, in four languages', async () => {
  const book = await tradingBook()
  const { texts, base } = await book.done('readTradeStatement', { kind: 'month', date: '2025-02-03' })
  const firstSentence = (text: string) => text.slice(0, text.indexOf(').') + 2)
  expect([base, texts.en, texts['zh-CN'], firstSentence(texts.ru), firstSentence(texts.kk)]).toEqual([
    { from: '2024-02-01', to: '2024-02-29' },
    [
      'Test Port, February 2025: trade of 85 t (+750.0% against February 2024: 10 t).',
      'Imports 25 t (+150.0% against February 2024: 10 t), among them: Aquatic products 20 t, Sunflower oilseed 3 t.',
      'Exports 60 t (n/a against February 2024: 0 t), among them: Motor vehicles: 28 (of which New-energy vehicles: 16), Fruit and vegetables 4 t (of which Fruit and nuts 4 t).',
      'Released declarations only, imports by release date and exports by clearance date; totals by gross weight, goods by net weight.',
    ].join(' '),
    [
      '2025年2月，测试口岸进出口货运量85吨（同比+750.0%，基期2024年2月为10吨）。',
      '其中：进口25吨（同比+150.0%，基期2024年2月为10吨），包括水产品20吨、葵花籽3吨；',
      '出口60吨（同比不适用，基期2024年2月为0吨），包括汽车28辆（台）（其中新能源汽车16辆（台））、果蔬4吨（其中水果及坚果4吨）。',
      '仅统计已放行报关单，进口按放行日、出口按结关日；总量按毛重，商品按净重。',
    ].join(''),
    'Test Port, февраль 2025 г.: грузооборот 85 т (+750,0\u00a0%; база: февраль 2024 г., 10 т).',
    'Test Port, 2025 ж. ақпан: жүк айналымы 85 т (+750,0%; негізі: 2024 ж. ақпан, 10 т).',
  ])
})

test('what is asked of a place, group or period that there is not is refused', async () => {
  const book = testBook()
  const codes: string[] = []
  for (const input of [
    { ...year, filter: { checkpoint: 'nowhere' } },
    { ...year, filter: { commodityGroup: 'nothing' } },
    { ...year, to: '2025-12-31' },
  ]) {
    const answer = await book.call('readCountedDeclarations', input)
    codes.push(answer.ok ? 'ok' : answer.error.code)
  }
  expect(codes).toEqual(['unknown-checkpoint', 'unknown-commodity-group', 'invalid-input'])
})
