import { describe, expect, test } from 'vitest'
import type { InputOf } from '../../../../shared/contract/index.ts'
import { settingsContract } from '../../../../shared/contract/settings.ts'
import { texts } from '../../../../shared/languages/index.ts'
import { journalledRows } from '../../../testing/all-rows.ts'
import { countHall } from '../../../testing/count-hall.ts'
import { refusal } from '../../../testing/refused-command.ts'
import { testBook } from '../../../testing/test-book.ts'

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
    await countHall(book, '2025-02-28', 'morning')
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
