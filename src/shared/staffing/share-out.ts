import type { Direction } from '../words.ts'
import type { ChannelClass, LoadLine } from './load-words.ts'
import { unitOfKind } from './staffing-words.ts'

/** A line with the number of its travellers or vehicles in one stretch of time. */
export interface ServedLine extends LoadLine {
  direction: Direction
  number: number
}

/**
 * Shares out what came in one direction in one stretch of time among the channels that were open for it. Counts do not
 * say who went through which channel, except by an *of which* line that a channel is kept for, such as the travellers
 * through e-gates: those went there and nowhere else. Everybody else went where they may go, in proportion to how many
 * the open channels can take; crew through crew channels while one is open.
 * @param bucket the stretch of time in the classes' open minutes
 * @returns served by class, and how many came while nothing was open that may take them
 */
export function shareOut(
  classes: readonly ChannelClass[],
  bucket: number,
  lines: readonly ServedLine[],
): { served: number[]; withoutChannel: number } {
  const served = classes.map(() => 0)
  const capacity = classes.map((each) => ((each.openMinutes[bucket] ?? 0) * 60) / each.serviceSeconds)
  const left = new Map(lines.filter((line) => line.parent === null).map((line) => [line.line, line.number]))
  const give = (number: number, takers: readonly number[]): boolean => {
    const room = takers.reduce((total, index) => total + (capacity[index] ?? 0), 0)
    if (room <= 0) return false
    for (const index of takers)
      served[index] = (served[index] ?? 0) + (number * (capacity[index] ?? 0)) / room
    return true
  }
  const indexes = classes.map((_, index) => index)
  const namedBy = (line: LoadLine): number[] =>
    indexes.filter((index) => takesByName(classes[index], line) && (capacity[index] ?? 0) > 0)

  for (const line of lines) {
    if (line.parent === null || line.number <= 0) continue
    const takers = namedBy(line)
    if (takers.length > 0 && give(line.number, takers)) takeFrom(left, lines, line)
  }
  let withoutChannel = 0
  const hasCrewChannel = indexes.some(
    (index) =>
      classes[index]?.kind === 'crew' && classes[index]?.eligible === null && (capacity[index] ?? 0) > 0,
  )
  for (const line of lines) {
    const number = left.get(line.line) ?? 0
    if (line.parent !== null || number <= 0 || (line.unit !== 'persons' && line.unit !== 'vehicles')) continue
    const takers = [
      ...namedBy(line),
      ...indexes.filter((index) => takesAnybody(classes[index], line, hasCrewChannel)),
    ]
    if (!give(number, takers)) withoutChannel += number
  }
  return { served, withoutChannel }
}

const takesByName = (channel: ChannelClass | undefined, { line, unit }: LoadLine): boolean =>
  channel !== undefined && unitOfKind[channel.kind] === unit && channel.eligible?.includes(line) === true

function takesAnybody(channel: ChannelClass | undefined, line: LoadLine, hasCrewChannel: boolean): boolean {
  if (!channel || channel.eligible !== null || unitOfKind[channel.kind] !== line.unit) return false
  if (line.unit !== 'persons') return true
  const isCrew = !line.totals.includes('passengers')
  return isCrew && hasCrewChannel ? channel.kind === 'crew' : isCrew || channel.kind !== 'crew'
}

/** Takes an *of which* number off what it is a part of: its line, or the lines of its total in proportion. */
function takeFrom(left: Map<string, number>, lines: readonly ServedLine[], part: ServedLine): void {
  const { parent } = part
  if (parent === null) return
  const whole = lines
    .filter((line) => line.parent === null)
    .filter((line) => ('line' in parent ? line.line === parent.line : line.totals.includes(parent.total)))
    .map(({ line }) => line)
  const sum = whole.reduce((total, line) => total + (left.get(line) ?? 0), 0)
  const stays = sum > 0 ? Math.max(0, 1 - part.number / sum) : 0
  for (const line of whole) left.set(line, (left.get(line) ?? 0) * stays)
}
