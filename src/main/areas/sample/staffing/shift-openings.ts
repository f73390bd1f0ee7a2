import type { OpeningToRecord } from '../../../../shared/contract/staffing.ts'
import { type Direction, directions } from '../../../../shared/words.ts'
import { type Random, randomOf } from '../random.ts'
import type { StaffedCheckpoint, StaffedShift } from './sample-staffing.ts'

type Expected = Readonly<Record<Direction, number>>

/**
 * The plan of a shift: a first channel in each direction all along with two people, more of them in its busy part.
 * @param expected how many are reckoned with in each direction
 */
export function plannedOpenings(
  checkpoint: StaffedCheckpoint,
  date: string,
  shift: StaffedShift,
  expected: Expected,
): OpeningToRecord[] {
  const told = checkpoint.told?.get(`${date} ${shift.code} planned`)
  if (told) return [...told]
  return directions.flatMap((direction) => {
    const { byLoad, throughout, eGates } = checkpoint.ways[direction]
    const number = channelsFor(checkpoint, shift, expected[direction], byLoad.length)
    const whole = (channel: string, headCount: number | null): OpeningToRecord =>
      opening(checkpoint, date, { channel, direction, from: shift.from, to: shift.to, headCount })
    return [
      ...byLoad
        .slice(0, number)
        .map((channel, index) =>
          index === 0
            ? whole(channel, 2)
            : opening(checkpoint, date, { channel, direction, ...busyPart(shift, index), headCount: 1 }),
        ),
      ...throughout.map((channel) => whole(channel, 2)),
      ...eGates.map((channel) => whole(channel, null)),
    ]
  })
}

/** What became of a plan: some open late, close early or late, have one person fewer, or are opened on top of it. */
export function actualOpenings(
  checkpoint: StaffedCheckpoint,
  date: string,
  shift: StaffedShift,
  plan: readonly OpeningToRecord[],
  came: Expected,
): OpeningToRecord[] {
  const told = checkpoint.told?.get(`${date} ${shift.code} actual`)
  if (told) return [...told]
  const random = randomOf(`${checkpoint.code} ${date} ${shift.code} openings`)
  const opened = plan.flatMap((planned): OpeningToRecord[] => {
    const isWhole = planned.endsMinute === shift.to
    if (!isWhole && random.chance(0.04)) return []
    const late = !isWhole && random.chance(0.2) ? 5 * random.whole(random.between(1, 3)) : 0
    const moved = isWhole ? 0 : 5 * random.whole(random.between(-4, 4))
    const heads = planned.headCount
    return [
      asWorked(planned, {
        startsMinute: planned.startsMinute + late,
        endsMinute: Math.min((planned.endsMinute ?? shift.to) + moved, shift.to),
        headCount: heads !== null && heads > 1 && random.chance(0.1) ? heads - 1 : heads,
      }),
    ]
  })
  return [...opened, ...more(checkpoint, date, shift, opened, came, random)]
}

/** One more channel where more came than the plan has channels for. */
function more(
  checkpoint: StaffedCheckpoint,
  date: string,
  shift: StaffedShift,
  opened: readonly OpeningToRecord[],
  came: Expected,
  random: Random,
): OpeningToRecord[] {
  return directions.flatMap((direction) => {
    const { byLoad } = checkpoint.ways[direction]
    const wanted = channelsFor(checkpoint, shift, came[direction], byLoad.length)
    const used = opened.map(({ channel }) => channel)
    const next = byLoad.find((channel) => !used.includes(channel))
    const isShort = byLoad.filter((channel) => used.includes(channel)).length < wanted
    if (!isShort || next === undefined) return []
    const from = shift.from + 30 + 5 * random.whole(random.between(0, 9))
    const to = Math.min(from + 90, shift.to)
    return [opening(checkpoint, date, { channel: next, direction, from, to, headCount: 1 }, 'actual')]
  })
}

function channelsFor(
  { perHour }: StaffedCheckpoint,
  { from, to }: StaffedShift,
  expected: number,
  most: number,
): number {
  return Math.min(most, Math.max(1, Math.ceil(expected / ((to - from) / 60) / perHour)))
}

/** The busy part of a shift, shorter for each further channel. */
function busyPart({ from, to, busy }: StaffedShift, index: number): { from: number; to: number } {
  const part = busy ?? { from, to: from + Math.round(((to - from) * 0.55) / 15) * 15 }
  const begins = part.from + 30 * (index - 1)
  return { from: begins, to: Math.max(part.to - 30 * (index - 1), begins + 60) }
}

function opening(
  checkpoint: StaffedCheckpoint,
  date: string,
  at: { channel: string; direction: Direction; from: number; to: number; headCount: number | null },
  plan: OpeningToRecord['plan'] = 'planned',
): OpeningToRecord {
  const { channel, direction, from, to, headCount } = at
  const own = { channel, plan, direction, startsMinute: from, endsMinute: to }
  const { named } = checkpoint
  if (!named || date < named.from || headCount === null) return { ...own, headCount, duties: [] }
  return { ...own, headCount: null, duties: relieved(checkpoint, date, at) }
}

/** One officer until the middle of the opening, then another. */
function relieved(
  { named, ways }: StaffedCheckpoint,
  date: string,
  at: { channel: string; direction: Direction; from: number; to: number },
): OpeningToRecord['duties'] {
  const officers = named?.onDuty(date) ?? []
  const channels = directions.flatMap((direction) => ways[direction].byLoad)
  const place = 2 * channels.indexOf(at.channel)
  const middle = Math.round((at.from + at.to) / 30) * 15
  const [first, second] = [officers[place], officers[place + 1]]
  if (first === undefined || second === undefined) return []
  return [
    { officer: first, role: 'inspector', startsMinute: at.from, endsMinute: middle },
    { officer: second, role: 'inspector', startsMinute: middle, endsMinute: null },
  ]
}

/** A planned opening as it was: duties begin and end with it. */
function asWorked(
  planned: OpeningToRecord,
  worked: Pick<OpeningToRecord, 'startsMinute' | 'endsMinute' | 'headCount'>,
): OpeningToRecord {
  const duties = planned.duties.map((duty) => ({
    ...duty,
    startsMinute: Math.max(duty.startsMinute, worked.startsMinute),
  }))
  return { ...planned, ...worked, plan: 'actual', duties }
}
