import { spawnSync } from 'node:child_process'
import { parse } from 'csv-parse/sync'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import type { InputOf } from '../../../../shared/contract/index.ts'
import type { TradeReport } from '../../../../shared/contract/trade-report.ts'
import { texts } from '../../../../shared/languages/index.ts'
import { rollUps } from '../../../../shared/report/report-choices.ts'
import { tradePage } from '../../../../shared/report/trade-page.ts'
import { findBrowser } from '../../../browser/find-browser.ts'
import { printPage } from '../../../browser/print-page.ts'
import type { TestBook } from '../../../testing/test-book.ts'
import { tonne, tradingBook } from '../../../testing/trading-book.ts'

type Asked = InputOf<'writeTradeReport'>['report']
const month = { kind: 'month', date: '2025-02-03', by: 'group', base: 'lastYear' } as const

async function written(
  book: TestBook,
  report: Asked,
  format: 'json' | 'csv' | 'html' | 'xlsx',
  language: 'en' | 'zh-CN' = 'en',
): Promise<string | Uint8Array> {
  const file = await book.done('writeTradeReport', { report, format, language })
  return file.encoding === 'text' ? file.text : Buffer.from(file.base64, 'base64')
}

const sorted = (numbers: readonly (number | null | undefined)[]): number[] =>
  numbers.filter((each): each is number => typeof each === 'number').toSorted((a, b) => a - b)

/** Every number that a flat table has of a report, from the query itself. */
function flatNumbers({ rows, total, goods, reportingCurrency }: TradeReport): number[] {
  const currencies = total.both.values.map(({ currency }) => currency)
  const inTonnes = (grams: number | null | undefined) => (typeof grams === 'number' ? grams / tonne : null)
  const flows = [...rows, ...(goods ? [goods] : []), total].flatMap((row) => [
    row.imports,
    row.exports,
    row.both,
  ])
  return sorted(
    flows.flatMap((flow) => [
      ...[flow.grossGrams, flow.netGrams, flow.weighbridgeGrams].map(inTonnes),
      ...[flow.base?.grossGrams, flow.base?.netGrams].map(inTonnes),
      ...[flow.units, flow.declarations, flow.base?.change],
      ...[
        ...currencies.map((currency) => flow.values.find((each) => each.currency === currency)?.minor ?? 0),
      ].map((minor) => minor / 100),
      reportingCurrency === 'CNY' && flow.reportingMinor !== null ? flow.reportingMinor / 100 : null,
    ]),
  )
}

/** Every number of the page, which is made from the query. */
function pageNumbers(report: TradeReport): (number | null)[] {
  const { figures, tables } = tradePage(report, 'en')
  return [
    ...figures.map(({ number }) => number.cell.value),
    ...tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ cell }) => cell.value))),
  ].filter((value) => value !== null)
}

test('JSON, CSV, Excel and the page have the numbers of the query, whatever trade is rolled up by', async () => {
  const book = await tradingBook()
  for (const by of rollUps) {
    const asked = { ...month, by }
    const report = await book.done('readTradeReport', asked)
    const json = JSON.parse(String(await written(book, asked, 'json')))
    const lines: string[][] = parse(String(await written(book, asked, 'csv')), { bom: true })
    const { sheets } = await readXlsx(Buffer.from(await written(book, asked, 'xlsx')))
    const html = String(await written(book, asked, 'html'))
    const inSheet = sheets.flatMap(({ rows }) => rows.flat()).filter((cell) => typeof cell === 'number')
    // The first three columns say what a line is of.
    const inCsv = lines.slice(1).flatMap((line) => line.slice(3, -1))
    expect({
      by,
      json: { ...json, statement: null },
      csv: sorted(inCsv.filter((cell) => /^-?\d+(\.\d+)?$/.test(cell)).map(Number)),
      xlsx: sorted(inSheet),
      html: [...html.matchAll(/data-value="([^"]*)"/g)].map(([, value]) => Number(value)),
    }).toEqual({
      by,
      json: { ...report, statement: null },
      csv: flatNumbers(report),
      xlsx: flatNumbers(report),
      html: pageNumbers(report),
    })
  }
})

test('what is counted, and by which weight, is said in every format', async () => {
  const book = await tradingBook()
  const { basis } = texts['zh-CN'].tradeReport.statement
  const json = JSON.parse(String(await written(book, month, 'json', 'zh-CN')))
  const lines: string[][] = parse(String(await written(book, month, 'csv', 'zh-CN')), { bom: true })
  const { sheets } = await readXlsx(Buffer.from(await written(book, month, 'xlsx', 'zh-CN')))
  expect({
    json: String(json.statement['zh-CN']).endsWith(basis),
    csv: new Set(lines.slice(1).map((line) => line.at(-1))),
    xlsx: String(sheets[0]?.rows[2]?.[0]).startsWith(basis),
    html: String(await written(book, month, 'html', 'zh-CN')).includes(`${basis}</p>`),
  }).toEqual({ json: true, csv: new Set([basis]), xlsx: true, html: true })
})

test('the PDF is A4, and has the numbers of the query as text that can be read out again', {
  timeout: 60_000,
}, async (context) => {
  if (findBrowser() === null || spawnSync('pdftotext', ['-v']).error) {
    context.skip('needs Chromium, Chrome or Edge, and pdftotext')
  }
  const book = await tradingBook()
  const report = await book.done('readTradeReport', month)
  const { texts: statement } = await book.done('readTradeStatement', { kind: month.kind, date: month.date })
  const pdf = await printPage(String(await written(book, month, 'html')))
  const told = (args: string[]) =>
    spawnSync('pdftotext', [...args, '-', '-'], { input: pdf, encoding: 'utf8' }).stdout
  const info = spawnSync('pdfinfo', ['-'], { input: pdf, encoding: 'utf8' }).stdout
  const oneLine = (text: string) => text.replace(/\s+/g, ' ')
  const layout = oneLine(told(['-layout']))
  const { tables } = tradePage(report, 'en')
  const rows = tables.flatMap((table) =>
    table.rows.map((row) => [row.name, ...row.cells.map(({ cell }) => cell.text)].join(' ')),
  )
  expect({
    size: /Page size: +(\S+ x \S+) .*\(A4\)/.test(info),
    missing: rows.filter((row) => !layout.includes(row)),
    statement: oneLine(told([])).includes(statement.en),
    feet: layout.match(new RegExp(`Chain head ${report.journal.hash.slice(0, 12)}`, 'g'))?.length,
  }).toEqual({ size: true, missing: [], statement: true, feet: Number(/Pages: +(\d+)/.exec(info)?.[1]) })
})

test('a file of trade has every number to the gram and the smallest unit, with its base', async () => {
  const book = await tradingBook()
  const report = { kind: 'month', date: '2025-02-03', by: 'group', base: 'lastYear' } as const
  const csv = await book.done('writeTradeReport', { report, format: 'csv', language: 'en' })
  const json = await book.done('writeTradeReport', { report, format: 'json', language: 'en' })
  const xlsx = await book.done('writeTradeReport', { report, format: 'xlsx', language: 'zh-CN' })
  const text = csv.encoding === 'text' ? csv.text : ''
  const lines = text.replaceAll(`,"${texts.en.tradeReport.statement.basis}"`, '').split('\r\n')
  const read = json.encoding === 'text' ? JSON.parse(json.text) : {}
  const { rows } = await book.done('readTradeReport', report)
  const [sheet] =
    xlsx.encoding === 'base64' ? (await readXlsx(Buffer.from(xlsx.base64, 'base64'))).sheets : []
  expect([
    lines[0]?.slice(1),
    lines.filter((line) => /^(aquatic|vehicles|total),/.test(line)),
    read.rows,
    Object.keys(read.statement),
    sheet?.rows.filter(([code]) => code === 'vehicles').map((row) => row.slice(1, 8)),
  ]).toEqual([
    'Code,Name,Direction,"tonnes, gross","tonnes, net","tonnes, weighbridge",Number,Declarations,CNY,USD,All in CNY,Base from,Base to,"Base value, tonnes, gross","Base value, tonnes, net",Change,Basis',
    [
      'aquatic,Aquatic products,Import,,20,,,1,0,20000,145000,2024-02-01,2024-02-29,,8,1.5',
      'aquatic,Aquatic products,Export,,0,,,0,0,0,0,2024-02-01,2024-02-29,,0,n/a',
      'aquatic,Aquatic products,Both,,20,,,1,0,20000,145000,2024-02-01,2024-02-29,,8,1.5',
      'vehicles,Motor vehicles,Import,,0,,,0,0,0,0,2024-02-01,2024-02-29,,0,n/a',
      'vehicles,Motor vehicles,Export,,50,,28,1,50000,0,50000,2024-02-01,2024-02-29,,0,n/a',
      'vehicles,Motor vehicles,Both,,50,,28,1,50000,0,50000,2024-02-01,2024-02-29,,0,n/a',
      'total,Total,Import,25,23,26,,1,0,23000,166750,2024-02-01,2024-02-29,10,8,1.5',
      'total,Total,Export,60,54,not weighed,28,1,54000,0,54000,2024-02-01,2024-02-29,0,0,n/a',
      'total,Total,Both,85,77,26,28,2,54000,23000,220750,2024-02-01,2024-02-29,10,8,7.5',
    ],
    rows,
    ['zh-CN', 'en', 'ru', 'kk'],
    [
      ['汽车', '进口', null, 0, null, null, 0],
      ['汽车', '出口', null, 50, null, 28, 1],
      ['汽车', '进出口', null, 50, null, 28, 1],
    ],
  ])
})
