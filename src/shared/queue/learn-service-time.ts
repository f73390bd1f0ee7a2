/** An hour with a known count and known openings of one kind of channel, in one direction. */
export interface WorkedHour {
  /** Passengers, vehicles … that these channels inspected. */
  units: number
  /** Hours of channels open, added up. */
  channelHours: number
}

/** What the book's own history says about the seconds that a unit takes. */
export type LearntTime =
  | { state: 'learnt'; seconds: number; hours: number }
  | { state: 'too-few-hours'; hours: number; needed: number }
  /** No ceiling shows: the channels were seldom busy, and their output says how many came and not how many could. */
  | { state: 'never-busy'; hours: number }

/** Fewest hours to learn from: the busiest fifth of them is two dozen. */
export const fewestHours = 120

/** An hour in which channels were open for less says little. */
const leastChannelHours = 0.5

/** Output in the busiest twentieth over that in the busiest fifth, up to which it is a ceiling and not a slope. */
const flattest = 1.12

/**
 * Learns service times without ever having seen a queue: nobody records waits, but channels that always have somebody
 * before them turn out 3600 / seconds units an hour and no more. So the output per channel-hour has a ceiling
 * where channels are busy often enough; the 80th percentile is taken for it, which neither odd hours nor the chance of
 * single ones moves far, and only where the hours above it lie close together. Where channels were nearly but never quite busy the answer is too
 * slow rather than too fast: more channels are opened, and the next hours correct it.
 */
export function learnServiceTime(worked: readonly WorkedHour[]): LearntTime {
  const outputs = worked
    .filter(({ units, channelHours }) => units > 0 && channelHours >= leastChannelHours)
    .map(({ units, channelHours }) => units / channelHours)
    .sort((a, b) => a - b)
  const hours = outputs.length
  if (hours < fewestHours) return { state: 'too-few-hours', hours, needed: fewestHours }
  const at = (share: number): number => outputs[Math.floor(share * (hours - 1))] as number
  if (at(0.95) > flattest * at(0.8)) return { state: 'never-busy', hours }
  return { state: 'learnt', seconds: Math.round(3600 / at(0.8)), hours }
}
