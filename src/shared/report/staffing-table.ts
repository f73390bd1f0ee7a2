import type { CrossingsReport } from '../contract/reports.ts'
import type {
  ChannelHours,
  OpenStep,
  StaffingSection,
  StaffingSections,
} from '../contract/staffing-section.ts'
import { formatDateWithWeekday, formatMonth } from '../format.ts'
import { texts } from '../languages/index.ts'
import { nameIn } from '../languages/names.ts'
import { channelKinds } from '../staffing/staffing-words.ts'
import type { Language } from '../words.ts'
import { fill } from './fill.ts'
import { minuteTimes } from './minute-times.ts'
import { numberCell, type PageCell } from './page-cell.ts'
import { channelText, pageStaffing } from './page-staffing.ts'
import { decimalCell, hoursCell, type PageTable, shareCell, textCell } from './page-table.ts'
import { periodText, yearText } from './period-text.ts'
import type { ReportPage } from './report-page.ts'

/** The staffing of one checkpoint as tables. */
export interface StaffingTablePart {
  code: string
  place: string
  inUse: string
  tables: PageTable[]
  /** Where channels were too few, in bold. */
  gap: string | null
  said: string | null
  notes: string[]
}

/** The staffing of a period in the reader's words: by channel, kind, date and hour, checkpoint by checkpoint. */
export interface StaffingTablePage
  extends Pick<ReportPage, 'title' | 'place' | 'period' | 'sample' | 'foot' | 'pageNumber'> {
  parts: StaffingTablePart[]
  /** Said where no checkpoint has channels. */
  none: string | null
}

/** @param page the crossings report of the same period, whose head and foot it shares */
export function staffingTablePage(
  report: CrossingsReport,
  page: Pick<ReportPage, 'place' | 'sample' | 'foot' | 'pageNumber'>,
  staffing: StaffingSections,
  language: Language,
): StaffingTablePage {
  const words = texts[language].staffingReport
  const short = pageStaffing(staffing, true, language)
  const { place, sample, foot, pageNumber } = page
  return {
    title: fill(words.table.title, { port: nameIn(report.port.names, language) }),
    period: periodText(report, language),
    ...{ place, sample, foot, pageNumber },
    parts: staffing.checkpoints.flatMap((section, index): StaffingTablePart[] => {
      const said = short[index]
      if (!said) return []
      return [
        {
          code: section.checkpoint,
          place: nameIn(section.names, language),
          inUse: said.inUse,
          tables: tablesOf(section, [said.table, said.annex], language),
          gap: said.gap,
          said: said.said,
          notes: [
            [
              ...said.notes,
              fill(words.table.counted, { unit: texts[language].unitsInText[section.unit] }),
            ].join(' '),
          ],
        },
      ]
    }),
    none: staffing.checkpoints.length === 0 ? words.table.noChannels : null,
  }
}

function tablesOf(
  section: StaffingSection,
  [first, byKind]: readonly (PageTable | null)[],
  language: Language,
): PageTable[] {
  const { byKind: kindLabel, table } = texts[language].staffingReport
  const isShort = section.steps.length === 0
  return [
    // Of a longer period the first is by kind.
    ...(first ? [{ ...first, label: isShort ? table.byChannel : kindLabel }] : []),
    ...(isShort ? [] : [stepTable(section, language)]),
    ...(section.channelHours.length > 0 ? [channelTable(section.channelHours, isShort, language)] : []),
    ...(byKind ? [byKind] : []),
    hourTable(section, language),
  ]
}

const textHead = (text: string) => ({ text, isText: true })
const numberHead = (text: string) => ({ text, isText: false })

type Minutes = Pick<OpenStep, 'plannedMinutes' | 'channelMinutes' | 'officerMinutes' | 'unknownMinutes'>

/** Null where nobody was there, or where some did not say how many. */
export const officersOf = ({ officerMinutes, unknownMinutes }: Minutes): number | null =>
  unknownMinutes > 0 || officerMinutes === 0 ? null : officerMinutes

function addMinutes(rows: readonly Minutes[]): Minutes {
  const of = (key: keyof Minutes): number => rows.reduce((sum, row) => sum + row[key], 0)
  return {
    plannedMinutes: of('plannedMinutes'),
    channelMinutes: of('channelMinutes'),
    officerMinutes: of('officerMinutes'),
    unknownMinutes: of('unknownMinutes'),
  }
}

const minuteCells = (minutes: Minutes, language: Language): PageCell[] => [
  hoursCell(minutes.channelMinutes, language),
  hoursCell(minutes.plannedMinutes, language),
  hoursCell(officersOf(minutes), language),
]

/** @param isShort a shift or day, of which days need no telling */
function channelTable(channels: readonly ChannelHours[], isShort: boolean, language: Language): PageTable {
  const { kindColumns, columns, table } = texts[language].staffingReport
  const sumOf = (key: 'entryMinutes' | 'exitMinutes'): number =>
    channels.reduce((sum, each) => sum + each[key], 0)
  return {
    label: isShort ? kindColumns.channelHours : table.byChannel,
    heads: [
      textHead(columns.channel),
      ...[
        ...(isShort ? [] : [table.days]),
        table.entryHours,
        table.exitHours,
        kindColumns.channelHours,
        kindColumns.planned,
        kindColumns.officerHours,
      ].map(numberHead),
    ],
    rows: channels.map((each) => [
      textCell(channelText(each, language)),
      ...(isShort ? [] : [numberCell(each.days, language)]),
      hoursCell(each.entryMinutes, language),
      hoursCell(each.exitMinutes, language),
      ...minuteCells(each, language),
    ]),
    sums: [
      textCell(table.total),
      ...(isShort ? [] : [textCell('')]),
      hoursCell(sumOf('entryMinutes'), language),
      hoursCell(sumOf('exitMinutes'), language),
      ...minuteCells(addMinutes(channels), language),
    ],
  }
}

/** How finely the rows of a period go. */
const fineness = ({ from, to }: OpenStep): 'byDate' | 'byMonth' | 'byYear' =>
  from === to ? 'byDate' : from.slice(0, 7) === to.slice(0, 7) ? 'byMonth' : 'byYear'

/** A date, month or year of the staffing table in words. */
export function stepText(step: OpenStep, language: Language): string {
  switch (fineness(step)) {
    case 'byDate':
      return formatDateWithWeekday(step.from, language)
    case 'byMonth':
      return formatMonth(step.from.slice(0, 7), language)
    default:
      return yearText(step.from, language)
  }
}

function stepTable({ steps, channelHours }: StaffingSection, language: Language): PageTable {
  const { staffingReport, directions } = texts[language]
  const { kindColumns, table } = staffingReport
  const [, second = steps[0]] = steps
  const total = (key: 'entries' | 'exits'): number | null =>
    steps.reduce<number | null>(
      (sum, { [key]: number }) => (number === null ? sum : (sum ?? 0) + number),
      null,
    )
  const known = (number: number | null): PageCell =>
    number === null ? textCell('—') : numberCell(number, language)
  return {
    label: table[second ? fineness(second) : 'byDate'],
    heads: [
      textHead(table.period),
      ...[
        kindColumns.opened,
        table.mostAtOnce,
        kindColumns.channelHours,
        kindColumns.planned,
        kindColumns.officerHours,
        directions.entry,
        directions.exit,
      ].map(numberHead),
    ],
    rows: steps.map((step) => [
      textCell(stepText(step, language)),
      numberCell(step.opened, language),
      numberCell(step.mostAtOnce, language),
      ...minuteCells(step, language),
      known(step.entries),
      known(step.exits),
    ]),
    sums: [
      textCell(table.total),
      numberCell(channelHours.filter(({ days }) => days > 0).length, language),
      numberCell(Math.max(0, ...steps.map(({ mostAtOnce }) => mostAtOnce)), language),
      ...minuteCells(addMinutes(steps), language),
      known(total('entries')),
      known(total('exits')),
    ],
  }
}

/** Hours of the shift or day; of a longer period of its mean day. Passengers only where the checkpoint has some. */
function hourTable({ hours, kinds, unit }: StaffingSection, language: Language): PageTable {
  const { staffingReport, directions } = texts[language]
  const { table, plan } = staffingReport
  const own = channelKinds.filter((kind) => kinds.some((each) => each.kind === kind))
  const hasPassengers = unit === 'persons'
  return {
    label: table.byHour,
    heads: [
      textHead(plan.times),
      numberHead(table.openOnAverage),
      ...(hasPassengers ? [numberHead(directions.entry), numberHead(directions.exit)] : []),
      ...own.map((kind) => numberHead(fill(table.utilisationOf, { kind: staffingReport.kinds[kind] }))),
    ],
    rows: hours
      .filter(({ open, entries, exits }) => open > 0 || entries > 0 || exits > 0)
      .map((hour) => [
        textCell(minuteTimes({ from: hour.startsMinute, to: hour.startsMinute + 60 })),
        decimalCell(hour.open, language),
        ...(hasPassengers
          ? [decimalCell(hour.entries, language, 0), decimalCell(hour.exits, language, 0)]
          : []),
        ...own.map((kind) =>
          shareCell(hour.kinds.find((each) => each.kind === kind)?.utilisation ?? null, language),
        ),
      ]),
  }
}
