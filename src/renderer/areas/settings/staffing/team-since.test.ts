import { expect, test } from 'vitest'
import { membershipOn, teamsSince } from './team-since.ts'

const a = { team: 'a', from: null, to: '2025-01-31' }
const b = { team: 'b', from: '2025-02-01', to: null }

test('the team of a date, and none where there is none', () => {
  expect([
    membershipOn([a, b], '2025-01-31'),
    membershipOn([a, b], '2025-02-01'),
    membershipOn([b], '2025-01-31'),
  ]).toEqual([a, b, null])
})

test('another team from a date on ends the one before and takes the place of later ones', () => {
  expect([
    teamsSince([a, b], 'c', '2025-03-01'),
    teamsSince([a, b], 'c', '2025-01-01'),
    teamsSince([a, b], 'c', '2025-02-01'),
    teamsSince([a, b], null, '2025-03-01'),
    teamsSince([a, b], 'c', null),
    teamsSince([], 'c', null),
    teamsSince([], null, null),
  ]).toEqual([
    [a, { ...b, to: '2025-02-28' }, { team: 'c', from: '2025-03-01', to: null }],
    [
      { ...a, to: '2024-12-31' },
      { team: 'c', from: '2025-01-01', to: null },
    ],
    [a, { team: 'c', from: '2025-02-01', to: null }],
    [a, { ...b, to: '2025-02-28' }],
    [{ team: 'c', from: null, to: null }],
    [{ team: 'c', from: null, to: null }],
    [],
  ])
})
