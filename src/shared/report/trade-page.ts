import type { ComparedTrade, CountedDeclarations, TradeReport, TradeRow } from '../contract/trade-report.ts'
import { formatDate, formatMonth, formatNumber } from '../format.ts'
import { texts } from '../languages/index.ts'
import { nameIn } from '../languages/names.ts'
import { minorDigits } from '../trade/currencies.ts'
import { formatExact } from '../trade/format-exact.ts'
import type { Language } from '../words.ts'
import { fill } from './fill.ts'
import { changeCell, numberCell, type PageCell } from './page-cell.ts'
import { tonnesCell } from './page-trade.ts'
import { periodText, yearText } from './period-text.ts'

/** Where a number comes from: one row or all, one direction or both, the period or its base. */
export interface Behind {
  /** null is everything. */
  key: string | null
  flow: 'imports' | 'exports' | 'both'
  isBase: boolean
}

/** A number with the way to its declarations; null where it has none. */
export interface LeadingCell {
  cell: PageCell
  behind: Behind | null
}

export interface TradeTableRow {
  kind: 'row' | 'of-which' | 'sum'
  key: string
  name: string
  cells: LeadingCell[]
}

export interface TradeTable {
  id: 'weights' | 'values'
  heading: string
  about: string
  columns: { name: string; note: string | null }[]
  rows: TradeTableRow[]
}

/** Trade rolled up, in the reader's words. */
export interface TradePage {
  title: string
  place: string
  period: string
  sample: string | null
  figures: { label: string; number: LeadingCell; note: string | null }[]
  tables: TradeTable[]
  notes: string[]
  /** The book, and the head of its chain. */
  foot: string[]
  pageNumber: string
}

export function tradePage(report: TradeReport, language: Language): TradePage {
  const words = texts[language]
  const port = nameIn(report.port.names, language)
  const { kind, from, to } = report.period
  const period = periodText({ period: { kind, from, to }, shift: null }, language)
  return {
    title: fill(words.report.title, { port, title: words.tradeReport.page.title }),
    place: report.checkpoint ? nameIn(report.checkpoint.names, language) : words.report.port,
    period:
      report.until < to
        ? fill(words.tradeReport.page.upTo, { period, date: formatDate(report.until, language) })
        : period,
    sample: report.sample ? words.foot.sample : null,
    figures: (['both', 'imports', 'exports'] as const).map((flow) => ({
      label: words.tradeReport.page.keys[flow],
      number: leading(tonnesCell(weightOf(report.total[flow]), language), report.total[flow], null, flow),
      note: growthNote(report, report.total[flow], language),
    })),
    tables: [weightTable(report, language), valueTable(report, language)],
    notes:
      report.missingRates.length === 0
        ? []
        : [
            fill(words.tradeReport.page.missingRates, {
              currencies: report.missingRates.join(', '),
              reporting: report.reportingCurrency,
            }),
          ],
    foot: [
      fill(words.report.footBook, { port, code: report.port.code }),
      fill(words.report.footJournal, {
        head: report.journal.hash.slice(0, 12),
        entries: formatNumber(report.journal.sequence, language),
      }),
    ],
    pageNumber: words.report.pageNumber,
  }
}

/** The head of the list of declarations behind a number. */
export function behindPage(
  report: TradeReport,
  { key, flow, isBase }: Behind,
  { total, weight, period }: CountedDeclarations,
  language: Language,
): Omit<TradePage, 'figures' | 'tables' | 'notes'> & { sums: string } {
  const { page, flows } = texts[language].tradeReport
  const { place, sample, foot, pageNumber } = tradePage(report, language)
  const row = report.rows.find((each) => each.key === key)
  const name = row ? tradeRowName(row, report.by, language) : page.behind.all
  const tonnes = (grams: number | null) => tonnesCell(grams ?? 0, language).text
  const flowName = { imports: flows.import, exports: flows.export, both: flows.both }[flow]
  const sums = fill(weight === 'gross' ? page.behind.sums : page.behind.sumsOfGoods, {
    declarations: formatNumber(total.declarations, language),
    gross: tonnes(total.grossGrams),
    net: tonnes(total.netGrams),
  })
  return {
    title: fill(page.behind.title, { flow: flowName, name }),
    period: fill(isBase ? page.behind.ofBase : page.behind.ofPeriod, { period: spanText(period, language) }),
    ...{ place, sample, foot, pageNumber },
    sums:
      total.units === null
        ? sums
        : fill(page.behind.sumsAndPieces, { sums, number: formatNumber(total.units, language) }),
  }
}

/** What a row is of, in words. */
export function tradeRowName({ key, names }: TradeRow, by: TradeReport['by'], language: Language): string {
  const words = texts[language]
  switch (by) {
    case 'chapter':
      return names ? fill(words.tradeReport.page.coded, { code: key, name: nameIn(names, language) }) : key
    case 'transportMode':
      return words.trade.transportModes[key as keyof typeof words.trade.transportModes] ?? key
    case 'direction':
      return key === 'import' ? words.tradeReport.flows.import : words.tradeReport.flows.export
    case 'month':
      return formatMonth(key, language)
    case 'year':
      return yearText(key, language)
    default:
      return names ? nameIn(names, language) : key
  }
}

/** The weight that counts: gross of whole declarations, net of goods. */
const weightOf = ({ grossGrams, netGrams }: Pick<ComparedTrade, 'grossGrams' | 'netGrams'>): number =>
  grossGrams ?? netGrams

type Flows = Pick<TradeRow, 'imports' | 'exports' | 'both'>

function weightTable(report: TradeReport, language: Language): TradeTable {
  const { page: words, about } = texts[language].tradeReport
  const { base, by, weight } = report
  const isGross = weight === 'gross'
  const cells = (flows: Flows, key: string | null): LeadingCell[] => {
    const { imports, exports, both } = flows
    const cell = (of: ComparedTrade, flow: Behind['flow'], shown: PageCell) => leading(shown, of, key, flow)
    return [
      cell(imports, 'imports', tonnesCell(weightOf(imports), language)),
      cell(exports, 'exports', tonnesCell(weightOf(exports), language)),
      cell(both, 'both', tonnesCell(weightOf(both), language)),
      ...(base
        ? [
            {
              cell: both.base ? tonnesCell(weightOf(both.base), language) : numberCell(null, language),
              behind: both.base?.declarations ? { key, flow: 'both' as const, isBase: true } : null,
            },
            { cell: changeCell(both.base?.change ?? null, language), behind: null },
          ]
        : []),
      ...(isGross ? [cell(both, 'both', weighedCell(both.weighbridgeGrams, language))] : []),
      cell(both, 'both', countedCell(both.units, language)),
      cell(both, 'both', numberCell(both.declarations, language)),
    ]
  }
  const { goods, total } = report
  return {
    id: 'weights',
    heading: words.dimensions[by],
    about: isGross ? words.aboutGross : about,
    columns: [
      ...[words.columns.imports, words.columns.exports, words.columns.both].map(plain),
      ...(base ? [baseColumn(report, language), plain(texts[language].report.comparedColumns.change)] : []),
      ...(isGross ? [plain(words.columns.weighed)] : []),
      ...[words.columns.number, words.columns.declarations].map(plain),
    ],
    rows: [
      ...tableRows(report, cells, language),
      ...(goods ? [sumRow('goods', words.allGoods, cells(goods, null))] : []),
      sumRow('total', words.total, cells(total, null)),
    ],
  }
}

function valueTable(report: TradeReport, language: Language): TradeTable {
  const words = texts[language].tradeReport.page
  const currencies = report.total.both.values.map(({ currency }) => currency)
  const cells = ({ both }: Flows, key: string | null): LeadingCell[] => [
    leading(valueCell(both.reportingMinor, report.reportingCurrency, language), both, key, 'both'),
    ...currencies.map((currency) => {
      const minor = both.values.find((each) => each.currency === currency)?.minor ?? 0
      const cell = valueCell(minor, currency, language)
      return minor === 0 ? { cell, behind: null } : leading(cell, both, key, 'both')
    }),
  ]
  return {
    id: 'values',
    heading: words.values,
    about: fill(words.aboutValues, { reporting: report.reportingCurrency }),
    columns: [
      { name: fill(words.inReporting, { reporting: report.reportingCurrency }), note: null },
      ...currencies.map((currency) => ({ name: fill(words.inCurrency, { currency }), note: null })),
    ],
    rows: [
      ...tableRows(report, cells, language),
      sumRow('total', words.totalValue, cells(report.total, null)),
    ],
  }
}

function tableRows(
  { rows, by }: TradeReport,
  cells: (flows: Flows, key: string) => LeadingCell[],
  language: Language,
): TradeTableRow[] {
  return rows.map((row) => {
    const name = tradeRowName(row, by, language)
    const isNested = row.parent !== null
    return {
      kind: isNested ? 'of-which' : 'row',
      key: row.key,
      name: isNested ? fill(texts[language].sheet.ofWhich, { name }) : name,
      cells: cells(row, row.key),
    }
  })
}

const sumRow = (key: string, name: string, cells: LeadingCell[]): TradeTableRow => ({
  ...{ kind: 'sum', key, name, cells },
})

const plain = (name: string): { name: string; note: null } => ({ name, note: null })

function baseColumn({ base, period }: TradeReport, language: Language): TradeTable['columns'][number] {
  const words = texts[language].report
  const name = base?.name === 'lastYear' ? words.lastYearHead : words.previousHeads[period.kind]
  return { name, note: base && spanText(base, language, '\n') }
}

/** Dates in short, a whole year by its name; `beforeTo` breaks the line in the narrow head of a column. */
export function spanText(
  { from, to }: { from: string; to: string },
  language: Language,
  beforeTo: '' | '\n' = '',
): string {
  if (from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`) return yearText(from, language)
  if (from === to) return formatDate(from, language)
  return fill(texts[language].report.span, {
    from: formatDate(from, language),
    to: `${beforeTo}${formatDate(to, language)}`,
  })
}

function growthNote({ base }: TradeReport, of: ComparedTrade, language: Language): string | null {
  if (!base) return null
  const words = texts[language].report
  const change = of.base?.change ?? null
  return fill(change === null ? words.besideBase : words.besideChange, {
    base: spanText(base, language),
    value: of.base ? tonnesCell(weightOf(of.base), language).text : numberCell(null, language).text,
    change: changeCell(change, language).text,
  })
}

function leading(
  cell: PageCell,
  { declarations }: ComparedTrade,
  key: string | null,
  flow: Behind['flow'],
): LeadingCell {
  return { cell, behind: declarations > 0 ? { key, flow, isBase: false } : null }
}

function weighedCell(grams: number | null, language: Language): PageCell {
  if (grams !== null) return tonnesCell(grams, language)
  return wordCell(texts[language].tradeReport.notWeighed)
}

/** Pieces; a dash where the goods are not counted in pieces. */
function countedCell(units: number | null, language: Language): PageCell {
  return units === null ? wordCell('–') : numberCell(units, language)
}

/** Whole units of a currency; files have the smallest ones. */
function valueCell(minor: number | null, currency: string, language: Language): PageCell {
  if (minor === null) return wordCell(texts[language].tradeReport.page.noRate)
  const whole = Math.round(minor / 10 ** minorDigits(currency))
  return { value: whole, text: formatExact(whole, 0, language), mark: null, note: null }
}

const wordCell = (text: string): PageCell => ({ value: null, text, mark: null, note: null })
