import type { TradeFigure } from '../../../../shared/contract/trade-report.ts'
import { minorDigits } from '../../../../shared/trade/currencies.ts'
import type { Connection } from '../../../book/connection.ts'
import type { Counted, CountedItem } from './counted-declarations.ts'
import { ratesInto } from './counted-goods.sql.ts'
import { unitsOf } from './trade-section.ts'

interface Rate {
  currency: string
  from: string
  rate: number
  scale: number
}

/** The rates into the reporting currency, by date. */
export class Rates {
  readonly reporting: string
  /** Currencies of which a rate was asked for and is missing. */
  readonly missing = new Set<string>()
  readonly #byCurrency: ReadonlyMap<string, readonly Rate[]>
  /** The last that was asked for: declarations come by date. */
  readonly #last = new Map<string, { date: string; rate: Rate | null }>()
  readonly #own: Rate

  constructor(db: Connection, reporting: string) {
    this.reporting = reporting
    this.#own = { currency: reporting, from: '', rate: 1, scale: 0 }
    this.#byCurrency = Map.groupBy(ratesInto(db, reporting), ({ currency }) => currency)
  }

  /** The rate of a currency on a date; the reporting currency itself is one. Null where none was entered. */
  on(currency: string, date: string): Rate | null {
    if (currency === this.reporting) return this.#own
    const last = this.#last.get(currency)
    if (last?.date === date) return last.rate
    const rate = this.#byCurrency.get(currency)?.findLast(({ from }) => from <= date) ?? null
    if (rate === null) this.missing.add(currency)
    this.#last.set(currency, { date, rate })
    return rate
  }
}

/** Declarations, or some of their goods, added up. */
export class TradeSum {
  #declarations = 0
  #gross = 0
  #net = 0
  #weighed: number | null = null
  #pieces: number | null = null
  readonly #values = new Map<string, number>()
  /** Values at one rate together, so that each is rounded once. */
  readonly #atRate = new Map<Rate, number>()
  #isRateMissing = false

  #last: Counted | null = null
  /** Value of declarations one after the other that have the same currency and rate. */
  #currency: string | null = null
  #rate: Rate | null = null
  #minor = 0

  /** Adds an item; its declaration counts once however many of its items are added. Items of one come together. */
  add(counted: Counted, item: CountedItem, rates: Rates): void {
    if (counted !== this.#last) this.#begin(counted, rates)
    this.#net += item.netGrams
    this.#minor += item.valueMinor
    if (item.pieces !== null) this.#pieces = (this.#pieces ?? 0) + item.pieces
  }

  /** Adds what the weighbridge says where it is not read declaration by declaration. */
  weigh(grams: number): void {
    this.#weighed = (this.#weighed ?? 0) + grams
  }

  #begin(counted: Counted, rates: Rates): void {
    this.#last = counted
    this.#declarations += 1
    this.#gross += counted.grossGrams
    if (counted.weighbridgeGrams !== null) this.weigh(counted.weighbridgeGrams)
    const { currency, countedDate } = counted
    const rate = currency === null ? null : rates.on(currency, countedDate)
    if (currency === this.#currency && rate === this.#rate) return
    this.#keepValue()
    this.#currency = currency
    this.#rate = rate
  }

  /** A value without a currency is none. */
  #keepValue(): void {
    if (this.#currency !== null) {
      addTo(this.#values, this.#currency, this.#minor)
      if (this.#rate === null) this.#isRateMissing = true
      else addTo(this.#atRate, this.#rate, this.#minor)
    }
    this.#minor = 0
  }

  /** Both together. */
  plus(other: TradeSum): TradeSum {
    const sum = new TradeSum()
    for (const each of [this, other]) {
      each.#keepValue()
      sum.#declarations += each.#declarations
      sum.#gross += each.#gross
      sum.#net += each.#net
      sum.#weighed = plusKnown(sum.#weighed, each.#weighed)
      sum.#pieces = plusKnown(sum.#pieces, each.#pieces)
      sum.#isRateMissing ||= each.#isRateMissing
      for (const [currency, minor] of each.#values) addTo(sum.#values, currency, minor)
      for (const [rate, minor] of each.#atRate) addTo(sum.#atRate, rate, minor)
    }
    return sum
  }

  /** @param isWhole false for goods, of which a declaration's gross weight and its vehicles' say nothing */
  figure(isWhole: boolean, reporting: string): TradeFigure {
    this.#keepValue()
    const values = [...this.#values].map(([currency, minor]) => ({ currency, minor }))
    const converted = [...this.#atRate].map(([rate, minor]) => inReporting(minor, rate, reporting))
    return {
      declarations: this.#declarations,
      grossGrams: isWhole ? this.#gross : null,
      netGrams: this.#net,
      weighbridgeGrams: isWhole ? this.#weighed : null,
      units: unitsOf(this.#pieces),
      values: values.toSorted((a, b) => (a.currency < b.currency ? -1 : 1)),
      reportingMinor: this.#isRateMissing ? null : converted.reduce((sum, minor) => sum + minor, 0),
    }
  }
}

function addTo<Key>(sums: Map<Key, number>, key: Key, minor: number): void {
  sums.set(key, (sums.get(key) ?? 0) + minor)
}

const plusKnown = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : a + b

/** Minor units of one currency in those of another, rounded half up. */
function inReporting(minor: number, { currency, rate, scale }: Rate, reporting: string): number {
  const above = BigInt(minor) * BigInt(rate) * 10n ** BigInt(minorDigits(reporting))
  const below = 10n ** BigInt(minorDigits(currency) + scale)
  return Number((above * 2n + below) / (below * 2n))
}
