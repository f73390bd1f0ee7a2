import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import type { CrossingsReport, CrossingsReportInput } from '../../../shared/contract/reports.ts'
import type { StaffingSections } from '../../../shared/contract/staffing-section.ts'
import { reportPage } from '../../../shared/report/report-page.ts'
import { csvText } from '../../book/write-table.ts'
import { type TestBook, testBook } from '../../testing/test-book.ts'
import { reportTable } from './report-rows.ts'

async function filledBook(): Promise<TestBook> {
  const book = testBook()
  const figure = { direction: 'entry', date: '2025-02-03', period: 'day' } as const
  await book.done('recordCounts', {
    checkpoint: 'hall',
    counts: [
      { ...figure, line: 'domestic', value: 1_234_567 },
      { ...figure, line: 'foreign', value: 0 },
      { ...figure, line: 'crew', value: 'closed' },
      { ...figure, line: 'buses', value: 'not-applicable' },
      { ...figure, line: 'domestic', value: 617_284, date: '2025-02-02' },
      { ...figure, line: 'domestic', value: 3, period: 'morning@10' },
    ],
  })
  await book.done('recordCounts', {
    checkpoint: 'hall',
    controlTotals: [
      { direction: 'entry', unit: 'persons', date: '2025-02-03', period: 'day', value: 1_234_568 },
    ],
  })
  await book.done('recordCounts', { checkpoint: 'yard', counts: [{ ...figure, line: 'trucks', value: 28 }] })
  return book
}

/** Every number of a report in the order of its table. */
function numbersOf(report: CrossingsReport): (number | null)[] {
  const figures = (part: Pick<CrossingsReport, 'passengers' | 'persons' | 'lines' | 'controlTotals'>) => [
    ...[part.passengers, part.persons].flatMap(({ entries, exits, total }) => [entries, exits, total]),
    ...part.lines.map(({ count }) => count),
    ...part.controlTotals.map(({ typed }) => typed),
  ]
  return [
    ...figures(report),
    ...report.comparisons.map(({ current }) => current.value),
    ...(report.peak ? [report.peak.passengers] : []),
    ...(report.byCheckpoint ?? []).flatMap(figures),
  ]
}

const readBack = (report: CrossingsReport, language: 'en' | 'zh-CN'): string[][] => {
  const { headings, rows } = reportTable(report, noStaffing, language)
  return parse(csvText(headings, rows), { bom: true })
}
/** As of a book without channels. */
const noStaffing: StaffingSections = {
  period: { kind: 'day', from: '2025-02-03', to: '2025-02-03', shift: null },
  checkpoints: [],
}
const dayReport: CrossingsReportInput = { kind: 'day', date: '2025-02-03' }

test.each(['en', 'zh-CN'] as const)('the CSV in %s has the same numbers as the JSON', async (language) => {
  const report = await (await filledBook()).done('readCrossingsReport', dayReport)
  const [headings = [], ...rows] = readBack(report, language)
  const ofReport = rows.filter((row) => !['Comparison by line', '分项对比'].includes(row[0] ?? ''))
  const numbers = ofReport.map((row) => (row[6] === '' ? null : Number(row[6])))
  expect({ columns: headings.length, numbers }).toEqual({ columns: 12, numbers: numbersOf(report) })
})

test('a row of each kind says its place, name, direction, unit, number and what the number is', async () => {
  const report = await (await filledBook()).done('readCrossingsReport', { ...dayReport, checkpoint: 'hall' })
  const rows = readBack(report, 'en').map((row) => row.join('|'))
  expect(
    rows.filter((row) => /^Section|^Total.+Entry|^Line.+Entry|^Control|previous|^Peak/.test(row)),
  ).toEqual([
    'Section|Checkpoint|Code|Name|Direction|Unit|Count|State|Base from|Base to|Base value|Change',
    'Total|Passenger hall|passengers|Passengers|Entry|Travellers, person-times|1234567|||||',
    'Total|Passenger hall|persons|Persons with crew|Entry|Travellers, person-times|1234567|||||',
    'Line|Passenger hall|domestic|Domestic|Entry|Travellers, person-times|1234567|||||',
    'Line|Passenger hall|foreign|Foreign|Entry|Travellers, person-times|0|||||',
    'Line|Passenger hall|diplomats|of which diplomats|Entry|Travellers, person-times||not reported||||',
    'Line|Passenger hall|e-gate|of which by e-gate|Entry|Travellers, person-times||not reported||||',
    'Line|Passenger hall|crew|Crew|Entry|Travellers, person-times||closed||||',
    'Line|Passenger hall|buses|Buses|Entry|Vehicles, vehicle-times||not applicable||||',
    'Control total|Passenger hall|persons|typed from paper|Entry|Travellers, person-times|1234568|sum of the lines: 1234567||||',
    'Comparison|Passenger hall|previous|Period before|Both|Travellers, person-times|1234567|incomplete|2025-02-02|2025-02-02|617284|n/a',
    'Peak|Passenger hall|peak|Peak 10:00–11:00, passengers per hour|Both|Travellers, person-times|3|2025-02-03||||',
  ])
})

test('a total whose lines are all closed is closed, in the table and on the page', async () => {
  const book = testBook()
  const lines = ['domestic', 'foreign', 'diplomats', 'crew']
  await book.done('recordCounts', {
    checkpoint: 'hall',
    counts: lines.flatMap((line) =>
      (['entry', 'exit'] as const).map((direction) => ({
        line,
        direction,
        date: '2025-02-03',
        period: 'day',
        // Crew going out is not reported.
        value: line === 'crew' && direction === 'exit' ? null : ('closed' as const),
      })),
    ),
  })
  const report = await book.done('readCrossingsReport', {
    kind: 'day',
    date: '2025-02-03',
    checkpoint: 'hall',
  })
  const rows = reportTable(report, noStaffing, 'en').rows.map((row) => row.map(String))
  expect(rows.slice(0, 6).map((row) => row[7])).toEqual([
    'closed',
    'closed',
    'closed',
    'closed',
    'not reported',
    'not reported',
  ])
  const page = reportPage(report, null, 'en')
  const sums = page.groups[0]?.rows.filter(({ kind }) => kind === 'sum') ?? []
  expect([
    page.figures[0]?.cell.text,
    ...sums.map(({ entry, exit, both }) => [entry.text, exit.text, both.text]),
  ]).toEqual(['closed', ['closed', 'closed', 'closed'], ['closed', 'not reported', 'not reported']])
})
