/** Pseudo-random numbers that are the same in every run: a sample book is made from its seeds alone. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number
  /** Even between two bounds. */
  between(low: number, high: number): number
  /** True with this probability. */
  chance(probability: number): boolean
  /** A whole number whose mean is `expected`: the fraction left over is drawn. */
  whole(expected: number): number
}

/** A generator of its own for each seed such as `jeminay 2024-08-31 cargo-yard` (FNV-1a, then mulberry32). */
export function randomOf(seed: string): Random {
  let state = 0x811c9dc5
  for (const character of seed) {
    state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193)
  }
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    chance: (probability) => next() < probability,
    whole: (expected) => Math.floor(expected + next()),
  }
}

/** Splits a whole number by weights into whole numbers that add up to it: each gets its floor, the largest rests one more. */
export function splitByWeights(total: number, weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const exact = weights.map((weight) => (total * weight) / all)
  const parts = exact.map(Math.floor)
  const left = total - parts.reduce((sum, part) => sum + part, 0)
  const byRest = exact
    .map((value, index) => ({ rest: value - Math.floor(value), index }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index)
  for (const { index } of byRest.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1
  return parts
}
