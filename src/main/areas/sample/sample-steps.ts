import type { CountToRecord } from '../../../shared/contract/crossings.ts'
import { addDays, addMonths, eachDate, instantAt, minutesInDay } from '../../../shared/dates.ts'
import { directions, Unit } from '../../../shared/words.ts'
import { randomOf } from './random.ts'
import type { Sample } from './sample.ts'
import type { SampleCheckpoint } from './sample-figures.ts'
import type { SampleStep } from './sample-step.ts'
import { FiguresByDate, firstStaffingSteps, staffingStepsOn } from './staffing/staffing-steps.ts'
import { TradeSteps } from './trade/trade-steps.ts'

/** The first day of a sample of so many years; without them of the published span. */
export function firstDayOf(sample: Sample, years?: number): string {
  return years === undefined ? sample.firstDay : addDays(addMonths(sample.lastDay, -12 * years), 1)
}

/** The instant at which the sample's clock stands: the last minute of its last day. */
export function clockOf(sample: Sample): number {
  return instantAt(sample.lastDay, minutesInDay - 1, sample.zone)
}

/** Every command of a sample from a first day on, in the order in which it was given. */
export function* sampleSteps(sample: Sample, from: string): Generator<SampleStep> {
  const figures = new FiguresByDate()
  const trade = new TradeSteps(sample, from)
  yield* firstStaffingSteps(sample, from, figures)
  yield* trade.first()
  for (const date of eachDate(from, sample.lastDay)) {
    const sheets = sample.checkpoints.flatMap((checkpoint) => stepsOn(sample, checkpoint, date, figures))
    const steps = [...sheets, ...staffingStepsOn(sample, from, date, figures), ...trade.on(date)]
    yield* steps.sort((a, b) => a.at - b.at)
  }
}

function stepsOn(
  sample: Sample,
  checkpoint: SampleCheckpoint,
  date: string,
  known: FiguresByDate,
): SampleStep[] {
  const random = randomOf(`${sample.port} ${checkpoint.code} ${date} typed`)
  const figures = known.of(checkpoint, date)
  return checkpoint.parts.flatMap(({ period, endsMinute }, index): SampleStep[] => {
    const part = figures[index]
    if (!part) return []
    const minute = Math.min(endsMinute + random.whole(random.between(3, 25)), minutesInDay - 1)
    const at = instantAt(date, minute, sample.zone)
    const { code } = checkpoint
    const counts: CountToRecord[] = directions.flatMap((direction) => [
      ...Object.entries(part[direction].lines).flatMap(([line, value]) =>
        value === null ? [] : [{ line, direction, date, period, value }],
      ),
      ...part[direction].hours.flatMap(({ hour, lines }) =>
        Object.entries(lines).map(([line, value]) => ({
          line,
          direction,
          date,
          period: `${period}@${hour}`,
          value,
        })),
      ),
    ])
    const controlTotals = directions.flatMap((direction) =>
      Object.entries(part[direction].typed).map(([unit, value]) => ({
        direction,
        unit: Unit.parse(unit),
        date,
        period,
        value,
      })),
    )
    return [{ at, operation: 'recordCounts', input: { checkpoint: code, counts, controlTotals } }]
  })
}
