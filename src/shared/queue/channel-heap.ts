/**
 * Channels by the minute from which each is free, the earliest on top: a heap in one typed array, made once and filled again
 * for every run, because a day of forty channels serves some ten thousand passengers while a hand moves on the board.
 */
export class ChannelHeap {
  private freeAt: Float64Array
  private closesAt: Float64Array
  private size = 0

  constructor(room = 16) {
    this.freeAt = new Float64Array(room)
    this.closesAt = new Float64Array(room)
  }

  clear(): void {
    this.size = 0
  }

  /** Adds a channel that is free from a minute and begins no inspection at or after its closing. */
  add(freeAt: number, closesAt: number): void {
    if (this.size === this.freeAt.length) this.grow()
    let place = this.size
    this.size += 1
    while (place > 0) {
      const parent = (place - 1) >> 1
      const above = this.freeAt[parent] as number
      if (above <= freeAt) break
      this.freeAt[place] = above
      this.closesAt[place] = this.closesAt[parent] as number
      place = parent
    }
    this.freeAt[place] = freeAt
    this.closesAt[place] = closesAt
  }

  /** The minute at which the inspection of somebody who comes at a minute can begin; infinity where all are closed by then. */
  earliest(at: number): number {
    while (this.size > 0) {
      const free = this.freeAt[0] as number
      const start = free > at ? free : at
      if (start < (this.closesAt[0] as number)) return start
      this.removeTop()
    }
    return Number.POSITIVE_INFINITY
  }

  /** The channel that `earliest` answered for is taken until a minute. */
  take(until: number): void {
    this.sink(until, this.closesAt[0] as number)
  }

  /** When the channels that are still busy at a minute become free, the soonest first. */
  busyAfter(minute: number): number[] {
    const busy: number[] = []
    for (let place = 0; place < this.size; place += 1) {
      const free = this.freeAt[place] as number
      if (free > minute) busy.push(free)
    }
    return busy.sort((a, b) => a - b)
  }

  private removeTop(): void {
    this.size -= 1
    if (this.size > 0) this.sink(this.freeAt[this.size] as number, this.closesAt[this.size] as number)
  }

  /** Puts a channel in place of the topmost one and lets it sink to where it belongs. */
  private sink(freeAt: number, closesAt: number): void {
    const { freeAt: free, closesAt: closes, size } = this
    let place = 0
    for (;;) {
      let child = 2 * place + 1
      if (child >= size) break
      if (child + 1 < size && (free[child + 1] as number) < (free[child] as number)) child += 1
      const below = free[child] as number
      if (below >= freeAt) break
      free[place] = below
      closes[place] = closes[child] as number
      place = child
    }
    free[place] = freeAt
    closes[place] = closesAt
  }

  private grow(): void {
    const [free, closes] = [this.freeAt, this.closesAt]
    this.freeAt = new Float64Array(free.length * 2)
    this.freeAt.set(free)
    this.closesAt = new Float64Array(closes.length * 2)
    this.closesAt.set(closes)
  }
}
