import type { CrossingsReport } from '../contract/reports.ts'
import type { GroupFigure, TradeComparison, TradeSection } from '../contract/trade-section.ts'
import { formatDate } from '../format.ts'
import { texts } from '../languages/index.ts'
import { nameIn } from '../languages/names.ts'
import { formatExact } from '../trade/format-exact.ts'
import type { Language } from '../words.ts'
import { fill } from './fill.ts'
import { changeCell, numberCell, type PageCell } from './page-cell.ts'
import type { PageComparison } from './page-comparison.ts'

export interface PageTradeRow {
  kind: 'group' | 'nested' | 'sum' | 'weighed'
  code: string
  name: string
  imports: PageCell
  exports: PageCell
  declarations: PageCell | null
}

/** The trade of a report as rows of a table, with the unit and the basis in its head. */
export interface PageTrade {
  heading: string
  about: string
  columns: string[]
  rows: PageTradeRow[]
  /** Bases of the throughput; none in a shift. */
  comparedHeading: string
  comparisons: PageComparison[]
}

export const gramsInTonne = 1_000_000
/** Decimals of tonnes on a page; files have every digit. */
const decimals = 1
const gramsShown = gramsInTonne / 10 ** decimals

/** Null where the report has no trade. */
export function pageTrade({ trade, period }: CrossingsReport, language: Language): PageTrade | null {
  if (!trade) return null
  const words = texts[language].tradeReport
  const isOfDay = period.kind === 'shift' && trade.checkpoint === null
  const byCode = [...Map.groupBy(trade.groups, ({ code }) => code).values()]
  return {
    heading: words.heading,
    about: isOfDay ? `${words.ofDay} · ${words.about}` : words.about,
    columns: Object.values(words.columns),
    rows: [
      ...byCode.map((both) => groupRow(both, language)),
      {
        ...{ kind: 'sum', code: 'gross', name: words.total },
        imports: tonnesCell(trade.importsGrams, language),
        exports: tonnesCell(trade.exportsGrams, language),
        declarations: numberCell(trade.declarations.imports + trade.declarations.exports, language),
      },
      {
        ...{ kind: 'weighed', code: 'weighbridge', name: words.weighed },
        imports: weighedCell(trade.weighbridge.importsGrams, language),
        exports: weighedCell(trade.weighbridge.exportsGrams, language),
        declarations: null,
      },
    ],
    comparedHeading: words.compared,
    comparisons: shownComparisons(trade, period.kind).map((each) => tradeComparison(each, period, language)),
  }
}

function groupRow(both: readonly GroupFigure[], language: Language): PageTradeRow {
  const [first] = both
  const { counted } = texts[language].tradeReport
  const cell = (direction: GroupFigure['direction']): PageCell => {
    const figure = both.find((each) => each.direction === direction)
    return figure?.measure === 'units'
      ? numberCell(figure.units, language)
      : tonnesCell(figure?.grams ?? 0, language)
  }
  const name = first ? nameIn(first.names, language) : ''
  const named = first?.measure === 'units' ? fill(counted, { name }) : name
  const isNested = first?.parent !== null
  return {
    kind: isNested ? 'nested' : 'group',
    code: first?.code ?? '',
    name: isNested ? fill(texts[language].sheet.ofWhich, { name: named }) : named,
    imports: cell('import'),
    exports: cell('export'),
    declarations: numberCell(
      both.reduce((sum, { declarations }) => sum + declarations, 0),
      language,
    ),
  }
}

/** A weight as tonnes. */
export function tonnesCell(grams: number, language: Language): PageCell {
  const shown = Math.round(grams / gramsShown)
  return {
    value: grams / gramsInTonne,
    text: formatExact(shown, decimals, language, decimals),
    mark: null,
    note: null,
  }
}

function weighedCell(grams: number | null, language: Language): PageCell {
  if (grams !== null) return tonnesCell(grams, language)
  return { value: null, text: texts[language].tradeReport.notWeighed, mark: null, note: null }
}

/** A shift has none; where two bases are the same days, the first that says so. */
function shownComparisons(
  { comparisons }: TradeSection,
  kind: CrossingsReport['period']['kind'],
): TradeComparison[] {
  if (kind === 'shift') return []
  const wanted = kind === 'day' ? ['yearToDate'] : ['lastYear', 'yearToDate']
  const seen = new Set<string>()
  return comparisons.filter(({ base, direction, from, to, current }) => {
    const key = [direction, from, to, current.from, current.to].join(' ')
    if (!wanted.includes(base) || seen.has(key)) return false
    seen.add(key)
    return true
  })
}

export function tradeComparison(
  each: TradeComparison,
  own: { from: string; to: string },
  language: Language,
): PageComparison {
  const words = texts[language]
  const span = ({ from, to }: { from: string; to: string }) =>
    from === to
      ? formatDate(from, language)
      : fill(words.report.span, { from: formatDate(from, language), to: formatDate(to, language) })
  const isOwn = each.current.from === own.from && each.current.to === own.to
  return {
    name: fill(words.tradeReport.comparedName, {
      flow: words.tradeReport.flows[each.direction],
      base: words.report.bases[each.base],
    }),
    from: each.from,
    to: each.to,
    period: span(each),
    value: each.value === null ? numberCell(null, language) : tonnesCell(each.value, language),
    current: { ...tonnesCell(each.current.value, language), note: isOwn ? null : span(each.current) },
    change: changeCell(each.change, language),
  }
}
