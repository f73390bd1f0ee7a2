/** Minutes are counted from 00:00 of the date that a shift began on; after midnight they go on past 1440. */
export const minutesInQuarter = 15

/** A stretch of time from a minute to before another. */
export interface MinuteSpan {
  from: number
  to: number
}

/** The minutes at which the quarter hours of a span begin; the last one may be cut short by the span's end. */
export function quarterStarts({ from, to }: MinuteSpan): number[] {
  const starts: number[] = []
  for (let minute = from; minute < to; minute += minutesInQuarter) starts.push(minute)
  return starts
}

/** How many of these are open in each quarter hour of a span: their minutes within it, rounded to whole channels. */
export function openByQuarter(openings: readonly MinuteSpan[], span: MinuteSpan): number[] {
  return quarterStarts(span).map((start) => {
    const end = Math.min(start + minutesInQuarter, span.to)
    let minutes = 0
    for (const { from, to } of openings) minutes += Math.max(0, Math.min(to, end) - Math.max(from, start))
    return Math.round(minutes / (end - start))
  })
}
