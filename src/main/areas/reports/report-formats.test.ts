import { spawnSync } from 'node:child_process'
import { parse } from 'csv-parse/sync'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import type { CrossingsReport, CrossingsReportInput, ReportFormat } from '../../../shared/contract/reports.ts'
import { formatNumber, formatPercent } from '../../../shared/format.ts'
import { findBrowser } from '../../browser/find-browser.ts'
import { printPage } from '../../browser/print-page.ts'
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
      { ...entry, line: 'domestic', value: 1_111_111, date: '2025-01-27' },
      { ...exit, line: 'domestic', value: 2_222, date: '2025-01-27' },
      { ...entry, line: 'foreign', value: 5, date: '2024-02-05' },
      { ...exit, line: 'foreign', value: 0, date: '2024-02-05' },
    ],
  })
  await book.done('recordCounts', {
    checkpoint: 'hall',
    controlTotals: [
      { ...entry, unit: 'persons', value: 1_234_568 },
      { ...exit, unit: 'persons', value: 4_321 },
    ],
  })
  await book.done('recordCounts', {
    checkpoint: 'yard',
    counts: [
      { ...entry, line: 'trucks', value: 28 },
      { ...entry, line: 'trucks', value: 16, date: '2025-01-27' },
      { ...exit, line: 'trucks', value: 16, date: '2025-01-27' },
    ],
  })
  return book
}

const dayReport: CrossingsReportInput = { kind: 'day', date: '2025-02-03' }

async function written(book: TestBook, format: ReportFormat, language: 'en' | 'zh-CN' = 'en') {
  const file = await book.done('writeCrossingsReport', { report: dayReport, format, language })
  return file.encoding === 'text' ? file.text : Buffer.from(file.base64, 'base64')
}

type Figures = Pick<CrossingsReport, 'passengers' | 'persons' | 'lines' | 'controlTotals' | 'compared'>

const known = (numbers: readonly (number | null)[]): number[] => numbers.filter((number) => number !== null)
const sorted = (numbers: readonly (number | null)[]): number[] => known(numbers).sort((a, b) => a - b)
const both = (counts: readonly (number | null)[]): number | null =>
  known(counts).length === 0 ? null : known(counts).reduce((sum, count) => sum + count, 0)

/** Sums that a page shows: of persons both, of another unit where it has several lines. */
function shownTotals({ lines }: Figures): string[] {
  const lineCodes = (unit: string) =>
    new Set(lines.filter((line) => line.unit === unit).map(({ code }) => code))
  return ['passengers', 'persons', 'vehicles', 'trains', 'containers'].filter(
    (total) => total === 'passengers' || total === 'persons' || lineCodes(total).size > 1,
  )
}

/** What a page of a day shows beside a line or sum: three bases, and the changes from two of them. */
function besideNumbers(bases: CrossingsReport['compared'][number]['bases']): (number | null)[] {
  return bases.flatMap(({ base, value, change }) => (base === 'previous' ? [value] : [value, change]))
}

/**
 * Every number that a page shows of one place: each line, sum and typed total in both directions and together, and what
 * stands beside them.
 */
function placeNumbers(place: Figures): (number | null)[] {
  const { passengers, persons, lines, controlTotals, compared } = place
  const counts = [...Map.groupBy(lines, ({ code }) => code).values()].map((same) =>
    same.map((line) => line.count),
  )
  const typed = [...Map.groupBy(controlTotals, ({ unit }) => unit).values()].map((same) =>
    same.map((total) => total.typed),
  )
  const totals = shownTotals(place)
  const isShown = ({ kind, code }: { kind: string; code: string }) => kind === 'line' || totals.includes(code)
  const otherSums = compared.filter(({ kind, code }) => kind === 'total' && totals.slice(2).includes(code))
  return [
    ...[...counts, ...typed].flatMap((numbers) => [...numbers, both(numbers)]),
    ...[passengers, persons].flatMap(({ entries, exits, total }) => [entries, exits, total]),
    ...otherSums.map(({ count }) => count),
    ...compared
      .filter((figure) => figure.direction === 'both' && isShown(figure))
      .flatMap(({ bases }) => besideNumbers(bases)),
  ]
}

/** The change as a page shows it: none from a base of which not all is known. */
const shownChange = ({ incomplete, change }: CrossingsReport['comparisons'][number]): number | null =>
  incomplete ? null : change

const comparedNumbers = (comparisons: CrossingsReport['comparisons']): (number | null)[] =>
  comparisons.flatMap((each) => [each.value, each.current.value, shownChange(each)])

/** Every number that the page of the whole port shows. */
function pageNumbers(report: CrossingsReport): number[] {
  const { passengers, comparisons, compared } = report
  const vehicles = compared.find(({ code, direction }) => code === 'vehicles' && direction === 'both')
  return sorted([
    ...[report, ...(report.byCheckpoint ?? [])].flatMap(placeNumbers),
    ...comparedNumbers(comparisons.filter(({ base }) => base === 'yearToDate')),
    ...[passengers.total, passengers.entries, passengers.exits, vehicles?.count ?? null, 31],
  ])
}

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
  const byLine = rows.filter((row) => row[0] === 'Comparison by line')
  const numbers = rows.flatMap((row) => (row[6] === '' || byLine.includes(row) ? [] : [Number(row[6])]))
  const places = [report, ...(report.byCheckpoint ?? [])]
  const wanted = places.flatMap(({ passengers, persons, lines, controlTotals }) => [
    ...[passengers, persons].flatMap(({ entries, exits, total }) => [entries, exits, total]),
    ...lines.map(({ count }) => count),
    ...controlTotals.map(({ typed }) => typed),
  ])
  expect({
    numbers: sorted(numbers),
    bases: rows.filter((row) => row[0] === 'Comparison').map((row) => row.slice(8)),
    byLine: byLine.map((row) => [
      row[2],
      row[6],
      /^\d+$/.test(row[10] ?? '') ? Number(row[10]) : null,
      row[11],
    ]),
  }).toEqual({
    numbers: sorted([...wanted, ...report.comparisons.map(({ current }) => current.value), 31]),
    bases: report.comparisons.map(({ from, to, value, change, incomplete }) => [
      from,
      to,
      value === null ? 'not reported' : String(value),
      change === null || incomplete ? 'n/a' : String(change),
    ]),
    byLine: places.flatMap(({ compared }) =>
      compared.flatMap(({ code, count, bases }) =>
        bases.map(({ value, change }) => [
          code,
          count === null ? '' : String(count),
          value,
          change === null ? 'n/a' : String(change),
        ]),
      ),
    ),
  })
})

test.each(['en', 'zh-CN'] as const)(
  'the page in %s has every number of the query, written out',
  async (language) => {
    const book = await filledBook()
    const report = await book.done('readCrossingsReport', dayReport)
    const html = String(await written(book, 'html', language))
    const shown = [...html.matchAll(/data-value="([^"]+)">([^<]+?)[ <]/g)].map(([, value, text = '']) => ({
      value: Number(value),
      text,
    }))
    const writtenOut = (value: number, text: string) =>
      text.endsWith('%') ? formatPercent(value, language, { signed: true }) : formatNumber(value, language)
    expect({
      numbers: sorted(shown.map(({ value }) => value)),
      texts: shown.map(({ text }) => text),
    }).toEqual({
      numbers: pageNumbers(report),
      texts: shown.map(({ value, text }) => writtenOut(value, text)),
    })
  },
)

test('the workbook has every number of the query as a number and every date as a date', async () => {
  const book = await filledBook()
  const report = await book.done('readCrossingsReport', dayReport)
  const { sheets } = await readXlsx((await written(book, 'xlsx')) as Buffer)
  const numbers = sheets.map(({ rows }) => rows.flat().filter((value) => typeof value === 'number'))
  const dates = sheets.flatMap(({ rows }) => rows.flat().filter((value) => value instanceof Date))
  const parts = report.byCheckpoint ?? []
  const rows = [report, ...parts].flatMap(({ compared }) =>
    compared.flatMap(({ count, bases }) => bases.map(({ value, change }) => [count, value, change])),
  )
  const spans = report.comparisons.filter(({ base }) => base !== 'yearToDate')
  expect({
    names: sheets.map(({ name }) => name),
    numbers: numbers.map(sorted),
    dates: dates.map((date) => date.toISOString().slice(0, 10)),
    frozen: sheets.map(({ freezePane }) => freezePane?.rows),
  }).toEqual({
    names: ['Report', 'Passenger hall', 'Cargo yard', 'Comparison by line'],
    numbers: [
      sorted([...placeNumbers(report), ...comparedNumbers(report.comparisons), 31]),
      ...parts.map((part) => sorted(placeNumbers(part))),
      sorted(rows.flat()),
    ],
    dates: [
      ...report.comparisons.flatMap(({ from, to }) => [from, to]),
      ...rows.flatMap((_, index) => {
        const { from, to } = spans[index % spans.length] ?? { from: '', to: '' }
        return [from, to]
      }),
    ],
    frozen: [4, 4, 4, 4],
  })
})

test('the PDF is A4, and has the numbers of the query as text that can be read out again', {
  timeout: 60_000,
}, async (context) => {
  if (findBrowser() === null || spawnSync('pdftotext', ['-v']).error) {
    context.skip('needs Chromium, Chrome or Edge, and pdftotext')
  }
  const book = await filledBook()
  const report = await book.done('readCrossingsReport', dayReport)
  const pdf = await printPage(String(await written(book, 'html')))
  const text = spawnSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' }).stdout
  const info = spawnSync('pdfinfo', ['-'], { input: pdf, encoding: 'utf8' }).stdout
  const rowsOf = (name: string) =>
    text
      .split('\n')
      .filter((row) => new RegExp(`^ *${name} +(\\d|not)`).test(row))
      .map((row) => row.trim().slice(name.length).trim().replace(/ +/g, ' '))
  const shown = (value: number | null | undefined) =>
    value === null || value === undefined ? 'not reported' : formatNumber(value, 'en')
  const flowRow = ({ compared }: Figures, kind: 'line' | 'total', code: string) => {
    const of = (direction: string) =>
      compared.find((each) => each.kind === kind && each.code === code && each.direction === direction)
    const bases = of('both')?.bases ?? []
    const cells = [
      ...[of('entry'), of('exit'), of('both')].map((flow) => shown(flow?.count)),
      ...bases.flatMap(({ base, value, incomplete, change }) => [
        // Of the day before every value is incomplete, which stands once in the head.
        `${shown(value)}${incomplete && base !== 'previous' ? '¹' : ''}`,
        ...(base === 'previous'
          ? []
          : [change === null ? 'n/a' : formatPercent(change, 'en', { signed: true })]),
      ]),
    ]
    return cells.join(' ')
  }
  const [hall, yard] = report.byCheckpoint ?? []
  expect({
    head: /\bincomplete\b/.test(text),
    size: /Page size: +(\S+ x \S+) .*\(A4\)/.test(info),
    domestic: rowsOf('Domestic'),
    trucks: rowsOf('Trucks'),
    passengers: rowsOf('Passengers').slice(0, 2),
    vehicles: rowsOf('Sum of vehicles'),
    feet: text.match(new RegExp(`Chain head ${report.journal.hash.slice(0, 12)} .*Page \\d+ of \\d+`, 'g'))
      ?.length,
  }).toEqual({
    head: true,
    size: true,
    domestic: [report, hall].map((place) => flowRow(place as Figures, 'line', 'domestic')),
    trucks: [report, yard].map((place) => flowRow(place as Figures, 'line', 'trucks')),
    passengers: [report, hall].map((place) => flowRow(place as Figures, 'total', 'passengers')),
    vehicles: [flowRow(report as Figures, 'total', 'vehicles')],
    feet: Number(/Pages: +(\d+)/.exec(info)?.[1]),
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
