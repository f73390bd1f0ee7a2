import type { MinuteSpan } from './quarter-hours.ts'
import type { WaitTarget } from './wait-target.ts'

/** Waiting in one quarter hour or over a whole span; numbers of passengers are means over the runs. */
export interface Waiting {
  arrivals: number
  /** Of those who arrive; null where nobody does, like the other minutes. */
  meanMinutes: number | null
  /** The longest wait of a run, as the mean over the runs. */
  longestMinutes: number | null
  /** Nineteen of twenty wait no longer. */
  percentile95Minutes: number | null
  /** Share whose inspection begins within the minutes of the target, of those of whom it is known by the end of the span. */
  shareWithin: number | null
  /** Mean number who stand in the queue. */
  queue: number
  /** The longest queue of a run, as the mean over the runs. */
  longestQueue: number
}

/** Adds up the waiting of one quarter hour, or of the whole span, over the runs. */
export class WaitingTally {
  readonly span: MinuteSpan
  private readonly target: WaitTarget
  private readonly waits: number[] = []
  private within = 0
  private known = 0
  private runs = 0
  private runsWithArrivals = 0
  private longestSum = 0
  private longestQueueSum = 0
  private queued = 0
  private runLongest = -1
  private runLongestQueue = 0

  constructor(span: MinuteSpan, target: WaitTarget) {
    this.span = span
    this.target = target
  }

  /** A wait of somebody who arrived here; `served` is false where it was not over at the end of the span. */
  add(minutes: number, served: boolean): void {
    this.waits.push(minutes)
    const late = minutes > this.target.minutes
    if (served || late) this.known += 1
    if (served && !late) this.within += 1
    if (minutes > this.runLongest) this.runLongest = minutes
  }

  /** So many stood in the queue for so many minutes. */
  queueOf(length: number, minutes: number): void {
    this.queued += length * minutes
    if (length > this.runLongestQueue) this.runLongestQueue = length
  }

  endRun(): void {
    this.runs += 1
    if (this.runLongest >= 0) {
      this.runsWithArrivals += 1
      this.longestSum += this.runLongest
    }
    this.longestQueueSum += this.runLongestQueue
    this.runLongest = -1
    this.runLongestQueue = 0
  }

  waiting(): Waiting {
    const count = this.waits.length
    const runs = Math.max(1, this.runs)
    const sorted = Float64Array.from(this.waits).sort()
    const of = (value: number): number | null => (count === 0 ? null : value)
    return {
      arrivals: count / runs,
      meanMinutes: of(sorted.reduce((sum, wait) => sum + wait, 0) / count),
      longestMinutes: of(this.longestSum / this.runsWithArrivals),
      percentile95Minutes: of(sorted[Math.ceil(count * 0.95) - 1] ?? 0),
      shareWithin: this.known === 0 ? null : this.within / this.known,
      queue: this.queued / runs / (this.span.to - this.span.from),
      longestQueue: this.longestQueueSum / runs,
    }
  }
}
