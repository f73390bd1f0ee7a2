import { parse } from 'csv-parse/sync'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import type { CrossingsReport, CrossingsReportInput, ReportFormat } from '../../../shared/contract/reports.ts'
import { formatNumber } from '../../../shared/format.ts'
import { type TestBook, testBook } from '../../testing/test-book.ts'
import { testPort } from '../../testing/test-port.ts'

async function filledBook(): Promise<TestBook> {
  const book = testBook()
  const at = { date: '2025-02-03', period: 'day' } as const
  const entry = { ...at, direction: 'entry' } as const
  const exit = { ...at, direction: 'exit' } as const
  await book.done('recordCounts', {
    checkpoint: 'hall',
    counts: [
      { ...entry, line: 'domestic', value: 1_234_567 },
      { ...entry, line: 'foreign', value: 0 },
      { ...entry, line: 'crew', value: 'closed' },
      { ...entry, line: 'buses', value: 17 },
      { ...exit, line: 'domestic', value: 4_321 },
      { ...exit, line: 'buses', value: 'not-applicable' },
      { ...entry, line: 'domestic', value: 617_284, date: '2025-02-02' },
      { ...entry, line: 'domestic', value: 31, period: 'morning@10' },
    ],
  })
  await book.done('recordCounts', {
    checkpoint: 'hall',
    controlTotals: [
      { ...entry, unit: 'persons', value: 1_234_568 },
      { ...exit, unit: 'persons', value: 4_321 },
    ],
  })
  await book.done('recordCounts', { checkpoint: 'yard', counts: [{ ...entry, line: 'trucks', value: 28 }] })
  return book
}

const dayReport: CrossingsReportInput = { kind: 'day', date: '2025-02-03' }

async function written(book: TestBook, format: ReportFormat, language: 'en' | 'zh-CN' = 'en') {
  const file = await book.done('writeCrossingsReport', { report: dayReport, format, language })
  return file.encoding === 'text' ? file.text : Buffer.from(file.base64, 'base64')
}

type Figures = Pick<CrossingsReport, 'passengers' | 'persons' | 'lines' | 'controlTotals'>

const known = (numbers: readonly (number | null)[]): number[] => numbers.filter((number) => number !== null)
const sorted = (numbers: readonly (number | null)[]): number[] => known(numbers).sort((a, b) => a - b)
const both = (counts: readonly (number | null)[]): number | null =>
  known(counts).length === 0 ? null : known(counts).reduce((sum, count) => sum + count, 0)

/** Every number that a page shows of one place: each line and typed total in both directions and together, and the sums. */
function placeNumbers({ passengers, persons, lines, controlTotals }: Figures): (number | null)[] {
  const counts = [...Map.groupBy(lines, ({ code }) => code).values()].map((same) =>
    same.map((line) => line.count),
  )
  const typed = [...Map.groupBy(controlTotals, ({ unit }) => unit).values()].map((same) =>
    same.map((total) => total.typed),
  )
  return [
    ...[...counts, ...typed].flatMap((numbers) => [...numbers, both(numbers)]),
    ...[passengers, persons].flatMap(({ entries, exits, total }) => [entries, exits, total]),
  ]
}

const comparedNumbers = ({ comparisons }: CrossingsReport): (number | null)[] =>
  comparisons.flatMap(({ value, current }) => [value, current.value])

test('the JSON is the query itself', async () => {
  const book = await filledBook()
  expect(JSON.parse(String(await written(book, 'json')))).toEqual(
    await book.done('readCrossingsReport', dayReport),
  )
})

test('the CSV has every number of the query, and each comparison with its base and change', async () => {
  const book = await filledBook()
  const report = await book.done('readCrossingsReport', dayReport)
  const [, ...rows] = parse(String(await written(book, 'csv')), { bom: true }) as string[][]
  const numbers = rows.flatMap((row) => (row[6] === '' ? [] : [Number(row[6])]))
  const places = [report, ...(report.byCheckpoint ?? [])]
  const wanted = places.flatMap(({ passengers, persons, lines, controlTotals }) => [
    ...[passengers, persons].flatMap(({ entries, exits, total }) => [entries, exits, total]),
    ...lines.map(({ count }) => count),
    ...controlTotals.map(({ typed }) => typed),
  ])
  expect({
    numbers: sorted(numbers),
    bases: rows.filter((row) => row[0] === 'Comparison').map((row) => row.slice(8)),
  }).toEqual({
    numbers: sorted([...wanted, ...report.comparisons.map(({ current }) => current.value), 31]),
    bases: report.comparisons.map(({ from, to, value, change }) => [
      from,
      to,
      value === null ? 'not reported' : String(value),
      change === null ? 'n/a' : String(change),
    ]),
  })
})

test.each(['en', 'zh-CN'] as const)(
  'the page in %s has every number of the query, written out',
  async (language) => {
    const book = await filledBook()
    const report = await book.done('readCrossingsReport', dayReport)
    const html = String(await written(book, 'html', language))
    const shown = [...html.matchAll(/data-value="(\d+)">([\d,]*\d)/g)].map(([, value, text]) => ({
      value: Number(value),
      text,
    }))
    const { passengers, persons } = report
    expect({
      numbers: sorted(shown.map(({ value }) => value)),
      texts: shown.map(({ text }) => text),
    }).toEqual({
      numbers: sorted([
        ...[report, ...(report.byCheckpoint ?? [])].flatMap(placeNumbers),
        ...comparedNumbers(report),
        ...[passengers.total, passengers.entries, passengers.exits, persons.total, 31],
      ]),
      texts: shown.map(({ value }) => formatNumber(value, language)),
    })
  },
)

test('the workbook has every number of the query as a number and every date as a date', async () => {
  const book = await filledBook()
  const report = await book.done('readCrossingsReport', dayReport)
  const { sheets } = await readXlsx((await written(book, 'xlsx')) as Buffer)
  const numbers = sheets.map(({ rows }) => rows.flat().filter((value) => typeof value === 'number'))
  const dates = sheets.flatMap(({ rows }) => rows.flat().filter((value) => value instanceof Date))
  const changes = report.comparisons.map(({ change }) => change)
  const parts = report.byCheckpoint ?? []
  expect({
    names: sheets.map(({ name }) => name),
    numbers: numbers.map(sorted),
    dates: dates.map((date) => date.toISOString().slice(0, 10)),
    frozen: sheets.map(({ freezePane }) => freezePane?.rows),
  }).toEqual({
    names: ['Report', 'Passenger hall', 'Cargo yard'],
    numbers: [
      sorted([...placeNumbers(report), ...comparedNumbers(report), ...changes, 31]),
      ...parts.map((part) => sorted(placeNumbers(part))),
    ],
    dates: report.comparisons.flatMap(({ from, to }) => [from, to]),
    frozen: [4, 4, 4],
  })
})

test('the words of the page say how typed totals stand to the sums', async () => {
  const html = String(await written(await filledBook(), 'html'))
  expect(html).toContain('Entry: typed 1,234,568, sum 1,234,567, sum is 1 under')
  expect(html).toContain('Exit: typed 4,321, sum 4,321, agrees')
})

test('a name cannot become markup, and the page asks for nothing from elsewhere', async () => {
  const book = testBook({ ...testPort, names: { en: '<img src="https://a.example"> & Port' } })
  const html = String(await written(book, 'html'))
  expect(html).toContain('<h1>&lt;img src=&quot;https://a.example&quot;&gt; &amp; Port · Day report</h1>')
  expect(html.match(/<(script|link|img|iframe)|(src|href)="|url\(/)).toBeNull()
})
