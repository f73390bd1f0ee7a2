import type { BoothHour } from './booth-hours.ts'
import { meanError } from './learn-hall.ts'

/** An hour and the wait that was predicted for it; `usual` is the mean wait of the weeks that its times were learnt from. */
export interface PredictedHour extends BoothHour {
  predicted: number
  usual: number
}

export interface BoothsRow {
  booths: number
  hours: number
  /** Mean minutes over the hours. */
  recorded: number
  predicted: number
}

export interface WaitError {
  /** Mean absolute error in minutes over the passengers of all hours, and as a share of the mean recorded wait. */
  meanAbsolute: number
  share: number
  /** The same error where the mean wait of the other weeks is foretold for every hour. */
  usualMeanAbsolute: number
  /** Between the recorded and the predicted waits of single hours. */
  correlation: number
  /** Mean absolute difference of the rows of the table, each as often as it has hours, and the correlation of its columns. */
  tableMeanAbsolute: number
  tableCorrelation: number
}

/** Recorded and predicted mean waits by number of booths open. */
export function boothsTable(hours: readonly PredictedHour[]): BoothsRow[] {
  const byBooths = Map.groupBy(hours, ({ booths }) => booths)
  return [...byBooths]
    .sort(([a], [b]) => a - b)
    .map(([booths, of]) => ({
      booths,
      hours: of.length,
      recorded: rounded(mean(of.map(({ recorded }) => recorded))),
      predicted: rounded(mean(of.map(({ predicted }) => predicted))),
    }))
}

export function waitError(hours: readonly PredictedHour[], table: readonly BoothsRow[]): WaitError {
  const passengers = hours.map((hour) => hour.passengers)
  const predicted = hours.map((hour) => hour.predicted)
  const recorded = hours.map((hour) => hour.recorded)
  const wrong = meanError(hours, predicted)
  const rows = table.map((row) => row.hours)
  return {
    meanAbsolute: rounded(wrong),
    share: rounded(wrong / mean(recorded, passengers)),
    usualMeanAbsolute: rounded(
      meanError(
        hours,
        hours.map(({ usual }) => usual),
      ),
    ),
    correlation: rounded(correlation(recorded, predicted, passengers)),
    tableMeanAbsolute: rounded(
      mean(
        table.map((row) => Math.abs(row.recorded - row.predicted)),
        rows,
      ),
    ),
    tableCorrelation: rounded(
      correlation(
        table.map((row) => row.recorded),
        table.map((row) => row.predicted),
        rows,
      ),
    ),
  }
}

export function mean(values: readonly number[], weights?: readonly number[]): number {
  let [sum, whole] = [0, 0]
  for (const [index, value] of values.entries()) {
    const weight = weights?.[index] ?? 1
    sum += weight * value
    whole += weight
  }
  return whole === 0 ? 0 : sum / whole
}

function correlation(a: readonly number[], b: readonly number[], weights: readonly number[]): number {
  const [meanA, meanB] = [mean(a, weights), mean(b, weights)]
  const product = (x: readonly number[], meanX: number, y: readonly number[], meanY: number): number =>
    mean(
      x.map((value, index) => (value - meanX) * ((y[index] ?? 0) - meanY)),
      weights,
    )
  const spread = Math.sqrt(product(a, meanA, a, meanA) * product(b, meanB, b, meanB))
  return spread === 0 ? 0 : product(a, meanA, b, meanB) / spread
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}
