import { openBookToRead } from '../src/main/book/open-book.ts'
import { runQuery } from '../src/main/dispatch/run-operation.ts'
import type { Board } from '../src/shared/contract/staffing.ts'
import type { BoardArrivals } from '../src/shared/contract/staffing-load.ts'
import { boardLoad } from '../src/shared/staffing/board-load.ts'
import { boardWarnings } from '../src/shared/staffing/board-warnings.ts'
import { type Figure, median, timed } from './figures.ts'

const runs = 15

/** The staffing reports of the ten-year book, its board, and what a change on a board of forty channels takes. */
export async function benchStaffing(tenYears: string): Promise<Figure[]> {
  const db = openBookToRead(tenYears)
  const time = async (operation: string, input: object): Promise<number> =>
    medianOf(async () => {
      const answer = await runQuery(db, operation, input)
      if (!answer.ok) throw new Error(JSON.stringify(answer))
    })
  const shift = { checkpoint: 'hall-2', date: '2020-12-30', shift: 'afternoon' }
  const year = await time('readStaffingReport', { kind: 'year', date: '2020-01-01' })
  const tables = await time('readStaffingSections', { kind: 'year', date: '2020-01-01' })
  const floor = await medianOf(() => {
    db.prepare(
      `SELECT id, date, checkpoint, channel, direction, starts_minute, ends_minute, head_count FROM opening
       WHERE date BETWEEN '2019-12-31' AND '2020-12-31'`,
    )
      .raw()
      .all()
    db.prepare(
      `SELECT duty.opening, duty.starts_minute, duty.ends_minute FROM opening JOIN duty ON duty.opening = opening.id
       WHERE opening.date BETWEEN '2019-12-31' AND '2020-12-31'`,
    )
      .raw()
      .all()
    for (const hall of [1, 2, 3, 4]) {
      db.prepare(
        `SELECT line, direction, period, sum(value) FROM count
         WHERE checkpoint = ? AND line IN (SELECT code FROM line) AND direction IN ('entry', 'exit')
           AND date BETWEEN '2020-01-01' AND '2020-12-31' GROUP BY line, direction, period`,
      ).all(`hall-${hall}`)
    }
  })
  const month = await time('readStaffingReport', { kind: 'month', date: '2020-06-01' })
  const ofShift = await time('readStaffingReport', { kind: 'shift', ...shift })
  const board = await time('readBoard', shift)
  const hours = await time('readOfficerHours', { from: '2020-01', to: '2020-12' })
  db.close()
  const redrawn = await medianOf(() => {
    const drawn = boardOf(40)
    boardLoad(drawn.board, drawn.arrivals, 'actual')
    boardWarnings({ ...drawn.board, isPast: false })
  })
  const figure = (what: string, measured: number, goalMs: number, floorMs: number | null = null): Figure => ({
    what,
    measured,
    unit: 'ms',
    floor: floorMs,
    goal: `≤ ${goalMs} ms`,
    reached: measured <= goalMs,
  })
  return [
    figure('staffing report of a year, whole port, 200,000 openings', year, 150, floor),
    figure('the same with its tables by channel and month', tables, 150),
    figure('staffing report of a month, whole port', month, 150),
    figure('staffing report of a shift', ofShift, 30),
    figure('board of a shift', board, 30),
    figure('hours of every officer in a year', hours, 150),
    figure('load and warnings of a day of 40 channels, drawn anew', redrawn, 50),
  ]
}

async function medianOf(work: () => unknown): Promise<number> {
  const samples: number[] = []
  for (let run = 0; run < runs; run += 1) samples.push(await timed(work))
  return median(samples)
}

/** A day of channels that open six times each, with twelve lines counted by quarter hour. */
function boardOf(channels: number): { board: Board; arrivals: BoardArrivals } {
  const shift = { shift: 'day', names: null, startsMinute: 0, endsMinute: 1440, state: 'open' } as const
  const span = { startsMinute: 0, endsMinute: 1440 }
  const codes = Array.from({ length: channels }, (_, index) => `c${index}`)
  const board: Board = {
    checkpoint: 'hall',
    date: '2020-12-30',
    ...shift,
    shifts: [{ ...shift, editable: { planned: true, actual: true } }],
    open: [{ from: 0, to: 1440 }],
    closed: [],
    nowMinute: null,
    channels: codes.map((channel, index) => ({
      channel,
      names: { en: channel },
      kind: index % 4 === 0 ? 'e-gate' : 'manual',
      directions: ['entry', 'exit'],
      eligible: index % 4 === 0 ? ['line-1', 'line-2'] : null,
      serviceSeconds: 74,
      outages: [],
    })),
    openings: codes.flatMap((channel, index) =>
      [0, 1, 2, 3, 4, 5].map((part) => ({
        opening: `${channel}-${part}`,
        shift: 'day',
        channel,
        plan: 'actual' as const,
        direction: (index + part) % 2 === 0 ? ('entry' as const) : ('exit' as const),
        startsMinute: part * 240,
        endsMinute: part * 240 + 220,
        headCount: null,
        duties: [
          {
            officer: `${index}`,
            role: 'inspector' as const,
            startsMinute: part * 240,
            endsMinute: null,
          },
        ],
      })),
    ),
    warnings: [],
    rule: { heads: 'named', longestDutyMinutes: 120, target: { minutes: 30, percent: null } },
    officers: codes.map((_, index) => ({
      officer: `${index}`,
      name: null,
      kinds: ['manual'],
      team: null,
      shifts: [],
    })),
    before: { date: '2020-12-29', shift: 'day' },
    after: { date: '2020-12-31', shift: 'day' },
  }
  const lines = Array.from({ length: 12 }, (_, index) => index).flatMap((index) =>
    (['entry', 'exit'] as const).map((direction) => ({
      line: `line-${index}`,
      unit: 'persons' as const,
      totals: ['passengers' as const],
      parent: null,
      direction,
      byBucket: Array.from({ length: 96 }, () => 5),
    })),
  )
  return { board, arrivals: { ...span, lines, profile: 'hours', incomplete: false } }
}
