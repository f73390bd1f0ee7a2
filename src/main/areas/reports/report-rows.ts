import type { CrossingsReport, Flow, ReportLine } from '../../../shared/contract/reports.ts'
import type { StaffingSections } from '../../../shared/contract/staffing-section.ts'
import { texts } from '../../../shared/languages/index.ts'
import { nameIn } from '../../../shared/languages/names.ts'
import { numberCell } from '../../../shared/report/page-cell.ts'
import { peakName } from '../../../shared/report/page-figures.ts'
import { sumOf } from '../../../shared/report/page-groups.ts'
import type { Language } from '../../../shared/words.ts'
import type { Cell } from '../../book/write-table.ts'
import { comparedRows } from './compared-rows.ts'
import { staffingRows } from './staffing/staffing-rows.ts'
import { tradeRows } from './trade/trade-rows.ts'

/**
 * A crossings report as one flat table, for CSV: totals, lines, control totals, comparisons, notes, staffing, each figure with its
 * place, direction and unit, each comparison with its base. Changes are ratios, or n/a in words.
 */
export function reportTable(
  report: CrossingsReport,
  staffing: StaffingSections,
  language: Language,
): { headings: string[]; rows: Cell[][] } {
  const words = texts[language]
  const place = report.checkpoint ? nameIn(report.checkpoint.names, language) : words.report.port
  const parts = report.byCheckpoint ?? []
  const headings = Object.values(words.report.columns)
  return {
    headings,
    rows: [
      ...(report.sample ? [[words.foot.sample, ...headings.slice(1).map(() => null)]] : []),
      ...figureRows(report, place, language),
      ...comparisonRows(report, place, language),
      ...peakRows(report, place, language),
      ...tradeRows(report, language).map(({ base, value, ...row }) => [
        ...[row.section, row.place, row.code, row.name, row.direction, row.unit, value],
        value === null ? words.tradeReport.notWeighed : null,
        ...(base
          ? [
              base.from,
              base.to,
              base.value ?? words.sheet.notReported,
              base.change ?? words.report.notAvailable,
            ]
          : noBase),
      ]),
      ...noteRows(report, language),
      ...parts.flatMap((part) => figureRows(part, nameIn(part.names, language), language)),
      ...staffingRows(staffing, language),
      ...comparedRows(report, language).map((row) => [
        words.report.sections.byLine,
        row.place,
        row.code,
        row.name,
        row.direction,
        row.unit,
        row.count,
        row.base,
        row.from,
        row.to,
        row.value ?? row.state,
        row.change ?? words.report.notAvailable,
      ]),
    ],
  }
}

type Figures = Pick<CrossingsReport, 'passengers' | 'persons' | 'lines' | 'controlTotals' | 'compared'>

function figureRows(figures: Figures, place: string, language: Language): Cell[][] {
  const words = texts[language]
  const { sections, flows } = words.report
  const flowRows = (flow: Flow, code: 'passengers' | 'persons'): Cell[][] =>
    (
      [
        ['entry', words.directions.entry, flow.entries],
        ['exit', words.directions.exit, flow.exits],
        ['both', words.sheet.both, flow.total],
      ] as const
    ).map(([direction, name, count]) => [
      sections.total,
      place,
      code,
      flows[code],
      name,
      words.units.persons,
      count,
      count === null ? numberCell(null, language, sumOf(figures, code, direction)?.state).text : null,
      ...noBase,
    ])
  return [
    ...flowRows(figures.passengers, 'passengers'),
    ...flowRows(figures.persons, 'persons'),
    ...figures.lines.map((line) => [
      sections.line,
      place,
      line.code,
      nameIn(line.names, language),
      words.directions[line.direction],
      words.units[line.unit],
      line.count,
      stateWord(line, language),
      ...noBase,
    ]),
    ...figures.controlTotals.map((total) => [
      sections.controlTotal,
      place,
      total.unit,
      words.report.typed,
      words.directions[total.direction],
      words.units[total.unit],
      total.typed,
      total.sum === total.typed
        ? words.report.agrees
        : `${words.report.differs}: ${total.sum ?? words.sheet.notReported}`,
      ...noBase,
    ]),
  ]
}

const noBase: Cell[] = [null, null, null, null]

function comparisonRows(report: CrossingsReport, place: string, language: Language): Cell[][] {
  const words = texts[language]
  return report.comparisons.map((comparison) => [
    words.report.sections.comparison,
    place,
    comparison.base,
    words.report.bases[comparison.base],
    words.sheet.both,
    words.units.persons,
    comparison.current.value,
    comparison.incomplete ? words.report.incomplete : null,
    comparison.from,
    comparison.to,
    comparison.value ?? numberCell(null, language, comparison.state).text,
    comparison.incomplete ? words.report.notAvailable : (comparison.change ?? words.report.notAvailable),
  ])
}

function peakRows(report: CrossingsReport, place: string, language: Language): Cell[][] {
  const { peak } = report
  if (!peak) return []
  const words = texts[language]
  return [
    [
      words.report.sections.peak,
      place,
      'peak',
      peakName(peak, language),
      words.sheet.both,
      words.units.persons,
      peak.passengers,
      peak.date,
      ...noBase,
    ],
  ]
}

/** A note's text stands under names, since it is one; whether it is open, under states; its date, where bases begin. */
function noteRows({ notes }: CrossingsReport, language: Language): Cell[][] {
  const words = texts[language].report
  return notes.map((note) => [
    words.sections.note,
    nameIn(note.checkpoint.names, language),
    note.shift?.code ?? null,
    note.text,
    null,
    null,
    null,
    note.state === 'note' ? null : note.state === 'open' ? words.stillOpen : words.settled,
    note.date,
    null,
    null,
    null,
  ])
}

/** Why there is no number, or what disagrees with it: `incomplete; 2024-08-01: hours 110`. */
function stateWord(line: ReportLine, language: Language): string | null {
  const words = texts[language]
  if (line.state === 'closed') return words.sheet.closed
  if (line.state === 'not-applicable') return words.sheet.notApplicable
  if (line.state === 'not-reported') return words.sheet.notReported
  const disagreeing = line.flags.flatMap((flag) =>
    flag.value === null
      ? []
      : [`${flag.at}: ${words.report.flags[flag.kind].replace('{{value}}', String(flag.value))}`],
  )
  const said = [...(line.incomplete ? [words.report.incomplete] : []), ...disagreeing]
  return said.length > 0 ? said.join('; ') : null
}
