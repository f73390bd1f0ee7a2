import type { Arrivals } from './arrivals.ts'
import { ChannelHeap } from './channel-heap.ts'
import type { MinuteSpan } from './quarter-hours.ts'

/** The openings of one direction: channels that everybody of the queue may use, and e-gates for those who may. */
export interface QueuePlan {
  channels: readonly MinuteSpan[]
  eGates: readonly MinuteSpan[]
}

/** Mean seconds of one inspection. */
export interface ServiceSeconds {
  channel: number
  eGate: number
}

/**
 * The minute at which each inspection begins, in the order of arrival; infinity for who is never served. First come, first
 * served: each takes the first channel open to them that is free, and an e-gate where it is no later than a manual one. A
 * channel that closes ends the inspection that it has begun; every opening stands for a channel of its own.
 */
export function serve(arrivals: Arrivals, plan: QueuePlan, seconds: ServiceSeconds): Float64Array {
  const channels = heapOf(plan.channels)
  const eGates = heapOf(plan.eGates)
  const starts = new Float64Array(arrivals.at.length)
  for (let index = 0; index < starts.length; index += 1) {
    starts[index] = serveOne(arrivals, index, channels, eGates, seconds)
  }
  return starts
}

/** Serves one passenger at the first free channel; answers when, infinity where none is open any more. */
export function serveOne(
  { at, eligible, work }: Arrivals,
  index: number,
  channels: ChannelHeap,
  eGates: ChannelHeap,
  seconds: ServiceSeconds,
): number {
  const arrival = at[index] as number
  const atChannel = channels.earliest(arrival)
  const atGate = eligible[index] === 1 ? eGates.earliest(arrival) : Number.POSITIVE_INFINITY
  if (atGate === Number.POSITIVE_INFINITY && atChannel === Number.POSITIVE_INFINITY) return atGate
  if (atGate <= atChannel) {
    eGates.take(atGate + ((work[index] as number) * seconds.eGate) / 60)
    return atGate
  }
  channels.take(atChannel + ((work[index] as number) * seconds.channel) / 60)
  return atChannel
}

function heapOf(openings: readonly MinuteSpan[]): ChannelHeap {
  const heap = new ChannelHeap(Math.max(1, openings.length))
  for (const { from, to } of openings) heap.add(from, to)
  return heap
}
