import { type MinuteSpan, minutesInQuarter, quarterStarts } from './quarter-hours.ts'

/** A stretch in which always the same number of channels is open, fewer than needed: "open 2, needed 4 from 10:15 to 11:45". */
export interface Gap extends MinuteSpan {
  open: number
  needed: number
}

/** The stretches of quarter hours with fewer channels open than needed, in order; another number begins another stretch. */
export function gapsOf(open: readonly number[], needed: readonly number[], span: MinuteSpan): Gap[] {
  const gaps: Gap[] = []
  for (const [quarter, from] of quarterStarts(span).entries()) {
    const now = { open: open[quarter] ?? 0, needed: needed[quarter] ?? 0 }
    if (now.open >= now.needed) continue
    const to = Math.min(from + minutesInQuarter, span.to)
    const last = gaps.at(-1)
    if (last?.to === from && last.open === now.open && last.needed === now.needed) last.to = to
    else gaps.push({ from, to, ...now })
  }
  return gaps
}

/** The gap that lacks the most channels, the longest of those and then the first; null where there is none. */
export function worstGap<Found extends Gap>(gaps: readonly Found[]): Found | null {
  const lack = (gap: Gap): number => gap.needed - gap.open
  let worst: Found | null = null
  for (const gap of gaps) {
    const more = worst === null ? 1 : lack(gap) - lack(worst)
    if (more > 0 || (more === 0 && worst !== null && gap.to - gap.from > worst.to - worst.from)) worst = gap
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
