import { expect, test } from 'vitest'
import type { Board, Opening } from '../../../../shared/contract/staffing.ts'
import { hourLoad } from './hour-load.ts'

const opening = (startsMinute: number, endsMinute: number): Opening => ({
  opening: 'a',
  shift: 'morning',
  channel: 'm1',
  plan: 'actual',
  direction: 'entry',
  startsMinute,
  endsMinute,
  headCount: 2,
  duties: [],
})

test('load goes by hours of the clock, also where a shift begins at half past', () => {
  const board = {
    nowMinute: null,
    shifts: [{ shift: 'morning', startsMinute: 570, endsMinute: 690 }],
    channels: [{ channel: 'm1', kind: 'manual', eligible: null, serviceSeconds: 60 }],
    openings: [opening(570, 660)],
  } as unknown as Board
  const arrivals = {
    startsMinute: 570,
    endsMinute: 690,
    lines: [
      {
        line: 'mainland',
        unit: 'persons' as const,
        totals: ['passengers' as const],
        parent: null,
        direction: 'entry' as const,
        byBucket: [6, 6, 9, 9, 9, 9, 0, 0],
      },
      {
        line: 'cars',
        unit: 'vehicles' as const,
        totals: ['vehicles' as const],
        parent: null,
        direction: 'entry' as const,
        byBucket: [5, 5, 5, 5, 5, 5, 5, 5],
      },
    ],
  }
  const { hours, kinds } = hourLoad(board, arrivals, 'actual')
  expect(hours.map(({ kinds: _, ...hour }) => hour)).toEqual([
    { startsMinute: 540, openMinutes: 30, entries: 12, exits: 0, utilisation: 0.4, withoutChannel: 0 },
    { startsMinute: 600, openMinutes: 60, entries: 36, exits: 0, utilisation: 0.6, withoutChannel: 0 },
    { startsMinute: 660, openMinutes: 0, entries: 0, exits: 0, utilisation: null, withoutChannel: 0 },
  ])
  expect(
    kinds.map(({ direction, served, perChannelHour, perOfficerHour }) => [
      direction,
      served,
      perChannelHour,
      perOfficerHour,
    ]),
  ).toEqual([
    ['entry', 48, 32, 16],
    [null, 48, 32, 16],
  ])
})

test('where only vehicles are inspected the hours are of vehicles', () => {
  const board = {
    nowMinute: null,
    shifts: [{ shift: 'morning', startsMinute: 600, endsMinute: 720 }],
    channels: [{ channel: 'c1', kind: 'cargo', eligible: null, serviceSeconds: 600 }],
    openings: [{ ...opening(600, 660), channel: 'c1' }],
  } as unknown as Board
  const trucks = {
    line: 'trucks',
    unit: 'vehicles' as const,
    totals: ['vehicles' as const],
    parent: null,
    direction: 'entry' as const,
    byBucket: [1, 1, 1, 0, 0, 0, 0, 0],
  }
  const loaded = { ...trucks, line: 'loaded', parent: { line: 'trucks' } }
  const { hours } = hourLoad(board, { startsMinute: 600, endsMinute: 720, lines: [trucks, loaded] }, 'actual')
  expect(hours.map(({ kinds: _, ...hour }) => hour)).toEqual([
    { startsMinute: 600, openMinutes: 60, entries: 3, exits: 0, utilisation: 0.5, withoutChannel: 0 },
    { startsMinute: 660, openMinutes: 0, entries: 0, exits: 0, utilisation: null, withoutChannel: 0 },
  ])
})
