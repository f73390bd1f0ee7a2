import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import type { InputOf, OutputOf } from '../../../../shared/contract/index.ts'
import { MappingFile } from '../../../../shared/mapping-file.ts'
import { allRows, journalledRows } from '../../../testing/all-rows.ts'
import { draft, released, someDeclaration } from '../../../testing/declare.ts'
import { plainMapping } from '../../../testing/import-file.ts'
import { type TestBook, testBook } from '../../../testing/test-book.ts'
import { rowsXml, workbookBytes } from '../../../testing/workbook.ts'

type Mapping = InputOf<'importDeclarations'>['mapping']

const ownMapping = JSON.parse(
  readFileSync(
    join(import.meta.dirname, '../../../../../resources/declarations-mappings/portbook-export.json'),
    'utf8',
  ),
) as Mapping

/** As a Chinese customs system writes them. */
const headings = [
  ...[
    '报关单号',
    '申报日期',
    '进出口',
    '监管方式',
    '运输方式',
    '收货人',
    '贸易国',
    '币制',
    '件数',
    '毛重(千克)',
  ],
  ...['放行日期', '结关日期', '商品编码', '商品名称', '数量', '单位', '净重', '总价', '原产国', '车牌号'],
]
const row = (...change: [string, string][]): string => {
  const cells = new Map([
    ['报关单号', '940520250000001'],
    ['申报日期', '2025-02-03'],
    ['进出口', '进口'],
    ['监管方式', '一般贸易(0110)'],
    ['运输方式', '公路运输'],
    ['收货人', '吉木乃贸易有限公司'],
    ['贸易国', '哈萨克斯坦(KAZ)'],
    ['币制', '美元'],
    ['件数', '20'],
    ['毛重(千克)', '21,000.5'],
    ['放行日期', '2025-02-04 10:20:30'],
    ['结关日期', '2025-02-05'],
    ['商品编码', '1206.0010'],
    ['商品名称', '葵花籽'],
    ['数量', '20000'],
    ['单位', '千克'],
    ['净重', '20,000'],
    ['总价', '12,500.10'],
    ['原产国', '哈萨克斯坦'],
    ['车牌号', '123ABC16/新F1234挂'],
    ...change,
  ])
  return headings.map((heading) => `"${cells.get(heading)?.replaceAll('"', '""')}"`).join(',')
}

let book: TestBook
beforeEach(() => {
  book = testBook()
})

function file(text: string | Buffer, name = 'declarations.csv'): string {
  const path = join(book.folder, name)
  writeFileSync(path, text)
  return path
}

const ofRows = (...rows: string[]): string => file([headings.join(','), ...rows].join('\n'))

async function guessed(path: string): Promise<Mapping> {
  const { mapping, missing } = await book.done('guessDeclarations', { file: path })
  if (!mapping) throw new Error(`no mapping: ${missing.join()}`)
  return { ...mapping, checkpoint: 'code' in mapping.checkpoint ? { code: 'yard' } : mapping.checkpoint }
}

async function imported(path: string, mapping?: Mapping): Promise<OutputOf<'importDeclarations'>> {
  return book.done('importDeclarations', { file: path, mapping: mapping ?? (await guessed(path)) })
}

const ids = (): string[] =>
  book.writer.db.prepare<[], string>('SELECT id FROM declaration ORDER BY number').pluck().all()
const recordAt = async (index: number) => book.done('readDeclaration', { declaration: ids()[index] ?? '' })

test('all that is wrong with a declaration is told at once: cells that cannot be read, and what the rules say of the others', async () => {
  const faulty: [string, string][] = [
    ...([
      ['监管方式', ''],
      ['毛重(千克)', '-1'],
      ['商品编码', '7701.1000'],
      ['净重', 'much'],
    ] as const),
    ...([
      ['数量', '1.5'],
      ['单位', '辆'],
      ['总价', '1.005'],
      ['放行日期', '2025-02-01'],
    ] as const),
  ].map(([heading, cell]) => [heading, cell])
  const { refused, written } = await imported(ofRows(row(), row(['报关单号', '940520250000002'], ...faulty)))
  expect([refused.map(({ row, column, code }) => `${row} ${column} ${code}`).sort(), written]).toEqual([
    [
      '3 净重 amount-impossible',
      '3 商品编码 hs-chapter-unknown',
      '3 总价 amount-impossible',
      '3 数量 quantity-not-whole',
      '3 放行日期 state-date-early',
      '3 毛重(千克) amount-impossible',
      '3 监管方式 field-missing',
    ].sort(),
    false,
  ])
})

test('a code of a chapter that there is not is refused in its cell, without any tariff', async () => {
  const answer = await imported(ofRows(row(), row(['商品编码', '7701.1000'], ['净重', '1'])))
  expect([answer.refused.map(({ row, column, code }) => [row, column, code]), answer.written]).toEqual([
    [[3, '商品编码', 'hs-chapter-unknown']],
    false,
  ])
})

test('a file of a customs system is read by its own headings and words, exactly, as one batch that is undone as one', async () => {
  const before = journalledRows(book.writer.db)
  const path = ofRows(
    row(),
    row(
      ['商品编码', '08081000'],
      ['商品名称', '苹果'],
      ['净重', '0.1 t'],
      ['数量', '１００'],
      ['总价', '0.3'],
    ),
    row(['报关单号', '940520250000002'], ['进出口', '出口'], ['车牌号', '新A12345；新B12345']),
  )
  const answer = await imported(path)
  const first = await recordAt(0)
  const second = await recordAt(1)
  expect(answer).toMatchObject({
    ...{ rows: 3, declarations: 2, items: 3, vehicles: 3, new: 2, same: 0, changed: 0 },
    ...{ refused: [], refusedCells: 0, warningCells: 0, uncheckedItems: 3, written: true },
  })
  expect(first).toMatchObject({
    state: 'released',
    countedDate: '2025-02-04',
    record: {
      number: '940520250000001',
      date: '2025-02-03',
      checkpoint: 'yard',
      direction: 'import',
      tradeMode: '0110',
      transportMode: 'road',
      consignor: null,
      consignee: '吉木乃贸易有限公司',
      partner: 'KZ',
      currency: 'USD',
      packages: 20,
      grossGrams: 21_000_500,
      items: [
        {
          hsCode: '12060010',
          goods: '葵花籽',
          quantity: { millionths: 20_000_000_000, unit: 'kg' },
          netGrams: 20_000_000,
          valueMinor: 1_250_010,
          origin: 'KZ',
        },
        {
          hsCode: '08081000',
          goods: '苹果',
          quantity: { millionths: 100_000_000, unit: 'kg' },
          netGrams: 100_000,
          valueMinor: 30,
        },
      ],
      vehicles: [{ plate: '123ABC16', trailer: '新F1234挂', weighbridgeGrams: null }],
    },
    events: [
      { kind: 'registered', date: '2025-02-03', reason: null },
      { kind: 'released', date: '2025-02-04', reason: null },
    ],
  })
  expect(second).toMatchObject({
    countedDate: '2025-02-05',
    record: { direction: 'export', vehicles: [{ plate: '新A12345' }, { plate: '新B12345' }] },
  })
  const again = await imported(path)
  expect(again).toMatchObject({ new: 0, same: 2, changed: 0, batch: null })
  const { undo } = await book.done('readUndoSteps', {})
  expect(undo).toMatchObject({ operation: 'importDeclarations' })
  await book.done('undo', { batch: undo?.batch ?? 0 })
  expect(journalledRows(book.writer.db)).toEqual(before)
})

const long = 'X'.repeat(10_000)

test.each<[string, string, string]>([
  ['报关单号', '', 'field-missing'],
  ['报关单号', 'Ж-1', 'number-impossible'],
  ['报关单号', '=1+1', 'number-impossible'],
  ['报关单号', long, 'number-impossible'],
  ['申报日期', '', 'field-missing'],
  ['申报日期', '2025-02-30', 'date-impossible'],
  ['申报日期', '03.02.2025', 'date-unreadable'],
  ['申报日期', '2999-01-01', 'date-ahead'],
  ['申报日期', long, 'date-unreadable'],
  ['进出口', '过境', 'word-unknown'],
  ['进出口', '', 'field-missing'],
  ['监管方式', '=HYPERLINK("x")', 'trade-code-impossible'],
  ['监管方式', '', 'field-missing'],
  ['运输方式', '骆驼', 'word-unknown'],
  ['收货人', long, 'field-too-long'],
  ['收货人', 'a\u202eb', 'field-unreadable'],
  ['贸易国', '亚特兰蒂斯', 'country-unknown'],
  ['币制', 'XXX', 'currency-unknown'],
  ['币制', '', 'field-missing'],
  ['件数', '1.5', 'amount-impossible'],
  ['件数', '-1', 'amount-impossible'],
  ['毛重(千克)', '-21000', 'amount-impossible'],
  ['毛重(千克)', '21,00', 'amount-impossible'],
  ['毛重(千克)', '21000.0005', 'amount-impossible'],
  ['毛重(千克)', '1e6', 'amount-impossible'],
  ['毛重(千克)', long, 'amount-impossible'],
  ['毛重(千克)', '9'.repeat(400), 'amount-impossible'],
  ['毛重(千克)', '', 'field-missing'],
  ['净重', '21000.501', 'net-exceeds-gross'],
  ['放行日期', '2025-02-02', 'state-date-early'],
  ['放行日期', 'soon', 'date-unreadable'],
  ['商品编码', '12060O10', 'hs-code-impossible'],
  ['商品编码', '1206001', 'tariff-code-length'],
  ['商品编码', '=12060010', 'hs-code-impossible'],
  ['商品编码', long, 'hs-code-impossible'],
  ['商品编码', '', 'field-missing'],
  ['商品名称', '', 'field-missing'],
  ['商品名称', long, 'field-too-long'],
  ['商品名称', 'a\u200bb', 'field-unreadable'],
  ['数量', '1/2', 'amount-impossible'],
  ['单位', '尺', 'unit-unknown'],
  ['单位', '', 'field-missing'],
  ['净重', '二十', 'amount-impossible'],
  ['净重', '20 尺', 'unit-unknown'],
  ['净重', '', 'field-missing'],
  ['总价', '1.005', 'amount-impossible'],
  ['总价', '-0.01', 'amount-impossible'],
  ['原产国', 'Atlantis', 'country-unknown'],
  ['车牌号', 'Ж123', 'plate-impossible'],
  ['车牌号', '=1', 'plate-impossible'],
  ['车牌号', long, 'plate-impossible'],
  ['车牌号', 'A1/B2/C3', 'plate-impossible'],
])('%s “%s” refuses its row by %s, and nothing is written', async (column, text, code) => {
  const mapping = await guessed(ofRows(row(), row(['报关单号', 'T1'])))
  const before = allRows(book.writer.db)
  const path = ofRows(row(['报关单号', 'T1']), row([column, text]))
  const answer = await imported(path, mapping)
  expect(answer).toMatchObject({ written: false, batch: null })
  expect(answer.refused.map((each) => [each.row, each.column, each.code])).toContainEqual([3, column, code])
  expect(answer.refused.every((each) => each.row === 3 && each.reason.length < 500)).toBe(true)
  expect(allRows(book.writer.db)).toEqual(before)
})

test('what looks the same is the same, and a formula in a name is a text', async () => {
  const path = ofRows(
    row(['车牌号', 'А 123·ВС'], ['商品名称', '=1+1'], ['净重', '0'], ['报关单号', '９４０５Ａ']),
  )
  await imported(path)
  expect((await recordAt(0)).record).toMatchObject({
    number: '9405A',
    vehicles: [{ plate: 'A123BC' }],
    items: [{ goods: '=1+1', netGrams: 0 }],
  })
})

test('a Russian file has commas before decimals, dates with points and its own words', async () => {
  const path = file(
    [
      'Номер декларации;Дата;Направление;Процедура;Вид транспорта;Страна;Валюта;Вес брутто, т;Дата выпуска;Код ТН ВЭД;Товар;Вес нетто, т;Стоимость;Номер машины',
      'KZ-1;03.02.2025;ЭК;4019;Автомобильный;Россия;тенге;20,5;04.02.2025;0808100000;Яблоки;20,123456;1 250 000,5;А123ВС/Х45',
    ].join('\n'),
  )
  expect(await imported(path)).toMatchObject({ new: 1, refused: [] })
  expect((await recordAt(0)).record).toMatchObject({
    ...{ number: 'KZ-1', direction: 'export', tradeMode: '4019', partner: 'RU', currency: 'KZT' },
    ...{ grossGrams: 20_500_000 },
    items: [{ hsCode: '0808100000', netGrams: 20_123_456, valueMinor: 125_000_050 }],
    vehicles: [{ plate: 'A123BC', trailer: 'X45' }],
  })
})

test('a workbook has real dates and numbers; digits that Excel lost are refused', async () => {
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
  const one = (number: string) =>
    `<row>${number}<c s="1"><v>45691</v></c>${cell('进口')}${cell('0110')}${cell('公路')}${cell('KZ')}<c><v>0.30000000000000004</v></c>${cell('12060010')}${cell('葵花籽')}<c><v>0.1</v></c><c s="1"><v>45692.5</v></c></row>`
  const titles = [
    '报关单号',
    '申报日期',
    '进出口',
    '监管方式',
    '运输方式',
    '贸易国',
    '毛重',
    '商品编码',
    '商品名称',
    '净重',
    '放行日期',
  ]
  const sheet = (number: string) =>
    file(workbookBytes({ sheets: [{ rows: rowsXml([titles]) + one(number) }] }), 'declarations.xlsx')
  const lost = sheet('<c><v>512020250000000123</v></c>')
  expect((await imported(lost)).refused).toMatchObject([{ row: 2, column: '报关单号', code: 'digits-lost' }])
  expect(await imported(sheet(cell('512020250000000123')))).toMatchObject({ new: 1, refused: [] })
  expect(await recordAt(0)).toMatchObject({
    countedDate: '2025-02-04',
    record: { number: '512020250000000123', date: '2025-02-03', grossGrams: 300, items: [{ netGrams: 100 }] },
  })
})

test('rows of a declaration agree and stand together; what stands otherwise is named with the row it began in', async () => {
  const path = ofRows(
    row(),
    row(['币制', ''], ['商品编码', '08081000'], ['净重', '1']),
    row(['币制', '人民币'], ['净重', '1']),
    row(['报关单号', 'T2']),
    row(),
  )
  const answer = await imported(path, await guessed(path))
  expect(
    answer.refused.map(({ row: at, column, code, details }) => [at, column, code, details.firstRow]),
  ).toEqual([
    [4, '币制', 'header-differs', 2],
    [6, '报关单号', 'rows-apart', 2],
  ])
})

test('vehicles: lists beside each other, rows that repeat them, rows of their own; uneven lists are refused', async () => {
  const titles =
    'number,date,direction,trade mode,transport mode,partner,gross kg,hs code,goods,net kg,plates,trailers,weighbridge kg,crossing dates'
  const head = 'V1,2025-02-03,export,0110,road,KZ,40000'
  const path = file(
    [
      titles,
      `${head},08081000,Apples,100,A1;A2,;T2,20000;20001.5,2025-02-03`,
      `${head},08061000,Grapes,100,A1,,20000,2025-02-03`,
      `${head},,,,A3,,20002,2025-02-04`,
    ].join('\n'),
  )
  expect(await imported(path)).toMatchObject({ items: 2, vehicles: 3, new: 1, refused: [] })
  const vehicle = (
    plate: string,
    trailer: string | null,
    weighbridgeGrams: number,
    crossingDate: string,
  ) => ({
    ...{ plate, trailer, weighbridgeGrams, crossingDate, manifest: null },
  })
  expect((await recordAt(0)).record.vehicles).toEqual([
    vehicle('A1', null, 20_000_000, '2025-02-03'),
    vehicle('A2', 'T2', 20_001_500, '2025-02-03'),
    vehicle('A3', null, 20_002_000, '2025-02-04'),
  ])
  const uneven = file([titles, `${head.replace('V1', 'V2')},08081000,Apples,100,A1;A2,,20000,`].join('\n'))
  expect((await imported(uneven)).refused).toMatchObject([
    { row: 2, column: 'weighbridge kg', code: 'list-uneven' },
  ])
})

test('what a person would be asked stops no import and is named: the same load, a value far from the usual one', async () => {
  for (let at = 0; at < 10; at += 1) await released(book, { vehicles: [] })
  const path = ofRows(
    row(['总价', '12500'], ['报关单号', 'W1']),
    row(['总价', '1250000'], ['报关单号', 'W2']),
    row(['总价', '12500'], ['报关单号', 'W3'], ['车牌号', 'OTHER1']),
  )
  const mapping = await guessed(path)
  const preview = await book.done('previewDeclarations', { job: 'a', file: path, mapping })
  const { warnings, ...tally } = await imported(path, mapping)
  const named = (list: typeof warnings) => list.map(({ row: at, column, code }) => [at, column, code])
  expect([named(warnings), named(preview.warnings)]).toEqual([
    [
      [3, '总价', 'value-unusual'],
      [3, '车牌号', 'same-load'],
    ],
    [
      [3, '总价', 'value-unusual'],
      [3, '车牌号', 'same-load'],
    ],
  ])
  expect(tally).toMatchObject({ new: 3, written: true, warningCells: 2 })
})

test('a unit without a quantity is left out and named, since what a file brings is registered', async () => {
  const path = ofRows(row(['数量', '']), row(['报关单号', 'U2'], ['数量', ''], ['车牌号', '']))
  const { warnings, written } = await imported(path)
  const { record } = await recordAt(0)
  expect([
    warnings.map(({ row: at, column, code }) => [at, column, code]),
    written,
    record.items[0]?.quantity,
  ]).toEqual([
    [
      [2, '单位', 'unit-left-out'],
      [3, '单位', 'unit-left-out'],
    ],
    true,
    null,
  ])
})

test('every declaration and every refusal of a preview is listed, a page at a time, until it is let go of', async () => {
  const numbers = Array.from({ length: 2_002 }, (_, at) => `9405202500${String(at).padStart(5, '0')}`)
  const rows = numbers.map((number, at) =>
    row(['报关单号', number], ...(at % 2 ? [['净重', 'x'] as [string, string]] : [])),
  )
  const path = ofRows(...rows, row(['报关单号', 'K1']), row(['报关单号', 'K2'], ['净重', '19,999']))
  const mapping = await guessed(path)
  await imported(ofRows(row(['报关单号', 'K1']), row(['报关单号', 'K2'])), mapping)
  const all = ofRows(...rows, row(['报关单号', 'K1']), row(['报关单号', 'K2'], ['净重', '19,999']))
  const { refused, refusedCells, ...tally } = await book.done('previewDeclarations', {
    job: 'p',
    file: all,
    mapping,
  })
  expect([refused.length, refusedCells, tally.new, tally.same, tally.changed]).toEqual([
    1_000, 1_001, 1_001, 1, 1,
  ])
  const page = async (list: 'new' | 'same' | 'changed' | 'refused', offset: number) =>
    (await book.done('readPreviewLines', { job: 'p', list, offset, limit: 100 })).rows
  expect([
    await page('new', 1_000),
    await page('same', 0),
    await page('changed', 0),
    await page('new', 1_001),
  ]).toEqual([
    [{ row: 2_002, number: numbers[2_000], items: 1, changes: [] }],
    [{ row: 2_004, number: 'K1', items: 1, changes: [] }],
    [{ row: 2_005, number: 'K2', items: 1, changes: ['items'] }],
    [],
  ])
  expect(await page('refused', 1_000)).toMatchObject([
    { row: 2_003, column: '净重', code: 'amount-impossible' },
  ])
  await book.done('closePreview', { job: 'p' })
  expect(await book.call('readPreviewLines', { job: 'p', list: 'new', offset: 0, limit: 1 })).toEqual({
    ok: false,
    error: { code: 'preview-gone', details: {} },
  })
})

test('goods outside the qualifications: refused while they can be stopped, taken and named once they were released', async () => {
  await book.done('loadShippedGroups', {})
  const fish: [string, string] = ['商品编码', '03038990']
  const waiting = (): string => ofRows(row(fish, ['放行日期', '']))
  const mapping = await guessed(ofRows(row()))
  expect((await imported(waiting(), mapping)).refused).toMatchObject([
    { row: 2, column: '商品编码', code: 'not-qualified' },
  ])
  expect(
    await book.done('importDeclarations', {
      file: waiting(),
      mapping: { ...mapping, unqualified: 'take' },
      dryRun: true,
    }),
  ).toMatchObject({ refused: [], warnings: [{ code: 'not-qualified' }], written: false })
  expect(await imported(ofRows(row(fish)), mapping)).toMatchObject({
    refused: [],
    warnings: [{ row: 2, column: '商品编码', code: 'not-qualified' }],
    written: true,
  })
})

test('a later file takes a declaration on and changes it; it takes back no step, and leaves what it has no column for', async () => {
  const mapping = await guessed(ofRows(row()))
  await imported(ofRows(row(['放行日期', ''])), mapping)
  const { plate: _, quantity: __, ...narrow } = mapping
  const taken = await imported(ofRows(row(['净重', '19999'])), narrow as Mapping)
  expect(taken).toMatchObject({ new: 0, changed: 1 })
  expect(await recordAt(0)).toMatchObject({
    state: 'released',
    record: {
      items: [{ netGrams: 19_999_000, quantity: { millionths: 20_000_000_000, unit: 'kg' } }],
      vehicles: [{ plate: '123ABC16' }],
    },
  })
  const back = await imported(ofRows(row(['放行日期', ''])), mapping)
  expect(back).toMatchObject({ written: false, refused: [{ row: 2, code: 'declaration-state-impossible' }] })
  const turned = await imported(ofRows(row(['进出口', '出口'])), mapping)
  expect(turned.refused).toMatchObject([{ row: 2, column: '进出口', code: 'direction-fixed' }])
})

test.each(['csv', 'xlsx'] as const)(
  'an export as %s comes back: the same in its own book, everything in another',
  async (format) => {
    await released(book, { consignor: "'=HYPERLINK(1)", consignee: '=1+1', declarant: "'x" })
    await released(book, {
      direction: 'export',
      grossGrams: 999_999_999_999,
      vehicles: ['A1', 'A2', 'A2'].map((plate, at) => ({
        plate,
        trailer: at === 1 ? 'T1' : null,
        weighbridgeGrams: at === 2 ? null : 1_234_567,
        crossingDate: at === 0 ? '2025-02-03' : null,
        manifest: null,
      })),
      items: [1, 2, 3].map((netGrams) => ({
        hsCode: '0808100000',
        goods: 'Яблоки; «сорт», "1"',
        quantity: { millionths: 1, unit: 'kg' },
        secondQuantity: { millionths: 999_999_999_999_999, unit: 't' },
        netGrams,
        valueMinor: 99_999_999_999_999,
        origin: null,
        destination: 'RU',
      })),
    })
    const later = await released(book, { direction: 'export' })
    const next = await book.done('clearExport', { ...idOf(later), date: '2025-02-10' })
    const clear = await book.done('clearExport', { ...idOf(next), date: '2025-02-05' })
    await book.done('withdrawDeclaration', { ...idOf(clear), date: '2025-02-11', reason: '= "twice", 重复' })
    await draft(book)
    await book.done('recordDeclarations', {
      declarations: [
        {
          record: someDeclaration({ currency: 'JPY', vehicles: [] }),
          events: [
            { kind: 'registered', date: '2025-02-03', reason: null },
            { kind: 'let-pass', date: '2025-02-03', reason: 'ok' },
            { kind: 'amended', date: '2025-02-04', reason: 'a' },
            { kind: 'amended', date: '2025-02-05', reason: 'b' },
          ],
        },
      ],
      accepted: ['value-unusual'],
    })
    const path = join(book.folder, `export.${format}`)
    expect((await book.done('exportDeclarations', { format, file: path })).rows).toBe(6)
    expect(await imported(path, ownMapping)).toMatchObject({
      refused: [],
      new: 0,
      same: 4,
      changed: 0,
      batch: null,
    })
    const items = join(book.folder, `items.${format}`)
    expect((await book.done('exportItems', { format, file: items })).rows).toBe(6)
    expect(await imported(items, ownMapping)).toMatchObject({ same: 4 })
    const other = testBook()
    expect(await other.done('importDeclarations', { file: path, mapping: ownMapping })).toMatchObject({
      new: 4,
      refused: [],
    })
    const again = join(book.folder, `again.csv`)
    await other.done('exportDeclarations', { format: 'csv', file: again })
    const own = join(book.folder, `own.csv`)
    await book.done('exportDeclarations', { format: 'csv', file: own })
    expect(readFileSync(again, 'utf8')).toBe(readFileSync(own, 'utf8'))
  },
)

const idOf = ({ declaration, revision }: { declaration: string; revision: number }) => ({
  declaration,
  revision,
})

test('without headings that it needs a guess says which are missing', async () => {
  const path = file('报关单号,商品名称\n1,葵花籽\n2,苹果')
  expect(await book.done('guessDeclarations', { file: path })).toMatchObject({
    mapping: null,
    missing: ['date', 'direction', 'hsCode', 'netWeight'],
  })
})

test('a guess reads dates as most are written; the one that is none is named by the check, not by a column that is missing', async () => {
  const path = ofRows(row(), row(['报关单号', 'T2'], ['申报日期', '2025-02-30']), row(['报关单号', 'T3']))
  const { mapping } = await book.done('guessDeclarations', { file: path })
  expect(mapping?.date).toEqual({ column: '申报日期', pattern: 'YYYY-MM-DD' })
  expect((await imported(path)).refused).toMatchObject([
    { row: 3, column: '申报日期', code: 'date-impossible' },
  ])
})

test('a mapping is kept under a name, fits the next file of its kind, and is taken back like any change', async () => {
  const mapping = await guessed(ofRows(row()))
  const kept = { ...mapping, unqualified: 'take' as const }
  await book.done('saveDeclarationsMapping', { name: '海关', mapping: kept })
  const { saved, mapping: fitting } = await book.done('guessDeclarations', { file: ofRows(row()) })
  const all = await book.done('listDeclarationsMappings', {})
  expect([saved, fitting?.unqualified, all]).toEqual(['海关', 'take', [{ name: '海关', mapping: fitting }]])
  const { undo } = await book.done('readUndoSteps', {})
  expect(undo?.operation).toBe('saveDeclarationsMapping')
  await book.done('removeDeclarationsMapping', { name: '海关' })
  expect((await book.done('guessDeclarations', { file: ofRows(row()) })).saved).toBeNull()
})

test('mappings of counts and of declarations do not take each other’s name', async () => {
  const mapping = await guessed(ofRows(row()))
  await book.done('saveMapping', { name: 'Daily', mapping: MappingFile.parse(plainMapping) })
  expect(await book.call('saveDeclarationsMapping', { name: 'Daily', mapping })).toEqual({
    ok: false,
    error: { code: 'mapping-name-taken', details: { name: 'Daily' } },
  })
  expect(await book.call('removeDeclarationsMapping', { name: 'Daily' })).toMatchObject({
    error: { code: 'mapping-missing' },
  })
})
