import { type BoothHour, readBoothHours } from './booth-hours.ts'
import { predictWaits } from './booth-queue.ts'
import {
  type BoothsRow,
  boothsTable,
  mean,
  type PredictedHour,
  type WaitError,
  waitError,
} from './booth-score.ts'
import { learnHall } from './learn-hall.ts'
import { WrongData } from './wrong-data.ts'

/** Days that are predicted with times learnt from twice as many others; fewer in a file of less than twelve weeks. */
const testedDays = 28
const runs = 3

/**
 * Holds predicted mean waits against recorded ones, by booths open. Every hour is predicted with times learnt from other
 * weeks: the eight before its own four, or, for the file's first eight weeks, the eight after. Hours without a booth
 * have no queue that could be predicted.
 * @throws WrongData where the file cannot be read or is too short
 */
export async function measureQueue(asked: { file: string }): Promise<{ data: unknown; lines: string[] }> {
  const halls = readBoothHours(asked.file)
  const hours = halls.flatMap((hall) => predictHall(hall.filter(({ booths }) => booths > 0)))
  const withoutBooths = halls.flat().length - hours.length
  const byBooths = boothsTable(hours)
  const error = waitError(hours, byBooths)
  return {
    data: { byBooths, error, hours: hours.length, withoutBooths },
    lines: linesOf(byBooths, error, hours.length, withoutBooths),
  }
}

function predictHall(hours: readonly BoothHour[]): PredictedHour[] {
  const first = Math.floor((hours[0]?.hour ?? 0) / 24) * 24
  const end = (hours.at(-1)?.hour ?? 0) + 1
  const block = Math.min(testedDays, Math.floor((end - first) / 24 / 3)) * 24
  if (block === 0)
    throw new WrongData('a hall needs three days at least: two to learn from and one to predict')
  const between = (from: number, to: number): BoothHour[] =>
    hours.filter(({ hour }) => hour >= from && hour < to)
  const predicted: PredictedHour[] = []
  for (let from = first; from < end; from += block) {
    const learnsFrom = from - 2 * block >= first ? from - 2 * block : from + block
    const learnt = between(learnsFrom, learnsFrom + 2 * block)
    const tested = between(from, from + block)
    const waits = predictWaits(tested, learnHall(learnt), runs)
    const usual = mean(
      learnt.map(({ recorded }) => recorded),
      learnt.map(({ passengers }) => passengers),
    )
    predicted.push(...tested.map((hour, index) => ({ ...hour, predicted: waits[index] ?? 0, usual })))
  }
  return predicted
}

function linesOf(table: readonly BoothsRow[], error: WaitError, hours: number, without: number): string[] {
  const cell = (value: string | number): string => String(value).padStart(10)
  return [
    'Mean wait in minutes by booths open; each hour predicted with times learnt from other weeks.',
    ['booths', 'hours', 'recorded', 'predicted'].map(cell).join(''),
    ...table.map((row) =>
      [row.booths, row.hours, row.recorded.toFixed(1), row.predicted.toFixed(1)].map(cell).join(''),
    ),
    '',
    `Hours: error ${error.meanAbsolute.toFixed(2)} min a passenger (${(error.share * 100).toFixed(1)} % of the mean wait), ` +
      `correlation ${error.correlation.toFixed(2)}; always foretelling the mean of the other weeks: ${error.usualMeanAbsolute.toFixed(2)} min.`,
    `Table: error ${error.tableMeanAbsolute.toFixed(2)} min, correlation ${error.tableCorrelation.toFixed(2)}.`,
    `${hours} hours predicted; ${without} without an open booth left out.`,
  ]
}
