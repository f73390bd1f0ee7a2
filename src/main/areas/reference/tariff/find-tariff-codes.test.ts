import { beforeEach, describe, expect, test } from 'vitest'
import type { InputOf } from '../../../../shared/contract/index.ts'
import { soundDeclaration } from '../../../testing/arbitrary-trade.ts'
import { draft } from '../../../testing/declare.ts'
import { importTariffRows, tariffRows } from '../../../testing/tariff-file.ts'
import { type TestBook, testBook } from '../../../testing/test-book.ts'
import { hsCodeState } from '../trade/hs-code-state.ts'

let book: TestBook
beforeEach(() => {
  book = testBook()
})

const date = '2025-02-03'

async function hitsFor(text: string, change: Partial<InputOf<'findTariffCodes'>> = {}) {
  return (await book.done('findTariffCodes', { text, date, language: 'en', ...change })).hits
}
const codesFor = async (text: string, change: Partial<InputOf<'findTariffCodes'>> = {}) =>
  (await hitsFor(text, change)).map(({ code }) => code)

const itemOf = (hsCode: string, goods: string) => ({ ...soundDeclaration.items[0], hsCode, goods })
async function declare(hsCode: string, goods: string, times: number, day = '2025-02-01'): Promise<void> {
  const [item] = soundDeclaration.items
  if (!item) throw new Error('a declaration without items')
  for (let time = 0; time < times; time += 1) {
    await draft(book, { date: day, items: [{ ...item, ...itemOf(hsCode, goods) }] })
  }
}

describe('without a tariff', () => {
  test.each([
    ['fish', ['03', '16']],
    ['РЫБА', ['03', '121221', '1504', '1604', '1605']],
    ['балық', ['03', '121221', '1504', '1604', '1605', '16']],
    ['水产品', ['03', '121221', '1504', '1604', '1605']],
    ['石英钟', []],
    ['钟表', ['91', '90', '92']],
    ['87', ['87']],
    ['8703', ['87']],
    ['77', []],
  ])('%s finds the chapters and groups that ship', async (text, codes) => {
    expect(await codesFor(text)).toEqual(codes)
  })

  test('a whole code is offered as unchecked, under its chapter and section', async () => {
    expect(await hitsFor('8703.80 0010', { language: 'zh-CN' })).toEqual([
      {
        code: '8703800010',
        text: null,
        above: [],
        chapter: {
          chapter: '87',
          text: { text: '车辆及其零件、附件，但铁道及电车道车辆除外', language: 'zh-CN' },
        },
        section: { section: 17, text: { text: '车辆、航空器、船舶及有关运输设备', language: 'zh-CN' } },
        unit: null,
        secondUnit: null,
        state: 'unchecked',
        leaf: false,
        use: null,
      },
      expect.objectContaining({ code: '87' }),
    ])
  })
})

describe('with a tariff', () => {
  beforeEach(() => importTariffRows(book))

  test.each([
    ['a code', '0202', ['0202', '020210', '020230', '02023000', '0202300010', '0202300090']],
    ['a code as it is printed', '0202.30', ['020230', '02023000', '0202300010', '0202300090']],
    ['a code below the last line that is known', '0808100010', ['0808100010']],
    ['a code that the tariff does not have', '0808900000', []],
    ['the beginning of a word', 'carc', ['020210']],
    [
      'several words in any order',
      'frozen meat',
      ['0202', '020210', '020230', '02023000', '0202300010', '0202300090'],
    ],
    ['words of a line and of the heading above it', 'frozen other', ['0202300090']],
    [
      'Chinese of two characters in the middle of a word',
      '牛肉',
      ['0202', '020210', '020230', '02023000', '0202300010', '0202300090'],
    ],
    ['Chinese of the line and of its heading', '牛肉 野牛', ['0202300010']],
    ['a word in a language that only the chapters are in', 'мясо', ['02']],
    ['a word and digits', '0808 apples', ['0808', '08081000']],
    ['words of which one is nowhere', 'frozen unicorn', []],
    ['nothing but signs', '"*" -(', []],
  ])('%s is found', async (_, text, codes) => {
    expect(await codesFor(text)).toEqual(codes)
  })

  test('a hit says where it stands, in the language asked for where there is a text in it', async () => {
    const [hit] = await hitsFor('0202300090', { language: 'ru' })
    expect(hit).toEqual({
      code: '0202300090',
      text: { text: 'Other', language: 'en' },
      above: [
        { code: '0202', text: { text: 'Meat of bovine animals, frozen', language: 'en' } },
        { code: '020230', text: { text: 'Boneless', language: 'en' } },
        { code: '02023000', text: { text: 'Boneless', language: 'en' } },
      ],
      chapter: { chapter: '02', text: { text: 'Мясо и пищевые мясные субпродукты', language: 'ru' } },
      section: {
        section: 1,
        text: { text: 'Живые животные; продукты животного происхождения', language: 'ru' },
      },
      unit: null,
      secondUnit: null,
      state: 'known',
      leaf: true,
      use: null,
    })
  })

  test('there are no more hits than asked for', async () => {
    expect(await codesFor('0202', { limit: 2 })).toEqual(['0202', '020210'])
  })

  test('the tariff of the date answers, and the one before it on earlier dates', async () => {
    await importTariffRows(book, [...tariffRows, '08089900,Quinces,榅桲'], { holdsFrom: '2025-01-01' })
    expect([
      await codesFor('quinces', { date: '2024-12-31' }),
      await codesFor('quinces', { date: '2025-01-01' }),
    ]).toEqual([
      ['0808', '08081000'],
      ['0808', '08089900', '08081000'],
    ])
    await book.done('removeTariff', { from: '2025-01-01' })
    expect(await codesFor('quinces', { date: '2025-01-01' })).toEqual(['0808', '08081000'])
  })

  test('a line is found only while it holds', async () => {
    const rows = ['code,en,zh,from,to', '10,Cereals,谷物,,', '1001,Spelt,斯佩尔特,2024-01-01,2024-12-31']
    const dated = { from: { column: 'from', pattern: 'ISO' }, to: { column: 'to', pattern: 'ISO' } } as const
    await importTariffRows(book, rows, dated)
    const on = (day: string) => codesFor('spelt', { date: day })
    expect([await on('2023-12-31'), await on('2024-06-01'), await on('2025-01-01')]).toEqual([
      [],
      ['1001'],
      [],
    ])
  })
})

describe("the port's own codes", () => {
  test('stand first, the most and latest used before others, with what the goods were called', async () => {
    await importTariffRows(book)
    await declare('0202300090', '冻牛肉块', 3, '2023-01-01')
    await declare('0202300010', '冻野牛肉', 2)
    const hits = await hitsFor('牛肉')
    expect(hits.map(({ code, use }) => [code, use])).toEqual([
      ['0202300010', { items: 2, lastDate: '2025-02-01', goods: '冻野牛肉' }],
      ['0202300090', { items: 3, lastDate: '2023-01-01', goods: '冻牛肉块' }],
      ['0202', null],
      ['020210', null],
      ['020230', null],
      ['02023000', null],
    ])
  })

  test('are found by what the port called the goods, and offered before anything is typed', async () => {
    await declare('03061490', '帝王蟹', 1)
    expect(await codesFor('帝王')).toEqual(['03061490'])
    expect(await codesFor('')).toEqual(['03061490'])
    expect(await codesFor('0306')).toEqual(['03061490', '03'])
  })
})

test('a code is read from its chapter down, with its units', async () => {
  const rows = ['code,en,zh,unit', '87,Vehicles,车辆,', '8703,Cars,小客车,', '87038000,Electric,电动,辆/千克']
  await importTariffRows(book, rows, { units: { column: 'unit' } })
  const read = (code: string) => book.done('readTariffCode', { code, date })
  const known = await read('8703.80.0010')
  expect(known).toMatchObject({
    code: '8703800010',
    state: 'known',
    section: { section: 17 },
    path: [{ code: '87' }, { code: '8703', texts: { en: 'Cars', 'zh-CN': '小客车' } }, { code: '87038000' }],
    leaf: true,
    unit: 'vehicle',
    secondUnit: 'kg',
    tariff: { from: '0001-01-01', file: 'tariff.csv', lines: 3 },
  })
  // The chapter's other languages come from the names that ship.
  expect(known.path[0]?.texts.ru).toBe(
    'Средства наземного транспорта, кроме железнодорожного или трамвайного; их части и принадлежности',
  )
  expect([(await read('87039000')).state, (await read('О703')).state, (await read('770100')).state]).toEqual([
    'unknown',
    'unknown',
    'unknown',
  ])
})

test('without a tariff a code that can be one is unchecked, and one that cannot is unknown', async () => {
  const states = ['870380', '8703800010', '87038', '87038000100', '770100', '000000', 'abc'].map(
    async (code) => (await book.done('readTariffCode', { code, date })).state,
  )
  expect(await Promise.all(states)).toEqual([
    ...['unchecked', 'unchecked', 'unknown', 'unknown', 'unknown', 'unknown', 'unknown'],
  ])
})

test('a new item begins with what the port usually declares under its code, or under codes that begin so', async () => {
  await declare('12060010', '葵花籽', 2)
  await declare('12060010', '葵花籽（带壳）', 1)
  await declare('12060090', '瓜子', 4)
  const [item] = soundDeclaration.items
  const alike = {
    unit: item?.quantity?.unit,
    secondUnit: null,
    origin: item?.origin,
    destination: item?.destination,
  }
  const names = (text: string, items: number) => ({ goods: text, items })
  expect([
    await book.done('readGoodsHabits', { hsCode: '1206.00.10' }),
    await book.done('readGoodsHabits', { hsCode: '1206', direction: 'import' }),
    await book.done('readGoodsHabits', { hsCode: '1206', direction: 'export' }),
    await book.done('readGoodsHabits', { hsCode: 'abc' }),
  ]).toEqual([
    { items: 3, goods: [names('葵花籽', 2), names('葵花籽（带壳）', 1)], ...alike },
    { items: 7, goods: [names('瓜子', 4), names('葵花籽', 2), names('葵花籽（带壳）', 1)], ...alike },
    { items: 0, goods: [], unit: null, secondUnit: null, origin: null, destination: null },
    { items: 0, goods: [], unit: null, secondUnit: null, origin: null, destination: null },
  ])
})

test('registering a declaration and looking a code up say the same of it', async () => {
  await importTariffRows(book)
  const codes = [
    '020210',
    '02021000',
    '0202300090',
    '0202300099',
    '020230',
    '08081000',
    '0808900000',
    '870380',
  ]
  for (const code of codes) {
    const { state } = await book.done('readTariffCode', { code, date })
    expect([code, state]).toEqual([code, hsCodeState(book.writer.db, code, date).state])
  }
})
