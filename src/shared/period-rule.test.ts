import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Known,
  type Mark,
  type Settled,
  settleDay,
  settleMonth,
  settleMonths,
  settleShift,
  sum,
  sumOfValues,
} from './period-rule.ts'

const number = (own: number, hours: number | null = null): Known => ({ own, mark: null, hours })
const hoursOnly = (hours: number): Known => ({ own: null, mark: null, hours })
const marked = (mark: Mark): Known => ({ own: null, mark, hours: null })
const settled = (value: number | null, rest: Partial<Settled> = {}): Settled => ({
  value,
  complete: true,
  marks: new Set(),
  flags: [],
  ...rest,
})
const silence = settled(null, { complete: false })
const date = '2024-08-31'
const both = ['morning', 'afternoon']
const day = (dayRow: Known | undefined, shifts: Record<string, Known>, closed = false): Settled =>
  settleDay(date, dayRow, new Map(Object.entries(shifts)), both, closed)

describe('a shift', () => {
  test.each([
    ['without a row is not reported', undefined, silence],
    ['with a number counts it', number(120), settled(120)],
    ['with a zero counts zero', number(0), settled(0)],
    ['with hours that agree is not flagged', number(110, 110), settled(110)],
    [
      'with hours that differ counts its own figure, flagged with theirs',
      number(120, 110),
      settled(120, { flags: [{ kind: 'hours-differ', at: date, value: 110 }] }),
    ],
    [
      'with hours alone is partial',
      hoursOnly(110),
      settled(110, { complete: false, flags: [{ kind: 'partial', at: date, value: null }] }),
    ],
    ['marked closed is known', marked('closed'), settled(null, { marks: new Set(['closed']) })],
    [
      'marked not applicable is known',
      marked('not-applicable'),
      settled(null, { marks: new Set(['not-applicable']) }),
    ],
  ] as [string, Known | undefined, Settled][])('%s', (_, known, expected) => {
    expect(settleShift(known, date)).toEqual(expected)
  })
})

test('a day or month that says less than what is known of it in part stands, flagged with that', () => {
  const tooLittle = day(number(100), { morning: number(120) })
  const month = settleMonth('2024-08', number(500), [settled(620), silence], true)
  expect([tooLittle, month]).toEqual([
    settled(100, { flags: [{ kind: 'day-differs', at: date, value: 120 }] }),
    settled(500, { flags: [{ kind: 'month-differs', at: '2024-08', value: 620 }] }),
  ])
})

describe('a day', () => {
  const partial = { kind: 'partial' as const, at: date, value: null }
  test.each([
    ['without a row is not reported', day(undefined, {}), silence],
    [
      'that the calendar closes is closed without a row',
      day(undefined, {}, true),
      settled(null, { marks: new Set(['closed']) }),
    ],
    ['known by its row alone counts it', day(number(205), {}), settled(205)],
    [
      'with every shift known counts them, flagged with a day row that differs',
      day(number(205), { morning: number(120), afternoon: number(80) }),
      settled(200, { flags: [{ kind: 'day-differs', at: date, value: 205 }] }),
    ],
    [
      'with a shift missing is its day row, without the flag of the part',
      day(number(205), { morning: hoursOnly(120) }),
      settled(205),
    ],
    [
      'with a shift missing and no day row is partial, said once',
      day(undefined, { morning: hoursOnly(120) }),
      settled(120, { complete: false, flags: [partial] }),
    ],
    [
      'with its shifts all closed differs from a day row with a number',
      day(number(3), { morning: marked('closed'), afternoon: marked('closed') }),
      settled(null, { marks: new Set(['closed']), flags: [{ kind: 'day-differs', at: date, value: 3 }] }),
    ],
    [
      'marked closed is closed although one of its shifts says so alone',
      day(marked('closed'), { morning: marked('closed') }),
      settled(null, { marks: new Set(['closed']) }),
    ],
    [
      'marked closed does not hide a shift that was counted',
      day(marked('closed'), { morning: number(120) }),
      settled(120, { complete: false, flags: [partial] }),
    ],
  ] as [string, Settled, Settled][])('%s', (_, is, expected) => {
    expect(is).toEqual(expected)
  })
})

describe('a month', () => {
  const known = (value: number): Settled => settled(value)
  const month = (row: Known | undefined, days: Settled[], whole = true): Settled =>
    settleMonth('2024-08', row, days, whole)
  const incomplete = (value: number | null) => ({ kind: 'incomplete' as const, at: '2024-08', value })
  test.each([
    ['known by nothing is not reported', month(undefined, [silence]), silence],
    ['known by its row alone counts it', month(number(9_000), [silence, silence]), settled(9_000)],
    [
      'with every day known counts them, flagged with a month row that differs',
      month(number(9_000), [known(9_000), known(50)]),
      settled(9_050, { flags: [{ kind: 'month-differs', at: '2024-08', value: 9_000 }] }),
    ],
    [
      'of which a part is asked counts its days, without the month row',
      month(number(9_000), [known(3_200)], false),
      settled(3_200),
    ],
    [
      'of which a part with gaps is asked says what the whole month is',
      month(number(9_000), [known(3_200), silence], false),
      settled(3_200, { complete: false, flags: [incomplete(9_000)] }),
    ],
    [
      'with gaps and without a row is incomplete',
      month(undefined, [known(3_200), silence]),
      settled(3_200, { complete: false, flags: [incomplete(null)] }),
    ],
    [
      'marked not applicable is so where no day says otherwise',
      month(marked('not-applicable'), [silence]),
      settled(null, { marks: new Set(['not-applicable']) }),
    ],
  ] as [string, Settled, Settled][])('%s', (_, is, expected) => {
    expect(is).toEqual(expected)
  })
})

const figure = fc.option(fc.nat(9_999_999), { nil: null })
const anyKnown: fc.Arbitrary<Known> = fc
  .record({ own: figure, hours: figure })
  .filter(({ own, hours }) => own !== null || hours !== null)
  .map((pair) => ({ ...pair, mark: null }))
const anyDay = fc.record({
  row: fc.option(
    fc.nat(9_999_999).map((own) => number(own)),
    { nil: undefined },
  ),
  shifts: fc.dictionary(fc.constantFrom(...both), anyKnown),
})

test('a day is always its own row or the sum of its shifts, never both', () => {
  fc.assert(
    fc.property(anyDay, ({ row, shifts }) => {
      const parts = sum(Object.values(shifts).map(({ own, hours }) => own ?? hours))
      expect([row?.own ?? null, parts]).toContain(day(row, shifts).value)
    }),
  )
})

test('months one after the other add up like their days, whatever is known of them', () => {
  fc.assert(
    fc.property(fc.array(anyDay, { minLength: 1, maxLength: 8 }), (days) => {
      const all = days.map(({ row, shifts }) => day(row, shifts))
      const halves = [all.slice(0, 4), all.slice(4)].map((half) =>
        settleMonth('2024-08', undefined, half, false),
      )
      const { value, complete } = settleMonths(halves)
      expect({ value, complete }).toEqual({
        value: sum(all.map((each) => each.value)),
        complete: all.every((each) => each.complete),
      })
    }),
  )
})

test('a sum without a number is not reported while a part is, then closed, and not applicable only as a whole', () => {
  expect(
    [
      [null, 'closed', 5],
      ['closed', 'closed'],
      ['closed', null],
      ['not-applicable', 'closed'],
      ['not-applicable', 'not-applicable'],
      [],
    ].map((values) => sumOfValues(values as Parameters<typeof sumOfValues>[0])),
  ).toEqual([5, 'closed', null, 'closed', 'not-applicable', null])
})
