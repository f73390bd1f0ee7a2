/** Minutes from `from` up to `to`, counted from 00:00 of the date that a shift began on. */
export interface Span {
  from: number
  to: number
}

export const overlaps = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to

/** What two spans have in common; null where they have nothing. */
export function commonSpan(a: Span, b: Span): Span | null {
  const span = { from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) }
  return span.from < span.to ? span : null
}

/** Spans by time, those that touch or overlap made one. */
export function joined(spans: readonly Span[]): Span[] {
  const all: Span[] = []
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    const last = all.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else all.push({ from, to })
  }
  return all
}

/** What is left of a span without others, by time. */
export function without(span: Span, taken: readonly Span[]): Span[] {
  let left = [span]
  for (const { from, to } of taken) {
    left = left.flatMap((each) =>
      [
        { from: each.from, to: Math.min(each.to, from) },
        { from: Math.max(each.from, to), to: each.to },
      ].filter((piece) => piece.from < piece.to),
    )
  }
  return left
}

/** Minutes in spans that do not overlap. */
export const minutesOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, { from, to }) => sum + to - from, 0)

/** Minutes from 00:00 of one date to 00:00 of another; negative where that lies before. */
export const minutesApart = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 60_000
