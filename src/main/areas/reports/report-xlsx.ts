import type { CellStyle, WriteSheet } from 'hucre/xlsx'
import { writeXlsx } from 'hucre/xlsx'
import { texts } from '../../../shared/languages/index.ts'
import type { PageCell, PageGroup } from '../../../shared/report/page-groups.ts'
import type { ReportPage } from '../../../shared/report/report-page.ts'
import type { Language } from '../../../shared/words.ts'

/** A cell as Excel keeps it; a number or date with its format. */
type SheetValue = string | number | Date | null
interface StyledCell {
  value: SheetValue
  style?: CellStyle
}
type SheetLine = StyledCell[]

const bold: CellStyle = { font: { bold: true } }
const count: CellStyle = { numFmt: '#,##0' }
const boldCount: CellStyle = { numFmt: '#,##0', font: { bold: true } }
const right: CellStyle = { alignment: { horizontal: 'right' } }
const date: CellStyle = { numFmt: 'yyyy-mm-dd' }
const ratio: CellStyle = { numFmt: '+0.0%;-0.0%;0.0%' }

/** The rows that stay while one scrolls: title, period and the head of the lines. */
const headRows = 4

/** A report as an Excel workbook: a sheet for the whole and one for each checkpoint. */
export async function reportXlsx(page: ReportPage, language: Language): Promise<Uint8Array> {
  const words = texts[language].report
  const names = new Set<string>()
  const whole = [
    ...head(page, page.place, language),
    ...page.groups.flatMap(groupLines),
    [],
    ...comparisonLines(page, language),
    [],
    ...page.figures.slice(4).map(({ label, cell, note }) => [text(label), text(note), numberOf(cell)]),
    ...page.footnotes.map((note, index) => [text(`${index + 1}. ${note}`)]),
    ...[...page.notes, ...page.foot].map((note) => [text(note)]),
  ]
  return writeXlsx({
    sheets: [
      sheetOf(sheetName(words.sheets.report, names), whole),
      ...page.parts.map((part) =>
        sheetOf(sheetName(part.name, names), [
          ...head(page, part.name, language),
          ...part.groups.flatMap(groupLines),
        ]),
      ),
    ],
  })
}

function head(page: ReportPage, place: string, language: Language): SheetLine[] {
  const { sheet, directions, report } = texts[language]
  return [
    [text(page.title, bold)],
    [text(page.period, bold), text(place)],
    [text(page.sample)],
    [
      text(sheet.line, bold),
      text(report.columns.unit, bold),
      text(directions.entry, bold),
      text(directions.exit, bold),
      text(sheet.both, bold),
      text(report.notes, bold),
    ],
  ]
}

function groupLines(group: PageGroup): SheetLine[] {
  return group.rows.map((row) => {
    const style = row.kind === 'sum' ? boldCount : count
    const marks = [row.entry.mark, row.exit.mark].flatMap((mark) => (mark === null ? [] : [`${mark}.`]))
    return [
      text(row.kind === 'of-which' ? `    ${row.name}` : row.name, row.kind === 'sum' ? bold : undefined),
      text(group.unit),
      numberOf(row.entry, style),
      numberOf(row.exit, style),
      numberOf(row.both, style),
      text([...marks, ...row.verdicts].join('; ')),
    ]
  })
}

function comparisonLines(page: ReportPage, language: Language): SheetLine[] {
  const { comparedColumns, compared, columns } = texts[language].report
  return [
    [text(compared, bold)],
    [
      comparedColumns.base,
      columns.baseFrom,
      columns.baseTo,
      comparedColumns.value,
      comparedColumns.current,
      comparedColumns.change,
    ].map((name) => text(name, bold)),
    ...page.comparisons.map((each) => [
      text(each.currentPeriod === null ? each.name : `${each.name} (${each.currentPeriod})`),
      { value: midnight(each.from), style: date },
      { value: midnight(each.to), style: date },
      numberOf(each.value),
      numberOf(each.current),
      each.change === null ? text(each.changeText, right) : { value: each.change, style: ratio },
    ]),
  ]
}

/** Excel runs no text of a cell that is stored as text, so nothing has to be neutralised. */
function text(value: string | null, style?: CellStyle): StyledCell {
  return { value: value === '' ? null : value, ...(style && { style }) }
}

function numberOf(cell: PageCell, style = count): StyledCell {
  return cell.value === null ? text(cell.text, right) : { value: cell.value, style }
}

const midnight = (iso: string): Date => new Date(`${iso}T00:00:00Z`)

function sheetOf(name: string, lines: readonly SheetLine[]): WriteSheet {
  const cells = new Map<string, { style: CellStyle }>()
  lines.forEach((line, row) => {
    line.forEach(({ style }, column) => {
      if (style) cells.set(`${row},${column}`, { style })
    })
  })
  return {
    name,
    columns: [{ width: 34 }, { width: 26 }, { width: 14 }, { width: 14 }, { width: 14 }, { width: 48 }],
    rows: lines.map((line) => line.map(({ value }) => value)),
    cells,
    freezePane: { rows: headRows, columns: 1 },
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  }
}

/** Excel takes 31 characters, none of `[]:*?/\`, and no name twice whatever its case. */
function sheetName(wanted: string, taken: Set<string>): string {
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
