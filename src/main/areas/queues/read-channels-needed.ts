import type { ChannelsNeeded, NeededQueue } from '../../../shared/contract/channels-needed.ts'
import type { Board } from '../../../shared/contract/staffing.ts'
import { needOfBoard } from '../../../shared/queue/board-queues.ts'
import { worstGap } from '../../../shared/queue/gaps.ts'
import { type Plan, startingServiceTimes } from '../../../shared/staffing/staffing-words.ts'
import type { QueryContext } from '../../book/handlers.ts'
import { portModel } from '../reference/port-model.ts'
import { checkpointOf } from '../reference/settings/setting-rules.ts'
import { readBoard } from '../staffing/read-board.ts'
import { foretoldShifts } from './foretold-shifts.ts'
import { recentCounts } from './known-counts.ts'
import { usedServiceTime } from './learnt-times.ts'
import { queueDemand } from './queue-demand.ts'
import { type QueueLines, queueLines } from './queue-lines.ts'

/** @throws AppError unknown-checkpoint, checkpoint-not-in-service, unknown-shift */
export function readChannelsNeeded(
  context: QueryContext,
  { plan: asked, ...place }: { checkpoint: string; date: string; shift: string; plan?: Plan | undefined },
): ChannelsNeeded {
  const board = readBoard(context, place)
  const plan = asked ?? (board.openings.some((opening) => opening.plan === 'actual') ? 'actual' : 'planned')
  const { queues, serviceTimes } = queuesOf(context, board, plan)
  const needs = needOfBoard(board, queues, plan)
  const gaps = needs.flatMap(({ direction, kind, lines, gaps: own }) =>
    own.map((gap) => ({ direction, kind, lines, ...gap })),
  )
  return {
    checkpoint: board.checkpoint,
    date: board.date,
    shift: board.shift,
    startsMinute: board.startsMinute,
    endsMinute: board.endsMinute,
    plan,
    target: board.rule.target,
    queues,
    needs,
    worst: worstGap(gaps),
    serviceTimes,
  }
}

function queuesOf(
  context: QueryContext,
  board: Board,
  plan: Plan,
): Pick<ChannelsNeeded, 'queues' | 'serviceTimes'> {
  const { db } = context
  const checkpoint = checkpointOf(portModel(db), board.checkpoint)
  const { date } = board
  const openings = board.openings.filter((opening) => opening.plan === plan)
  const lines = checkpoint.directions.flatMap((direction) =>
    queueLines(checkpoint, date, direction, { channels: board.channels, openings }),
  )
  const recent = new Map(
    checkpoint.directions.map((direction) => [
      direction,
      recentCounts(db, { checkpoint: checkpoint.code, date, direction }),
    ]),
  )
  const foretold = foretoldShifts(context, checkpoint, date, recent)
  const kinds = [...new Set(board.channels.map((channel) => channel.kind))]
  const serviceTimes = kinds.map((kind) => usedServiceTime(db, { checkpoint, date }, kind, lines))
  const secondsOf = (kind: QueueLines['kind']): number =>
    serviceTimes.find((time) => time.kind === kind)?.seconds ?? startingServiceTimes[kind].seconds
  const demandBoard = {
    checkpoint: checkpoint.code,
    date,
    span: { from: board.startsMinute, to: board.endsMinute },
    shifts: board.shifts.map(({ shift, startsMinute, endsMinute }) => ({
      shift,
      from: startsMinute,
      to: endsMinute,
    })),
    open: board.open,
  }
  const queues = lines.flatMap((queue): NeededQueue[] => {
    const own = recent.get(queue.direction)
    if (own === undefined) return []
    return [
      {
        direction: queue.direction,
        kind: queue.kind,
        lines: queue.isRestricted ? [...queue.lines] : null,
        channels: [...queue.channels],
        eGates: [...queue.eGates],
        seconds: { channel: secondsOf(queue.kind), eGate: secondsOf('e-gate') },
        unit: queue.unit,
        ...queueDemand(db, demandBoard, queue, own, foretold),
      },
    ]
  })
  return { queues, serviceTimes }
}
