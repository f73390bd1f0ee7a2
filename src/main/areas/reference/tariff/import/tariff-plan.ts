import type { TariffMapping } from '../../../../../shared/tariff/tariff-mapping.ts'
import type { Language } from '../../../../../shared/words.ts'
import { columnFinder, type FoundColumn } from '../../../../import/find-column.ts'
import { DateReader } from '../../../../import/read-dates.ts'

/** The mapping laid over one file's headings: every column found. */
export interface TariffPlan {
  mapping: TariffMapping
  /** Cells in a row. */
  width: number
  code: FoundColumn
  texts: { language: Language; column: FoundColumn }[]
  parent: FoundColumn | null
  section: FoundColumn | null
  level: FoundColumn | null
  unit: FoundColumn | null
  secondUnit: FoundColumn | null
  from: { column: FoundColumn; dates: DateReader } | null
  to: { column: FoundColumn; dates: DateReader } | null
}

/**
 * Finds the mapping's columns.
 * @param first the file's headings, or where it has none its first row of data
 * @param real whether cells can be real dates, as a workbook's are
 * @throws AppError mapping-mismatch with the column that the file does not have, or has twice
 */
export function planTariff(mapping: TariffMapping, first: readonly string[], real: boolean): TariffPlan {
  const find = columnFinder(first, mapping.headings !== false)
  const optional = (part: { column: string | number } | undefined): FoundColumn | null =>
    part === undefined ? null : find(part.column)
  const dated = (part: TariffMapping['from']): TariffPlan['from'] =>
    part === undefined ? null : { column: find(part.column), dates: new DateReader(part.pattern, real) }
  const { code, texts, parent, section, level, units, from, to } = mapping
  return {
    mapping,
    width: first.length,
    code: find(code.column),
    texts: Object.entries(texts).map(([language, column]) => ({
      language: language as Language,
      column: find(column),
    })),
    parent: optional(parent),
    section: optional(section),
    level: optional(level),
    unit: optional(units),
    secondUnit: units?.secondColumn === undefined ? null : find(units.secondColumn),
    from: dated(from),
    to: dated(to),
  }
}
