import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import type { InputOf } from '../../../../shared/contract/index.ts'
import { openReader } from '../../../book/connection.ts'
import { rebuildBook } from '../../../book/rebuild-book.ts'
import { journalledRows } from '../../../testing/all-rows.ts'
import { refusal } from '../../../testing/refused-command.ts'
import { staffTestBook } from '../../../testing/staff-test-book.ts'
import { type TestBook, testBook } from '../../../testing/test-book.ts'

const always = { from: null, to: null }
const m1: InputOf<'changeChannel'> = {
  channel: 'm1',
  kind: 'manual',
  directions: ['entry', 'exit'],
  eligible: null,
  ...always,
}
const officer = { officer: '061234', name: 'Li', kinds: ['manual'], ...always, teams: [] } as const
const figures = { first: '2025-02-03', last: '2025-02-03' }

let book: TestBook
beforeEach(async () => {
  book = testBook()
  await staffTestBook(book)
})

async function openM1(): Promise<void> {
  await book.done('openChannel', {
    checkpoint: 'hall',
    date: '2025-02-03',
    shift: 'morning',
    channel: 'm1',
    plan: 'actual',
    direction: 'entry',
    startsMinute: 600,
    endsMinute: 700,
    duties: [{ officer: '061234', role: 'inspector', startsMinute: 600, endsMinute: null }],
  })
}

test('the settings read back as they were written', async () => {
  await book.done('keepServiceTime', { kind: 'e-gate', checkpoint: 'hall', from: null, seconds: 12 })
  await book.done('keepOutage', {
    id: null,
    channel: 'idle',
    from: '2025-02-03',
    fromTime: '08:30',
    to: null,
    toTime: null,
    reason: '  Repair ',
  })
  const settings = await book.done('readStaffingSettings', {})
  const [hall, yard] = settings.checkpoints
  expect([
    hall?.channels.map(({ channel }) => channel),
    hall?.channels.at(-1),
    hall?.rotas,
    yard,
    settings.serviceTimes,
    settings.officers[0],
    settings.teams[0],
  ]).toEqual([
    ['m1', 'm2', 'g1', 'idle'],
    {
      channel: 'idle',
      names: [{ from: null, names: { en: 'Spare' } }],
      kind: 'manual',
      directions: ['entry', 'exit'],
      eligible: null,
      ...always,
      figures: null,
      outages: [
        {
          id: expect.any(String),
          from: '2025-02-03',
          fromTime: '08:30',
          to: null,
          toTime: null,
          reason: 'Repair',
        },
      ],
    },
    [
      {
        from: '2025-01-01',
        to: null,
        cycleDays: 2,
        days: [
          { day: 1, shift: 'morning', team: 'a' },
          { day: 2, shift: 'morning', team: 'b' },
        ],
      },
    ],
    { checkpoint: 'yard', channels: [], rules: [], rotas: [] },
    [{ kind: 'e-gate', checkpoint: 'hall', from: null, seconds: 12 }],
    {
      officer: '061234',
      name: 'Li',
      kinds: ['manual'],
      ...always,
      teams: [{ team: 'a', ...always }],
      figures: null,
    },
    { team: 'a', names: [{ from: null, names: { en: 'a' } }], ...always },
  ])
})

test('what has openings is ended, not removed, and keeps its meaning', async () => {
  await openM1()
  expect([
    await refusal(book, 'removeChannel', { channel: 'm1' }),
    await refusal(book, 'changeChannel', { ...m1, to: '2025-02-02' }),
    await refusal(book, 'changeChannel', { ...m1, kind: 'crew' }),
    await refusal(book, 'changeChannel', { ...m1, directions: ['exit'] }),
    await refusal(book, 'removeOfficer', { officer: '061234' }),
    await refusal(book, 'changeOfficer', { ...officer, from: '2025-02-04', kinds: [], teams: [] }),
    await refusal(book, 'removeCheckpoint', { checkpoint: 'hall' }),
    await refusal(book, 'removeShift', { checkpoint: 'hall', shift: 'morning', row: null }),
    await refusal(book, 'changeChannel', { ...m1, directions: ['entry'], to: '2025-02-03' }),
  ]).toEqual([
    ['has-figures', figures],
    ['figures-outside', figures],
    ['fixed-by-figures', figures],
    ['fixed-by-figures', figures],
    ['has-figures', figures],
    ['figures-outside', figures],
    ['has-figures', figures],
    ['has-figures', figures],
    null,
  ])
})

test('the directions of a checkpoint, and the days of one without shifts, keep what was open in them', async () => {
  await openM1()
  const hall = { checkpoint: 'hall', kind: 'passengers', ...always } as const
  await book.done('addChannel', {
    ...m1,
    checkpoint: 'yard',
    channel: 'c1',
    names: { en: 'Cargo' },
    kind: 'cargo',
  })
  await book.done('openChannel', {
    checkpoint: 'yard',
    date: '2025-02-03',
    shift: 'day',
    channel: 'c1',
    plan: 'actual',
    direction: 'exit',
    startsMinute: 600,
    endsMinute: 700,
  })
  const shift = { checkpoint: 'yard', shift: 'late', names: { en: 'Late' }, starts: '10:00', ends: '12:00' }
  expect([
    await refusal(book, 'changeCheckpoint', { ...hall, directions: ['exit'] }),
    await refusal(book, 'changeCheckpoint', { ...hall, directions: ['entry'] }),
    await refusal(book, 'addShift', { ...shift, ...always }),
    await refusal(book, 'addShift', { ...shift, from: '2025-02-04', to: null }),
  ]).toEqual([['fixed-by-figures', figures], null, ['fixed-by-figures', figures], null])
})

test('a checkpoint without figures goes with its channels, and a line stays that only some channel takes', async () => {
  expect(await refusal(book, 'removeLine', { line: 'domestic' })).toEqual([
    'line-of-channel',
    { channel: 'g1' },
  ])
  await book.done('keepServiceTime', { kind: 'manual', checkpoint: 'hall', from: null, seconds: 50 })
  await book.done('removeCheckpoint', { checkpoint: 'hall' })
  const { checkpoints, serviceTimes } = await book.done('readStaffingSettings', {})
  expect([checkpoints, serviceTimes]).toEqual([
    [{ checkpoint: 'yard', channels: [], rules: [], rotas: [] }],
    [],
  ])
})

describe('refused is', () => {
  test('a code twice, a direction or line that the checkpoint does not have, an order that is not whole', async () => {
    const fresh = { ...m1, checkpoint: 'hall', names: { en: 'x' } }
    expect([
      await refusal(book, 'addChannel', { ...fresh, channel: 'm1', directions: ['entry'] }),
      await refusal(book, 'addChannel', {
        ...fresh,
        channel: 'm9',
        directions: ['entry'],
        eligible: ['ghosts'],
      }),
      await refusal(book, 'addChannel', {
        ...fresh,
        channel: 'm9',
        directions: ['entry'],
        from: '2025-02-02',
        to: '2025-02-01',
      }),
      await refusal(book, 'orderChannels', { checkpoint: 'hall', channels: ['m1', 'm2'] }),
      await refusal(book, 'addOfficer', { ...officer, kinds: [], teams: [] }),
      await refusal(book, 'addOfficer', { ...officer, officer: 'no way', kinds: [], teams: [] }),
      await refusal(book, 'removeTeam', { team: 'a' }),
      await refusal(book, 'removeTeam', { team: 'idle' }),
    ]).toEqual([
      ['code-taken', { code: 'm1' }],
      ['unknown-line', { line: 'ghosts' }],
      ['ends-before-begins', { field: 'to' }],
      ['order-incomplete', {}],
      ['officer-taken', { officer: '061234' }],
      ['officer-number-impossible', { field: 'officer' }],
      ['team-in-use', { team: 'a' }],
      null,
    ])
  })

  test('an officer in two teams at once', async () => {
    const teams = [
      { team: 'b', from: '2025-03-01', to: null },
      { team: 'a', from: null, to: '2025-03-01' },
    ]
    expect(await refusal(book, 'changeOfficer', { ...officer, kinds: [], teams })).toEqual([
      'teams-overlap',
      { date: '2025-03-01' },
    ])
  })

  test('an outage without both ends of its end, or that ends first', async () => {
    const outage = { id: null, channel: 'm1', from: '2025-02-03', fromTime: '08:00', reason: null }
    expect([
      await refusal(book, 'keepOutage', { ...outage, to: '2025-02-03', toTime: null }),
      await refusal(book, 'keepOutage', { ...outage, to: '2025-02-03', toTime: '08:00' }),
      await refusal(book, 'keepOutage', { ...outage, to: '2025-02-03', toTime: '00:00' }),
      await refusal(book, 'keepOutage', { ...outage, to: '2025-02-04', toTime: '00:00' }),
    ]).toEqual([
      ['half-a-span', { field: 'toTime' }],
      ['ends-before-begins', { field: 'to' }],
      ['ends-before-begins', { field: 'to' }],
      null,
    ])
  })
})

describe('a rota', () => {
  const rota = { checkpoint: 'hall', replaces: null, to: null, cycleDays: 1 }
  const days = [{ day: 1, shift: 'morning', team: 'b' }]

  test('ends the one before it, and does not reach into one that begins later', async () => {
    await book.done('keepRota', { ...rota, from: '2025-03-01', days })
    expect(
      (await book.done('readStaffingSettings', {})).checkpoints[0]?.rotas.map(({ from, to }) => [from, to]),
    ).toEqual([
      ['2025-01-01', '2025-02-28'],
      ['2025-03-01', null],
    ])
    expect([
      await refusal(book, 'keepRota', { ...rota, from: '2024-12-01', days }),
      await refusal(book, 'keepRota', { ...rota, from: '2024-12-01', to: '2024-12-31', days }),
    ]).toEqual([['rotas-overlap', { date: '2025-01-01' }], null])
  })

  test('has teams, shifts and days that there are', async () => {
    const from = '2025-03-01'
    expect([
      await refusal(book, 'keepRota', { ...rota, from, days: [{ day: 2, shift: 'morning', team: 'a' }] }),
      await refusal(book, 'keepRota', { ...rota, from, days: [{ day: 1, shift: 'late', team: 'a' }] }),
      await refusal(book, 'keepRota', { ...rota, from, days: [{ day: 1, shift: 'morning', team: 'z' }] }),
    ]).toEqual([
      ['rota-day-impossible', { day: 2, days: 1 }],
      ['unknown-shift', { checkpoint: 'hall', shift: 'late' }],
      ['unknown-team', { team: 'z' }],
    ])
  })

  test('says who is on', async () => {
    const shifts = [{ checkpoint: 'hall', shift: 'morning' }]
    expect(
      (await book.done('listOfficers', { date: '2025-01-04' })).map((each) => [each.officer, each.shifts]),
    ).toEqual([
      ['061234', []],
      ['061235', shifts],
      ['idle', []],
    ])
  })
})

test('a channel gets another name from a date on, and the board shows the name of its time', async () => {
  await book.done('keepNames', {
    of: { entity: 'channel', channel: 'm1' },
    from: '2025-06-01',
    names: { en: 'Fast lane' },
  })
  const nameOn = async (date: string) =>
    (await book.done('readBoard', { checkpoint: 'hall', date, shift: 'morning' })).channels[0]?.names.en
  expect([await nameOn('2025-05-31'), await nameOn('2025-06-01')]).toEqual(['Manual 1', 'Fast lane'])
})

test('every change can be taken back, and the book made again from its journal says the same', async () => {
  const empty = journalledRows(testBook().writer.db)
  await openM1()
  const full = journalledRows(book.writer.db)
  rebuildBook(book.writer.db, join(book.folder, 'again.portbook'))
  const again = openReader(join(book.folder, 'again.portbook'))
  expect(journalledRows(again)).toEqual(full)
  again.close()
  for (;;) {
    const { undo } = await book.done('readUndoSteps', {})
    if (!undo) break
    await book.done('undo', { batch: undo.batch })
  }
  const now = journalledRows(book.writer.db)
  for (const table of ['channel', 'officer', 'team', 'team_member', 'rota', 'opening', 'duty'])
    expect(now[table]).toEqual(empty[table])
})
