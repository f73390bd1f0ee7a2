/** What share of days an interval is to hold. */
export const wantedShare = 0.8

/** Newest errors that an interval is made from. */
const newest = 90
/** With fewer of its own, a series borrows those of all series. */
const enough = 20
/** With fewer errors than this altogether there is no interval. */
const least = 8
/** How fast the interval widens after a miss, and narrows while it holds. */
const step = 0.03

/**
 * Intervals from a series' own past errors: the logarithms of what came over what was forecast. A steady correction
 * (adaptive conformal inference, Gibbs and Candès 2021) widens them where they miss more than their share, so that
 * they hold their share in restless times too.
 */
export class Intervals {
  readonly #errors: number[][]
  readonly #missing: number[]
  readonly #ofAll: number[] = []

  constructor(seriesCount: number) {
    this.#errors = Array.from({ length: seriesCount }, () => [])
    this.#missing = new Array<number>(seriesCount).fill(1 - wantedShare)
  }

  /** Takes in the error of one day, and whether the interval of that day held it; null where it had none. */
  learn(series: number, error: number, held: boolean | null): void {
    const own = this.#errors[series]
    if (!own) return
    own.push(error)
    if (own.length > newest) own.shift()
    this.#ofAll.push(error)
    if (this.#ofAll.length > newest * this.#errors.length) this.#ofAll.shift()
    if (held === null) return
    const missing = (this.#missing[series] ?? 0) + step * (1 - wantedShare - (held ? 0 : 1))
    this.#missing[series] = Math.max(0.02, Math.min(0.6, missing))
  }

  /** The lowest and the highest error to expect; null while too few are known. */
  of(series: number): { low: number; high: number } | null {
    const own = this.#errors[series] ?? []
    const errors = own.length >= enough ? own : this.#ofAll
    if (errors.length < least) return null
    const sorted = Float64Array.from(errors).sort()
    const tail = (this.#missing[series] ?? 1 - wantedShare) / 2
    return { low: quantile(sorted, tail), high: quantile(sorted, 1 - tail) }
  }
}

/** Between the two nearest of n sorted values, placed at 1/(n + 1), 2/(n + 1) and so on. */
function quantile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length + 1) - 1
  const below = Math.max(0, Math.min(sorted.length - 1, Math.floor(place)))
  const above = Math.min(sorted.length - 1, below + 1)
  const part = Math.max(0, Math.min(1, place - below))
  return (sorted[below] ?? 0) * (1 - part) + (sorted[above] ?? 0) * part
}
