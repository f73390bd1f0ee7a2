import type { Arrivals } from './arrivals.ts'
import { type MinuteSpan, minutesInQuarter, quarterStarts } from './quarter-hours.ts'
import type { WaitTarget } from './wait-target.ts'
import { type Waiting, WaitingTally } from './waiting-tally.ts'

/** Waiting over a span of the board, by quarter hour and as a whole. */
export interface WaitingCourse {
  quarters: Waiting[]
  whole: Waiting
  /** Who still stands in the queue at the end of the span, as the mean over the runs; their wait is counted up to then. */
  leftWaiting: number
}

/** One run: who came, and when the inspection of each began. */
export interface Run {
  arrivals: Arrivals
  starts: Float64Array
}

/** Which of the two groups waits: who may use an e-gate, or who needs another channel. */
export type Group = 'e-gate' | 'channel'

/**
 * What the runs say about one group's waiting within a span. A wait lasts from arrival to the begin of the inspection, and
 * belongs to the quarter hour of the arrival.
 */
export function waitingCourse(
  runs: readonly Run[],
  group: Group,
  span: MinuteSpan,
  target: WaitTarget,
): WaitingCourse {
  const quarters = quarterStarts(span).map(
    (from) => new WaitingTally({ from, to: Math.min(from + minutesInQuarter, span.to) }, target),
  )
  const whole = new WaitingTally(span, target)
  let left = 0
  for (const run of runs) {
    const waits = waitsOf(run, group, span)
    for (const [index, from] of waits.from.entries()) {
      const until = waits.until[index] as number
      const served = until < span.to
      if (!served) left += 1
      quarters[Math.floor((from - span.from) / minutesInQuarter)]?.add(until - from, served)
      whole.add(until - from, served)
    }
    addQueues(waits, quarters, whole)
    for (const tally of [...quarters, whole]) tally.endRun()
  }
  return {
    quarters: quarters.map((tally) => tally.waiting()),
    whole: whole.waiting(),
    leftWaiting: left / Math.max(1, runs.length),
  }
}

interface Waits {
  from: Float64Array
  until: Float64Array
}

/** The group's waits in the order of arrival, cut off at the end of the span. */
function waitsOf({ arrivals, starts }: Run, group: Group, span: MinuteSpan): Waits {
  const wanted = group === 'e-gate' ? 1 : 0
  const from = new Float64Array(starts.length)
  const until = new Float64Array(starts.length)
  let count = 0
  for (let index = 0; index < starts.length; index += 1) {
    const at = arrivals.at[index] as number
    if (arrivals.eligible[index] !== wanted || at < span.from || at >= span.to) continue
    from[count] = at
    until[count] = Math.min(starts[index] as number, span.to)
    count += 1
  }
  return { from: from.subarray(0, count), until: until.subarray(0, count) }
}

/** Walks through those who wait at all, one more at an arrival and one less at a begin, and tells each quarter hour. */
function addQueues({ from, until }: Waits, quarters: readonly WaitingTally[], whole: WaitingTally): void {
  const comes = from.filter((at, index) => (until[index] as number) > at)
  const goes = until.filter((at, index) => at > (from[index] as number)).sort()
  let [came, gone] = [0, 0]
  let now = whole.span.from
  for (const quarter of quarters) {
    const end = quarter.span.to
    quarter.queueOf(came - gone, 0)
    whole.queueOf(came - gone, 0)
    while (now < end) {
      const comesAt = comes[came] ?? Number.POSITIVE_INFINITY
      const goesAt = goes[gone] ?? Number.POSITIVE_INFINITY
      const next = Math.min(comesAt, goesAt, end)
      quarter.queueOf(came - gone, next - now)
      whole.queueOf(came - gone, next - now)
      now = next
      if (next === end) break
      if (goesAt <= comesAt) gone += 1
      else came += 1
    }
  }
}
