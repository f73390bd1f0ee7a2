import type { CellStyle, WriteSheet } from 'hucre/xlsx'
import { writeXlsx } from 'hucre/xlsx'
import type { CrossingsReport } from '../../../shared/contract/reports.ts'
import { texts } from '../../../shared/languages/index.ts'
import type { BaseColumn } from '../../../shared/report/page-bases.ts'
import type { PageCell } from '../../../shared/report/page-cell.ts'
import type { PageGroup } from '../../../shared/report/page-groups.ts'
import type { PageNotes } from '../../../shared/report/page-notes.ts'
import type { PageStaffing } from '../../../shared/report/page-staffing.ts'
import type { PageTable } from '../../../shared/report/page-table.ts'
import type { ReportPage } from '../../../shared/report/report-page.ts'
import type { StaffingTablePage } from '../../../shared/report/staffing-table.ts'
import type { Language } from '../../../shared/words.ts'
import { comparedRows } from './compared-rows.ts'
import { tradeRows } from './trade/trade-rows.ts'

/** A cell as Excel keeps it; a number or date with its format. */
type SheetValue = string | number | Date | null
interface StyledCell {
  value: SheetValue
  style?: CellStyle
}
export type SheetLine = StyledCell[]

export const bold: CellStyle = { font: { bold: true } }
export const count: CellStyle = { numFmt: '#,##0' }
const boldCount: CellStyle = { numFmt: '#,##0', font: { bold: true } }
export const heading: CellStyle = { font: { bold: true }, alignment: { vertical: 'bottom' } }
export const rightHeading: CellStyle = {
  font: { bold: true },
  alignment: { horizontal: 'right', vertical: 'bottom', wrapText: true },
}
export const right: CellStyle = { alignment: { horizontal: 'right' } }
const date: CellStyle = { numFmt: 'yyyy-mm-dd' }
/** Tonnes to the kilogram. */
export const tonnes: CellStyle = { numFmt: '#,##0.000' }
const share: CellStyle = { numFmt: '0.0%' }
const oneDecimal: CellStyle = { numFmt: '#,##0.0' }
export const ratio: CellStyle = { numFmt: '+0.0%;-0.0%;0.0%' }

/** The rows that stay while one scrolls: title, period and the head of the lines. */
const headRows = 4

/**
 * A report as an Excel workbook: a sheet for the whole, one for each checkpoint, one on staffing where there are channels,
 * and last every line in each direction beside its bases, as a plain table.
 */
export async function reportXlsx(
  report: CrossingsReport,
  page: ReportPage,
  language: Language,
): Promise<Uint8Array> {
  const words = texts[language].report
  const names = new Set<string>()
  const { peak } = page
  const whole = [
    ...head(page, page.place, language),
    ...page.groups.flatMap((group) => groupLines(group, page.columns, language)),
    [],
    ...comparisonLines(page, language),
    [],
    ...(peak ? [[text(peak.label), text(peak.note), numberOf(peak.cell)], []] : []),
    ...page.handover.flatMap(handoverLines),
    ...page.footnotes.map((note, index) => [text(`${index + 1}. ${note}`)]),
    ...[...page.notes, ...page.foot].map((note) => [text(note)]),
  ]
  const widths = [34, 26, 12, 12, 12, ...page.columns.map(({ kind }) => (kind === 'base' ? 24 : 12)), 48]
  return writeXlsx({
    sheets: [
      sheetOf(sheetName(words.sheets.report, names), whole, widths),
      ...page.parts.map((part) =>
        sheetOf(
          sheetName(part.name, names),
          [
            ...head(page, part.name, language),
            ...part.groups.flatMap((group) => groupLines(group, page.columns, language)),
          ],
          widths,
        ),
      ),
      ...(page.staffing.length === 0
        ? []
        : [
            sheetOf(
              sheetName(texts[language].staffingReport.sheet, names),
              [...title(page, page.place), ...page.staffing.flatMap(staffingLines)],
              [26, 14, 22, 12, 20, 14, 12, 16, 16, 12],
            ),
          ]),
      sheetOf(
        sheetName(words.sections.byLine, names),
        [...title(page, page.place), ...comparedLines(report, language)],
        [24, 14, 34, 10, 26, 12, 28, 12, 12, 12, 14, 10],
      ),
      ...(page.trade === null
        ? []
        : [
            sheetOf(
              sheetName(page.trade.heading, names),
              [...title(page, page.trade.about), ...tradeLines(report, language)],
              [24, 24, 24, 30, 14, 20, 14, 12, 12, 14, 10],
            ),
          ]),
    ],
  })
}

/** The staffing table as a workbook, a sheet for each checkpoint. */
export async function staffingXlsx(page: StaffingTablePage): Promise<Uint8Array> {
  const names = new Set<string>()
  if (page.none !== null) {
    const lines = [...title(page, page.place), [text(page.none)]]
    return writeXlsx({ sheets: [sheetOf(sheetName(page.title, names), lines, [30, 30])] })
  }
  return writeXlsx({
    sheets: page.parts.map((part) =>
      sheetOf(
        sheetName(part.place, names),
        [
          ...title(page, part.place),
          [text(part.inUse)],
          ...[part.gap, part.said].flatMap((said) => (said === null ? [] : [[text(said, bold)]])),
          [],
          ...part.tables.flatMap((table) => [[text(table.label, bold)], ...tableLines(table)]),
          ...[...part.notes, ...page.foot].map((note) => [text(note)]),
        ],
        [30, 14, 26, 14, 16, 16, 14, 14, 14, 14],
      ),
    ),
  })
}

export function title(page: Pick<ReportPage, 'title' | 'period' | 'sample'>, place: string): SheetLine[] {
  return [[text(page.title, bold)], [text(page.period, bold), text(place)], [text(page.sample)]]
}

function head(page: ReportPage, place: string, language: Language): SheetLine[] {
  const { sheet, directions, report } = texts[language]
  const bases = page.columns.map(({ name, period, note }) =>
    [name, period?.replace('\n', '') ?? null, note].filter((part) => part !== null).join(' '),
  )
  return [
    ...title(page, place),
    [
      text(sheet.line, heading),
      text(report.columns.unit, heading),
      ...[directions.entry, directions.exit, sheet.both, ...bases].map((name) => text(name, rightHeading)),
      text(report.notes, heading),
    ],
  ]
}

function groupLines(group: PageGroup, columns: readonly BaseColumn[], language: Language): SheetLine[] {
  return group.rows.map((row) => {
    const isSum = row.kind === 'sum'
    const style = isSum ? boldCount : count
    const marks = [row.entry.mark, row.exit.mark].flatMap((mark) => (mark === null ? [] : [`${mark}.`]))
    const incomplete = row.beside.flatMap(({ mark }, index) =>
      mark === null ? [] : [`${columns[index]?.name}: ${texts[language].report.incomplete}`],
    )
    return [
      text(row.kind === 'of-which' ? `    ${row.name}` : row.name, isSum ? bold : undefined),
      text(group.unit),
      ...[row.entry, row.exit, row.both].map((cell) => numberOf(cell, style)),
      ...columns.map(({ kind }, index): StyledCell => {
        const cell = row.beside[index]
        if (!cell) return text(null)
        return numberOf(cell, kind === 'change' ? ratio : count)
      }),
      text([...marks, ...row.verdicts, ...incomplete].join('; ')),
    ]
  })
}

function staffingLines({ heading, inUse, table, annex, gap, said, notes }: PageStaffing): SheetLine[] {
  return [
    [text(heading, bold), text(inUse)],
    ...(table === null ? [] : tableLines(table)),
    ...(gap === null ? [] : [[text(gap, bold)]]),
    ...(said === null ? [] : [[text(said)]]),
    ...(annex === null ? [] : [[text(annex.label, bold)], ...tableLines(annex)]),
    ...notes.map((note) => [text(note)]),
    [],
  ]
}

export function tableLines({ heads, rows, sums }: PageTable): SheetLine[] {
  const line = (cells: readonly PageCell[], more: CellStyle): SheetLine =>
    cells.map((cell, index) =>
      heads[index]?.isText && cell.value === null
        ? text(cell.text, more)
        : numberOf(cell, { ...styleOf(cell), ...more }),
    )
  return [
    heads.map(({ text: name, isText }) => text(name, isText ? heading : rightHeading)),
    ...rows.map((cells) => line(cells, {})),
    ...(sums ? [line(sums, bold)] : []),
    [],
  ]
}

/** Shown with as many decimals as on the page; the number itself is whole. */
function styleOf({ text: shown }: PageCell): CellStyle {
  if (shown.includes('%')) return share
  return /\D\d$/.test(shown) ? oneDecimal : count
}

function comparisonLines(page: ReportPage, language: Language): SheetLine[] {
  const { comparedColumns, compared, columns } = texts[language].report
  return [
    [text(compared, bold)],
    [
      text(comparedColumns.base, bold),
      text(columns.baseFrom, bold),
      ...[columns.baseTo, comparedColumns.value, comparedColumns.current, comparedColumns.change].map(
        (name) => text(name, rightHeading),
      ),
    ],
    ...page.comparisons.map((each) => [
      text(each.current.note === null ? each.name : `${each.name} (${each.current.note})`),
      dateOf(each.from),
      dateOf(each.to),
      numberOf(each.value),
      numberOf(each.current),
      numberOf(each.change, ratio),
      text(each.value.note),
    ]),
  ]
}

function comparedLines(report: CrossingsReport, language: Language): SheetLine[] {
  const { columns, comparedColumns, notAvailable } = texts[language].report
  return [
    [
      ...[columns.checkpoint, columns.code, columns.name, columns.direction, columns.unit].map((name) =>
        text(name, heading),
      ),
      text(columns.count, rightHeading),
      text(comparedColumns.base, heading),
      ...[columns.baseFrom, columns.baseTo, columns.baseValue].map((name) => text(name, rightHeading)),
      text(columns.state, heading),
      text(columns.change, rightHeading),
    ],
    ...comparedRows(report, language).map((row) => [
      ...[row.place, row.code, row.name, row.direction, row.unit].map((name) => text(name)),
      { value: row.count, style: count },
      text(row.base),
      dateOf(row.from),
      dateOf(row.to),
      { value: row.value, style: count },
      text(row.state),
      row.change === null ? text(notAvailable, right) : { value: row.change, style: ratio },
    ]),
  ]
}

function tradeLines(report: CrossingsReport, language: Language): SheetLine[] {
  const { columns, notAvailable } = texts[language].report
  const { notWeighed } = texts[language].tradeReport
  const names = [columns.section, columns.checkpoint, columns.code, columns.name, columns.direction]
  return [
    [
      ...[...names, columns.unit].map((name) => text(name, heading)),
      ...[columns.count, columns.baseFrom, columns.baseTo, columns.baseValue, columns.change].map((name) =>
        text(name, rightHeading),
      ),
    ],
    ...tradeRows(report, language).map(({ base, value, ...row }) => [
      ...[row.section, row.place, row.code, row.name, row.direction, row.unit].map((each) => text(each)),
      value === null ? text(notWeighed, right) : { value, style: row.isWeight ? tonnes : count },
      ...(base
        ? [
            dateOf(base.from),
            dateOf(base.to),
            base.value === null
              ? text(texts[language].sheet.notReported, right)
              : { value: base.value, style: tonnes },
            base.change === null ? text(notAvailable, right) : { value: base.change, style: ratio },
          ]
        : []),
    ]),
  ]
}

function handoverLines({ heading, notes, none }: PageNotes): SheetLine[] {
  const lines = notes.map(({ about, text: said, settled }) => [text(said), text(about), text(settled)])
  return [[text(heading, bold)], ...(lines.length > 0 ? lines : [[text(none)]]), []]
}

/** Excel runs no text of a cell that is stored as text, so nothing has to be neutralised. */
export function text(value: string | null, style?: CellStyle): StyledCell {
  return { value: value === '' ? null : value, ...(style && { style }) }
}

function numberOf(cell: PageCell, style = count): StyledCell {
  return cell.value === null ? text(cell.text, right) : { value: cell.value, style }
}

/** A day as Excel knows it. */
export function dateOf(iso: string): StyledCell {
  return { value: new Date(`${iso}T00:00:00Z`), style: date }
}

export function sheetOf(name: string, lines: readonly SheetLine[], widths: readonly number[]): WriteSheet {
  const cells = new Map<string, { style: CellStyle }>()
  lines.forEach((line, row) => {
    line.forEach(({ style }, column) => {
      if (style) cells.set(`${row},${column}`, { style })
    })
  })
  return {
    name,
    columns: widths.map((width) => ({ width })),
    rows: lines.map((line) => line.map(({ value }) => value)),
    cells,
    freezePane: { rows: headRows, columns: 1 },
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  }
}

/** Excel takes 31 characters, none of `[]:*?/\`, and no name twice whatever its case. */
export function sheetName(wanted: string, taken: Set<string>): string {
  const plain =
    wanted
      .replace(/[[\]:*?/\\']/g, ' ')
      .trim()
      .slice(0, 28) || '-'
  let name = plain
  for (let next = 2; taken.has(name.toLowerCase()); next += 1) name = `${plain} ${next}`
  taken.add(name.toLowerCase())
  return name
}
