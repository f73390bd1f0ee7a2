import { FadingSums, pooledRidge } from './pooled-ridge.ts'
import { at } from './solve.ts'
import type { StudiedSeries } from './studied-series.ts'

/** Days after which what a day taught of the weekdays counts half; of holidays, which are rare, later. */
const ordinaryHalfLife = 60
const holidayHalfLife = 120
const ridge = 3
/** A day further from its window than this (a factor of 4.5) was shut or flooded, and teaches only that much. */
const furthest = 1.5
const weekdays = 7

/**
 * How much weekdays and holidays change the traffic, learnt day by day for forecasts `lag` days ahead: each day's
 * logarithm less that of the window that ended `lag` days before it, explained by its features less the window's.
 */
export class LaggedRegression {
  readonly #series: readonly StudiedSeries[]
  readonly #features: readonly Float64Array[]
  readonly #lag: number
  readonly #ordinary: FadingSums[]
  readonly #holidays: FadingSums[]
  readonly #groups: readonly (readonly number[])[]

  constructor(series: readonly StudiedSeries[], features: readonly Float64Array[], lag: number) {
    const size = features[0]?.length ?? 0
    this.#series = series
    this.#features = features
    this.#lag = lag
    this.#ordinary = series.map(() => new FadingSums(size, ordinaryHalfLife))
    this.#holidays = series.map(() => new FadingSums(size, holidayHalfLife))
    this.#groups = [...Map.groupBy(series.keys(), (index) => series[index]?.group).values()]
  }

  /** Takes in a day whose counts are known by now. Days come one after the other. */
  learn(day: number): void {
    const features = this.#features[day]
    if (!features) return
    const special = features.subarray(weekdays).some((value) => value !== 0)
    const row = new Float64Array(features.length)
    this.#series.forEach((series, index) => {
      const ordinary = this.#ordinary[index] as FadingSums
      const holidays = this.#holidays[index] as FadingSums
      ordinary.nextDay()
      holidays.nextDay()
      const window = series.usable(day) ? series.windowUpTo(day - this.#lag) : null
      if (!window) return
      for (let k = 0; k < row.length; k += 1) row[k] = at(features, k) - at(window.features, k)
      const target = at(series.logs, day) - window.log
      const sums = special ? holidays : ordinary
      sums.add(row, Math.max(-furthest, Math.min(furthest, target)))
    })
  }

  /** The coefficients of every series as of the days taken in so far. */
  coefficients(): Float64Array[] {
    const found: Float64Array[] = []
    for (const members of this.#groups) {
      const sums = members.map((index) =>
        (this.#ordinary[index] as FadingSums).with(this.#holidays[index] as FadingSums),
      )
      pooledRidge(sums, ridge).forEach((own, place) => {
        found[members[place] as number] = own
      })
    }
    return found
  }
}
