import { parse } from 'csv-parse/sync'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import type { CrossingsReportInput, ReportFormat } from '../../../../shared/contract/reports.ts'
import type { OpenStep, StaffingSection } from '../../../../shared/contract/staffing-section.ts'
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

async function written(
  book: TestBook,
  report: CrossingsReportInput,
  format: ReportFormat,
  part?: 'staffing',
) {
  const file = await book.done('writeCrossingsReport', {
    report,
    format,
    language: 'en',
    ...(part && { part }),
  })
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

type Minutes = Pick<OpenStep, 'plannedMinutes' | 'channelMinutes' | 'officerMinutes' | 'unknownMinutes'>

const hours = ({ channelMinutes, plannedMinutes, officerMinutes, unknownMinutes }: Minutes) => [
  channelMinutes / 60,
  plannedMinutes / 60,
  unknownMinutes > 0 || officerMinutes === 0 ? null : officerMinutes / 60,
]

/** What the staffing table has of a section beside the numbers of the report. */
const tableNumbers = ({ channelHours, steps, hours: byHour }: StaffingSection): (number | null)[] => [
  ...channelHours.flatMap((each) => [
    each.days,
    each.entryMinutes / 60,
    each.exitMinutes / 60,
    ...hours(each),
  ]),
  ...steps.flatMap((step) => [step.opened, step.mostAtOnce, ...hours(step), step.entries, step.exits]),
  ...byHour.flatMap((hour) => [
    hour.open,
    hour.entries,
    hour.exits,
    ...hour.kinds.map(({ utilisation }) => utilisation),
  ]),
]

test.each([
  ['shift', shiftReport],
  ['day', dayReport],
  ['month', monthReport],
])('the staffing table of a %s has every number of the query in every format', async (kind, input) => {
  const book = await staffedBook()
  const { checkpoints } = await book.done('readStaffingSections', input)
  expect(JSON.parse(String(await written(book, input, 'json', 'staffing'))).staffing).toEqual(checkpoints)
  const html = String(await written(book, input, 'html', 'staffing'))
  const onPage = [...html.matchAll(/data-value="([^"]+)"/g)].map(([, value]) => Number(value))
  const { sheets } = await readXlsx((await written(book, input, 'xlsx', 'staffing')) as Buffer)
  const inWorkbook = sheets
    .flatMap(({ rows }) => rows.flat())
    .filter((value): value is number => typeof value === 'number')
  expect(sorted(inWorkbook)).toEqual(sorted(onPage))
  const [, ...rows] = parse(String(await written(book, input, 'csv', 'staffing')), {
    bom: true,
  }) as string[][]
  const inTable = rows
    .filter(([section]) => /^(By|Period)/.test(section ?? ''))
    .flatMap((row) => (row[6] === '' ? [] : [Number(row[6])]))
  const wanted = checkpoints.flatMap(tableNumbers)
  expect(sorted(inTable)).toEqual(sorted(wanted))
  // Hours without anybody are not printed, and neither is how many days one day is.
  const isShort = kind !== 'month'
  const printed = checkpoints.flatMap((section) => [
    ...shownNumbers(section),
    ...tableNumbers({
      ...section,
      hours: section.hours.filter(({ open, entries, exits }) => open + entries + exits > 0),
    }),
    ...sumsOf(section, isShort),
  ])
  const days = isShort ? checkpoints.flatMap(({ channelHours }) => channelHours.map((each) => each.days)) : []
  expect(sorted([...onPage, ...days])).toEqual(sorted(printed))
})

/** The totals below the tables by channel and by date. */
function sumsOf({ channelHours, steps }: StaffingSection, isShort: boolean): (number | null)[] {
  const sum = (numbers: readonly (number | null)[]) =>
    numbers.reduce<number>((total, number) => total + (number ?? 0), 0)
  const all = {
    channelMinutes: sum(channelHours.map((each) => each.channelMinutes)),
    plannedMinutes: sum(channelHours.map((each) => each.plannedMinutes)),
    officerMinutes: sum(channelHours.map((each) => each.officerMinutes)),
    unknownMinutes: sum(channelHours.map((each) => each.unknownMinutes)),
  }
  const byChannel = [
    sum(channelHours.map((each) => each.entryMinutes)) / 60,
    sum(channelHours.map((each) => each.exitMinutes)) / 60,
    ...hours(all),
  ]
  if (isShort) return byChannel
  return [
    ...byChannel,
    channelHours.filter(({ days }) => days > 0).length,
    Math.max(...steps.map((step) => step.mostAtOnce)),
    ...hours(all),
    sum(steps.map((step) => step.entries)),
    sum(steps.map((step) => step.exits)),
  ]
}

test('dates and channels of a month add up to its kinds and to the counts of its report', async () => {
  const book = await staffedBook()
  const { checkpoints } = await book.done('readStaffingSections', monthReport)
  const hall = checkpoints.find(({ checkpoint }) => checkpoint === 'hall')
  const report = await book.done('readCrossingsReport', { ...monthReport, checkpoint: 'hall' })
  const total = (numbers: readonly (number | null)[] = []) =>
    numbers.reduce<number>((sum, number) => sum + (number ?? 0), 0)
  const kinds = total(
    hall?.kinds.filter(({ direction }) => direction === null).map((each) => each.channelMinutes),
  )
  expect({
    dates: hall?.steps.length,
    byDate: total(hall?.steps.map((each) => each.channelMinutes)),
    byChannel: total(hall?.channelHours.map((each) => each.channelMinutes)),
    planned: total(hall?.channelHours.map((each) => each.plannedMinutes)),
    entries: total(hall?.steps.map((each) => each.entries)),
    exits: total(hall?.steps.map((each) => each.exits)),
  }).toEqual({
    dates: 28,
    byDate: kinds,
    byChannel: kinds,
    planned: 180,
    entries: report.passengers.entries,
    exits: report.passengers.exits,
  })
  expect(kinds).toBe(155 + 75 + 140)
})

test('a period of years goes by month, and a longer one by year', async () => {
  const book = await staffedBook()
  const range = async (to: string) => {
    const input = { kind: 'range', date: '2025-01-15', to } as const
    const { checkpoints } = await book.done('readStaffingSections', input)
    return checkpoints[0]?.steps.map((step) => `${step.from} ${step.to} ${step.channelMinutes}`)
  }
  expect([await range('2025-03-31'), (await range('2030-03-31'))?.slice(0, 2)]).toEqual([
    ['2025-01-15 2025-01-31 0', '2025-02-01 2025-02-28 370', '2025-03-01 2025-03-31 0'],
    ['2025-01-15 2025-12-31 370', '2026-01-01 2026-12-31 0'],
  ])
})

test('the staffing table of a book without channels says so', async () => {
  const book = testBook()
  const said = 'No checkpoint has channels in this period.'
  const { sheets } = await readXlsx((await written(book, monthReport, 'xlsx', 'staffing')) as Buffer)
  expect([
    sheets.map(({ rows }) => rows.flat().includes(said)),
    String(await written(book, monthReport, 'html', 'staffing')).includes(`<p>${said}</p>`),
    JSON.parse(String(await written(book, monthReport, 'json', 'staffing'))).staffing,
  ]).toEqual([[true], true, []])
})
