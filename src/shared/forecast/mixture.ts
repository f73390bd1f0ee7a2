/** Days of its kind after which an error counts half. */
const halfLife = 20
/** How sharply the better candidate is preferred: its weight is its error to the power of minus this. */
const sharpness = 8
/** How much the errors of the other series count beside the series' own. */
const shared = 0.5
/** Errors before the first is known, the same for all: as much as ten days wrong by a tenth. */
const startingErrors = 1

/** Days on which last week is a fair guess, and those where a holiday lies between, which other candidates know better. */
export type KindOfDay = 'ordinary' | 'holiday'

/** Mixes candidates by how wrong each of them has been lately on such days, on this series and on all. */
export class Mixture {
  readonly #errors: Record<KindOfDay, number[][]>

  constructor(seriesCount: number, candidateCount: number) {
    const none = (): number[][] =>
      Array.from({ length: seriesCount }, () => new Array<number>(candidateCount).fill(startingErrors))
    this.#errors = { ordinary: none(), holiday: none() }
  }

  /**
   * Takes in what came of a day.
   * @param known by series the distance of each candidate, NaN of one that was not to be had: it counts as the worst;
   * null where a series has none to compare
   */
  learn(kind: KindOfDay, known: readonly (readonly number[] | null)[]): void {
    const wrong = known.map((errors) => errors && withWorst(errors))
    const compared = wrong.filter((errors) => errors !== null)
    const fade = 0.5 ** (1 / halfLife)
    this.#errors[kind].forEach((errors, series) => {
      const own = wrong[series]
      if (!own) return
      errors.forEach((error, candidate) => {
        const ofAll = compared.reduce((sum, other) => sum + (other[candidate] ?? 0), 0) / compared.length
        errors[candidate] = error * fade + (own[candidate] ?? 0) * (1 - shared) + ofAll * shared
      })
    })
  }

  /** The mean of the candidates that there are, by weight; NaN where there is none. */
  mix(kind: KindOfDay, series: number, candidates: readonly number[]): number {
    const errors = this.#errors[kind][series] ?? []
    let [sum, weights] = [0, 0]
    candidates.forEach((candidate, index) => {
      if (Number.isNaN(candidate)) return
      const weight = Math.max(errors[index] ?? startingErrors, 1e-6) ** -sharpness
      sum += weight * candidate
      weights += weight
    })
    return weights > 0 ? sum / weights : Number.NaN
  }
}

function withWorst(errors: readonly number[]): number[] {
  const worst = Math.max(...errors.filter((error) => !Number.isNaN(error)))
  return errors.map((error) => (Number.isNaN(error) ? worst : error))
}
