import { describe, expect, test } from 'vitest'
import type { CommandName, InputOf } from '../../../../shared/contract/index.ts'
import { settingsContract } from '../../../../shared/contract/settings.ts'
import { texts } from '../../../../shared/languages/index.ts'
import { PortFile } from '../../../../shared/port-file.ts'
import { allRows, journalledRows } from '../../../testing/all-rows.ts'
import { signShift } from '../../../testing/sign-shift.ts'
import { type TestBook, testBook } from '../../../testing/test-book.ts'

const night = { checkpoint: 'hall', shift: 'night', row: null, starts: '22:00', ends: '06:00' } as const
const always = { from: null, to: null }
const names = { en: 'Gate', 'zh-CN': '北门' }
const domestic: Omit<InputOf<'changeLine'>, 'line'> = {
  unit: 'persons',
  totals: ['passengers', 'persons'],
  parent: null,
  ...always,
}
const hall: InputOf<'changeCheckpoint'> = {
  checkpoint: 'hall',
  kind: 'passengers',
  directions: ['entry', 'exit'],
  ...always,
}
const gate = { ...hall, checkpoint: 'gate', names, lines: ['domestic'] }
const reason = { en: 'Snow' }
const closure = { id: null, checkpoint: 'hall', starts: null, ends: null, reason }

/** Types one count of the hall. */
async function counted(book: TestBook, date: string, period: string, line = 'domestic'): Promise<void> {
  await book.done('recordCounts', {
    checkpoint: 'hall',
    counts: [{ line, direction: 'entry', date, period, value: 12 }],
  })
}

/** The code and details of the refusal of a command, which must change nothing; null where it is done. */
async function refusal<Name extends CommandName>(book: TestBook, name: Name, input: InputOf<Name>) {
  const before = allRows(book.writer.db)
  const answer = await book.call(name, input)
  if (answer.ok) return null
  expect(allRows(book.writer.db)).toEqual(before)
  return [answer.error.code, answer.error.details]
}

describe('what has figures', () => {
  const figures = { first: '2025-02-03', last: '2025-02-04' }

  async function bookWithFigures(): Promise<TestBook> {
    const book = testBook()
    await counted(book, '2025-02-03', 'morning@10')
    await counted(book, '2025-02-04', 'night/2')
    return book
  }

  test('cannot be removed', async () => {
    const book = await bookWithFigures()
    expect([
      await refusal(book, 'removeCheckpoint', { checkpoint: 'hall' }),
      await refusal(book, 'removeLine', { line: 'domestic' }),
      await refusal(book, 'removeSheetLine', { checkpoint: 'hall', line: 'domestic' }),
      await refusal(book, 'removeShift', { checkpoint: 'hall', shift: 'night', row: null }),
      await refusal(book, 'removeShift', { checkpoint: 'hall', shift: 'afternoon', row: null }),
    ]).toEqual([
      ['has-figures', figures],
      ['has-figures', figures],
      ['has-figures', figures],
      // The morning part of the 4th belongs to the night that began on the 3rd.
      ['has-figures', { first: '2025-02-03', last: '2025-02-03' }],
      null,
    ])
  })

  test('cannot end before its last figure or begin after its first', async () => {
    const book = await bookWithFigures()
    const outside = ['figures-outside', figures]
    expect([
      await refusal(book, 'changeCheckpoint', { ...hall, to: '2025-02-03' }),
      await refusal(book, 'changeLine', { line: 'domestic', ...domestic, to: '2025-02-03' }),
      await refusal(book, 'keepSheetLine', {
        checkpoint: 'hall',
        line: 'domestic',
        from: '2025-02-04',
        to: null,
      }),
      await refusal(book, 'changeShift', { ...night, from: '2025-02-04', to: null }),
      await refusal(book, 'keepSheetLine', {
        checkpoint: 'hall',
        line: 'domestic',
        from: null,
        to: '2025-02-04',
      }),
      await refusal(book, 'changeShift', { ...night, from: null, to: '2025-02-03' }),
    ]).toEqual([
      outside,
      outside,
      outside,
      ['figures-outside', { first: '2025-02-03', last: '2025-02-03' }],
      null,
      null,
    ])
  })

  test('keeps its meaning: unit, totals, parent, direction, times and the rule of its nights', async () => {
    const book = await bookWithFigures()
    const fixed = ['fixed-by-figures', figures]
    const ofNight = ['fixed-by-figures', { first: '2025-02-03', last: '2025-02-03' }]
    expect([
      await refusal(book, 'changeLine', { line: 'domestic', ...domestic, totals: ['persons'] }),
      await refusal(book, 'changeLine', {
        line: 'domestic',
        ...domestic,
        totals: [],
        parent: { line: 'foreign' },
      }),
      await refusal(book, 'changeCheckpoint', { ...hall, directions: ['exit'] }),
      await refusal(book, 'changeShift', { ...night, ends: '05:00', ...always }),
      await refusal(book, 'changeShiftTimes', {
        checkpoint: 'hall',
        shift: 'night',
        from: '2025-02-03',
        starts: '21:00',
        ends: '06:00',
      }),
      await refusal(book, 'keepMidnightRule', { from: '2025-02-03', rule: 'start-day' }),
      await refusal(book, 'keepMidnightRule', { from: '2025-02-04', rule: 'start-day' }),
      await refusal(book, 'changeCheckpoint', { ...hall, directions: ['entry'] }),
    ]).toEqual([fixed, fixed, fixed, ofNight, ofNight, ofNight, null, null])
  })

  test('may be control totals, notes and signatures as well as counts', async () => {
    const totals = testBook()
    await totals.done('recordCounts', {
      checkpoint: 'hall',
      controlTotals: [
        { direction: 'exit', unit: 'persons', date: '2025-02-03', period: 'morning', value: 5 },
      ],
    })
    const signed = testBook()
    signShift(signed, 'hall', '2025-02-03', 'morning')
    const ofDay = ['has-figures', { first: '2025-02-03', last: '2025-02-03' }]
    for (const book of [totals, signed]) {
      expect([
        await refusal(book, 'removeShift', { checkpoint: 'hall', shift: 'morning', row: null }),
        await refusal(book, 'removeCheckpoint', { checkpoint: 'hall' }),
      ]).toEqual([ofDay, ofDay])
    }
  })

  test('of a month asks for one day of that month', async () => {
    const book = testBook()
    await book.done('recordCounts', {
      checkpoint: 'hall',
      counts: [{ line: 'domestic', direction: 'entry', date: '2025-02', period: 'month', value: 9_000 }],
    })
    const dates = (from: string, to: string) =>
      refusal(book, 'keepSheetLine', { checkpoint: 'hall', line: 'domestic', from, to })
    const outside = ['figures-outside', { first: '2025-02-28', last: '2025-02-01' }]
    expect([
      await dates('2025-03-01', '2025-04-01'),
      await dates('2025-01-01', '2025-01-31'),
      await dates('2025-02-10', '2025-02-20'),
    ]).toEqual([outside, outside, null])
  })
})

describe('checkpoints', () => {
  test('are added with their sheet, ordered, and removed with everything that is only theirs', async () => {
    const book = testBook()
    const before = journalledRows(book.writer.db)
    await book.done('addCheckpoint', { ...gate, lines: ['domestic', 'buses'] })
    await book.done('addShift', {
      checkpoint: 'gate',
      shift: 'early',
      names,
      starts: '06:00',
      ends: '12:00',
      ...always,
    })
    await book.done('keepClosure', { ...closure, checkpoint: 'gate', from: '2025-03-01', to: '2025-03-02' })
    await book.done('keepSeason', {
      checkpoint: 'gate',
      replaces: null,
      ...always,
      hours: [{ weekdays: [1, 2], opens: '06:00', closes: '12:00' }],
    })
    await book.done('keepNames', {
      of: { entity: 'shift', checkpoint: 'gate', shift: 'early' },
      from: '2025-05-01',
      names,
    })
    await book.done('orderCheckpoints', { checkpoints: ['gate', 'hall', 'yard'] })
    const { checkpoints } = await book.done('readSettings', {})
    expect(checkpoints.map(({ checkpoint }) => checkpoint)).toEqual(['gate', 'hall', 'yard'])
    expect(checkpoints[0]?.sheet.map(({ line }) => line)).toEqual(['domestic', 'buses'])
    await book.done('orderCheckpoints', { checkpoints: ['hall', 'yard', 'gate'] })
    await book.done('removeCheckpoint', { checkpoint: 'gate' })
    expect(journalledRows(book.writer.db)).toEqual(before)
  })

  test('never run out, today or at all', async () => {
    const book = testBook()
    await book.done('removeCheckpoint', { checkpoint: 'yard' })
    expect([
      await refusal(book, 'removeCheckpoint', { checkpoint: 'hall' }),
      await refusal(book, 'changeCheckpoint', { ...hall, to: '2025-01-01' }),
      await refusal(book, 'orderCheckpoints', { checkpoints: ['hall', 'yard'] }),
      await refusal(book, 'addCheckpoint', { ...gate, checkpoint: 'hall' }),
      await refusal(book, 'addCheckpoint', { ...gate, lines: ['ghosts'] }),
      await refusal(book, 'addCheckpoint', { ...gate, from: '2025-02-02', to: '2025-02-01' }),
    ]).toEqual([
      ['last-checkpoint', {}],
      ['last-checkpoint', {}],
      ['order-incomplete', {}],
      ['code-taken', { code: 'hall' }],
      ['unknown-line', { line: 'ghosts' }],
      ['ends-before-begins', { field: 'to' }],
    ])
  })
})

test('lines keep to the rules of port files, and parents outlive their parts', async () => {
  const book = testBook()
  const line = { line: 'children', names, ...domestic, totals: [] as 'persons'[] }
  expect([
    await refusal(book, 'addLine', { ...line, line: 'crew' }),
    await refusal(book, 'addLine', { ...line, parent: { line: 'ghosts' } }),
    await refusal(book, 'addLine', { ...line, unit: 'vehicles', parent: { line: 'domestic' } }),
    await refusal(book, 'addLine', { ...line, totals: ['persons'], parent: { line: 'domestic' } }),
    await refusal(book, 'changeLine', {
      line: 'foreign',
      ...domestic,
      totals: [],
      parent: { line: 'diplomats' },
    }),
    await refusal(book, 'changeLine', { line: 'foreign', ...domestic, to: '2026-01-01' }),
    await refusal(book, 'removeLine', { line: 'foreign' }),
    await refusal(book, 'removeSheetLine', { checkpoint: 'yard', line: 'buses' }),
    await refusal(book, 'addLine', { ...line, parent: { line: 'domestic' } }),
    await refusal(book, 'keepSheetLine', { checkpoint: 'yard', line: 'children', ...always }),
    await refusal(book, 'orderSheet', { checkpoint: 'yard', lines: ['children', 'crew', 'trucks'] }),
    await refusal(book, 'removeLine', { line: 'trucks' }),
    await refusal(book, 'removeLine', { line: 'children' }),
    await refusal(book, 'removeSheetLine', { checkpoint: 'yard', line: 'crew' }),
  ]).toEqual([
    ['code-taken', { code: 'crew' }],
    ['parent-impossible', {}],
    ['parent-impossible', { field: 'lines.7', message: 'unknown parent line' }],
    ['total-impossible', { field: 'lines.7', message: 'an of-which line adds to no total' }],
    ['parent-impossible', { field: 'lines.1', message: 'a part of itself by way of other lines' }],
    ['line-is-parent', { line: 'diplomats' }],
    ['line-is-parent', { line: 'diplomats' }],
    ['setting-gone', {}],
    null,
    null,
    null,
    null,
    null,
    ['sheet-empty', { checkpoint: 'yard' }],
  ])
})

describe('shifts', () => {
  test('get other times from a date on, and each row keeps its own', async () => {
    const book = testBook()
    await counted(book, '2025-02-28', 'morning')
    await book.done('changeShiftTimes', {
      checkpoint: 'hall',
      shift: 'morning',
      from: '2025-03-01',
      starts: '08:00',
      ends: '15:00',
    })
    const { checkpoints } = await book.done('readSettings', {})
    const rows = checkpoints[0]?.shifts.filter(({ shift }) => shift === 'morning')
    expect(rows?.map(({ from, to, starts, figures }) => ({ from, to, starts, figures }))).toEqual([
      { from: '2025-03-01', to: null, starts: '08:00', figures: null },
      { from: null, to: '2025-02-28', starts: '10:00', figures: { first: '2025-02-28', last: '2025-02-28' } },
    ])
  })

  test('do not overlap on any date, not even after midnight', async () => {
    const book = testBook()
    const shift = { checkpoint: 'hall', shift: 'early', names, ...always }
    expect([
      await refusal(book, 'addShift', { ...shift, from: '2999-01-01', starts: '05:00', ends: '10:00' }),
      await refusal(book, 'addShift', { ...shift, starts: '14:00', ends: '15:30', to: '2020-01-01' }),
      await refusal(book, 'addShift', { ...shift, starts: '24:00', ends: '06:00' }),
      await refusal(book, 'addShift', { ...shift, shift: 'night', starts: '06:00', ends: '10:00' }),
      await refusal(book, 'addShift', { ...shift, shift: 'day', starts: '06:00', ends: '10:00' }),
      await refusal(book, 'addShift', { ...shift, starts: '06:00', ends: '10:00' }),
    ]).toEqual([
      ['shifts-overlap', { shift: 'night', date: '2999-01-01' }],
      ['shifts-overlap', { shift: 'morning', date: '2020-01-01' }],
      ['shift-starts-late', { field: 'starts' }],
      ['code-taken', { code: 'night' }],
      ['code-impossible', { field: 'shift' }],
      null,
    ])
  })
})

describe('the calendar', () => {
  const season = { checkpoint: 'hall', replaces: null, from: '2025-06-01', to: '2025-08-31' }
  const hours = [{ weekdays: [1, 2, 3, 4, 5], opens: '08:00', closes: '16:00' }]

  test('asks before it closes periods that have numbers', async () => {
    const book = testBook()
    await counted(book, '2025-03-04', 'night/2')
    await counted(book, '2025-03-05', 'morning')
    await counted(book, '2025-03-05', 'afternoon')
    const whole = { ...closure, from: '2025-03-04', to: '2025-03-06' }
    const closes = ['closes-figures', { figures: 3, first: '2025-03-04', last: '2025-03-05' }]
    expect([
      await refusal(book, 'keepClosure', whole),
      await refusal(book, 'keepClosure', { ...whole, starts: '10:00', ends: '14:00' }),
      await refusal(book, 'keepSeason', { ...season, from: '2025-03-01', to: '2025-03-31', hours }),
      await refusal(book, 'keepClosure', { ...whole, confirmed: true }),
    ]).toEqual([
      closes,
      null,
      ['closes-figures', { figures: 1, first: '2025-03-04', last: '2025-03-04' }],
      null,
    ])
  })

  test('has seasons one after the other, each said anew as a whole', async () => {
    const book = testBook()
    await book.done('keepSeason', { ...season, hours })
    const overlapping = { ...season, from: '2025-08-31', to: null, hours }
    expect([
      await refusal(book, 'keepSeason', overlapping),
      await refusal(book, 'keepSeason', { ...overlapping, replaces: { from: '2025-06-01', to: null } }),
      await refusal(book, 'keepSeason', {
        ...season,
        hours: [...hours, { weekdays: [5], opens: '15:00', closes: '17:00' }],
      }),
      await refusal(book, 'keepSeason', {
        ...season,
        hours: [{ weekdays: [5], opens: '22:00', closes: '04:00' }],
      }),
      await refusal(book, 'keepSeason', {
        ...overlapping,
        replaces: { from: '2025-06-01', to: '2025-08-31' },
        hours: [{ weekdays: [6, 7], opens: '10:00', closes: '12:00' }],
      }),
    ]).toEqual([
      ['seasons-overlap', { date: '2025-08-31' }],
      ['setting-gone', {}],
      ['hours-overlap', { field: 'hours', weekday: 5 }],
      ['hours-over-midnight', { field: 'hours', weekday: 5 }],
      null,
    ])
    const seasons = async () => (await book.done('readSettings', {})).checkpoints[0]?.seasons
    expect(await seasons()).toEqual([
      { from: '2025-08-31', to: null, hours: [{ weekdays: [6, 7], opens: '10:00', closes: '12:00' }] },
    ])
    await book.done('removeSeason', { checkpoint: 'hall', season: { from: '2025-08-31', to: null } })
    expect(await seasons()).toEqual([])
  })

  test('has events that are said anew, removed by their id and with their checkpoint, and undone', async () => {
    const book = testBook()
    const dates = { from: '2025-06-01', to: '2025-06-03' }
    const events = async () => (await book.done('readSettings', {})).events
    const fair = { kind: ' Fair ', checkpoint: null, ...dates, names: { en: 'Fair', 'zh-CN': '博览会' } }
    await book.done('keepEvent', { id: null, ...fair })
    await book.done('keepEvent', { id: null, ...fair, kind: null, checkpoint: 'yard', from: '2025-05-31' })
    const [flood, kept] = await events()
    expect([flood, kept]).toEqual([
      { id: expect.any(String), ...fair, kind: null, checkpoint: 'yard', from: '2025-05-31' },
      { id: expect.any(String), ...fair, kind: 'Fair' },
    ])
    const id = kept?.id ?? ''
    await book.done('keepEvent', { id, ...fair, to: '2025-06-05', names: { en: 'Great fair' } })
    expect((await events())[1]).toEqual({
      id,
      ...fair,
      kind: 'Fair',
      to: '2025-06-05',
      names: { en: 'Great fair' },
    })
    const { batch } = await book.done('removeEvent', { id })
    await book.done('undo', { batch: batch ?? 0 })
    expect((await events()).length).toBe(2)
    await book.done('removeEvent', { id })
    await book.done('removeCheckpoint', { checkpoint: 'yard' })
    expect(await events()).toEqual([])
    const { name } = journalledRows(book.writer.db)
    expect(name).not.toContainEqual(expect.objectContaining({ entity: 'event' }))
    expect([
      await refusal(book, 'removeEvent', { id }),
      await refusal(book, 'keepEvent', { id, ...fair }),
      await refusal(book, 'keepEvent', { id: null, ...fair, to: '2025-05-31' }),
      await refusal(book, 'keepEvent', { id: null, ...fair, checkpoint: 'yard' }),
      (await refusal(book, 'keepEvent', { id: null, ...fair, kind: ' ' }))?.[0],
      (await refusal(book, 'keepEvent', { id: null, ...fair, names: {} }))?.[0],
    ]).toEqual([
      ['setting-gone', {}],
      ['setting-gone', {}],
      ['ends-before-begins', { field: 'to' }],
      ['unknown-checkpoint', { checkpoint: 'yard' }],
      'name-empty',
      'name-empty',
    ])
  })

  test('has closures and holidays that are said anew and removed by their id', async () => {
    const book = testBook()
    const read = async () => {
      const { checkpoints, holidays } = await book.done('readSettings', {})
      return { closures: checkpoints[0]?.closures ?? [], holidays }
    }
    const before = await read()
    const [first] = before.closures
    const [holiday] = before.holidays
    await book.done('keepClosure', { ...closure, id: first?.id ?? '', from: '2025-05-01', to: '2025-05-03' })
    await book.done('keepHoliday', {
      id: holiday?.id ?? '',
      country: 'KZ',
      from: '2025-05-01',
      to: '2025-05-01',
      names: { kk: 'Бірлік күні' },
    })
    const after = await read()
    expect([after.closures[0], after.holidays]).toEqual([
      { id: first?.id, from: '2025-05-01', to: '2025-05-03', starts: null, ends: null, reason },
      [
        {
          id: holiday?.id,
          country: 'KZ',
          from: '2025-05-01',
          to: '2025-05-01',
          names: { kk: 'Бірлік күні' },
        },
      ],
    ])
    await book.done('removeClosure', { id: first?.id ?? '' })
    await book.done('removeHoliday', { id: holiday?.id ?? '' })
    expect(await read()).toEqual({ closures: before.closures.slice(1), holidays: [] })
    expect([
      await refusal(book, 'removeHoliday', { id: holiday?.id ?? '' }),
      await refusal(book, 'keepClosure', { ...closure, from: '2025-05-03', to: '2025-05-01' }),
      await refusal(book, 'keepClosure', {
        ...closure,
        from: '2025-05-03',
        to: '2025-05-03',
        starts: '10:00',
      }),
      await refusal(book, 'keepClosure', {
        ...closure,
        from: '2025-05-03',
        to: '2025-05-03',
        starts: '22:00',
        ends: '04:00',
      }),
    ]).toEqual([
      ['setting-gone', {}],
      ['ends-before-begins', { field: 'to' }],
      ['half-a-span', { field: 'ends' }],
      ['hours-over-midnight', { field: 'ends' }],
    ])
  })
})

test('every change of the settings has a name that undo shows, and is undone and redone whole', async () => {
  const commands = Object.entries(settingsContract).filter(([, { kind }]) => kind === 'command')
  expect(Object.keys(texts.en.steps.settings).toSorted()).toEqual(commands.map(([name]) => name).toSorted())
  const book = testBook()
  const before = journalledRows(book.writer.db)
  await book.done('removeLine', { line: 'trucks' })
  await book.done('removeCheckpoint', { checkpoint: 'yard' })
  await book.done('loadShippedHolidays', { country: 'CN' })
  const after = journalledRows(book.writer.db)
  for (const expected of ['loadShippedHolidays', 'removeCheckpoint', 'removeLine']) {
    const { undo } = await book.done('readUndoSteps', {})
    expect(undo?.operation).toBe(expected)
    await book.done('undo', { batch: undo?.batch ?? 0 })
  }
  expect(journalledRows(book.writer.db)).toEqual(before)
  for (let steps = 0; steps < 3; steps += 1) {
    const { redo } = await book.done('readUndoSteps', {})
    await book.done('redo', { batch: redo?.batch ?? 0 })
  }
  expect(journalledRows(book.writer.db)).toEqual(after)
})

test('a rename from a date on leaves the names of the time before', async () => {
  const book = testBook()
  const of = { entity: 'checkpoint', checkpoint: 'hall' } as const
  await book.done('keepNames', { of, from: '2026-01-01', names: { 'zh-CN': '北大厅' } })
  await book.done('keepNames', { of, from: null, names: { 'zh-CN': '旅检大厅' } })
  await book.done('removeNames', { of, from: '2025-06-01' })
  const { checkpoints } = await book.done('readSettings', {})
  expect(checkpoints[0]?.names).toEqual([
    { from: null, names: { 'zh-CN': '旅检大厅' } },
    { from: '2026-01-01', names: { 'zh-CN': '北大厅' } },
  ])
  const namesOn = async (date: string) => (await book.done('describePort', { date })).checkpoints[0]?.names
  expect([await namesOn('2025-12-31'), await namesOn('2026-01-01')]).toEqual([
    { 'zh-CN': '旅检大厅' },
    { 'zh-CN': '北大厅' },
  ])
  expect(await refusal(book, 'removeNames', { of, from: '2025-06-01' })).toEqual(['setting-gone', {}])
})

test.each([
  { text: '   ', code: 'name-empty' },
  { text: '', code: 'name-empty' },
  { text: 'x'.repeat(10_000), code: 'name-too-long' },
  { text: 'a\u0000b', code: 'name-unreadable' },
  { text: 'a\nb', code: 'name-unreadable' },
  { text: '\u202eetag', code: 'name-unreadable' },
  { text: '\ud800', code: 'name-unreadable' },
])('a name that nobody could read is refused as $code', async ({ text, code }) => {
  const book = testBook()
  expect([
    await refusal(book, 'keepNames', { of: { entity: 'port' }, from: null, names: { en: 'x', ru: text } }),
    await refusal(book, 'keepClosure', {
      ...closure,
      from: '2025-03-01',
      to: '2025-03-01',
      reason: { kk: text },
    }),
  ]).toEqual([
    [code, { field: 'names.ru' }],
    [code, { field: 'reason.kk' }],
  ])
})

test('formula text is a name like any other, without the spaces around it', async () => {
  const book = testBook()
  await book.done('keepNames', { of: { entity: 'port' }, from: null, names: { en: '  =1+1 ' } })
  expect((await book.done('readSettings', {})).names[0]).toEqual({ from: null, names: { en: '=1+1' } })
})

test.each(['gаte', 'Gate', 'gate ', '-gate', 'ｇate', 'x'.repeat(41), ''])('%o is no code', async (code) => {
  const book = testBook()
  expect(await refusal(book, 'addCheckpoint', { ...gate, checkpoint: code })).toEqual([
    'code-impossible',
    { field: 'checkpoint' },
  ])
})

test.each(['1899-12-31', '3000-01-01', '2025-02-30', '2025', '0001-01-01'])(
  '%s is no date of a setting',
  async (date) => {
    const book = testBook()
    expect([
      await refusal(book, 'changeCheckpoint', { ...hall, to: date }),
      await refusal(book, 'keepClosure', { ...closure, from: '2025-01-01', to: date }),
    ]).toEqual([
      ['date-impossible', { field: 'to' }],
      ['date-impossible', { field: 'to' }],
    ])
  },
)

test.each(['8:30', '24:01', '10:60', '１０:00', '', '10.00'])('%o is no time', async (time) => {
  const book = testBook()
  expect([
    await refusal(book, 'changeShift', { ...night, ...always, ends: time }),
    await refusal(book, 'keepSeason', {
      checkpoint: 'hall',
      replaces: null,
      ...always,
      hours: [{ weekdays: [1], opens: time, closes: '20:00' }],
    }),
  ]).toEqual([
    ['time-impossible', { field: 'ends' }],
    ['time-impossible', { field: 'hours.0.opens' }],
  ])
})

test('settings go out as a port file from which a new book gets the same ones', async () => {
  const book = testBook()
  await book.done('changeShiftTimes', {
    checkpoint: 'hall',
    shift: 'night',
    from: '2025-03-01',
    starts: '22:00',
    ends: '05:00',
  })
  await book.done('keepNames', {
    of: { entity: 'shift', checkpoint: 'hall', shift: 'night' },
    from: '2025-04-01',
    names: { en: 'Small hours' },
  })
  await book.done('keepSheetLine', {
    checkpoint: 'hall',
    line: 'trucks',
    from: '2025-01-01',
    to: '2025-12-31',
  })
  await book.done('addLine', {
    line: 'children',
    names,
    ...domestic,
    totals: [],
    parent: { line: 'domestic' },
  })
  await book.done('keepMidnightRule', { from: '2025-07-01', rule: 'start-day' })
  await book.done('keepLanguages', { languages: ['kk', 'en'] })
  await book.done('keepSeason', {
    checkpoint: 'yard',
    replaces: null,
    from: null,
    to: '2025-05-31',
    hours: [
      { weekdays: [1, 2, 3, 4, 5, 6, 7], opens: '10:00', closes: '14:00' },
      { weekdays: [1, 2], opens: '15:00', closes: '24:00' },
    ],
  })
  await book.done('changeCheckpoint', {
    ...hall,
    checkpoint: 'yard',
    kind: 'cargo',
    directions: ['exit'],
    from: '2020-01-01',
  })
  await book.done('loadShippedHolidays', { country: 'KZ' })
  const dates = { from: '2025-06-01', to: '2025-06-03' }
  await book.done('keepEvent', {
    id: null,
    kind: 'fair',
    checkpoint: 'hall',
    ...dates,
    names: { en: 'Fair' },
  })
  await book.done('keepEvent', { id: null, kind: null, checkpoint: null, ...dates, names: { en: 'Flood' } })
  const { name, text } = await book.done('exportPort', {})
  const again = testBook(PortFile.parse(JSON.parse(text)))
  const ids = { id: expect.any(String) }
  const settings = await book.done('readSettings', {})
  expect(name).toBe('testport.json')
  expect(await again.done('readSettings', {})).toEqual({
    ...settings,
    holidays: settings.holidays.map((holiday) => ({ ...holiday, ...ids })),
    events: settings.events.map((event) => ({ ...event, ...ids })),
    checkpoints: settings.checkpoints.map((checkpoint) => ({
      ...checkpoint,
      closures: checkpoint.closures.map((each) => ({ ...each, ...ids })),
    })),
  })
})
