/** How the book keeps dates that are open at one end, so that every span compares as text. */
export const always = { from: '0001-01-01', to: '9999-12-31' } as const

export interface OpenSpan {
  from: string | null
  to: string | null
}

/** A kept span as people see it: null where it is open. */
export function openSpan(kept: { from: string; to: string }): OpenSpan {
  return {
    from: kept.from === always.from ? null : kept.from,
    to: kept.to === always.to ? null : kept.to,
  }
}

/** The reverse of `openSpan`. */
export function keptSpan(open: OpenSpan): { from: string; to: string } {
  return { from: open.from ?? always.from, to: open.to ?? always.to }
}
