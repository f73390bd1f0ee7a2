import { type Direction, directions } from '../words.ts'
import type { ChannelClass, LoadLine } from './load-words.ts'
import { type ServedLine, shareOut } from './share-out.ts'
import { type ChannelKind, channelKinds, unitOfKind } from './staffing-words.ts'

/**
 * How much the channels had to do: what was counted, over the time that they were open. Pure, so that the report and a
 * board that is being drawn say the same. Time is cut into buckets: hours of a shift or of the day, or quarter hours.
 */

/** How many of a line came in each bucket; need not be whole where hours are not known. */
export interface LineArrivals extends LoadLine {
  direction: Direction
  byBucket: ArrayLike<number>
}

/** An opening as load sees it, cut to the minutes that count. */
export interface LoadOpening {
  channel: string
  kind: ChannelKind
  eligible: readonly string[] | null
  serviceSeconds: number
  direction: Direction
  /** Minutes of the buckets' clock. */
  from: number
  to: number
  /** People × minutes at it; null where nobody said how many there were. */
  officerMinutes: number | null
}

/** What a kind of channel did in one direction, or in both together (`direction` null). */
export interface KindLoad {
  kind: ChannelKind
  unit: 'persons' | 'vehicles'
  direction: Direction | null
  /** How many different channels were open at all. */
  opened: number
  channelMinutes: number
  officerMinutes: number
  /** Channel minutes of which nobody said how many people there were. */
  unknownMinutes: number
  /** What was counted and passed through this kind, as far as counts say. */
  served: number
  /** Null without open minutes. */
  perChannelHour: number | null
  /** Null without officers, or where some of them are not known. */
  perOfficerHour: number | null
  /** Time needed over time open: above 1 nobody could keep up. Null without open minutes. */
  utilisation: number | null
}

export interface BucketLoad {
  openMinutes: number
  entries: number
  exits: number
  /** Of passengers, crew and drivers: time needed over time open; null while nothing is open for them. */
  utilisation: number | null
  /** Counted while no channel was open that could take them. */
  withoutChannel: number
  /** Of the kinds that were open in it: an idle kind does not hide a busy one. */
  kinds: { kind: ChannelKind; openMinutes: number; served: number; utilisation: number }[]
}

export interface Load {
  /** Of kinds that were open or served, each with its directions, then both. */
  kinds: KindLoad[]
  buckets: BucketLoad[]
}

/** What openings add up to: classes of channels for sharing out, and people's time. */
export class OpenTime {
  readonly buckets: number
  readonly #bucketMinutes: number
  readonly #first: number
  readonly #classes = new Map<string, ChannelClass>()
  /** The list as a text, made once for each channel's. */
  readonly #eligible = new Map<readonly string[], string>()
  readonly #kinds = new Map<
    string,
    { channels: Set<string>; minutes: number; officers: number; unknown: number }
  >()

  /** @param first the minute at which the first bucket begins */
  constructor(first: number, buckets: number, bucketMinutes: number) {
    this.#first = first
    this.buckets = buckets
    this.#bucketMinutes = bucketMinutes
  }

  add(opening: LoadOpening): void {
    const { kind, direction, eligible, serviceSeconds, from, to } = opening
    if (to <= from) return
    const key = `${kind} ${direction} ${serviceSeconds} ${this.#textOf(eligible)}`
    let alike = this.#classes.get(key)
    if (!alike) {
      alike = { kind, direction, eligible, serviceSeconds, openMinutes: new Float64Array(this.buckets) }
      this.#classes.set(key, alike)
    }
    let bucket = Math.floor((from - this.#first) / this.#bucketMinutes)
    for (let minute = from; minute < to; bucket += 1) {
      const end = Math.min(this.#first + (bucket + 1) * this.#bucketMinutes, to)
      if (bucket >= 0 && bucket < this.buckets)
        alike.openMinutes[bucket] = (alike.openMinutes[bucket] ?? 0) + end - minute
      minute = end
    }
    const people = this.#people(kind, direction)
    people.channels.add(opening.channel)
    people.minutes += to - from
    if (opening.officerMinutes === null) people.unknown += to - from
    else people.officers += opening.officerMinutes
  }

  get classes(): ChannelClass[] {
    return [...this.#classes.values()]
  }

  of(kind: ChannelKind, ways: readonly Direction[]) {
    const found = ways.flatMap((direction) => this.#kinds.get(`${kind} ${direction}`) ?? [])
    return {
      opened: new Set(found.flatMap(({ channels }) => [...channels])).size,
      channelMinutes: sum(found.map(({ minutes }) => minutes)),
      officerMinutes: sum(found.map(({ officers }) => officers)),
      unknownMinutes: sum(found.map(({ unknown }) => unknown)),
    }
  }

  #textOf(eligible: readonly string[] | null): string {
    if (eligible === null) return '*'
    let text = this.#eligible.get(eligible)
    if (text === undefined) {
      text = eligible.join()
      this.#eligible.set(eligible, text)
    }
    return text
  }

  #people(kind: ChannelKind, direction: Direction) {
    const key = `${kind} ${direction}`
    let people = this.#kinds.get(key)
    if (!people) {
      people = { channels: new Set(), minutes: 0, officers: 0, unknown: 0 }
      this.#kinds.set(key, people)
    }
    return people
  }
}

/** The load of openings by what was counted, for each kind and bucket. */
export function loadOf(open: OpenTime, arrivals: readonly LineArrivals[]): Load {
  const { classes } = open
  const byKind = new Map<string, { served: number; seconds: number }>()
  const buckets = Array.from({ length: open.buckets }, (_, bucket): BucketLoad => {
    const come = arrivals.map((line): ServedLine => ({ ...line, number: line.byBucket[bucket] ?? 0 }))
    let busy = 0
    let openSeconds = 0
    let withoutChannel = 0
    const ofKind = new Map<ChannelKind, { minutes: number; served: number; seconds: number }>()
    for (const direction of directions) {
      const own = classes.filter((each) => each.direction === direction)
      const shared = shareOut(
        own,
        bucket,
        come.filter((line) => line.direction === direction),
      )
      withoutChannel += shared.withoutChannel
      for (const [index, { kind, serviceSeconds, openMinutes }] of own.entries()) {
        const served = shared.served[index] ?? 0
        const total = byKind.get(`${kind} ${direction}`) ?? { served: 0, seconds: 0 }
        byKind.set(`${kind} ${direction}`, {
          served: total.served + served,
          seconds: total.seconds + served * serviceSeconds,
        })
        const minutes = openMinutes[bucket] ?? 0
        if (minutes > 0) {
          const own = ofKind.get(kind) ?? { minutes: 0, served: 0, seconds: 0 }
          ofKind.set(kind, {
            minutes: own.minutes + minutes,
            served: own.served + served,
            seconds: own.seconds + served * serviceSeconds,
          })
        }
        if (unitOfKind[kind] !== 'persons') continue
        busy += served * serviceSeconds
        openSeconds += (openMinutes[bucket] ?? 0) * 60
      }
    }
    return {
      openMinutes: sum(classes.map((each) => each.openMinutes[bucket] ?? 0)),
      entries: passengersIn(come, 'entry'),
      exits: passengersIn(come, 'exit'),
      utilisation: openSeconds > 0 ? busy / openSeconds : null,
      withoutChannel,
      kinds: channelKinds.flatMap((kind) => {
        const own = ofKind.get(kind)
        if (!own) return []
        const { minutes, served, seconds } = own
        return [{ kind, openMinutes: minutes, served, utilisation: seconds / (minutes * 60) }]
      }),
    }
  })
  const kinds = channelKinds.flatMap((kind) => {
    const ways = directions.filter((direction) =>
      classes.some((each) => each.kind === kind && each.direction === direction),
    )
    if (ways.length === 0) return []
    const load = (own: readonly Direction[], direction: Direction | null): KindLoad =>
      kindLoad(open, byKind, kind, own, direction)
    return [...ways.map((direction) => load([direction], direction)), load(ways, null)]
  })
  return { kinds, buckets }
}

function kindLoad(
  open: OpenTime,
  byKind: ReadonlyMap<string, { served: number; seconds: number }>,
  kind: ChannelKind,
  ways: readonly Direction[],
  direction: Direction | null,
): KindLoad {
  const time = open.of(kind, ways)
  const work = ways.map((way) => byKind.get(`${kind} ${way}`) ?? { served: 0, seconds: 0 })
  const served = sum(work.map((each) => each.served))
  const { channelMinutes, officerMinutes, unknownMinutes } = time
  const isKnown = officerMinutes > 0 && unknownMinutes === 0
  return {
    kind,
    unit: unitOfKind[kind],
    direction,
    ...time,
    served,
    perChannelHour: channelMinutes > 0 ? (served * 60) / channelMinutes : null,
    perOfficerHour: isKnown ? (served * 60) / officerMinutes : null,
    utilisation: channelMinutes > 0 ? sum(work.map((each) => each.seconds)) / (channelMinutes * 60) : null,
  }
}

const passengersIn = (lines: readonly ServedLine[], direction: Direction): number =>
  sum(
    lines
      .filter((line) => line.direction === direction && line.totals.includes('passengers'))
      .map((line) => line.number),
  )

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
