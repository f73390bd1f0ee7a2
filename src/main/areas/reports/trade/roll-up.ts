import type { OutputOf } from '../../../../shared/contract/index.ts'
import type {
  ComparedTrade,
  RollUp,
  TradeFigure,
  TradeReportInput,
  TradeRow,
} from '../../../../shared/contract/trade-report.ts'
import { tradeBasis } from '../../../../shared/contract/trade-section.ts'
import { addMonths, firstOfMonth } from '../../../../shared/dates.ts'
import type { TradeDirection } from '../../../../shared/trade/trade-words.ts'
import type { Names } from '../../../../shared/words.ts'
import type { QueryContext } from '../../../book/handlers.ts'
import { journalHead } from '../../../book/journal-head.ts'
import { namesOn } from '../../reference/names.ts'
import { type PortModel, portModel } from '../../reference/port-model.ts'
import { shippedChapters } from '../../reference/tariff/shipped-sections.ts'
import { reportingCurrencyOn } from '../../reference/trade/reporting-currency.ts'
import { changeFrom } from '../comparisons.ts'
import type { DateSpan } from '../report-spans.ts'
import { type Counted, countedDeclarations, isOfGoods, selectionOf } from './counted-declarations.ts'
import { weighedByDirection } from './counted-goods.sql.ts'
import { countryNames } from './country-names.ts'
import { GoodsGroups } from './goods-groups.ts'
import { baseSpan, isKnown, tradePeriod } from './trade-period.ts'
import { Rates, TradeSum } from './trade-sum.ts'

type Sums = Record<TradeDirection, TradeSum>

interface Added {
  total: Sums
  rows: Map<string, Sums>
}

/** @throws AppError unknown-checkpoint, unknown-commodity-group, invalid-input */
export function readTradeReport(context: QueryContext, input: TradeReportInput): OutputOf<'readTradeReport'> {
  const { db } = context
  const { by, filter } = input
  const period = tradePeriod(context, input, filter)
  const { span, until, goesOn } = period
  const goods = new GoodsGroups(db)
  const rates = new Rates(db, reportingCurrencyOn(db, span.to))
  const isWhole = !isOfGoods(filter)
  const isByGoods = by === 'group' || by === 'chapter'
  const isRowWhole = isWhole && !isByGoods
  const detail = isRowWhole ? 'sums' : isByGoods ? 'goods' : 'items'
  const added = (of: DateSpan, keys: KeysOf): Added => {
    const counted = countedDeclarations(db, goods, of, filter, detail)
    const sums = addUp(counted, rates, (each, hsCode) => keys(each, hsCode, by, goods))
    // Rows of goods have no weighbridge, and what is above them has that of whole declarations.
    if (isWhole && isByGoods) {
      for (const { direction, grams } of weighedByDirection(db, selectionOf(of, filter))) {
        sums.total[direction].weigh(grams)
      }
    }
    return sums
  }
  const own = added({ from: span.from, to: until }, keysOf)
  const wanted = input.base === null ? null : baseSpan(input, period, input.base)
  const isBaseKnown = wanted !== null && isKnown(context, wanted, filter.checkpoint)
  const before = isBaseKnown ? added(wanted, movedKeys(wanted, span)) : null
  // What goes on is compared with the same days of last year, and with no whole period before it.
  const isLikeWithLike = input.base === 'lastYear' || !goesOn
  const compared = (whole: boolean, now: Sums, then: Sums | null) =>
    comparedFlows(now, then, { isWhole: whole, isLikeWithLike, reporting: rates.reporting })
  const port = portModel(db)
  const keys = new Set([...own.rows.keys(), ...(before?.rows.keys() ?? [])])
  const rows = [...keys].map((key): TradeRow => {
    const then = before && (before.rows.get(key) ?? newSums())
    return {
      key,
      names: rowNames(port, by, key, span.to),
      parent: by === 'group' ? (goods.model.groups.get(key)?.parent ?? null) : null,
      ...compared(isRowWhole, own.rows.get(key) ?? newSums(), then),
    }
  })
  return {
    basis: tradeBasis,
    weight: isRowWhole ? 'gross' : 'net',
    by,
    period: { kind: input.kind, ...span },
    port: { code: port.port, names: namesOn(port, 'port', port.port, span.to) },
    checkpoint:
      filter.checkpoint === undefined
        ? null
        : { code: filter.checkpoint, names: namesOn(port, 'checkpoint', filter.checkpoint, span.to) },
    sample: port.sample,
    journal: journalHead(db),
    until,
    base: wanted && input.base !== null ? { name: input.base, ...wanted } : null,
    reportingCurrency: rates.reporting,
    missingRates: [...rates.missing].toSorted(),
    rows: inOrder(rows, by, goods),
    total: compared(isWhole, own.total, before?.total ?? null),
    goods: isRowWhole ? null : compared(false, own.total, before?.total ?? null),
  }
}

type KeysOf = typeof keysOf

function rowNames(port: PortModel, by: RollUp, key: string, date: string): Names | null {
  switch (by) {
    case 'group':
      return namesOn(port, 'commodity-group', key, date)
    case 'chapter':
      return shippedChapters().get(key)?.names ?? null
    case 'partner':
      return countryNames(key)
    default:
      return null
  }
}

function addUp(
  declarations: Iterable<Counted>,
  rates: Rates,
  keys: (counted: Counted, hsCode: string) => readonly string[],
): Added {
  const added: Added = { total: newSums(), rows: new Map() }
  for (const counted of declarations) {
    for (const item of counted.items) {
      added.total[counted.direction].add(counted, item, rates)
      for (const key of keys(counted, item.hsCode)) {
        let sums = added.rows.get(key)
        if (!sums) {
          sums = newSums()
          added.rows.set(key, sums)
        }
        sums[counted.direction].add(counted, item, rates)
      }
    }
  }
  return added
}

const newSums = (): Sums => ({ import: new TradeSum(), export: new TradeSum() })

function comparedFlows(
  now: Sums,
  then: Sums | null,
  of: { isWhole: boolean; isLikeWithLike: boolean; reporting: string },
): Pick<TradeRow, 'imports' | 'exports' | 'both'> {
  const flow = (pick: (sums: Sums) => TradeSum): ComparedTrade => {
    const figure = pick(now).figure(of.isWhole, of.reporting)
    const base = then && pick(then).figure(of.isWhole, of.reporting)
    if (base === null) return { ...figure, base }
    const change = of.isLikeWithLike ? changeFrom(weightOf(base), weightOf(figure)) : null
    return { ...figure, base: { ...base, change } }
  }
  return {
    imports: flow((sums) => sums.import),
    exports: flow((sums) => sums.export),
    both: flow((sums) => sums.import.plus(sums.export)),
  }
}

/** The weight that counts: gross of whole declarations, net of goods. */
const weightOf = ({ grossGrams, netGrams }: TradeFigure): number => grossGrams ?? netGrams

/** The rows that an item of a declaration counts in. */
function keysOf(counted: Counted, hsCode: string, by: RollUp, goods: GoodsGroups): readonly string[] {
  switch (by) {
    case 'group':
      return goods.codesOf(hsCode, counted.countedDate)
    case 'chapter':
      return hsCode === '' ? [] : [hsCode.slice(0, 2)]
    case 'month':
      return [counted.countedDate.slice(0, 7)]
    case 'year':
      return [counted.countedDate.slice(0, 4)]
    default:
      return [counted[by]]
  }
}

/** The rows of a base period: its months and years stand beside those of the period that they are compared with. */
function movedKeys(base: DateSpan, { from, to }: DateSpan): KeysOf {
  const months = monthsBetween(base.from, from)
  const known = new Map<string, string>()
  return (counted, hsCode, by, goods) => {
    if (by !== 'month' && by !== 'year') return keysOf(counted, hsCode, by, goods)
    const month = counted.countedDate.slice(0, 7)
    let countedDate = known.get(month)
    if (countedDate === undefined) {
      // A week that lies in two months may be compared with one that lies in one.
      const moved = addMonths(firstOfMonth(counted.countedDate), months)
      countedDate = moved < from ? from : moved > to ? to : moved
      known.set(month, countedDate)
    }
    return keysOf({ ...counted, countedDate }, hsCode, by, goods)
  }
}

function monthsBetween(from: string, to: string): number {
  const months = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
  return months(to) - months(from)
}

/** Groups as the port has them, time and chapters as they follow, all else by weight. */
function inOrder(rows: readonly TradeRow[], by: RollUp, goods: GoodsGroups): TradeRow[] {
  if (by === 'group') {
    const order = [...goods.model.groups.keys()]
    return rows.toSorted((a, b) => order.indexOf(a.key) - order.indexOf(b.key))
  }
  const byKey = (a: TradeRow, b: TradeRow) => (a.key < b.key ? -1 : 1)
  if (by === 'month' || by === 'year' || by === 'chapter') return rows.toSorted(byKey)
  return rows.toSorted((a, b) => weightOf(b.both) - weightOf(a.both) || byKey(a, b))
}
