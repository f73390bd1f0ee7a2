import type { ChannelsNeeded } from '../../../../shared/contract/channels-needed.ts'
import type { Board } from '../../../../shared/contract/staffing.ts'
import type {
  PlannedChannel,
  PlannedNeed,
  ShiftPlan,
  ShiftPlanInput,
} from '../../../../shared/contract/staffing-section.ts'
import type { QueryContext } from '../../../book/handlers.ts'
import { readExpectedArrivals } from '../../forecast/read-expected-arrivals.ts'
import { readChannelsNeeded } from '../../queues/read-channels-needed.ts'
import { namesOn } from '../../reference/names.ts'
import { portModel } from '../../reference/port-model.ts'
import { readBoard } from '../../staffing/read-board.ts'
import { wholeDay } from '../../staffing/shift-place.ts'
import { worstOf } from './staffing-sections.ts'

/** @throws AppError unknown-checkpoint, checkpoint-not-in-service, unknown-shift */
export function readShiftPlan(context: QueryContext, place: ShiftPlanInput): ShiftPlan {
  const port = portModel(context.db)
  const board = readBoard(context, place)
  const needed = readChannelsNeeded(context, { ...place, plan: 'planned' })
  const shift = place.shift === wholeDay ? null : board.shifts.find((each) => each.shift === place.shift)
  return {
    port: { code: port.port, names: namesOn(port, 'port', port.port, place.date) },
    sample: port.sample,
    checkpoint: {
      code: place.checkpoint,
      names: namesOn(port, 'checkpoint', place.checkpoint, place.date),
    },
    date: place.date,
    shift: {
      code: place.shift,
      names: shift?.names ?? null,
      from: board.startsMinute,
      to: board.endsMinute,
    },
    openings: plannedChannels(board),
    expected: expectedIn(context, place),
    target: needed.target,
    needs: needed.needs.flatMap(stretches),
    worst: worstOf(needed),
  }
}

function plannedChannels(board: Board): PlannedChannel[] {
  const order = board.channels.map(({ channel }) => channel)
  return board.openings
    .flatMap((opening): PlannedChannel[] => {
      const channel = board.channels.find((each) => each.channel === opening.channel)
      if (opening.plan !== 'planned' || !channel) return []
      const to = opening.endsMinute ?? board.endsMinute
      return [
        {
          channel: channel.channel,
          names: channel.names,
          kind: channel.kind,
          direction: opening.direction,
          from: opening.startsMinute,
          to,
          headCount: opening.headCount,
          duties: opening.duties.map((duty) => ({
            officer: duty.officer,
            from: duty.startsMinute,
            to: duty.endsMinute ?? to,
          })),
        },
      ]
    })
    .sort((a, b) => order.indexOf(a.channel) - order.indexOf(b.channel) || a.from - b.from)
}

function expectedIn(
  context: QueryContext,
  { checkpoint, date, shift }: ShiftPlanInput,
): ShiftPlan['expected'] {
  if (shift === wholeDay) return null
  const answer = readExpectedArrivals(context, { checkpoint, from: date, shift })
  if (answer.unit === null || answer.notEnough !== null || answer.shift === null) return null
  return { unit: answer.unit, directions: answer.shift.directions }
}

/** Quarter hours of a queue that need the same and are planned the same, put together; those that need nothing are left out. */
function stretches({ direction, kind, lines, quarters }: ChannelsNeeded['needs'][number]): PlannedNeed[] {
  const found: PlannedNeed[] = []
  for (const { from, to, expected, needed, open } of quarters) {
    const last = found.at(-1)
    if (last?.to === from && last.needed === needed && last.open === open) {
      last.to = to
      last.expected += expected
    } else found.push({ direction, kind, lines, from, to, expected, needed, open })
  }
  return found.filter((stretch) => stretch.needed > 0 || stretch.open > 0)
}
