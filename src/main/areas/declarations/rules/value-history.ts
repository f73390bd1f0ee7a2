import { minorDigits } from '../../../../shared/trade/currencies.ts'
import type { Connection } from '../../../book/connection.ts'
import { pastValues, pastValuesOfSix } from './value-history.sql.ts'

interface Usual {
  /** Natural logarithm of the middle value, in minor units a gram. */
  middle: number
  /** The usual distance from it, as a standard deviation of logarithms. */
  spread: number
}

/** Fewer items than this are no habit. */
const fewest = 8
/** Distances from the middle that are asked about: this many spreads, and never less than this factor. */
const mostSpreads = 5
const leastFactor = 2
/** Prices that hardly ever moved would make every change a question. */
const leastSpread = 0.1
/** Makes the median of distances a standard deviation, where they are distributed normally. */
const madToDeviation = 1.4826

const gramsInKilogram = 1_000

/** What a kilogram of a commodity was worth lately: by median and median distance of logarithms, which no slip moves. */
export class ValueHistory {
  readonly #db: Connection
  readonly #usual = new Map<string, Usual | null>()

  constructor(db: Connection) {
    this.#db = db
  }

  /**
   * Whether a value is far from those of the same code before, or where they are few, of its first six digits.
   * @param except the declaration that is being changed: it does not judge itself
   * @returns value and usual value of a kilogram in the currency, or null where nothing is unusual
   */
  unusual(
    item: { hsCode: string; valueMinor: number; netGrams: number },
    currency: string,
    except: string,
  ): { value: number; usual: number } | null {
    if (item.valueMinor === 0 || item.netGrams === 0) return null
    const usual = this.#usualOf(item.hsCode, currency, except)
    if (!usual) return null
    const perGram = Math.log(item.valueMinor / item.netGrams)
    const distance = Math.abs(perGram - usual.middle)
    if (distance <= mostSpreads * usual.spread || distance <= Math.log(leastFactor)) return null
    const kilogram = gramsInKilogram / 10 ** minorDigits(currency)
    return { value: Math.exp(perGram) * kilogram, usual: Math.exp(usual.middle) * kilogram }
  }

  #usualOf(code: string, currency: string, except: string): Usual | null {
    const key = `${code} ${currency} ${except}`
    let usual = this.#usual.get(key)
    if (usual === undefined) {
      const sought = { code, currency, except }
      usual = usualOf(pastValues(this.#db, sought)) ?? usualOf(pastValuesOfSix(this.#db, sought))
      this.#usual.set(key, usual)
    }
    return usual
  }
}

function usualOf(past: readonly { valueMinor: number; netGrams: number }[]): Usual | null {
  if (past.length < fewest) return null
  const logs = past.map(({ valueMinor, netGrams }) => Math.log(valueMinor / netGrams))
  const middle = median(logs)
  const distance = median(logs.map((log) => Math.abs(log - middle)))
  return { middle, spread: Math.max(distance * madToDeviation, leastSpread) }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length / 2
  const upper = sorted[Math.floor(half)] ?? 0
  return Number.isInteger(half) ? (upper + (sorted[half - 1] ?? upper)) / 2 : upper
}
