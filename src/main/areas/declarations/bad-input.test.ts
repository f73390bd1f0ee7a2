import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mostItems, mostVehicles } from '../../../shared/contract/declarations.ts'
import { contract, type InputOf, type OperationName } from '../../../shared/contract/index.ts'
import type { ErrorReport } from '../../../shared/errors.ts'
import { texts } from '../../../shared/languages/index.ts'
import { fieldWords, tradeDetails, tradeRefusals } from '../../../shared/trade/refusal-words.ts'
import { languages } from '../../../shared/words.ts'
import { allRows } from '../../testing/all-rows.ts'
import { soundDeclaration } from '../../testing/arbitrary-trade.ts'
import { makeTestBook, type TestBook } from '../../testing/test-book.ts'

let book: TestBook
beforeAll(async () => {
  book = makeTestBook()
  await book.done('loadShippedGroups', {})
})
afterAll(() => book.remove())

const long = 'X'.repeat(10_000)
/** Letters that only look Latin, in a word of letters that never do. */
const cyrillic = 'Ж1Я'
const [item] = soundDeclaration.items
const [vehicle] = soundDeclaration.vehicles

/** What a kind of field refuses, and by which code. */
const wrongText: [unknown, string][] = [
  [7, 'invalid-input'],
  [{}, 'invalid-input'],
  ['', 'field-empty'],
  [' \u3000', 'field-empty'],
  [long, 'field-too-long'],
  ['a\u0000b', 'field-unreadable'],
  ['a\nb', 'field-unreadable'],
  ['\u202eabc', 'field-unreadable'],
  ['\ud800', 'field-unreadable'],
]
const wrongAmount: [unknown, string][] = [
  '7',
  -1,
  -0.5,
  0.1 + 0.2,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  1e300,
  2 ** 53,
  [],
].map((value) => [value, 'amount-impossible'])
const wrongCode = (code: string, ...more: unknown[]): [unknown, string][] => [
  [7, 'invalid-input'],
  ...['', ' ', long, 'A\u0000B', '=1+1', '-1', '+A', '@A', cyrillic, '\ud800', ...more].map(
    (value): [unknown, string] => [value, code],
  ),
]
const wrongDate: [unknown, string][] = [
  [20_250_203, 'invalid-input'],
  ...[
    '',
    'soon',
    '2025-02-30',
    '0001-01-01',
    '9999-12-31',
    '２０２５-02-03',
    `2025-02-03${long}`,
    '=TODAY()',
  ].map((value): [unknown, string] => [value, 'date-impossible']),
]
const wrongChoice: [unknown, string][] = [7, '', long, 'Import', 'іmport', '=1', null].map((value) => [
  value,
  'invalid-input',
])

const number = wrongCode('number-impossible', '1'.repeat(41), 'A//B', '/A', 'A B-')
const plate = wrongCode('plate-impossible', 'A', '新', 'A'.repeat(17), 'A_B!', 'Щ123AB16')
const country = wrongCode('country-unknown', 'ZZ', 'KAZ', 'К3', 'cn!')
const money = wrongCode('currency-unknown', 'XXX', 'DEM', 'CN¥')
const quantity = (name: string) =>
  ({
    [`${name}.millionths`]: wrongAmount,
    [`${name}.unit`]: [
      [7, 'invalid-input'],
      ...['', long, 'KG', 'кг', '=1', 'furlong'].map((value): [unknown, string] => [value, 'unit-unknown']),
    ],
  }) satisfies Record<string, [unknown, string][]>

const headerFields: Record<string, [unknown, string][]> = {
  number,
  date: wrongDate,
  checkpoint: ['', 7, long, 'Yard', 'уard', '=1', 'a\u0000'].map((value) => [value, 'invalid-input']),
  direction: wrongChoice,
  tradeMode: wrongCode('trade-code-impossible', '01101234'),
  transportMode: wrongChoice.filter(([value]) => value !== null),
  consignor: wrongText,
  consignee: wrongText,
  declarant: wrongText,
  partner: country,
  incoterm: wrongCode('trade-code-impossible', 'XXX'),
  currency: money,
  packages: wrongAmount,
  grossGrams: wrongAmount,
}
const itemFields: Record<string, [unknown, string][]> = {
  hsCode: wrongCode('hs-code-impossible', '12060', '12060010101', '1206001O', '12060010а'),
  goods: wrongText,
  ...quantity('quantity'),
  ...quantity('secondQuantity'),
  netGrams: wrongAmount,
  valueMinor: wrongAmount,
  origin: country,
  destination: country,
}
const vehicleFields: Record<string, [unknown, string][]> = {
  plate,
  trailer: plate,
  weighbridgeGrams: wrongAmount,
  crossingDate: wrongDate,
  manifest: number,
}

/** Each item with a quantity of its own: a field said otherwise stays where it is. */
const sound = JSON.parse(
  JSON.stringify({
    ...soundDeclaration,
    items: [item, { ...item, secondQuantity: item?.quantity }],
    vehicles: [vehicle],
  }),
) as object
const saving = { declaration: null, revision: null, record: sound }
const id = '01948000-0000-7000-8000-000000000001'
const changed = { declaration: id, revision: 1, date: '2025-02-03' }
const expectedGoods = {
  ...{ id: null, direction: 'import', goods: 'King crab', commodityGroup: 'aquatic', weightGrams: 1 },
  ...{ from: '2025-02-03', to: '2025-02-04', note: 'soon' },
}
const prefixes = [{ prefix: '03', from: null, to: null }]
const group = {
  ...{ commodityGroup: 'eels', names: { en: 'Eels' }, parent: null, measure: 'mass', restricted: ['import'] },
  ...{ from: null, to: null, prefixes },
}
const wrongName = [
  ['', 'name-empty'],
  [long, 'name-too-long'],
  ['a\u0000', 'name-unreadable'],
] as [unknown, string][]
const openDates = { from: wrongDate, to: wrongDate }

const under = (prefix: string, fields: Record<string, [unknown, string][]>) =>
  Object.entries(fields).map(([field, values]) => [`${prefix}${field}`, values] as const)

/** By command: an input that is done, and what each of its fields refuses. */
const cases: [OperationName, object, (readonly [string, [unknown, string][]])[]][] = [
  [
    'saveDeclaration',
    saving,
    [
      ...under('record.', headerFields),
      ...under('record.items.1.', itemFields),
      ...under('record.vehicles.0.', vehicleFields),
      [
        'record.items',
        [
          [7, 'invalid-input'],
          [Array(mostItems + 1).fill(item), 'declaration-too-large'],
        ],
      ],
      [
        'record.vehicles',
        [
          [{}, 'invalid-input'],
          [Array(mostVehicles + 1).fill(vehicle), 'declaration-too-large'],
        ],
      ],
    ],
  ],
  [
    'amendDeclaration',
    { ...changed, reason: 'weighed again', record: sound },
    [
      ['reason', wrongText],
      ['date', wrongDate],
    ],
  ],
  [
    'refuseDeclaration',
    { ...changed, reason: 'seal' },
    [
      ['reason', wrongText],
      ['date', wrongDate],
    ],
  ],
  [
    'withdrawDeclaration',
    { ...changed, reason: 'twice' },
    [
      ['reason', wrongText],
      ['date', wrongDate],
    ],
  ],
  [
    'letDeclarationPass',
    { ...changed, reason: 'by order' },
    [
      ['reason', wrongText],
      ['date', wrongDate],
    ],
  ],
  [
    'inspectDeclaration',
    { ...changed, reason: 'seal' },
    [
      ['reason', wrongText],
      ['date', wrongDate],
    ],
  ],
  [
    'releaseDeclaration',
    { ...changed, clearedDate: null },
    [
      ['clearedDate', wrongDate],
      ['date', wrongDate],
    ],
  ],
  ['clearExport', changed, [['date', wrongDate]]],
  [
    'recordDeclarations',
    { declarations: [{ record: sound, events: [{ kind: 'registered', date: '2025-02-03', reason: null }] }] },
    [
      ...under('declarations.0.record.', headerFields),
      ...under('declarations.0.record.items.1.', itemFields),
      ...under('declarations.0.record.vehicles.0.', vehicleFields),
      ...under('declarations.0.events.0.', { date: wrongDate, reason: wrongText }),
    ],
  ],
  [
    'keepExpectedGoods',
    expectedGoods,
    [
      ...under('', {
        direction: wrongChoice,
        goods: wrongText,
        weightGrams: wrongAmount,
        note: wrongText,
        ...openDates,
      }),
    ],
  ],
  [
    'addCommodityGroup',
    group,
    [
      ...under('', { measure: wrongChoice, 'names.en': wrongName, ...openDates }),
      ['prefixes.0.prefix', wrongCode('hs-code-impossible', '0', '12345678901', '０3x')],
    ],
  ],
  [
    'keepQualification',
    { commodityGroup: 'aquatic', direction: 'import', from: null, to: null, note: 'Notice 12' },
    [...under('', { direction: wrongChoice, note: wrongText, ...openDates })],
  ],
  [
    'keepExchangeRate',
    { currency: 'USD', from: '2025-02-03', rate: '7.1' },
    [
      ...under('', { currency: money, from: wrongDate }),
      ['rate', wrongCode('rate-impossible', '0', '7,1', '1e3', '９', '1'.repeat(17))],
    ],
  ],
  [
    'keepNumberFormat',
    { from: null, masks: ['##'], description: { en: 'Two digits' } },
    [
      [
        'masks.0',
        wrongCode('mask-impossible', '(a+)+$', 'ab').filter(([value]) => !/^[@-][A1]$/.test(String(value))),
      ],
      ['description.en', wrongName],
      ['from', wrongDate],
    ],
  ],
  [
    'keepReportingCurrency',
    { from: null, currency: 'CNY' },
    [
      ['currency', money],
      ['from', wrongDate],
    ],
  ],
]

/** The input with one of its fields said otherwise. */
function withField(input: object, path: string, value: unknown): object {
  const copy = structuredClone(input)
  const segments = path.split('.')
  const last = segments.pop() ?? ''
  let target: object = copy
  for (const segment of segments) target = Reflect.get(target, segment) as object
  Reflect.set(target, last, value)
  return copy
}

const shown = (value: unknown): string => JSON.stringify(value)?.slice(0, 24) ?? String(value)

describe.each(cases)('%s', (operation, input, fields) => {
  test('takes its input as it is', () => {
    expect(contract[operation].input.safeParse(input).error?.issues).toBeUndefined()
  })

  test.each(fields.map(([field, values]) => ({ field, values })))(
    'refuses what $field cannot be, names it, and saves nothing',
    async ({ field, values }) => {
      const before = allRows(book.writer.db)
      const answers = []
      for (const [value] of values) {
        const wrong = withField(input, field, value) as InputOf<typeof operation>
        const answer = await book.call(operation, wrong)
        const code = answer.ok ? 'done' : answer.error.code
        answers.push([shown(value), code, answer.ok ? '' : answer.error.details.field])
      }
      expect(answers).toEqual(values.map(([value, code]) => [shown(value), code, field]))
      expect(allRows(book.writer.db)).toEqual(before)
    },
  )
})

test('what looks like a formula or markup is kept as the text that it is', async () => {
  const texts = ['=1+1', '+1', '-1', '@SUM(A1)', '<b>x</b>', "'; DROP TABLE declaration; --"]
  for (const text of texts) {
    const record = { ...soundDeclaration, consignor: text, items: item ? [{ ...item, goods: text }] : [] }
    const { declaration } = await book.done('saveDeclaration', { declaration: null, revision: null, record })
    const read = await book.done('readDeclaration', { declaration })
    expect([read.record.consignor, read.record.items[0]?.goods]).toEqual([text, text])
  }
})

test.each([
  ['ＡＢ-１２', '１２０６.00.10', 'AB-12', '12060010'],
  ['аве-1', '1206 0010', 'ABE-1', '12060010'],
  ['ΑΒ/7', '1206·0010', 'AB/7', '12060010'],
])('the number %s and the code %s are kept as %s and %s', async (number, hsCode, kept, code) => {
  const record = { ...soundDeclaration, number, items: item ? [{ ...item, hsCode }] : [] }
  const { declaration, revision } = await book.done('saveDeclaration', {
    declaration: null,
    revision: null,
    record,
  })
  const read = await book.done('readDeclaration', { declaration })
  expect([read.record.number, read.record.items[0]?.hsCode]).toEqual([kept, code])
  await book.done('removeDraft', { declaration, revision })
})

test.each([
  ['新H·12345', '新H12345'],
  ['新ｈ12345挂', '新H12345挂'],
  ['123 abc 16', '123ABC16'],
  ['А123ВС 77', 'A123BC77'],
  ['Κ 777 ΜΗ', 'K777MH'],
])('the plate %s is kept as %s', async (typed, kept) => {
  const record = { ...soundDeclaration, vehicles: vehicle ? [{ ...vehicle, plate: typed }] : [] }
  const { declaration } = await book.done('saveDeclaration', { declaration: null, revision: null, record })
  expect((await book.done('readDeclaration', { declaration })).record.vehicles[0]?.plate).toBe(kept)
})

test('every refusal of a field says its name in the reader’s language, and of an item or vehicle which it is', () => {
  const message = (error: ErrorReport, language: (typeof languages)[number]): string => {
    const words = texts[language]
    const details = tradeDetails(error, language, texts[language].trade)
    const isTrade = tradeRefusals.has(error.code)
    const text = isTrade ? words.errors[error.code] : words.trade.invalid
    return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(details[name] ?? '?'))
  }
  const refused: ErrorReport[] = [
    { code: 'amount-impossible', details: { field: 'record.items.1.netGrams' } },
    { code: 'plate-impossible', details: { field: 'record.vehicles.0.trailer' } },
    { code: 'invalid-input', details: { field: 'record.direction' } },
    { code: 'items-exceed-gross', details: { field: 'grossGrams', net: 1_500, gross: 1_000 } },
  ]
  expect(refused.map((error) => message(error, 'en'))).toEqual([
    'Not a possible number: item 2, net weight. It is zero or more, and not larger than such things are.',
    expect.stringContaining('vehicle 1, trailer'),
    'Not possible here: direction.',
    'The items weigh 1.5 kg net together, more than the gross weight, 1 kg.',
  ])
  expect(message({ code: 'amount-impossible', details: { field: 'items.1.netGrams' } }, 'zh-CN')).toBe(
    '数值无效：第 2 项 净重。不得为负，也不得超出合理范围。',
  )
  const paths = cases.flatMap(([, , fields]) => fields.map(([field]) => field))
  for (const language of languages) {
    expect(paths.filter((path) => fieldWords(path, texts[language].trade) === null)).toEqual([])
  }
})

test('zero is a number and not nothing, in every field that takes one', async () => {
  const zeros = { netGrams: 0, valueMinor: 0, quantity: { millionths: 0, unit: 'kg' } }
  const record = {
    ...soundDeclaration,
    number: 'ZERO-1',
    packages: 0,
    grossGrams: 0,
    items: item ? [{ ...item, ...zeros, secondQuantity: { millionths: 0, unit: 'piece' } }] : [],
    vehicles: vehicle ? [{ ...vehicle, weighbridgeGrams: 0 }] : [],
  }
  const saved = await book.done('saveDeclaration', { declaration: null, revision: null, record })
  const { declaration, revision } = saved
  await book.done('registerDeclaration', { declaration, revision, date: null })
  expect((await book.done('readDeclaration', { declaration })).record).toEqual(record)
})
