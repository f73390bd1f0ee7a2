import type { Arrivals } from './arrivals.ts'
import { ChannelHeap } from './channel-heap.ts'
import { type MinuteSpan, minutesInQuarter, quarterStarts } from './quarter-hours.ts'
import { type ServiceSeconds, serveOne } from './serve.ts'

const groups = 2

/**
 * One run of chance on its way through the quarter hours: who stands in the queue, and which channels are still busy.
 * Numbers of channels can be tried for what lies ahead without being taken. Cohorts are those who arrive in the same
 * quarter hour and belong to the same group (0 channels only, 1 e-gate), numbered together.
 */
export class Hall {
  private readonly arrivals: Arrivals
  private readonly span: MinuteSpan
  private readonly seconds: ServiceSeconds
  private readonly lateAfter: number
  /** Who has come and not begun, in order, and when they would begin by the last try. */
  private queue: number[] = []
  private tried: number[] = []
  private next = 0
  private busyChannels: number[] = []
  private busyEGates: number[] = []
  private readonly channels = new ChannelHeap()
  private readonly eGates = new ChannelHeap()
  /** By cohort: how many came, how many began late, and how many more would by the last try. */
  readonly came: Int32Array
  readonly late: Int32Array
  readonly triedLate: Int32Array
  /** Longest wait of each group by the last try, of those in the queue. */
  readonly longest = new Float64Array(groups)

  constructor(arrivals: Arrivals, span: MinuteSpan, seconds: ServiceSeconds, lateAfterMinutes: number) {
    this.arrivals = arrivals
    this.span = span
    this.seconds = seconds
    this.lateAfter = lateAfterMinutes
    const cohorts = quarterStarts(span).length * groups
    this.came = new Int32Array(cohorts)
    this.late = new Int32Array(cohorts)
    this.triedLate = new Int32Array(cohorts)
  }

  /** With more channels than this nobody would be served sooner. */
  get mostUseful(): number {
    return this.queue.length === 0 ? 0 : this.queue.length + this.busyChannels.length
  }

  /** The first cohort of which somebody still stands in the queue; infinity where nobody does. */
  get oldestCohort(): number {
    const first = this.queue[0]
    if (first === undefined) return Number.POSITIVE_INFINITY
    // The other group of the same quarter hour may have come just after.
    return this.cohortOf(first) & ~1
  }

  /** Everybody who comes before a minute joins the queue. */
  arriveBefore(minute: number): void {
    const { at } = this.arrivals
    while (this.next < at.length && (at[this.next] as number) < minute) {
      this.queue.push(this.next)
      const cohort = this.cohortOf(this.next)
      this.came[cohort] = (this.came[cohort] as number) + 1
      this.next += 1
    }
  }

  /** Serves the whole queue, in thought, by so many channels and e-gates kept open from a minute on. */
  try(channels: number, eGates: number, from: number): void {
    fill(this.channels, this.busyChannels, channels, from)
    fill(this.eGates, this.busyEGates, eGates, from)
    this.triedLate.fill(0)
    this.longest.fill(0)
    for (const [place, index] of this.queue.entries()) {
      const start = serveOne(this.arrivals, index, this.channels, this.eGates, this.seconds)
      this.tried[place] = start
      const wait = start - (this.arrivals.at[index] as number)
      const group = this.arrivals.eligible[index] as number
      if (wait > (this.longest[group] as number)) this.longest[group] = wait
      if (wait > this.lateAfter) {
        const cohort = this.cohortOf(index)
        this.triedLate[cohort] = (this.triedLate[cohort] as number) + 1
      }
    }
  }

  /** Lets the last try come true until a minute: who began before it has left the queue. */
  goOn(channels: number, eGates: number, from: number, until: number): void {
    fill(this.channels, this.busyChannels, channels, from)
    fill(this.eGates, this.busyEGates, eGates, from)
    const left: number[] = []
    for (const [place, index] of this.queue.entries()) {
      const start = this.tried[place] as number
      // Who begins later takes no channel from who begins before.
      if (start >= until) {
        left.push(index)
        continue
      }
      serveOne(this.arrivals, index, this.channels, this.eGates, this.seconds)
      if (start - (this.arrivals.at[index] as number) > this.lateAfter) {
        const cohort = this.cohortOf(index)
        this.late[cohort] = (this.late[cohort] as number) + 1
      }
    }
    this.queue = left
    this.busyChannels = this.channels.busyAfter(until)
    this.busyEGates = this.eGates.busyAfter(until)
  }

  private cohortOf(index: number): number {
    const quarter = Math.floor(((this.arrivals.at[index] as number) - this.span.from) / minutesInQuarter)
    return quarter * groups + (this.arrivals.eligible[index] as number)
  }
}

/** So many channels: the busy ones that are free soonest, and idle ones. Of more busy ones the rest end and close. */
function fill(heap: ChannelHeap, busy: readonly number[], count: number, from: number): void {
  heap.clear()
  for (let index = 0; index < count; index += 1) heap.add(busy[index] ?? from, Number.POSITIVE_INFINITY)
}
