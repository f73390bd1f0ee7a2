import { parse } from 'csv-parse/sync'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import type { ReportFormat } from '../../../../shared/contract/reports.ts'
import type { ShiftPlan } from '../../../../shared/contract/staffing-section.ts'
import { planPage } from '../../../../shared/report/plan-page.ts'
import { staffTestBook } from '../../../testing/staff-test-book.ts'
import { type TestBook, testBook } from '../../../testing/test-book.ts'
import { planHtml } from './plan-html.ts'
import { planTable } from './plan-table.ts'
import { planXlsx } from './plan-xlsx.ts'

const place = { checkpoint: 'hall', date: '2025-02-03', shift: 'morning' } as const

async function written(book: TestBook, format: ReportFormat): Promise<string | Buffer> {
  const file = await book.done('writeCrossingsReport', {
    report: { kind: 'shift', ...place },
    part: 'plan',
    format,
    language: 'en',
  })
  return file.encoding === 'text' ? file.text : Buffer.from(file.base64, 'base64')
}

const known = { busesAdd: null, basis: 'shift', quarters: [] as number[], profile: 'hours' } as const

/** A night with a relief, somebody nobody named, a forecast, and a need that the plan falls short of. */
const night: ShiftPlan = {
  port: { code: 'test', names: { en: 'Testport' } },
  sample: true,
  checkpoint: { code: 'hall', names: { en: 'Hall' } },
  date: '2025-02-03',
  shift: { code: 'night', names: { en: 'Night' }, from: 1320, to: 1800 },
  openings: [
    {
      ...{ channel: 'm1', names: { en: 'M1' }, kind: 'manual', direction: 'entry', from: 1320, to: 1440 },
      ...{ headCount: 3, duties: [] },
    },
    {
      ...{ channel: 'm2', names: { en: 'M2' }, kind: 'manual', direction: 'exit', from: 1455, to: 1800 },
      headCount: null,
      duties: [
        { officer: '0231', from: 1455, to: 1600 },
        { officer: '0244', from: 1600, to: 1800 },
      ],
    },
    {
      ...{ channel: 'e1', names: { en: 'E1' }, kind: 'e-gate', direction: 'exit', from: 1470, to: 1530 },
      ...{ headCount: null, duties: [] },
    },
  ],
  expected: {
    unit: 'persons',
    directions: [
      { ...known, direction: 'entry', count: 1234, low: 1100, high: 1391 },
      { ...known, direction: 'exit', count: 77, low: 61, high: 98 },
    ],
  },
  target: { minutes: 30, percent: null },
  needs: [
    {
      ...{ direction: 'exit', kind: 'manual', lines: null, from: 1335, to: 1500 },
      ...{ expected: 55.25, needed: 4, open: 2 },
    },
  ],
  worst: {
    ...{ direction: 'exit', kind: 'manual', lines: null, from: 1335, to: 1500 },
    ...{ open: 2, needed: 4, longestMinutes: 41 },
  },
}

const gap =
  '22:15–01:00: 4 manual exit channels needed, 2 planned; longest wait estimated 41 minutes (target 30).'

test('every number and time of a plan stands in its table, its workbook and its page alike', async () => {
  const { rows } = planTable(night, 'en')
  expect(rows.map(([section, , code, , ...figures]) => [section, code, ...figures])).toEqual([
    ['Who opens what', 'm1', 'Entry', '22:00', '24:00', 3, null, null, null, null, null, null],
    [
      'Who opens what',
      'm2',
      'Exit',
      '00:15',
      '06:00',
      '0231 00:15–02:40, 0244 02:40–06:00',
      ...Array(6).fill(null),
    ],
    ['Who opens what', 'e1', 'Exit', '00:30', '01:30', null, ...Array(6).fill(null)],
    ['Expected arrivals', 'persons', 'Entry', '22:00', '06:00', null, 1234, 1100, 1391, null, null, null],
    ['Expected arrivals', 'persons', 'Exit', '22:00', '06:00', null, 77, 61, 98, null, null, null],
    ['Channels needed', 'manual', 'Exit', '22:15', '01:00', null, 55, null, null, 4, 2, null],
    ['Channels needed', ...Array(10).fill(null), gap],
  ])
  const { sheets } = await readXlsx(await planXlsx(night, 'en'))
  const [asPrinted, figures] = sheets.map((sheet) => sheet.rows)
  const filled = (line: readonly unknown[] = []) => line.filter((cell) => cell !== null && cell !== '')
  expect(figures?.slice(4).map(filled)).toEqual(rows.map(filled))
  expect(asPrinted?.map(filled).filter((line) => line.length > 1)).toEqual([
    ['Monday 3 February 2025 · Night 22:00–06:00', 'Hall'],
    ['Channel', 'Direction', 'Time', 'Officers'],
    ['M1 manual', 'Entry', '22:00–24:00', 3],
    ['M2 manual', 'Exit', '00:15–06:00', '0231 00:15–02:40, 0244 02:40–06:00'],
    ['E1 e-gate', 'Exit', '00:30–01:30', '—'],
    ['Direction', 'Travellers, person-times', 'Likely range'],
    ['Entry', 1234, '1,100–1,391'],
    ['Exit', 77, '61–98'],
    ['Direction', 'Kind', 'Time', 'Expected', 'Needed', 'Planned'],
    ['Exit', 'Manual', '22:15–01:00', 55, 4, 2],
  ])
  const page = planHtml(planPage(night, 'en'), 'en')
  const cells = [
    ...page.matchAll(/<t[hd](?: scope="row"| class="l"| data-value="[^"]+")[^>]*>(.*?)<\/t[hd]>/g),
  ]
  expect(cells.map(([, cell]) => cell?.replace(/<[^>]*>/g, ''))).toEqual([
    ...['M1 manual', 'Entry', '22:00–24:00', '3'],
    ...['M2 manual', 'Exit', '00:15–06:00', '0231 00:15–02:40, 0244 02:40–06:00'],
    ...['E1 e-gate', 'Exit', '00:30–01:30', '—'],
    ...['Entry', '1,234', '1,100–1,391', 'Exit', '77', '61–98'],
    ...['Exit', 'Manual', '22:15–01:00', '55', '4', '2'],
  ])
  expect([page.includes(`<b>${gap}</b>`), asPrinted?.flat().includes(gap)]).toEqual([true, true])
})

test('the files of a plan are made of the answer that the window shows', async () => {
  const book = testBook()
  await staffTestBook(book)
  const opening = { plan: 'planned', direction: 'entry', startsMinute: 600 } as const
  await book.done('recordOpenings', {
    ...place,
    openings: [
      { ...opening, channel: 'm1', endsMinute: 755, headCount: 2 },
      { ...opening, channel: 'm2', plan: 'actual', endsMinute: 750, headCount: 1 },
    ],
  })
  const plan = await book.done('readShiftPlan', place)
  const table = planTable(plan, 'en')
  const csv: string[][] = parse(String(await written(book, 'csv')), { bom: true })
  const asText = (row: readonly unknown[]) => row.map((cell) => (cell === null ? '' : String(cell)))
  const workbook = await readXlsx((await written(book, 'xlsx')) as Buffer)
  expect({
    json: JSON.parse(String(await written(book, 'json'))),
    csv,
    html: await written(book, 'html'),
    sheets: workbook.sheets.map(({ rows }) => rows),
  }).toEqual({
    json: plan,
    csv: [table.headings, ...table.rows].map(asText),
    html: planHtml(planPage(plan, 'en'), 'en'),
    sheets: (await readXlsx(await planXlsx(plan, 'en'))).sheets.map(({ rows }) => rows),
  })
  expect(csv[1]?.slice(2, 8)).toEqual(['m1', 'Manual 1 manual', 'Entry', '10:00', '12:35', '2'])
})

test('a plan is of a shift or day of one checkpoint', async () => {
  const book = testBook()
  await staffTestBook(book)
  const { date, checkpoint } = place
  const ask = async (report: Parameters<typeof book.done<'writeCrossingsReport'>>[1]['report']) => {
    const answer = await book.call('writeCrossingsReport', {
      report,
      part: 'plan',
      format: 'csv',
      language: 'en',
    })
    return answer.ok || [answer.error.code, answer.error.details.field]
  }
  expect([
    await ask({ kind: 'day', date, checkpoint }),
    await ask({ kind: 'day', date }),
    await ask({ kind: 'shift', date, checkpoint }),
    await ask({ kind: 'month', date, checkpoint }),
  ]).toEqual([true, ['invalid-input', 'checkpoint'], ['invalid-input', 'shift'], ['invalid-input', 'kind']])
})
