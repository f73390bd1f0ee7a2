import { describe, expect, test } from 'vitest'
import { PortFile, type PortFileInput } from './port-file.ts'

/** Each issue as `where: what`. */
function faultsOf(port: unknown): string[] {
  const result = PortFile.safeParse(port)
  return (result.error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${issue.message}`)
}

type Line = PortFileInput['lines'][number]
type Checkpoint = PortFileInput['checkpoints'][number]

const mainland: Line = {
  code: 'mainland',
  names: { en: 'Residents of the mainland' },
  unit: 'persons',
  totals: ['passengers', 'persons'],
}
const minors: Line = {
  code: 'minors',
  names: { en: 'Minors' },
  unit: 'persons',
  partOf: { line: 'mainland' },
}
const buses: Line = { code: 'buses', names: { en: 'Buses' }, unit: 'vehicles', totals: ['vehicles'] }
const hall: Checkpoint = {
  code: 'hall',
  names: { en: 'Passenger hall' },
  kind: 'passengers',
  sheet: ['mainland', 'minors', 'buses'],
}
const good: PortFileInput = {
  format: 1,
  code: 'sample-port',
  names: { en: 'Sample port' },
  zone: 'Asia/Shanghai',
  languages: ['en'],
  lines: [mainland, minors, buses],
  checkpoints: [hall],
}
const withLine = (line: Line): PortFileInput => ({ ...good, lines: [...good.lines, line] })
const withHall = (change: Partial<Checkpoint>): PortFileInput => ({
  ...good,
  checkpoints: [{ ...hall, ...change }],
})

const withShifts = (...shifts: NonNullable<Checkpoint['shifts']>): PortFileInput => withHall({ shifts })
const withHours = (...hours: NonNullable<Checkpoint['hours']>): PortFileInput => withHall({ hours })
const name = { en: 'x' }
const morning = { code: 'morning', names: name, starts: '10:00', ends: '15:00' }
const hours = { opens: '10:00', closes: '20:00' }
const crew: Line = { code: 'crew', names: name, unit: 'persons', totals: ['persons'] }
const partsOfEachOther: Line[] = [
  { ...minors, code: 'boys', partOf: { line: 'girls' } },
  { ...minors, code: 'girls', partOf: { line: 'boys' } },
]
const backwards = { from: '2024-12-02', to: '2024-12-01' }
const renaming = { from: '2024-12-02', names: name }
const split = { from: '2024-01-01', rule: 'split' }
const shift = 'checkpoints.0.shifts'

test('a shift may have other hours and names from a date on', () => {
  const port = withShifts(
    { ...morning, to: '2024-06-30' },
    { ...morning, from: '2024-07-01', names: { en: 'Early' }, starts: '09:00' },
  )
  expect(faultsOf(port)).toEqual([])
})

describe('a port file is refused with the reason', () => {
  const closure = { from: '2024-12-03', to: '2024-12-04', reason: { en: 'Snow' } }
  const refusals: [string, unknown, string[]][] = [
    ['two lines of one code', withLine(mainland), ['lines: two lines have the same code']],
    [
      'two checkpoints of one code',
      { ...good, checkpoints: [hall, hall] },
      ['checkpoints: two checkpoints have the same code'],
    ],
    [
      'vehicles that add to passengers',
      withLine({ code: 'cars', names: name, unit: 'vehicles', totals: ['passengers'] }),
      ['lines.3: a total of another unit'],
    ],
    [
      'persons that add to vehicles',
      withLine({ code: 'crew', names: name, unit: 'persons', totals: ['persons', 'vehicles'] }),
      ['lines.3: a total of another unit'],
    ],
    [
      'an of-which line that adds to a total',
      withLine({ ...mainland, code: 'hmt', partOf: { total: 'passengers' } }),
      ['lines.3: an of-which line adds to no total'],
    ],
    [
      'a part of a line that does not exist',
      withLine({ ...minors, code: 'visa-free', partOf: { line: 'foreigners' } }),
      ['lines.3: unknown parent line'],
    ],
    [
      'a part of itself',
      withLine({ ...minors, code: 'visa-free', partOf: { line: 'visa-free' } }),
      ['lines.3: unknown parent line'],
    ],
    [
      'persons that are a part of vehicles',
      withLine({ ...minors, code: 'riders', partOf: { line: 'buses' } }),
      ['lines.3: unknown parent line'],
    ],
    [
      'a sheet with an unknown line',
      withHall({ sheet: ['mainland', 'trains'] }),
      ['checkpoints.0: an unknown line on the sheet'],
    ],
    [
      'a sheet with a line twice',
      withHall({ sheet: ['mainland', 'mainland'] }),
      ['checkpoints.0: a line twice on the sheet'],
    ],
    [
      'a closure that ends before it begins',
      withHall({ closures: [{ ...closure, to: '2024-12-02' }] }),
      ['checkpoints.0: a closure that ends before it begins'],
    ],
    [
      'a part-day closure without an end',
      withHall({ closures: [{ ...closure, starts: '10:00' }] }),
      ['checkpoints.0: half a time span'],
    ],
    [
      'a part-day closure without a start',
      withHall({ closures: [{ ...closure, ends: '12:00' }] }),
      ['checkpoints.0: half a time span'],
    ],
    [
      'a shift called day',
      withHall({ shifts: [{ code: 'day', names: name, starts: '10:00', ends: '20:00' }] }),
      ['checkpoints.0.shifts.0.code: reserved word'],
    ],
    [
      'a part of a total of another unit',
      withLine({ ...minors, code: 'coaches', unit: 'vehicles', partOf: { total: 'passengers' } }),
      ['lines.3: a total of another unit'],
    ],
    [
      'a line that adds to a total twice',
      withLine({ ...crew, totals: ['persons', 'persons'] }),
      ['lines.3: a total twice'],
    ],
    [
      'two lines that are parts of each other',
      { ...good, lines: [mainland, buses, minors, ...partsOfEachOther] },
      ['lines.3: a part of itself by way of other lines', 'lines.4: a part of itself by way of other lines'],
    ],
    [
      'a line that ends before it begins',
      withLine({ ...crew, ...backwards }),
      ['lines.3: ends before it begins'],
    ],
    [
      'a line renamed twice on a date',
      withLine({ ...crew, renamed: [renaming, renaming] }),
      ['lines.3: renamed twice on the same date'],
    ],
    [
      'a checkpoint that ends before it begins',
      withHall(backwards),
      ['checkpoints.0: ends before it begins'],
    ],
    ['a direction twice', withHall({ directions: ['exit', 'exit'] }), ['checkpoints.0: a direction twice']],
    ['a language twice', { ...good, languages: ['en', 'en'] }, ['languages: a language twice']],
    [
      'no midnight rule at all',
      { ...good, midnight: [] },
      ['midnight: Too small: expected array to have >=1 items'],
    ],
    [
      'two midnight rules from one date',
      { ...good, midnight: [split, { ...split, rule: 'start-day' }] },
      ['midnight: two rules from the same date'],
    ],
    [
      'a holiday that ends before it begins',
      { ...good, holidays: [{ country: 'CN', ...backwards, names: name }] },
      ['holidays.0: ends before it begins'],
    ],
    [
      'an event that ends before it begins, and one at an unknown checkpoint',
      {
        ...good,
        events: [
          { ...backwards, names: name },
          { checkpoint: 'nowhere', from: '2025-01-01', to: '2025-01-01', names: name },
        ],
      },
      ['events.0: ends before it begins', 'events.1: unknown checkpoint'],
    ],
    [
      'a shift that starts at 24:00',
      withShifts({ ...morning, starts: '24:00' }),
      [`${shift}.0: a shift starts at 00:00, not at 24:00`],
    ],
    [
      'a shift that ends before it begins',
      withShifts({ ...morning, ...backwards }),
      [`${shift}.0: ends before it begins`],
    ],
    [
      'two shifts of one code whose dates overlap',
      withShifts({ ...morning, to: '2024-07-01' }, { ...morning, from: '2024-07-01', starts: '09:00' }),
      [`${shift}.1: two shifts of the same code at the same time`],
    ],
    [
      'hours over midnight',
      withHours({ opens: '22:00', closes: '04:00' }),
      ['checkpoints.0.hours.0: hours over midnight are written as two'],
    ],
    [
      'hours without an open minute',
      withHours({ opens: '10:00', closes: '10:00' }),
      ['checkpoints.0.hours.0: hours over midnight are written as two'],
    ],
    [
      'hours with a weekday twice',
      withHours({ ...hours, weekdays: [1, 1] }),
      ['checkpoints.0.hours.0: a weekday twice'],
    ],
    [
      'the same hours twice',
      withHours({ ...hours, weekdays: [1] }, hours),
      ['checkpoints.0.hours.1: the same hours twice'],
    ],
    [
      'hours that end before they begin',
      withHours({ ...hours, ...backwards }),
      ['checkpoints.0.hours.0: ends before it begins'],
    ],
    [
      'a part-day closure over midnight',
      withHall({ closures: [{ ...closure, starts: '22:00', ends: '02:00' }] }),
      ['checkpoints.0: a closure over midnight is written as two'],
    ],
    ['an unknown time zone', { ...good, zone: 'Asia/Horgos' }, ['zone: a time zone such as Asia/Shanghai']],
    ['no name at all', { ...good, names: {} }, ['names: a name in at least one language']],
    [
      'a date that does not exist',
      withHall({ from: '2023-02-29' }),
      ['checkpoints.0.from: a date that exists, as YYYY-MM-DD'],
    ],
    ['a misspelt field', { ...good, holiday: [] }, [': Unrecognized key: "holiday"']],
  ]
  test.each(refusals)('%s', (_, port, faults) => {
    expect(faultsOf(port)).toEqual(faults)
  })
})
