import type { CrossingsReport } from '../../../../shared/contract/reports.ts'
import type { TradeComparison } from '../../../../shared/contract/trade-section.ts'
import { texts } from '../../../../shared/languages/index.ts'
import { nameIn } from '../../../../shared/languages/names.ts'
import { gramsInTonne } from '../../../../shared/report/page-trade.ts'
import type { Language } from '../../../../shared/words.ts'

/** A number of trade for a flat table: tonnes to the gram, pieces or declarations, each with what it is of. */
export interface TradeRow {
  section: string
  place: string
  code: string
  name: string
  direction: string
  unit: string
  value: number | null
  /** True for tonnes; false for a whole number. */
  isWeight: boolean
  /** Of a comparison. */
  base: { from: string; to: string; value: number | null; change: number | null } | null
}

/** Every number of a report's trade, groups first; none where it has no trade. */
export function tradeRows({ trade }: CrossingsReport, language: Language): TradeRow[] {
  if (!trade) return []
  const words = texts[language].tradeReport
  const { flows, units, sections } = words
  const place = trade.checkpoint ? nameIn(trade.checkpoint.names, language) : texts[language].report.port
  const tonnes = (grams: number | null): number | null => (grams === null ? null : grams / gramsInTonne)
  const total = (
    direction: 'import' | 'export',
    code: string,
    name: string,
    unit: string,
    value: number | null,
  ) => ({
    ...{ section: sections.total, place, code, name, direction: flows[direction], unit, value, base: null },
    isWeight: unit !== units.declarations,
  })
  const { importsGrams, exportsGrams, weighbridge, declarations } = trade
  return [
    ...trade.groups.flatMap((group): TradeRow[] => {
      const own = { section: sections.group, place, code: group.code, name: nameIn(group.names, language) }
      const row = (unit: string, value: number, isWeight = false) => ({
        ...{ ...own, direction: flows[group.direction], unit, value, isWeight, base: null },
      })
      return [
        row(units.net, group.grams / gramsInTonne, true),
        ...(group.units === null ? [] : [row(units.pieces, group.units)]),
        row(units.declarations, group.declarations),
      ]
    }),
    total('import', 'gross', words.total, units.gross, tonnes(importsGrams)),
    total('export', 'gross', words.total, units.gross, tonnes(exportsGrams)),
    total('import', 'weighbridge', words.weighed, units.weighed, tonnes(weighbridge.importsGrams)),
    total('export', 'weighbridge', words.weighed, units.weighed, tonnes(weighbridge.exportsGrams)),
    total('import', 'declarations', words.columns.declarations, units.declarations, declarations.imports),
    total('export', 'declarations', words.columns.declarations, units.declarations, declarations.exports),
    ...trade.comparisons.map((each) => comparisonRow(each, place, language)),
  ]
}

function comparisonRow(each: TradeComparison, place: string, language: Language): TradeRow {
  const { flows, units, sections } = texts[language].tradeReport
  const { from, to, value, change } = each
  return {
    section: sections.comparison,
    ...{ place, code: each.base, name: texts[language].report.bases[each.base] },
    ...{ direction: flows[each.direction], unit: units.gross, value: each.current.value / gramsInTonne },
    isWeight: true,
    base: { from, to, value: value === null ? null : value / gramsInTonne, change },
  }
}
