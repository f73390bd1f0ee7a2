import type { Comparison, CrossingsReport } from '../contract/reports.ts'
import type { StaffingSections } from '../contract/staffing-section.ts'
import { formatDate, formatNumber } from '../format.ts'
import { texts } from '../languages/index.ts'
import { nameIn } from '../languages/names.ts'
import type { Language } from '../words.ts'
import { fill } from './fill.ts'
import { type BaseColumn, baseColumns } from './page-bases.ts'
import { baseCell, changeCell, numberCell } from './page-cell.ts'
import type { PageComparison } from './page-comparison.ts'
import { type PageFigure, pageFigures, peakFigure } from './page-figures.ts'
import { type PageGroup, pageGroups } from './page-groups.ts'
import { type PageNotes, pageNotes } from './page-notes.ts'
import { type PageStaffing, pageStaffing } from './page-staffing.ts'
import { type PageTrade, pageTrade } from './page-trade.ts'
import { periodText } from './period-text.ts'

/** A crossings report in the reader's words, ready to be set as a page, whether on screen, on paper or as a file. */
export interface ReportPage {
  title: string
  place: string
  period: string
  /** Set where the figures are invented. */
  sample: string | null
  figures: PageFigure[]
  /** The one figure that stands in no table. */
  peak: PageFigure | null
  /** What stands beside the figures of every table. */
  columns: BaseColumn[]
  groups: PageGroup[]
  comparisons: PageComparison[]
  /** Those of the comparisons that no column beside the figures shows: the year to date. */
  comparedApart: PageComparison[]
  parts: { code: string; name: string; groups: PageGroup[] }[]
  /** null where the place has no declarations. */
  trade: PageTrade | null
  /** By checkpoint with channels; none while it is still being read. */
  staffing: PageStaffing[]
  /** What the staffing rests on. */
  basis: string[]
  handover: PageNotes[]
  /** Footnotes by their number, from 1. */
  footnotes: string[]
  notes: string[]
  /** Who signs, and last the place for a seal. */
  signers: string[]
  /** The book, and the head of its chain. */
  foot: string[]
  /** The number of a page as a text with its places, `{{page}}` and `{{pages}}`. */
  pageNumber: string
}

export function reportPage(
  report: CrossingsReport,
  staffing: StaffingSections | null,
  language: Language,
): ReportPage {
  const words = texts[language]
  const footnotes: string[] = []
  const port = nameIn(report.port.names, language)
  const { hash, sequence } = report.journal
  const columns = baseColumns(report, language)
  const peak = peakFigure(report, language)
  const channels = staffing ? pageStaffing(staffing, report.checkpoint !== null, language) : []
  return {
    title: fill(words.report.title, { port, title: words.report.titles[report.period.kind] }),
    place: report.checkpoint ? nameIn(report.checkpoint.names, language) : words.report.port,
    period: periodText(report, language),
    sample: report.sample ? words.foot.sample : null,
    figures: [...pageFigures(report, columns, language), ...(peak ? [peak] : [])],
    peak,
    columns,
    groups: pageGroups(report, columns, language, footnotes),
    comparisons: report.comparisons.map((each) => comparisonOf(each, report, language)),
    comparedApart: report.comparisons
      .filter(({ base }) => base === 'yearToDate' && report.period.kind !== 'year')
      .map((each) => comparisonOf(each, report, language)),
    parts: (report.byCheckpoint ?? []).map((part) => ({
      code: part.code,
      name: nameIn(part.names, language),
      groups: pageGroups(part, columns, language, footnotes),
    })),
    trade: pageTrade(report, language),
    staffing: channels,
    basis: basisOf(channels),
    handover: pageNotes(report, language),
    footnotes,
    notes: [
      words.report.passengersNote,
      words.report.midnight[report.period.midnight],
      ...report.renamed.map(({ before, after, from }) =>
        fill(words.report.renamed, {
          before: nameIn(before, language),
          after: nameIn(after, language),
          date: formatDate(from, language),
        }),
      ),
    ],
    signers: Object.values(words.report.signers[report.period.kind === 'shift' ? 'shift' : 'other']),
    foot: [
      fill(words.report.footBook, { port, code: report.port.code }),
      fill(words.report.footJournal, {
        head: hash.slice(0, 12),
        entries: formatNumber(sequence, language),
      }),
    ],
    pageNumber: words.report.pageNumber,
  }
}

/** The trade of a shift is short enough to stand beside the channels of its checkpoint. */
export const isTradeBeside = ({ trade, staffing }: ReportPage): boolean =>
  staffing.length === 1 && trade !== null && trade.comparisons.length === 0

/** Each thing once; what differs between checkpoints with its heading. */
function basisOf(staffing: readonly PageStaffing[]): string[] {
  const [first, ...others] = staffing
  if (!first) return []
  const shared = first.notes.filter((note) => others.every(({ notes }) => notes.includes(note)))
  return [
    ...(shared.length > 0 ? [shared.join(' ')] : []),
    ...staffing.flatMap(({ heading, notes }) =>
      notes.filter((note) => !shared.includes(note)).map((note) => `${heading}: ${note}`),
    ),
  ]
}

function comparisonOf(each: Comparison, { period }: CrossingsReport, language: Language): PageComparison {
  const words = texts[language].report
  const span = ({ from, to }: { from: string; to: string }) =>
    from === to
      ? formatDate(from, language)
      : fill(words.span, { from: formatDate(from, language), to: formatDate(to, language) })
  const isOwn = each.current.from === period.from && each.current.to === period.to
  return {
    name: words.bases[each.base],
    from: each.from,
    to: each.to,
    period: span(each),
    value: baseCell(each, language),
    current: { ...numberCell(each.current.value, language), note: isOwn ? null : span(each.current) },
    change: changeCell(each.incomplete ? null : each.change, language),
  }
}
