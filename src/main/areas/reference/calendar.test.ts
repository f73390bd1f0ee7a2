import { describe, expect, test } from 'vitest'
import { PortFile, type PortFileInput } from '../../../shared/port-file.ts'
import { testBook } from '../../testing/test-book.ts'
import { testPort } from '../../testing/test-port.ts'
import { dayIsClosed, monthIsClosed, openingOf } from './calendar.ts'
import { portModel } from './port-model.ts'
import { partsOnDate, shiftsBeginningOn } from './shift-periods.ts'

type Place = Partial<PortFileInput['checkpoints'][number]>

/** The hall of the test port with another calendar, as a book has it. */
function hallWith(change: Place, midnight: 'split' | 'start-day' = 'split') {
  const book = testBook(
    PortFile.parse({
      ...testPort,
      midnight: [{ from: '0001-01-01', rule: midnight }],
      checkpoints: testPort.checkpoints.map((place) => ({ ...place, closures: [], ...change })),
    }),
  )
  const port = portModel(book.writer.db)
  const hall = port.checkpoints.get('hall')
  if (!hall) throw new Error('the test port has a hall')
  return { port, hall }
}

const summer = '2025-07-01'
const saturday = '2025-02-08'
const monday = '2025-02-03'
const at = (date: string, from: number, to: number) => ({ date, from: from * 60, to: to * 60 })
const whole = { open: 'whole' }
const no = { open: 'no', closure: null }
const closure = (change: object) => ({ from: monday, to: monday, reason: { en: 'Snow' }, ...change })

describe('opening hours', () => {
  const hours = [
    { opens: '10:00', closes: '12:00', weekdays: [1, 2, 3, 4, 5] },
    { opens: '14:00', closes: '20:00', weekdays: [1, 2, 3, 4, 5] },
  ]

  test('close what has no open minute in them, and leave open what has one', () => {
    const { hall } = hallWith({ hours })
    expect({
      within: openingOf(hall, at(monday, 10, 12)),
      across: openingOf(hall, at(monday, 8, 15)),
      between: openingOf(hall, at(monday, 12, 14)),
      after: openingOf(hall, at(monday, 20, 24)),
      weekend: openingOf(hall, at(saturday, 10, 12)),
    }).toEqual({ within: whole, across: whole, between: no, after: no, weekend: no })
  })

  test('of a season hold in that season only; without any the whole day is open', () => {
    const { hall } = hallWith({
      hours: [{ from: '2025-06-01', to: '2025-08-31', opens: '08:00', closes: '22:00' }],
    })
    expect({
      summer: openingOf(hall, at(summer, 22, 24)),
      summerDay: dayIsClosed(hall, summer),
      winter: openingOf(hall, at(monday, 22, 24)),
    }).toEqual({ summer: no, summerDay: false, winter: whole })
  })

  test('and a closure together may leave no minute', () => {
    const { hall } = hallWith({ hours, closures: [closure({ starts: '10:00', ends: '12:00' })] })
    expect({
      first: openingOf(hall, at(monday, 8, 13)),
      both: openingOf(hall, at(monday, 8, 24)),
      second: openingOf(hall, at(monday, 14, 24)),
    }).toEqual({
      first: { open: 'no', closure: expect.any(String) },
      both: { open: 'partly', from: 600, to: 720, closure: expect.any(String) },
      second: whole,
    })
  })
})

describe('closures', () => {
  test('of two parts may close a shift together', () => {
    const { hall } = hallWith({
      closures: [closure({ starts: '10:00', ends: '13:00' }), closure({ starts: '12:00', ends: '15:00' })],
    })
    expect([openingOf(hall, at(monday, 10, 15)), openingOf(hall, at(monday, 10, 16))]).toEqual([
      { open: 'no', closure: expect.any(String) },
      { open: 'partly', from: 600, to: 780, closure: expect.any(String) },
    ])
  })

  test('of a whole month close its month row, of all but a day they do not', () => {
    const all = hallWith({ closures: [closure({ from: '2025-02-01', to: '2025-02-28' })] })
    const most = hallWith({ closures: [closure({ from: '2025-02-01', to: '2025-02-27' })] })
    expect([all, most].map(({ hall }) => monthIsClosed(hall, '2025-02'))).toEqual([true, false])
  })

  test('of one date do not close a night that counts wholly on the day it began', () => {
    const { hall } = hallWith({ closures: [closure({})] }, 'start-day')
    expect({
      evening: openingOf(hall, at(monday, 22, 30)),
      morning: openingOf(hall, at('2025-02-02', 22, 30)),
      next: openingOf(hall, at('2025-02-04', 22, 30)),
    }).toEqual({
      evening: { open: 'partly', from: 1_320, to: 1_440, closure: expect.any(String) },
      morning: { open: 'partly', from: 1_440, to: 1_800, closure: expect.any(String) },
      next: whole,
    })
  })

  test('of both its dates do', () => {
    const { hall } = hallWith({ closures: [closure({ to: '2025-02-04' })] }, 'start-day')
    expect(openingOf(hall, at(monday, 22, 30))).toEqual({ open: 'no', closure: expect.any(String) })
  })
})

describe('the parts of shifts on a date', () => {
  const names = { en: 'Night' }
  const night = { code: 'night', names, starts: '22:00', ends: '06:00' }
  const textsOn = ({ port, hall }: ReturnType<typeof hallWith>, date: string): string[] =>
    partsOnDate(port, hall, date).map(
      (part) => `${part.period} ${part.from / 60}–${part.to / 60} of ${part.began}`,
    )

  test('are the end of the night before and the beginning of its own', () => {
    expect(textsOn(hallWith({ shifts: [night] }), monday)).toEqual([
      'night/2 0–6 of 2025-02-02',
      'night/1 22–24 of 2025-02-03',
    ])
  })

  test('are the whole night where nights count on the day they began', () => {
    expect(textsOn(hallWith({ shifts: [night] }, 'start-day'), monday)).toEqual(['night 22–30 of 2025-02-03'])
  })

  test('have one part of a shift that ends at midnight', () => {
    const shifts = [
      { ...night, ends: '24:00' },
      { code: 'late', names, starts: '20:00', ends: '00:00' },
    ]
    expect(textsOn(hallWith({ shifts }), monday)).toEqual([
      'late 20–24 of 2025-02-03',
      'night 22–24 of 2025-02-03',
    ])
  })

  test('still have the morning after the last night of a shift that ended', () => {
    const place = hallWith({ shifts: [{ ...night, to: '2025-02-02' }] })
    expect(textsOn(place, monday)).toEqual(['night/2 0–6 of 2025-02-02'])
  })
})

test('a shift that changes its hours and name keeps each for its own time', async () => {
  const morning = {
    code: 'morning',
    names: { en: 'Morning' },
    starts: '10:00',
    ends: '15:00',
    to: '2025-02-28',
  }
  const early = {
    code: 'morning',
    names: { en: 'Early' },
    starts: '06:00',
    ends: '15:00',
    from: '2025-03-01',
  }
  const book = testBook(
    PortFile.parse({
      ...testPort,
      checkpoints: testPort.checkpoints.map((place) => ({ ...place, shifts: [morning, early] })),
    }),
  )
  const shiftsOn = async (date: string) => (await book.done('describePort', { date })).checkpoints[0]?.shifts
  const hall = portModel(book.writer.db).checkpoints.get('hall')
  expect({
    february: await shiftsOn('2025-02-28'),
    march: await shiftsOn('2025-03-01'),
    beginning: hall && shiftsBeginningOn(hall, '2025-03-01').length,
  }).toEqual({
    february: [
      { shift: 'morning', names: { en: 'Morning' }, starts: '10:00', ends: '15:00', overMidnight: false },
    ],
    march: [
      { shift: 'morning', names: { en: 'Early' }, starts: '06:00', ends: '15:00', overMidnight: false },
    ],
    beginning: 1,
  })
})
