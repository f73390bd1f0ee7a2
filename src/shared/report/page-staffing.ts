import type {
  ChannelWork,
  LackOfChannels,
  StaffingSection,
  StaffingSections,
} from '../contract/staffing-section.ts'
import { formatNumber } from '../format.ts'
import { texts } from '../languages/index.ts'
import { nameIn } from '../languages/names.ts'
import type { Language } from '../words.ts'
import { fill } from './fill.ts'
import { minuteTimes } from './minute-times.ts'
import { numberCell } from './page-cell.ts'
import { decimalCell, hoursCell, type PageTable, shareCell, textCell } from './page-table.ts'

/** The staffing of one checkpoint in the reader's words. */
export interface PageStaffing {
  /** Heads the section; with the checkpoint where the report is of several. */
  heading: string
  /** How many of the channels were in use. */
  inUse: string
  /** Channel by channel of a shift or day; of a longer period by kind. */
  table: PageTable | null
  /** The load by kind of a shift or day, after the signatures. */
  annex: PageTable | null
  /** Where there were too few, in one sentence to be set in bold. */
  gap: string | null
  /** Why there is no table, or that there were always enough. */
  said: string | null
  /** On what the numbers rest. */
  notes: string[]
}

/** The staffing section of a report; empty for a book without channels. */
export function pageStaffing(
  { checkpoints, period }: StaffingSections,
  isOfOneCheckpoint: boolean,
  language: Language,
): PageStaffing[] {
  const words = texts[language].staffingReport
  return checkpoints.map((section) => {
    const { channels, need, work, kinds } = section
    const isShort = period.kind === 'shift' || period.kind === 'day'
    const hasLoad = kinds.length > 0 || section.planned.length > 0
    const byKind = hasLoad ? kindTable(section, language) : null
    const gap = need?.worst ? lackText(need.worst, need.target, 'gap', language) : null
    return {
      heading: isOfOneCheckpoint ? words.heading : `${words.heading} · ${nameIn(section.names, language)}`,
      inUse: fill(words.inUse, {
        opened: formatNumber(channels.opened, language),
        exist: formatNumber(channels.exist, language),
      }),
      table: isShort ? (work.length > 0 ? workTable(work, language) : null) : byKind,
      annex: isShort ? byKind : null,
      gap,
      said: hasLoad
        ? need && gap === null
          ? fill(words.enough, { target: targetText(need.target, language, true) })
          : null
        : words.none,
      notes: [
        ...(hasLoad ? [words.profiles[section.profile], words.share] : []),
        ...(section.incomplete ? [words.noData] : []),
        ...(kinds.some(isUnknown) ? [words.unknownStaff] : []),
      ],
    }
  })
}

/** Null where nobody was there, or where some did not say how many. */
export const officerMinutesOf = (load: StaffingSection['kinds'][number]): number | null =>
  isUnknown(load) || load.officerMinutes === 0 ? null : load.officerMinutes

/** E-gates work alone; elsewhere somebody has to say how many there were. */
const isUnknown = ({ kind, unknownMinutes }: StaffingSection['kinds'][number]): boolean =>
  kind !== 'e-gate' && unknownMinutes > 0

function workTable(work: readonly ChannelWork[], language: Language): PageTable {
  const { staffingReport: words, directions } = texts[language]
  const { channel, direction, open, staff, perChannelHour } = words.columns
  return {
    label: words.heading,
    heads: [
      { text: channel, isText: true },
      { text: direction, isText: true },
      { text: open, isText: true },
      { text: staff, isText: false },
      { text: perChannelHour, isText: false },
    ],
    rows: work.map((each) => [
      textCell(channelText(each, language)),
      textCell(directions[each.direction]),
      textCell(each.open.map(minuteTimes).join(', ')),
      each.staff === null ? textCell('—') : numberCell(each.staff, language),
      decimalCell(each.perChannelHour, language),
    ]),
  }
}

export function channelText(
  { names, kind }: Pick<ChannelWork, 'names' | 'kind'>,
  language: Language,
): string {
  const words = texts[language].staffingReport
  return fill(words.channelName, { channel: nameIn(names, language), kind: words.kindsInText[kind] })
}

function kindTable({ kinds, planned }: StaffingSection, language: Language): PageTable {
  const { staffingReport: words, directions, sheet } = texts[language]
  const heads = Object.entries(words.kindColumns).map(([column, text]) => ({
    text,
    isText: column === 'kind' || column === 'direction',
  }))
  const plannedOf = (kind: string): number => planned.find((each) => each.kind === kind)?.channelMinutes ?? 0
  // Of a kind that served one direction only, both together would say the same again.
  const isAlone = ({ kind }: { kind: string }): boolean =>
    kinds.filter((each) => each.kind === kind).length === 2
  const rows = kinds
    .filter((each) => each.direction !== null || !isAlone(each))
    .map((each) => [
      textCell(words.kinds[each.kind]),
      textCell(each.direction === null ? sheet.both : directions[each.direction]),
      numberCell(each.opened, language),
      hoursCell(each.channelMinutes, language),
      each.direction === null || isAlone(each) ? hoursCell(plannedOf(each.kind), language) : textCell(''),
      hoursCell(officerMinutesOf(each), language),
      decimalCell(each.served, language, 0),
      decimalCell(each.perChannelHour, language),
      decimalCell(each.perOfficerHour, language),
      shareCell(each.utilisation, language),
    ])
  const onlyPlanned = planned
    .filter(({ kind }) => !kinds.some((each) => each.kind === kind))
    .map(({ kind, channelMinutes }) => [
      textCell(words.kinds[kind]),
      textCell(sheet.both),
      numberCell(0, language),
      hoursCell(0, language),
      hoursCell(channelMinutes, language),
      ...Array.from({ length: 5 }, () => textCell('—')),
    ])
  return { label: words.byKind, heads, rows: [...rows, ...onlyPlanned] }
}

type Target = NonNullable<StaffingSection['need']>['target']

/** Where channels were, or are planned, too few: the sentence of the report. */
export function lackText(
  lack: LackOfChannels,
  target: Target,
  which: 'gap' | 'planGap',
  language: Language,
): string {
  const { staffingReport: words, directionsInText } = texts[language]
  return fill(words[which][lack.needed === 1 ? 'one' : 'other'], {
    times: minuteTimes(lack),
    needed: formatNumber(lack.needed, language),
    open: formatNumber(lack.open, language),
    kind: words.kindsInText[lack.kind],
    direction: directionsInText[lack.direction],
    longest: formatNumber(lack.longestMinutes ?? 0, language),
    target: targetText(target, language, false),
  })
}

export function targetText({ minutes, percent }: Target, language: Language, isLong: boolean): string {
  const words = texts[language].staffingReport
  const [all, share] = isLong
    ? [words.targetLongAll, words.targetLongShare]
    : [words.targetAll, words.targetShare]
  return fill(percent === null ? all : share, {
    minutes: formatNumber(minutes, language),
    percent: formatNumber(percent ?? 100, language),
  })
}
