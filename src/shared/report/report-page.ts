import type { Comparison, CrossingsReport, Flow } from '../contract/reports.ts'
import { formatDate, formatNumber, formatPercent } from '../format.ts'
import { nameIn, texts } from '../languages/index.ts'
import type { Language } from '../words.ts'
import { fill } from './fill.ts'
import { type PageCell, type PageGroup, pageGroups } from './page-groups.ts'
import { periodText } from './period-text.ts'

/** A large number at the head of the page. */
export interface PageFigure {
  label: string
  cell: PageCell
  note: string | null
}

export interface PageComparison {
  name: string
  from: string
  to: string
  period: string
  value: PageCell
  current: PageCell
  /** What the current figure covers where it is not the report's own period. */
  currentPeriod: string | null
  /** A ratio; null is n/a. */
  change: number | null
  changeText: string
}

/** A crossings report in the reader's words, ready to be set as a page, whether on screen, on paper or as a file. */
export interface ReportPage {
  title: string
  place: string
  period: string
  /** Set where the figures are invented. */
  sample: string | null
  figures: PageFigure[]
  groups: PageGroup[]
  comparisons: PageComparison[]
  parts: { code: string; name: string; groups: PageGroup[] }[]
  /** Footnotes by their number, from 1. */
  footnotes: string[]
  notes: string[]
  foot: string[]
}

export function reportPage(report: CrossingsReport, language: Language): ReportPage {
  const words = texts[language]
  const footnotes: string[] = []
  const port = nameIn(report.port.names, language)
  const { hash, sequence } = report.journal
  return {
    title: fill(words.report.title, { port, title: words.report.titles[report.period.kind] }),
    place: report.checkpoint ? nameIn(report.checkpoint.names, language) : words.report.port,
    period: periodText(report, language),
    sample: report.sample ? words.foot.sample : null,
    figures: figuresOf(report, language),
    groups: pageGroups(report, language, footnotes),
    comparisons: report.comparisons.map((each) => comparisonOf(each, report, language)),
    parts: (report.byCheckpoint ?? []).map((part) => ({
      code: part.code,
      name: nameIn(part.names, language),
      groups: pageGroups(part, language, footnotes),
    })),
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
    foot: [
      fill(words.report.footBook, { port, code: report.port.code }),
      fill(words.report.footJournal, { head: `${sequence}:${hash.slice(0, 12)}` }),
    ],
  }
}

/** A number, or the words for there being none. */
function numberCell(value: number | null, language: Language): PageCell {
  return {
    value,
    text: value === null ? texts[language].sheet.notReported : formatNumber(value, language),
    mark: null,
  }
}

function figuresOf(report: CrossingsReport, language: Language): PageFigure[] {
  const words = texts[language]
  const figure = (label: string, value: number | null, note: string | null = null): PageFigure => ({
    label,
    cell: numberCell(value, language),
    note,
  })
  const { entries, exits, total }: Flow = report.passengers
  const lastYear = report.comparisons.find(({ base }) => base === 'lastYear')
  const beside =
    lastYear &&
    fill(words.report.lastYearNote, {
      value: numberCell(lastYear.value, language).text,
      change: changeText(lastYear.change, language),
    })
  const peak = report.peak && {
    name:
      report.peak.hour === null
        ? words.report.peakDay
        : fill(words.report.peakHour, { hour: String(report.peak.hour).padStart(2, '0') }),
    date: formatDate(report.peak.date, language),
  }
  return [
    figure(words.report.flows.passengers, total, beside ?? null),
    figure(words.directions.entry, entries),
    figure(words.directions.exit, exits),
    figure(words.report.flows.persons, report.persons.total),
    ...(peak && report.peak ? [figure(peak.name, report.peak.passengers, peak.date)] : []),
  ]
}

function changeText(change: number | null, language: Language): string {
  return change === null
    ? texts[language].report.notAvailable
    : formatPercent(change, language, { signed: true })
}

function comparisonOf(each: Comparison, { period }: CrossingsReport, language: Language): PageComparison {
  const words = texts[language].report
  const span = ({ from, to }: { from: string; to: string }) =>
    from === to
      ? formatDate(from, language)
      : fill(words.span, { from: formatDate(from, language), to: formatDate(to, language) })
  const base = numberCell(each.value, language)
  const isOwn = each.current.from === period.from && each.current.to === period.to
  return {
    name: words.bases[each.base],
    from: each.from,
    to: each.to,
    period: span(each),
    value: each.incomplete ? { ...base, text: fill(words.withIncomplete, { value: base.text }) } : base,
    current: numberCell(each.current.value, language),
    currentPeriod: isOwn ? null : span(each.current),
    change: each.change,
    changeText: changeText(each.change, language),
  }
}
