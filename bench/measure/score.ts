import { type DayForecast, isWithin } from '../../src/shared/forecast/rolling-forecast.ts'

/** Errors added up over days and series. */
export class Score {
  readonly #passengers = { days: 0, sum: 0, wrong: 0, naiveWrong: 0 }
  readonly #intervals = { days: 0, held: 0 }

  /** One day of one series; `naive` is what came on the same weekday a week before. */
  add(count: number, naive: number, forecast: DayForecast): void {
    this.#passengers.days += 1
    this.#passengers.sum += count
    this.#passengers.wrong += Math.abs(forecast.count - count)
    this.#passengers.naiveWrong += Math.abs(naive - count)
    // A day that is rightly taken for closed would hold whatever the interval is worth.
    if (count === 0 && forecast.count === 0) return
    this.#intervals.days += 1
    if (isWithin(count, forecast)) this.#intervals.held += 1
  }

  get days(): number {
    return this.#passengers.days
  }

  /** The sum of the errors over the sum of the passengers; null where nobody came. */
  get wape(): number | null {
    return share(this.#passengers.wrong, this.#passengers.sum)
  }

  get naive(): number | null {
    return share(this.#passengers.naiveWrong, this.#passengers.sum)
  }

  get intervals(): { days: number; held: number } {
    return this.#intervals
  }
}

/** A share rounded to four digits behind the point. */
export function share(part: number, whole: number): number | null {
  return whole > 0 ? Math.round((part / whole) * 10_000) / 10_000 : null
}
