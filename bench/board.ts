import { hourLoad } from '../src/renderer/areas/staffing/load/hour-load.ts'
import type { Board, Opening } from '../src/shared/contract/staffing.ts'
import type { BoardArrivals } from '../src/shared/contract/staffing-load.ts'
import { type BoardQueue, needOfBoard } from '../src/shared/queue/board-queues.ts'
import { boardWarnings } from '../src/shared/staffing/board-warnings.ts'
import { type Direction, directions } from '../src/shared/words.ts'
import { type Figure, median, percentile, timed } from './figures.ts'

const changes = 40
const goalMs = 50
const [manual, gates] = [30, 10]
const passengers = 20_000
const quarters = 96

/** What the window works out again after each change of a board of 40 channels over a day: warnings, load and need. */
export async function benchBoard(): Promise<Figure[]> {
  const samples: number[] = []
  for (let change = 0; change < changes; change += 1) {
    const board = boardAfter(change)
    samples.push(
      await timed(() => {
        boardWarnings({ ...board, isPast: true })
        hourLoad(board, arrivals, 'actual')
        needOfBoard(board, queues, 'actual')
      }),
    )
  }
  const what = `warnings, load and need after a change on the board, 40 channels, ${passengers} passengers`
  return [figure(`${what}, median`, median(samples)), figure(`${what}, p90`, percentile(samples, 0.9))]
}

const channels: Board['channels'] = Array.from({ length: manual + gates }, (_, at) => ({
  channel: `c${at}`,
  names: { en: `C${at}` },
  kind: at < manual ? 'manual' : 'e-gate',
  directions: [...directions],
  eligible: at < manual ? null : ['mainland'],
  serviceSeconds: at < manual ? 74 : 15,
  outages: [],
}))

const perQuarter = passengers / 2 / quarters

const arrivals: Pick<BoardArrivals, 'startsMinute' | 'endsMinute' | 'lines'> = {
  startsMinute: 0,
  endsMinute: 1440,
  lines: directions.flatMap((direction) =>
    ['mainland', 'kazakhstan'].map((line) => ({
      line,
      unit: 'persons' as const,
      totals: ['passengers' as const, 'persons' as const],
      parent: null,
      direction,
      byBucket: Array.from({ length: quarters }, () => perQuarter / 2),
    })),
  ),
}

const queues: BoardQueue[] = directions.map((direction) => ({
  direction,
  kind: 'manual',
  lines: null,
  seconds: { channel: 74, eGate: 15 },
  demand: {
    steady: Array.from({ length: quarters }, () => perQuarter),
    lumps: Array.from({ length: 12 }, (_, bus) => ({ atMinute: 480 + bus * 45, passengers: 45 })),
    eGateShare: 0.3,
  },
  channels: channels.slice(0, manual).map(({ channel }) => channel),
  eGates: channels.slice(manual).map(({ channel }) => channel),
}))

/** Three openings a channel, after so many moves of their ends. */
function boardAfter(change: number): Board {
  const openings = channels.flatMap(({ channel }, at) =>
    [0, 1, 2].map((part): Opening => {
      const direction: Direction = at % 2 === 0 ? 'entry' : 'exit'
      const startsMinute = part * 480
      return {
        opening: `${channel} ${part}`,
        shift: 'day',
        channel,
        plan: 'actual',
        direction,
        startsMinute,
        endsMinute: startsMinute + 420 - ((change * 5 + at) % 60),
        headCount: 1,
        duties: [],
      }
    }),
  )
  return {
    checkpoint: 'hall',
    date: '2024-08-31',
    shift: 'day',
    startsMinute: 0,
    endsMinute: 1440,
    shifts: [
      {
        shift: 'day',
        names: null,
        startsMinute: 0,
        endsMinute: 1440,
        state: 'open',
        editable: { planned: true, actual: true },
      },
    ],
    open: [{ from: 0, to: 1440 }],
    closed: [],
    nowMinute: null,
    channels,
    openings,
    warnings: [],
    rule: { heads: 'counted', longestDutyMinutes: 240, target: { minutes: 30, percent: null } },
    officers: [],
    before: { date: '2024-08-30', shift: 'day' },
    after: { date: '2024-09-01', shift: 'day' },
  }
}

function figure(what: string, measured: number): Figure {
  return { what, measured, unit: 'ms', floor: null, goal: `≤ ${goalMs} ms`, reached: measured <= goalMs }
}
