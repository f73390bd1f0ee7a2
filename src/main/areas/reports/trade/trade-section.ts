import type { CrossingsReportInput } from '../../../../shared/contract/reports.ts'
import { type GroupFigure, type TradeSection, tradeBasis } from '../../../../shared/contract/trade-section.ts'
import { type TradeDirection, tradeDirections } from '../../../../shared/trade/trade-words.ts'
import type { Connection } from '../../../book/connection.ts'
import { namesOn } from '../../reference/names.ts'
import type { PortModel } from '../../reference/port-model.ts'
import { withParents } from '../../reference/trade/commodity-groups.ts'
import type { DateSpan } from '../report-spans.ts'
import {
  hasDeclarations,
  leanItems,
  ofSpan,
  type Selection,
  weighedByDirection,
} from './counted-goods.sql.ts'
import { GoodsGroups } from './goods-groups.ts'
import { tradeComparisons } from './trade-comparisons.ts'

const millionths = 1_000_000

/**
 * The trade of a report's days; null where the book has no declarations there. A declaration has a date and no hour: a
 * shift shows its day, and at a place without declarations the whole port's.
 * @param today nothing is counted after it
 */
export function tradeSection(
  db: Connection,
  port: PortModel,
  input: CrossingsReportInput,
  span: DateSpan,
  today: string,
): TradeSection | null {
  const asked = input.checkpoint ?? null
  const checkpoint = asked === null || (input.kind === 'shift' && !hasDeclarations(db, asked)) ? null : asked
  if (!hasDeclarations(db, checkpoint)) return null
  const selection = ofSpan(span, checkpoint)
  const { gross, declarations, groups } = sectionFigures(db, port, selection)
  const weighed = new Map(weighedByDirection(db, selection).map((each) => [each.direction, each.grams]))
  return {
    basis: tradeBasis,
    from: span.from,
    to: span.to,
    checkpoint:
      checkpoint === null
        ? null
        : { code: checkpoint, names: namesOn(port, 'checkpoint', checkpoint, span.to) },
    importsGrams: gross.import,
    exportsGrams: gross.export,
    weighbridge: {
      importsGrams: weighed.get('import') ?? null,
      exportsGrams: weighed.get('export') ?? null,
    },
    declarations: { imports: declarations.import, exports: declarations.export },
    groups,
    comparisons: tradeComparisons(db, input, span, checkpoint, gross, today),
  }
}

interface Sum {
  grams: number
  millionths: number | null
  declarations: number
  /** The declaration that was counted last. */
  last: string
}

/** Gross weights, declarations and groups of some released declarations. */
export function sectionFigures(
  db: Connection,
  port: PortModel,
  selection: Selection,
): {
  gross: Record<TradeDirection, number>
  declarations: Record<TradeDirection, number>
  groups: GroupFigure[]
} {
  const goods = new GoodsGroups(db)
  const gross: Record<TradeDirection, number> = { import: 0, export: 0 }
  const declarations: Record<TradeDirection, number> = { import: 0, export: 0 }
  const sums = { import: new Map<string, Sum>(), export: new Map<string, Sum>() }
  let last = ''
  for (const item of leanItems(db, selection)) {
    const [declaration, date, direction, grossGrams, hsCode, netGrams, pieces] = item
    if (declaration !== last) {
      last = declaration
      gross[direction] += grossGrams ?? 0
      declarations[direction] += 1
    }
    if (hsCode === null) continue
    for (const { code } of goods.of(hsCode, date)) {
      let sum = sums[direction].get(code)
      if (!sum) {
        sum = { grams: 0, millionths: null, declarations: 0, last: '' }
        sums[direction].set(code, sum)
      }
      sum.grams += netGrams ?? 0
      if (pieces !== null) sum.millionths = (sum.millionths ?? 0) + pieces
      if (sum.last !== declaration) sum.declarations += 1
      sum.last = declaration
    }
  }
  const groups = [...goods.model.groups.values()].flatMap(({ code, measure }): GroupFigure[] => {
    if (!tradeDirections.some((direction) => sums[direction].has(code))) return []
    return tradeDirections.map((direction) => {
      const sum = sums[direction].get(code)
      return {
        ...{ code, names: namesOn(port, 'commodity-group', code, selection.to) },
        parent: withParents(goods.model, code)[1]?.code ?? null,
        ...{ measure, direction, grams: sum?.grams ?? 0 },
        units: sum ? unitsOf(sum.millionths) : measure === 'units' ? 0 : null,
        declarations: sum?.declarations ?? 0,
      }
    })
  })
  return { gross, declarations, groups }
}

/** Whole pieces; a part of one cannot be declared. */
export const unitsOf = (sum: number | null): number | null =>
  sum === null ? null : Math.round(sum / millionths)
