import type { ComparedTrade, TradeReport, TradeRow } from '../../../../shared/contract/trade-report.ts'
import { texts } from '../../../../shared/languages/index.ts'
import { fill } from '../../../../shared/report/fill.ts'
import { gramsInTonne } from '../../../../shared/report/page-trade.ts'
import { tradeRowName } from '../../../../shared/report/trade-page.ts'
import { minorDigits } from '../../../../shared/trade/currencies.ts'
import type { Language } from '../../../../shared/words.ts'

/** A column of a flat table and what its numbers are. */
export interface FlatColumn {
  name: string
  kind: 'text' | 'tonnes' | 'count' | 'money' | 'date' | 'change'
}

export type FlatCell = string | number | null

/** A trade report as one flat table for CSV and Excel: a line for each row and direction, nothing rounded. */
export function tradeTable(
  report: TradeReport,
  language: Language,
): { columns: FlatColumn[]; rows: FlatCell[][] } {
  const { page, units, flows, columns } = texts[language].tradeReport
  const heads = texts[language].report.columns
  const currencies = report.total.both.values.map(({ currency }) => currency)
  const flat = (code: string, name: string, row: Pick<TradeRow, 'imports' | 'exports' | 'both'>) =>
    (
      [
        [flows.import, row.imports],
        [flows.export, row.exports],
        [flows.both, row.both],
      ] as const
    ).map(([flow, figure]) => [code, name, flow, ...figureCells(figure, report, currencies, language)])
  return {
    columns: [
      { name: page.file.columns.code, kind: 'text' },
      { name: page.file.columns.name, kind: 'text' },
      { name: heads.direction, kind: 'text' },
      { name: units.gross, kind: 'tonnes' },
      { name: units.net, kind: 'tonnes' },
      { name: units.weighed, kind: 'tonnes' },
      { name: page.columns.number, kind: 'count' },
      { name: columns.declarations, kind: 'count' },
      ...currencies.map((name) => ({ name, kind: 'money' as const })),
      { name: fill(page.inReporting, { reporting: report.reportingCurrency }), kind: 'money' },
      { name: heads.baseFrom, kind: 'date' },
      { name: heads.baseTo, kind: 'date' },
      { name: fill(page.file.columns.base, { unit: units.gross }), kind: 'tonnes' },
      { name: fill(page.file.columns.base, { unit: units.net }), kind: 'tonnes' },
      { name: heads.change, kind: 'change' },
    ],
    rows: [
      ...report.rows.flatMap((row) => flat(row.key, tradeRowName(row, report.by, language), row)),
      ...(report.goods ? flat('goods', page.allGoods, report.goods) : []),
      ...flat('total', page.totalValue, report.total),
    ],
  }
}

function figureCells(
  figure: ComparedTrade,
  { base, reportingCurrency }: TradeReport,
  currencies: readonly string[],
  language: Language,
): FlatCell[] {
  const words = texts[language]
  return [
    tonnes(figure.grossGrams),
    tonnes(figure.netGrams),
    figure.grossGrams !== null && figure.weighbridgeGrams === null && figure.declarations > 0
      ? words.tradeReport.notWeighed
      : tonnes(figure.weighbridgeGrams),
    figure.units,
    figure.declarations,
    ...currencies.map((currency) =>
      money(figure.values.find((each) => each.currency === currency)?.minor ?? 0, currency),
    ),
    figure.reportingMinor === null
      ? words.tradeReport.page.noRate
      : money(figure.reportingMinor, reportingCurrency),
    ...(base
      ? [
          base.from,
          base.to,
          ...(figure.base
            ? [tonnes(figure.base.grossGrams), tonnes(figure.base.netGrams)]
            : [null, words.sheet.notReported]),
          figure.base?.change ?? words.report.notAvailable,
        ]
      : [null, null, null, null, null]),
  ]
}

const tonnes = (grams: number | null): number | null => (grams === null ? null : grams / gramsInTonne)

const money = (minor: number, currency: string): number => minor / 10 ** minorDigits(currency)
