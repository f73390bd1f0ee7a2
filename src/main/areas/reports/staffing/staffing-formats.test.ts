import { parse } from 'csv-parse/sync'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import type { CrossingsReportInput, ReportFormat } from '../../../../shared/contract/reports.ts'
import type { StaffingSection } from '../../../../shared/contract/staffing-section.ts'
import { staffTestBook } from '../../../testing/staff-test-book.ts'
import { type TestBook, testBook } from '../../../testing/test-book.ts'

const place = { checkpoint: 'hall', date: '2025-02-03', shift: 'morning' } as const
const shiftReport: CrossingsReportInput = { kind: 'shift', ...place }
const dayReport: CrossingsReportInput = { kind: 'day', date: place.date, checkpoint: place.checkpoint }
const monthReport: CrossingsReportInput = { kind: 'month', date: place.date }

/** A morning in which nobody lets anybody out before a channel turns round. */
async function staffedBook(): Promise<TestBook> {
  const book = testBook()
  await staffTestBook(book)
  const entry = { date: place.date, direction: 'entry', line: 'domestic' } as const
  await book.done('recordCounts', {
    checkpoint: 'hall',
    counts: [
      { ...entry, period: 'morning', value: 201 },
      { ...entry, period: 'morning@10', value: 150 },
      { ...entry, period: 'morning@11', value: 51 },
      { ...entry, direction: 'exit', period: 'morning', value: 10 },
      { ...entry, direction: 'exit', period: 'morning@13', value: 10 },
    ],
  })
  const opening = { plan: 'actual', direction: 'entry', startsMinute: 600, endsMinute: 900 } as const
  await book.done('recordOpenings', {
    ...place,
    openings: [
      { ...opening, channel: 'm1', endsMinute: 755, headCount: 2 },
      { ...opening, channel: 'm2', startsMinute: 675, endsMinute: 750, headCount: 1 },
      { ...opening, channel: 'm1', direction: 'exit', startsMinute: 760, headCount: 1 },
      { ...opening, channel: 'm1', plan: 'planned', endsMinute: 780, headCount: 2 },
    ],
  })
  return book
}

async function written(book: TestBook, report: CrossingsReportInput, format: ReportFormat) {
  const file = await book.done('writeCrossingsReport', { report, format, language: 'en' })
  return file.encoding === 'text' ? file.text : Buffer.from(file.base64, 'base64')
}

const sorted = (numbers: readonly (number | null)[]): number[] =>
  numbers.filter((number) => number !== null).sort((a, b) => a - b)

/** Every number that the page and the workbook show of a section. */
function shownNumbers({ work, kinds, planned }: StaffingSection): (number | null)[] {
  const ways = (kind: string) => kinds.filter((each) => each.kind === kind).length
  const rows = kinds.filter(({ kind, direction }) => direction !== null || ways(kind) > 2)
  return [
    ...work.flatMap(({ staff, perChannelHour }) => [staff, perChannelHour]),
    ...rows.flatMap((each) => [
      each.opened,
      each.channelMinutes / 60,
      each.officerMinutes / 60,
      each.served,
      each.perChannelHour,
      each.perOfficerHour,
      each.utilisation,
    ]),
    ...new Set(kinds.map(({ kind }) => kind)),
  ].flatMap((value) =>
    typeof value === 'string'
      ? [(planned.find(({ kind }) => kind === value)?.channelMinutes ?? 0) / 60]
      : [value],
  )
}

test('the JSON has the staffing of the query beside the crossings, and none in a book without channels', async () => {
  const book = await staffedBook()
  const { checkpoints } = await book.done('readStaffingSections', shiftReport)
  expect(JSON.parse(String(await written(book, shiftReport, 'json')))).toEqual({
    ...(await book.done('readCrossingsReport', shiftReport)),
    staffing: checkpoints,
  })
  const bare = JSON.parse(String(await written(testBook(), shiftReport, 'json')))
  expect(Object.keys(bare)).not.toContain('staffing')
  expect(String(await written(testBook(), shiftReport, 'html'))).not.toContain('class="staffing"')
})

test('channels add up to their kind, and the shift says where they were too few', async () => {
  const [hall] = (await (await staffedBook()).done('readStaffingSections', shiftReport)).checkpoints
  const served = hall?.work.reduce((sum, each) => sum + each.served, 0)
  expect({
    served: [served, hall?.kinds.find(({ direction }) => direction === null)?.served],
    work: hall?.work.map(({ channel, direction, open, staff }) => [channel, direction, open, staff]),
    worst: hall?.need?.worst,
  }).toEqual({
    served: [expect.closeTo(211), expect.closeTo(211)],
    work: [
      ['m1', 'entry', [{ from: 600, to: 755 }], 2],
      ['m1', 'exit', [{ from: 760, to: 900 }], 1],
      ['m2', 'entry', [{ from: 675, to: 750 }], 1],
    ],
    worst: expect.objectContaining({ direction: 'exit', kind: 'manual', from: 600, open: 0, needed: 1 }),
  })
})

test.each([
  ['shift', shiftReport],
  ['day', dayReport],
  ['month', monthReport],
])('the page and the workbook of a %s have every number of the query', async (_, input) => {
  const book = await staffedBook()
  const { checkpoints } = await book.done('readStaffingSections', input)
  const wanted = sorted(checkpoints.flatMap(shownNumbers))
  const html = String(await written(book, input, 'html'))
  const parts = html.match(/<section class="(staffing|annex).*?<\/section>/gs)?.join('') ?? ''
  const { sheets } = await readXlsx((await written(book, input, 'xlsx')) as Buffer)
  const cells = sheets.find(({ name }) => name === 'Staffing')?.rows.flat() ?? []
  expect({
    page: sorted([...parts.matchAll(/data-value="([^"]+)"/g)].map(([, value]) => Number(value))),
    workbook: sorted(cells.flatMap((value) => (typeof value === 'number' ? [value] : []))),
  }).toEqual({ page: wanted, workbook: wanted })
  expect(wanted.length).toBeGreaterThan(7)
})

test('the CSV has every number of the query, and the gap in words', async () => {
  const book = await staffedBook()
  const { checkpoints } = await book.done('readStaffingSections', shiftReport)
  const [, ...rows] = parse(String(await written(book, shiftReport, 'csv')), { bom: true }) as string[][]
  const own = rows.filter(([section]) => /^Channel/.test(section ?? ''))
  const numbers = own.map((row) => (row[6] === '' ? null : Number(row[6])))
  const [hall] = checkpoints
  if (!hall?.need?.worst) throw new Error('no gap')
  const { channels, work, kinds, planned, need } = hall
  expect(sorted(numbers)).toEqual(
    sorted([
      channels.exist,
      channels.opened,
      channels.mostAtOnce,
      ...work.flatMap((each) => [each.channelMinutes / 60, each.staff, each.served, each.perChannelHour]),
      ...kinds.flatMap((each) => [
        each.opened,
        each.channelMinutes / 60,
        each.officerMinutes / 60,
        each.served,
        each.perChannelHour,
        each.perOfficerHour,
        each.utilisation,
      ]),
      ...planned.map(({ channelMinutes }) => channelMinutes / 60),
      need.worst?.needed ?? null,
      need.worst?.open ?? null,
      need.worst?.longestMinutes ?? null,
    ]),
  )
  const html = String(await written(book, shiftReport, 'html'))
  const said = own.at(-1)?.[7] ?? ''
  expect([said, html.includes(`<p class="gap"><b>${said}</b></p>`)]).toEqual([
    expect.stringMatching(
      /^10:00–12:45: 1 manual exit channel needed, 0 open; longest wait estimated \d+ minutes \(target 30\)\.$/,
    ),
    true,
  ])
})

test('the plan of a shift has its openings, who is expected, and where it falls short', async () => {
  const plan = await (await staffedBook()).done('readShiftPlan', place)
  expect({
    openings: plan.openings.map(({ channel, from, to, headCount }) => [channel, from, to, headCount]),
    shift: [plan.shift.from, plan.shift.to],
    short: plan.worst && plan.worst.open < plan.worst.needed,
    needs: plan.needs.every(({ from, to }) => from < to),
  }).toEqual({ openings: [['m1', 600, 780, 2]], shift: [600, 900], short: true, needs: true })
})
