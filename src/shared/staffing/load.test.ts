import { expect, test } from 'vitest'
import { type LineArrivals, type LoadOpening, loadOf, OpenTime } from './load.ts'

const passengers = { unit: 'persons', totals: ['passengers', 'persons'], parent: null } as const
const crew = { unit: 'persons', totals: ['persons'], parent: null } as const
const manual: LoadOpening = {
  channel: 'm1',
  kind: 'manual',
  eligible: null,
  serviceSeconds: 60,
  direction: 'entry',
  from: 600,
  to: 660,
  officerMinutes: 60,
}
const gate: LoadOpening = { ...manual, channel: 'g1', kind: 'e-gate', serviceSeconds: 15, officerMinutes: 0 }

function load(openings: readonly LoadOpening[], lines: readonly LineArrivals[], hours = 2) {
  const open = new OpenTime(600, hours, 60)
  for (const opening of openings) open.add(opening)
  return loadOf(open, lines)
}
const came = (
  line: string,
  byBucket: number[],
  of: Pick<LineArrivals, 'unit' | 'totals' | 'parent'> = passengers,
): LineArrivals => ({ line, direction: 'entry', byBucket, ...of })

test('an hour of one channel: passengers an hour, an officer’s hour, and how busy it was', () => {
  const { kinds, buckets } = load(
    [manual, { ...manual, channel: 'm2', from: 630, to: 690, officerMinutes: 120 }],
    [came('domestic', [45, 15])],
  )
  expect(kinds).toEqual([
    {
      kind: 'manual',
      unit: 'persons',
      direction: 'entry',
      opened: 2,
      channelMinutes: 120,
      officerMinutes: 180,
      unknownMinutes: 0,
      served: 60,
      perChannelHour: 30,
      perOfficerHour: 20,
      utilisation: 0.5,
    },
    expect.objectContaining({ direction: null, served: 60 }),
  ])
  expect(buckets).toEqual([
    {
      openMinutes: 90,
      entries: 45,
      exits: 0,
      utilisation: 0.5,
      withoutChannel: 0,
      kinds: [{ kind: 'manual', openMinutes: 90, served: 45, utilisation: 0.5 }],
    },
    {
      openMinutes: 30,
      entries: 15,
      exits: 0,
      utilisation: 0.5,
      withoutChannel: 0,
      kinds: [{ kind: 'manual', openMinutes: 30, served: 15, utilisation: 0.5 }],
    },
  ])
})

test('passengers go where they may: e-gates take theirs by how many they can serve, and the rest is manual', () => {
  const { kinds, buckets } = load(
    [manual, { ...gate, eligible: ['domestic'] }],
    [came('domestic', [50, 0]), came('foreign', [10, 0])],
  )
  const served = Object.fromEntries(kinds.map((kind) => [kind.kind, kind.served]))
  // An e-gate of 15 s takes four times as many as a manual channel of 60 s.
  expect(served).toEqual({ manual: 20, 'e-gate': 40 })
  expect(buckets[0]?.kinds).toEqual([
    { kind: 'manual', openMinutes: 60, served: 20, utilisation: 1 / 3 },
    { kind: 'e-gate', openMinutes: 60, served: 40, utilisation: 1 / 6 },
  ])
})

test('a count of those who went through e-gates is where they went, and nobody else did', () => {
  const { kinds } = load(
    [manual, { ...gate, eligible: ['e-gates'] }],
    [
      came('domestic', [60, 0]),
      came('foreign', [20, 0]),
      came('e-gates', [30, 0], { ...passengers, totals: [], parent: { total: 'passengers' } }),
    ],
  )
  expect(
    kinds.filter(({ direction }) => direction === null).map(({ kind, served }) => [kind, served]),
  ).toEqual([
    ['manual', 50],
    ['e-gate', 30],
  ])
})

test('crew goes through crew channels while one is open, and through the others while none is', () => {
  const lines = [came('domestic', [30, 30]), came('crew', [6, 6], crew)]
  const { kinds } = load(
    [
      { ...manual, to: 720 },
      { ...manual, channel: 'c1', kind: 'crew', to: 660 },
    ],
    lines,
  )
  expect(
    kinds.filter(({ direction }) => direction === null).map(({ kind, served }) => [kind, served]),
  ).toEqual([
    ['manual', 66],
    ['crew', 6],
  ])
})

test('what came while nothing was open for it is said, not spread over the others', () => {
  const { buckets, kinds } = load(
    [manual],
    [
      came('domestic', [10, 7]),
      came('buses', [3, 0], { unit: 'vehicles', totals: ['vehicles'], parent: null }),
    ],
  )
  expect([buckets.map(({ withoutChannel }) => withoutChannel), kinds.at(-1)?.served]).toEqual([[3, 7], 10])
})

test('officers of whom nobody said how many there were make no rate per officer', () => {
  const { kinds } = load(
    [manual, { ...manual, channel: 'm2', officerMinutes: null }],
    [came('domestic', [60, 0])],
  )
  expect(kinds[0]).toMatchObject({
    officerMinutes: 60,
    unknownMinutes: 60,
    perOfficerHour: null,
    perChannelHour: 30,
  })
})

test('without openings there is no rate and no utilisation', () => {
  expect(load([], [came('domestic', [10, 0])])).toEqual({
    kinds: [],
    buckets: [
      { openMinutes: 0, entries: 10, exits: 0, utilisation: null, withoutChannel: 10, kinds: [] },
      { openMinutes: 0, entries: 0, exits: 0, utilisation: null, withoutChannel: 0, kinds: [] },
    ],
  })
})

test('a day of forty channels is added up well within a frame of the window', () => {
  const lines = Array.from({ length: 12 }, (_, index) =>
    came(
      `line-${index}`,
      Array.from({ length: 96 }, () => 5),
    ),
  )
  const openings = Array.from({ length: 40 * 6 }, (_, index): LoadOpening => {
    const from = (index % 6) * 240
    const direction = index % 2 ? 'exit' : 'entry'
    return {
      ...manual,
      channel: `m${index % 40}`,
      direction,
      from,
      to: from + 240,
      serviceSeconds: 60 + (index % 3),
    }
  })
  const run = (): number => {
    const start = performance.now()
    const open = new OpenTime(0, 96, 15)
    for (const opening of openings) open.add(opening)
    loadOf(open, lines)
    return performance.now() - start
  }
  const times = Array.from({ length: 20 }, run).toSorted((a, b) => a - b)
  expect(times[10]).toBeLessThan(50)
})
