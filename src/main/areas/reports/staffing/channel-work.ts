import type { ChannelWork } from '../../../../shared/contract/staffing-section.ts'
import { addDays } from '../../../../shared/dates.ts'
import type { ChannelClass } from '../../../../shared/staffing/load-words.ts'
import { type ServedLine, shareOut } from '../../../../shared/staffing/share-out.ts'
import { joined, minutesApart, type Span } from '../../../../shared/staffing/spans.ts'
import { unitOfKind } from '../../../../shared/staffing/staffing-words.ts'
import { type Direction, directions } from '../../../../shared/words.ts'
import type { Connection } from '../../../book/connection.ts'
import { namesOn } from '../../reference/names.ts'
import { portModel } from '../../reference/port-model.ts'
import { OpeningEnds } from '../../staffing/opening-pieces.ts'
import { type DutyTimes, dutyTimes, openingTimes } from '../../staffing/openings.sql.ts'
import { type Channel, staffingModel } from '../../staffing/staffing-model.ts'
import type { Selection } from '../line-figures.ts'
import type { Arrivals, Buckets } from './arrivals.ts'
import { addMoments, mostAtOnce, onClock, piecesOf, ServiceSeconds } from './open-times.ts'

interface Work {
  channel: Channel
  open: Span[]
  staff: number | null
  /** The channel as the only one of its class: what is shared out among all is shared out to it. */
  alone: ChannelClass
}

/**
 * What each channel of a checkpoint did in a shift or on a day. Counts do not say who went through which channel: those
 * of a kind share alike what the kind served (see `shareOut`), so that channels add up to their kind.
 */
export function channelWork(
  db: Connection,
  now: number,
  checkpoint: string,
  selection: Selection & { shift: string | null; date: string },
  arrivals: Arrivals,
  buckets: Buckets,
): ChannelWork[] {
  const port = portModel(db)
  const work = openWork(db, now, checkpoint, selection, buckets)
  const served = work.map(() => 0)
  for (let bucket = 0; bucket < buckets.count; bucket += 1) {
    for (const direction of directions) {
      const own = work.flatMap((each, index) => (each.alone.direction === direction ? [{ each, index }] : []))
      const come = arrivals.lines.flatMap((line): ServedLine[] =>
        line.direction === direction ? [{ ...line, number: line.byBucket[bucket] ?? 0 }] : [],
      )
      const shared = shareOut(
        own.map(({ each }) => each.alone),
        bucket,
        come,
      )
      for (const [place, { index }] of own.entries()) {
        served[index] = (served[index] ?? 0) + (shared.served[place] ?? 0)
      }
    }
  }
  const order = [...staffingModel(db).channels.keys()]
  return work
    .map(({ channel, alone, open, staff }, index): ChannelWork => {
      const channelMinutes = open.reduce((sum, { from, to }) => sum + to - from, 0)
      return {
        channel: channel.code,
        names: namesOn(port, 'channel', channel.code, selection.to),
        kind: channel.kind,
        unit: unitOfKind[channel.kind],
        direction: alone.direction,
        open: joined(open),
        staff,
        channelMinutes,
        served: served[index] ?? 0,
        perChannelHour: channelMinutes > 0 ? ((served[index] ?? 0) * 60) / channelMinutes : null,
      }
    })
    .sort((a, b) => order.indexOf(a.channel) - order.indexOf(b.channel) || startOf(a) - startOf(b))
}

const startOf = ({ open }: ChannelWork): number => open[0]?.from ?? 0

function openWork(
  db: Connection,
  now: number,
  checkpoint: string,
  selection: Selection & { shift: string | null; date: string },
  buckets: Buckets,
): Work[] {
  const port = portModel(db)
  const model = staffingModel(db)
  const isShift = selection.shift !== null
  const [first, last] = isShift
    ? [selection.date, selection.date]
    : [addDays(selection.from, -1), selection.to]
  const duties = Map.groupBy(dutyTimes(db, first, last, checkpoint), ([opening]) => opening)
  const ends = new OpeningEnds(port, now)
  const seconds = new ServiceSeconds(model)
  const works = new Map<string, Work>()
  for (const row of openingTimes(db, first, last, checkpoint)) {
    const [id, date, , plan, shift, code, direction, startsMinute, , headCount] = row
    const channel = model.channels.get(code)
    if (!channel || plan !== 'actual' || (isShift && shift !== selection.shift)) continue
    const whole = { from: startsMinute, to: ends.of(row) }
    const own = duties.get(id)
    const staff = own ? mostOfficers(own, whole.to) : headCount
    for (const piece of piecesOf(port, selection, date, whole)) {
      const work = workOf(works, channel, direction, seconds.of(channel, piece.date), buckets)
      if (staff !== null) work.staff = Math.max(work.staff ?? 0, staff)
      const by = isShift ? 0 : minutesApart(selection.from, date)
      work.open.push({ from: piece.from + by, to: piece.to + by })
      for (const span of onClock(isShift, piece)) addMinutes(work.alone.openMinutes, span, buckets)
    }
  }
  return [...works.values()]
}

/** @param end of duties without an end of their own */
function mostOfficers(duties: readonly DutyTimes[], end: number): number {
  const moments: number[] = []
  for (const [, , starts, stops] of duties) addMoments(moments, starts, stops ?? end)
  return mostAtOnce(moments)
}

function workOf(
  works: Map<string, Work>,
  channel: Channel,
  direction: Direction,
  serviceSeconds: number,
  buckets: Buckets,
): Work {
  const key = `${channel.code} ${direction}`
  let work = works.get(key)
  if (!work) {
    const { kind, eligible } = channel
    const openMinutes = new Float64Array(buckets.count)
    work = {
      channel,
      open: [],
      staff: null,
      alone: { kind, eligible, serviceSeconds, direction, openMinutes },
    }
    works.set(key, work)
  }
  return work
}

function addMinutes(minutes: Float64Array, { from, to }: Span, buckets: Buckets): void {
  for (let bucket = 0; bucket < buckets.count; bucket += 1) {
    const begins = buckets.first + bucket * buckets.minutes
    const common = Math.min(to, begins + buckets.minutes) - Math.max(from, begins)
    if (common > 0) minutes[bucket] = (minutes[bucket] ?? 0) + common
  }
}
