import type { Board } from '../../../shared/contract/staffing.ts'
import type { ChannelKind } from '../../../shared/staffing/staffing-words.ts'
import type { Direction, Unit } from '../../../shared/words.ts'
import { type Checkpoint, holdsOn, type Line } from '../reference/port-model.ts'

/** Who stands before which channels of a checkpoint, in one direction. */
export interface QueueLines {
  direction: Direction
  kind: ChannelKind
  unit: Unit
  /** The lines of the count sheet that add up to it. */
  lines: readonly string[]
  /** Whether its channels are for these lines alone. */
  isRestricted: boolean
  channels: readonly string[]
  eGates: readonly string[]
  /** Lines that e-gates take; null for all of the queue. Empty without e-gates. */
  eligible: readonly string[] | null
}

type BoardChannel = Board['channels'][number]

/**
 * The queues of a checkpoint on a date in one direction. Passengers queue before the manual channels, crew too where there are no
 * channels for crew; vehicles before the channels that name their line, else before those for vehicles, else before
 * those for cargo. Channels that are for some lines only have a queue of their own while one of them is on the plan in this
 * direction; otherwise their lines stand with everybody. Diplomatic channels have one only where they name lines.
 */
export function queueLines(
  checkpoint: Checkpoint,
  date: string,
  direction: Direction,
  board: Pick<Board, 'channels' | 'openings'>,
): QueueLines[] {
  const sheet = [...checkpoint.sheet.values()]
    .filter((item) => holdsOn(item, date) && holdsOn(item.line, date))
    .map(({ line }) => line)
  const serving = board.channels.filter((channel) => channel.directions.includes(direction))
  const of = (kind: ChannelKind): BoardChannel[] => serving.filter((channel) => channel.kind === kind)
  const used = new Set(
    board.openings.filter((each) => each.direction === direction).map((each) => each.channel),
  )
  return [
    ...passengerQueues(sheet, of, used, direction),
    ...plainQueues(
      'crew',
      sheet.filter(isCrew).map((line) => line.code),
      of('crew'),
      'persons',
      used,
      direction,
    ),
    ...plainQueues('diplomatic', [], of('diplomatic'), 'persons', used, direction),
    ...vehicleQueues(sheet, of, used, direction),
  ]
}

type ChannelsOf = (kind: ChannelKind) => BoardChannel[]

function passengerQueues(
  sheet: readonly Line[],
  of: ChannelsOf,
  used: ReadonlySet<string>,
  direction: Direction,
): QueueLines[] {
  const [manual, eGates] = [of('manual'), of('e-gate')]
  if (manual.length + eGates.length === 0) return []
  const lines = sheet
    .filter((line) => isPassengers(line) || (isCrew(line) && of('crew').length === 0))
    .map((line) => line.code)
  const queues = plainQueues('manual', lines, manual, 'persons', used, direction)
  const general = queues.find((queue) => !queue.isRestricted)
  const beside = general ?? queues[0]
  if (beside === undefined || eGates.length === 0) return queues
  const takesAll = eGates.some((gate) => gate.eligible === null)
  const eligible = takesAll ? null : [...new Set(eGates.flatMap((gate) => gate.eligible ?? []))]
  const withGates = { ...beside, eGates: eGates.map((gate) => gate.channel), eligible }
  return queues.map((queue) => (queue === beside ? withGates : queue))
}

function vehicleQueues(
  sheet: readonly Line[],
  of: ChannelsOf,
  used: ReadonlySet<string>,
  direction: Direction,
): QueueLines[] {
  const [vehicle, cargo] = [of('vehicle'), of('cargo')]
  const all = sheet
    .filter((line) => line.parent === null && line.totals.includes('vehicles'))
    .map((line) => line.code)
  const named = (channels: readonly BoardChannel[]): string[] =>
    channels.flatMap((channel) => channel.eligible ?? [])
  const isGeneral = (channel: BoardChannel): boolean => channel.eligible === null
  const toCargo = new Set(named(cargo).filter((line) => !named(vehicle).includes(line)))
  const toVehicle = new Set(named(vehicle))
  const restTo = vehicle.some(isGeneral) || cargo.length === 0 ? toVehicle : toCargo
  for (const line of all) if (!toCargo.has(line) && !toVehicle.has(line)) restTo.add(line)
  const among = (lines: ReadonlySet<string>): string[] => all.filter((line) => lines.has(line))
  return [
    ...plainQueues('vehicle', among(toVehicle), vehicle, 'vehicles', used, direction),
    ...plainQueues('cargo', among(toCargo), cargo, 'vehicles', used, direction),
  ]
}

/** The queues before channels of one kind: one for everybody, and one for each set of lines with channels of its own. */
function plainQueues(
  kind: ChannelKind,
  lines: readonly string[],
  channels: readonly BoardChannel[],
  unit: Unit,
  used: ReadonlySet<string>,
  direction: Direction,
): QueueLines[] {
  if (channels.length === 0 && kind !== 'manual') return []
  const shared = { direction, kind, unit, eGates: [], eligible: [] }
  const general = channels.filter((channel) => channel.eligible === null)
  const restricted = Map.groupBy(
    channels.filter((channel) => channel.eligible !== null),
    (channel) => (channel.eligible ?? []).toSorted().join(' '),
  )
  const own = [...restricted.values()]
    .filter((group) => general.length === 0 || group.some((channel) => used.has(channel.channel)))
    .map((group) => ({
      ...shared,
      lines: group[0]?.eligible ?? [],
      isRestricted: true,
      channels: group.map((channel) => channel.channel),
    }))
  const taken = new Set(own.flatMap((queue) => queue.lines))
  const left = lines.filter((line) => !taken.has(line))
  const everybody = {
    ...shared,
    lines: left,
    isRestricted: false,
    channels: general.map((channel) => channel.channel),
  }
  return left.length > 0 ? [everybody, ...own] : own
}

const isPassengers = (line: Line): boolean => line.parent === null && line.totals.includes('passengers')
const isCrew = (line: Line): boolean =>
  line.parent === null && line.unit === 'persons' && !line.totals.includes('passengers')
