import { type MinuteSpan, minutesInQuarter, quarterStarts } from './quarter-hours.ts'

/** A stretch in which fewer channels are open than needed: "open 2, needed 4 from 10:15 to 11:45". */
export interface Gap extends MinuteSpan {
  /** Open and needed in its quarter hour that lacks the most, the first of those. */
  open: number
  needed: number
}

/** The stretches of quarter hours with fewer channels open than needed, in order. */
export function gapsOf(open: readonly number[], needed: readonly number[], span: MinuteSpan): Gap[] {
  const gaps: Gap[] = []
  let gap: Gap | null = null
  for (const [quarter, from] of quarterStarts(span).entries()) {
    const now = { open: open[quarter] ?? 0, needed: needed[quarter] ?? 0 }
    const to = Math.min(from + minutesInQuarter, span.to)
    if (now.open >= now.needed) gap = null
    else if (gap === null) {
      gap = { from, to, ...now }
      gaps.push(gap)
    } else {
      gap.to = to
      if (now.needed - now.open > gap.needed - gap.open) Object.assign(gap, now)
    }
  }
  return gaps
}

/** The gap that lacks the most channels, the first of those; null where there is none. */
export function worstGap<Found extends Gap>(gaps: readonly Found[]): Found | null {
  let worst: Found | null = null
  for (const gap of gaps) {
    if (worst === null || gap.needed - gap.open > worst.needed - worst.open) worst = gap
  }
  return worst
}

/** Nobody closes a channel for one quarter hour: a dip as short as that is filled up to the lower of its sides. */
export function withoutShortDips(needed: readonly number[]): number[] {
  return needed.map((count, quarter) => {
    const sides = [needed[quarter - 1] ?? 0, needed[quarter + 1] ?? 0]
    return Math.max(count, Math.min(...sides))
  })
}
