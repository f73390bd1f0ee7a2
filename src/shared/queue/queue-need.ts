import type { ChannelKind } from '../staffing/staffing-words.ts'
import type { Direction } from '../words.ts'
import type { Lump } from './arrivals.ts'
import type { SteadyQueue } from './erlang-c.ts'
import type { Gap } from './gaps.ts'
import type { MinuteSpan } from './quarter-hours.ts'
import type { WaitTarget } from './wait-target.ts'
import type { WaitingCourse } from './waiting-course.ts'

/** What one quarter hour needs, and what the steady stream in it says by itself. */
export interface QuarterNeed extends MinuteSpan {
  /** Expected at these channels, steady stream and lumps. */
  expected: number
  open: number
  needed: number
  steady: {
    arrivalsPerHour: number
    needed: number
    /** With the channels that are open. */
    queue: SteadyQueue
  }
}

/** A bus against its channels, as far as its passengers come to them. */
export interface LumpNeed extends Lump {
  needed: number
  /** Channels open in the quarter hour in which it comes. */
  open: number
  /** Until its last passenger has been inspected, with the channels open and nobody else there; null where none is open. */
  drainMinutes: number | null
}

/** The answer for one queue and, behind it, the three methods: steady stream, buses, the simulated pattern. */
export interface QueueNeed {
  direction: Direction
  /** The kind of channel that it stands before. */
  kind: ChannelKind
  /** The lines of the count sheet that may stand in it where its channels are for them alone; null otherwise. */
  lines: string[] | null
  target: WaitTarget
  secondsPerUnit: number
  quarters: QuarterNeed[]
  gaps: Gap[]
  lumps: LumpNeed[]
  /** Waiting with the channels on the board. */
  course: WaitingCourse
  /** Runs of chance behind the course. */
  runs: number
}
