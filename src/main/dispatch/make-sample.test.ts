import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { InputOf, OutputOf, QueryName } from '../../shared/contract/index.ts'
import { contract } from '../../shared/contract/index.ts'
import { tradeBasis } from '../../shared/contract/trade-section.ts'
import { eachDate } from '../../shared/dates.ts'
import { type OpenBook, openBook } from '../book/open-book.ts'
import { rebuildBook } from '../book/rebuild-book.ts'
import { journalledRows } from '../testing/all-rows.ts'
import { testFolder } from '../testing/test-book.ts'
import { makeSample } from './make-sample.ts'
import { runCommand, runQuery } from './run-operation.ts'

// A sample takes seconds to make, more on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

let folder: string
let jeminay: OpenBook
let horgos: OpenBook

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'portbook-sample-'))
  await makeSample(join(folder, 'jeminay.portbook'), 'jeminay')
  await makeSample(join(folder, 'horgos.portbook'), 'horgos')
  jeminay = openBook(join(folder, 'jeminay.portbook'), 'test')
  horgos = openBook(join(folder, 'horgos.portbook'), 'test')
})
afterAll(() => {
  jeminay.close()
  horgos.close()
  rmSync(folder, { recursive: true, force: true })
})

async function ask<Name extends QueryName>(
  book: OpenBook,
  operation: Name,
  input: InputOf<Name>,
): Promise<OutputOf<Name>> {
  const answer = await runQuery(book.writer.db, operation, input)
  if (!answer.ok) throw new Error(answer.error.code)
  return contract[operation].output.parse(answer.output) as OutputOf<Name>
}

/** Passengers of both directions in a span; null where any part of it is not known. */
async function passengers(
  book: OpenBook,
  from: string,
  to: string,
  checkpoint?: string,
): Promise<number | null> {
  const report = await ask(book, 'readCrossingsReport', { kind: 'range', date: from, to, checkpoint })
  return report.passengers.total
}

async function byDay(book: OpenBook, from: string, to: string, checkpoint: string): Promise<number[]> {
  const days: number[] = []
  for (const date of eachDate(from, to)) days.push((await passengers(book, date, date, checkpoint)) ?? -1)
  return days
}

describe('Jeminay', () => {
  test('170 a day in August 2023, 500 a day in August 2024: +194 %', async () => {
    const report = await ask(jeminay, 'readCrossingsReport', { kind: 'month', date: '2024-08-31' })
    const lastYear = report.comparisons.find(({ base }) => base === 'lastYear')
    expect({
      mean: (report.passengers.total ?? 0) / 31,
      before: (lastYear?.value ?? 0) / 31,
      growth: Math.round((lastYear?.change ?? 0) * 100),
      whole: report.lines.every(({ code, incomplete }) => code !== 'mainland' || !incomplete),
    }).toEqual({ mean: 500, before: 170, growth: 194, whole: true })
  })

  test('over 100,000 people by 31 August 2024, and not along a straight line', async () => {
    const all = await passengers(jeminay, '2023-07-01', '2024-08-31')
    const winter = (await passengers(jeminay, '2024-01-01', '2024-01-31')) ?? 0
    const autumn = (await passengers(jeminay, '2023-10-01', '2023-10-31')) ?? 0
    expect([all !== null && all > 100_000 && all < 110_000, winter < autumn]).toEqual([true, true])
  })

  test('days above 700 in the summer of 2024, none before it', async () => {
    const summer = await byDay(jeminay, '2024-07-01', '2024-08-31', 'passenger-hall')
    const spring = await byDay(jeminay, '2024-04-01', '2024-06-30', 'passenger-hall')
    expect([
      summer.filter((day) => day > 700).length,
      Math.max(...spring) < 700,
      Math.min(...spring) > 0,
    ]).toEqual([6, true, true])
  })

  test('the yard sends out loaded trucks and gets them back empty', async () => {
    const { lines } = await ask(jeminay, 'readCrossingsReport', {
      kind: 'range',
      date: '2023-09-01',
      to: '2024-08-31',
      checkpoint: 'cargo-yard',
    })
    const count = (code: string, direction: string) =>
      lines.find((line) => line.code === code && line.direction === direction)?.count ?? 0
    // 207,000 t at 12 to 16 t a truck, carriers of exported cars among them.
    const out = count('trucks-loaded', 'exit')
    expect([out > 13_000 && out < 17_500, count('trucks-loaded', 'entry') < 700]).toEqual([true, true])
    expect(count('trucks-empty', 'entry') / out).toBeCloseTo(0.96, 1)
  })

  test('trade of 2023 as it was published: 210,700 t, 970 t of aquatic products, 19,827 vehicles, +86 % and +84.8 %', async () => {
    const { trade } = await ask(jeminay, 'readCrossingsReport', { kind: 'year', date: '2023-06-01' })
    const group = (code: string, direction: string) =>
      trade?.groups.find((each) => each.code === code && each.direction === direction)
    const lastYear = trade?.comparisons.filter(({ base }) => base === 'lastYear')
    expect({
      basis: trade?.basis,
      imports: trade?.importsGrams,
      exports: trade?.exportsGrams,
      aquatic: group('aquatic', 'import')?.grams,
      vehicles: group('vehicles', 'export')?.units,
      growth: lastYear?.map(({ direction, from, value, change }) =>
        [direction, from, value, `${((change ?? 0) * 100).toFixed(1)} %`].join(' '),
      ),
    }).toEqual({
      basis: tradeBasis,
      imports: 3_700_000_000,
      exports: 207_000_000_000,
      aquatic: 970_000_000,
      vehicles: 19_827,
      growth: [
        'both 2022-01-01 113280000000 86.0 %',
        'import 2022-01-01 1267000000 192.0 %',
        'export 2022-01-01 112013000000 84.8 %',
      ],
    })
    const { texts } = await ask(jeminay, 'readTradeStatement', { kind: 'year', date: '2023-06-01' })
    expect(texts.en.split(' Exports ')[0]).toBe(
      [
        'Jeminay, 2023: trade of 210,700 t (+86.0% against 2022: 113,280 t).',
        'Imports 3,700 t (+192.0% against 2022: 1,267 t), among them: Sunflower oilseed 1,624 t, Aquatic products 970 t, Animal feed 673 t, Oil and gas 176 t.',
      ].join(' '),
    )
  })

  test('trade of the year that goes on ends with the last day, and every number of it leads to its declarations', async () => {
    const year = { kind: 'year', date: '2024-06-01' } as const
    const report = await ask(jeminay, 'readTradeReport', { ...year, by: 'group', base: 'lastYear' })
    const months = await ask(jeminay, 'readTradeReport', { ...year, by: 'month' })
    const behind = await ask(jeminay, 'readCountedDeclarations', {
      ...year,
      filter: { commodityGroup: 'vehicles', direction: 'export' },
      limit: 500,
    })
    const vehicles = report.rows.find(({ key }) => key === 'vehicles')?.exports
    expect([
      [report.until, report.base, report.missingRates],
      months.rows.map(({ key }) => key),
      months.rows.reduce((sum, { both }) => sum + (both.grossGrams ?? 0), 0),
      behind.rows.length,
      behind.rows.reduce((sum, { units }) => sum + (units ?? 0), 0),
      behind.rows.every(({ countedDate }) => countedDate <= '2024-08-31'),
    ]).toEqual([
      ['2024-08-31', { name: 'lastYear', from: '2023-01-01', to: '2023-08-31' }, []],
      ['01', '02', '03', '04', '05', '06', '07', '08'].map((month) => `2024-${month}`),
      report.total.both.grossGrams,
      vehicles?.declarations,
      vehicles?.units,
      true,
    ])
  })

  test('paper totals agree but on a few shifts, and a few cells are not reported', () => {
    const { db } = jeminay.writer
    const differing = db
      .prepare<[], number>(
        `SELECT count(*) FROM control_total t WHERE unit = 'persons' AND value <> (
           SELECT sum(value) FROM count c
           WHERE c.checkpoint = t.checkpoint AND c.direction = t.direction AND c.date = t.date
             AND c.period = t.period AND line IN ('mainland', 'hmt', 'kazakhstan', 'other-foreigners'))`,
      )
      .pluck()
      .get()
    const reported = db
      .prepare<[], number>(
        "SELECT count(*) FROM count WHERE checkpoint = 'passenger-hall' AND instr(period, '@') = 0",
      )
      .pluck()
      .get()
    const missing = 428 * 2 * 2 * 11 - (reported ?? 0)
    expect([(differing ?? 0) > 5 && (differing ?? 0) < 60, missing > 3 && missing < 60]).toEqual([true, true])
  })
})

describe('Horgos', () => {
  const hall = 'passenger-hall'

  test('the first visa-free day passes 1,300 at the highway, and the surge stays', async () => {
    const before = await byDay(horgos, '2023-10-01', '2023-11-09', hall)
    const first = await passengers(horgos, '2023-11-10', '2023-11-10', hall)
    const after = await byDay(horgos, '2023-11-11', '2023-12-31', hall)
    expect({
      before: Math.max(...before) < 1_000 && Math.min(...before) > 0,
      first,
      after: Math.min(...after) > 1_200,
      yearEnd: after.slice(-4).every((day) => day > 2_000),
    }).toEqual({ before: true, first: 1_326, after: true, yearEnd: true })
  })

  test('nobody travels visa-free before that day', async () => {
    const { lines } = await ask(horgos, 'readCrossingsReport', {
      kind: 'range',
      date: '2023-10-01',
      to: '2023-11-09',
    })
    const visaFree = lines.filter(({ code }) => code === 'visa-free').map(({ count }) => count)
    expect(visaFree).toEqual([0, 0])
  })

  test('the Cooperation Centre has several thousand a day of its own, the railway its trains', async () => {
    const centre = await byDay(horgos, '2023-10-01', '2023-12-31', 'cooperation-centre')
    const { lines } = await ask(horgos, 'readCrossingsReport', {
      kind: 'range',
      date: '2023-10-01',
      to: '2023-12-31',
      checkpoint: 'rail',
    })
    const trains = lines.filter(({ code }) => code === 'trains').map(({ count }) => (count ?? 0) / 92)
    expect([Math.min(...centre) > 3_000, Math.max(...centre) < 9_000]).toEqual([true, true])
    expect(trains.map(Math.round)).toEqual([8, 13])
  })
})

describe('by hour', () => {
  test('the halls add up to each shift, line and direction of the last four weeks, and to no other day', () => {
    const hoursOf = ({ writer: { db } }: OpenBook) =>
      db
        .prepare(
          `WITH part AS (
             SELECT checkpoint, date, value,
               (SELECT sum(value) FROM count h WHERE h.checkpoint = c.checkpoint AND h.line = c.line
                 AND h.direction = c.direction AND h.date = c.date AND h.period LIKE c.period || '@%') AS hours
             FROM count c
             WHERE line IN ('mainland', 'hmt', 'kazakhstan', 'russia', 'other-foreigners')
               AND instr(period, '@') = 0)
           SELECT checkpoint, min(date) AS since, count(DISTINCT date) AS days, total(hours <> value) AS differing
           FROM part WHERE hours IS NOT NULL GROUP BY checkpoint ORDER BY checkpoint`,
        )
        .all()
    const whole = { days: 28, differing: 0 }
    expect([hoursOf(jeminay), hoursOf(horgos)]).toEqual([
      [{ checkpoint: 'passenger-hall', since: '2024-08-04', ...whole }],
      [
        { checkpoint: 'cooperation-centre', since: '2023-12-04', ...whole },
        { checkpoint: 'passenger-hall', since: '2023-12-04', ...whole },
      ],
    ])
  })

  test('the last shift, day and month show their peak', async () => {
    const date = '2024-08-31'
    const hall = { date, checkpoint: 'passenger-hall' }
    const peakOf = async (book: OpenBook, input: InputOf<'readCrossingsReport'>) =>
      (await ask(book, 'readCrossingsReport', input)).peak
    const peaks = [
      await peakOf(jeminay, { kind: 'shift', shift: 'afternoon', ...hall }),
      await peakOf(jeminay, { kind: 'day', date }),
      await peakOf(jeminay, { kind: 'month', date }),
      await peakOf(horgos, { kind: 'day', date: '2023-12-31' }),
    ]
    expect(peaks).toEqual([
      { date, hour: 16, passengers: 74 },
      { date, hour: 11, passengers: 121 },
      { date: '2024-08-24', hour: null, passengers: 798 },
      { date: '2023-12-31', hour: 11, passengers: 995 },
    ])
  })
})

describe('staffing', () => {
  const lastMorning = { checkpoint: 'passenger-hall', date: '2024-08-31', shift: 'morning' }

  test('the last morning of Jeminay has five of eight channels open, and lacks one when late buses come', async () => {
    const board = await ask(jeminay, 'readBoard', lastMorning)
    const need = await ask(jeminay, 'readChannelsNeeded', lastMorning)
    const [load] = (await ask(jeminay, 'readStaffingReport', { kind: 'shift', ...lastMorning })).checkpoints
    const actual = board.openings.filter(({ plan }) => plan === 'actual')
    expect({
      open: actual.map(({ channel, direction, headCount }) => [channel, direction, headCount]),
      warnings: board.warnings,
      channels: [load?.channels.exist, load?.channels.opened, load?.profile],
      worst: need.worst,
    }).toEqual({
      open: [
        ['e1', 'entry', null],
        ['e2', 'exit', null],
        ['m1', 'entry', 2],
        ['m2', 'entry', 1],
        ['m3', 'exit', 2],
      ],
      warnings: [],
      channels: [8, 5, 'hours'],
      worst: { direction: 'entry', kind: 'manual', lines: null, from: 660, to: 705, open: 2, needed: 3 },
    })
  })

  test.each([
    ['jeminay', '2024-08'],
    ['horgos', '2023-11'],
  ])(
    'the buses over the border at %s agree with the count sheet wherever both are known',
    async (code, month) => {
      const book = code === 'jeminay' ? jeminay : horgos
      const { days, comparison } = await ask(book, 'readBusMonth', { month })
      const differing = days.filter((day) => day.comparison.some(({ difference }) => difference))
      const known = comparison.every(({ departures }) => departures !== null && departures > 100)
      expect([differing, known]).toEqual([[], true])
    },
  )

  test('Horgos has 60 buses on its routes from the first visa-free day on', async () => {
    const deployedOn = async (date: string) => {
      const { routes } = await ask(horgos, 'readBusDay', { date })
      return routes.reduce((sum, { deployed }) => sum + (deployed ?? 0), 0)
    }
    expect([await deployedOn('2023-11-09'), await deployedOn('2023-11-10')]).toEqual([30, 60])
  })

  test('every shift up to the last has a plan and what was, and the next day its plan', () => {
    const days = ({ writer: { db } }: OpenBook) =>
      db
        .prepare(
          'SELECT plan, count(DISTINCT date) AS days, max(date) AS last FROM opening GROUP BY plan ORDER BY plan',
        )
        .all()
    expect([days(jeminay), days(horgos)]).toEqual([
      [
        { plan: 'actual', days: 428, last: '2024-08-31' },
        { plan: 'planned', days: 429, last: '2024-09-01' },
      ],
      [
        { plan: 'actual', days: 92, last: '2023-12-31' },
        { plan: 'planned', days: 93, last: '2024-01-01' },
      ],
    ])
  })

  test('officers of the yard relieve each other, and nobody works outside the rota', async () => {
    const week = await ask(jeminay, 'readCoverage', { date: '2024-08-31', checkpoint: 'cargo-yard' })
    const days = week.checkpoints.flatMap(({ shifts }) => shifts.flatMap((shift) => shift.days))
    expect(days.map((day) => [day?.onRota, day?.actual.officers ?? 0, day?.offRota])).toEqual([
      ...Array.from({ length: 6 }, () => [4, 4, []]),
      [4, 0, []],
    ])
  })
})

test('its today is its last day, it says that it is a sample, and no date after it is taken', async () => {
  const { today, sample } = await ask(jeminay, 'describePort', {})
  const typing = { checkpoint: 'passenger-hall', counts: [] as InputOf<'recordCounts'>['counts'] }
  const count = { line: 'crew', direction: 'entry', period: 'morning', value: 3 } as const
  const onLast = await runCommand(jeminay.writer, 'recordCounts', {
    ...typing,
    counts: [{ ...count, date: '2024-08-31' }],
  })
  const after = await runCommand(jeminay.writer, 'recordCounts', {
    ...typing,
    counts: [{ ...count, date: '2024-09-01' }],
  })
  expect([today, sample, onLast.ok, after]).toEqual([
    '2024-08-31',
    true,
    true,
    { ok: false, error: { code: 'date-ahead', details: { date: '2024-09-01', today: '2024-08-31' } } },
  ])
})

test('its reports say that their figures are invented, in the language of the reader', async () => {
  const report = { kind: 'day', date: '2024-08-30' } as const
  const { sample } = await ask(jeminay, 'readCrossingsReport', report)
  const texts: string[] = []
  for (const format of ['csv', 'html'] as const) {
    const file = await ask(jeminay, 'writeCrossingsReport', { report, format, language: 'zh-CN' })
    texts.push('text' in file ? file.text : '')
  }
  expect([sample, ...texts.map((text) => text.includes('样例台账，数字为虚构'))]).toEqual([true, true, true])
})

test('what was invented cannot be undone, what is typed then can', async () => {
  const steps = () => ask(horgos, 'readUndoSteps', {})
  expect((await steps()).undo).toBe(null)
  await runCommand(horgos.writer, 'recordCounts', {
    checkpoint: 'rail',
    counts: [{ line: 'crew', direction: 'entry', date: '2023-12-31', period: 'daytime', value: 1 }],
  })
  const { undo } = await steps()
  await runCommand(horgos.writer, 'undo', { batch: undo?.batch })
  expect((await steps()).undo).toBe(null)
})

test('two samples are the same but for their ids', async () => {
  const again = join(testFolder(), 'again.portbook')
  await makeSample(again, 'horgos')
  const fresh = new Database(again, { readonly: true })
  const figures = (db: Database.Database) =>
    ['count', 'control_total', 'sheet_line', 'shift', 'name'].map((table) =>
      db
        .prepare(
          `SELECT * FROM ${table} ${table === 'name' ? "WHERE entity NOT IN ('holiday', 'closure')" : ''}`,
        )
        .all(),
    )
  expect(figures(fresh)).toEqual(figures(horgos.writer.db))
  fresh.close()
})

test('its journal is sound, and the book made again from it is the same', async () => {
  expect((await ask(jeminay, 'verifyJournal', {})).sound).toBe(true)
  const rebuilt = join(testFolder(), 'rebuilt.portbook')
  rebuildBook(jeminay.writer.db, rebuilt)
  const db = new Database(rebuilt, { readonly: true })
  const same = JSON.stringify(journalledRows(db)) === JSON.stringify(journalledRows(jeminay.writer.db))
  db.close()
  expect(same).toBe(true)
})

test('with years it ends on the same day, and the published span stays as it is', async () => {
  const path = join(testFolder(), 'years.portbook')
  expect(await makeSample(path, 'jeminay', 2)).toMatchObject({ from: '2022-09-01', to: '2024-08-31' })
  const long = openBook(path, 'test')
  const known = await passengers(long, '2023-08-01', '2023-08-31')
  const older = (await passengers(long, '2022-09-01', '2022-09-30')) ?? 0
  long.close()
  expect([known, older > 1_500 && older < 6_150]).toEqual([170 * 31, true])
})

test('an existing file is refused and kept; a port without a sample is unknown; no draft is left', async () => {
  const path = join(folder, 'jeminay.portbook')
  await expect(makeSample(path, 'jeminay')).rejects.toMatchObject({ code: 'book-exists' })
  await expect(makeSample(join(folder, 'x.portbook'), 'atlantis')).rejects.toMatchObject({
    code: 'unknown-port',
  })
  expect([existsSync(path), existsSync(`${path}-draft`), existsSync(join(folder, 'x.portbook'))]).toEqual([
    true,
    false,
    false,
  ])
})
