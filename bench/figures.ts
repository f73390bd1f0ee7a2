/** One measured figure beside its goal and, where there is one, its floor: the same work by hand. */
export interface Figure {
  what: string
  measured: number
  unit: string
  floor: number | null
  goal: string
  reached: boolean
}

export function printFigures(figures: readonly Figure[]): void {
  console.table(
    figures.map(({ what, measured, unit, floor, goal, reached }) => ({
      what,
      measured: `${round(measured)} ${unit}`,
      floor: floor === null ? '' : `${round(floor)} ${unit}`,
      goal,
      reached: reached ? 'yes' : 'NO',
    })),
  )
}

/** The value below which this share of the samples lies. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export const median = (samples: readonly number[]): number => percentile(samples, 0.5)

/** Milliseconds that one call takes. */
export async function timed(work: () => unknown): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

function round(value: number): string {
  return value >= 1000 ? Math.round(value).toLocaleString('en') : value.toPrecision(3)
}
