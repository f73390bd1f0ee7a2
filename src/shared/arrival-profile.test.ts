import { expect, test } from 'vitest'
import { arrivalProfile } from './arrival-profile.ts'

const rounded = (shares: readonly number[]): number[] =>
  shares.map((share) => Math.round(share * 1000) / 1000)

test('gives each hour its share of the counts, evenly over its quarter hours', () => {
  const profile = arrivalProfile(
    { from: 540, to: 660 },
    new Map([
      [540, 300],
      [600, 100],
    ]),
  )
  expect({ ...profile, shares: rounded(profile.shares) }).toEqual({
    shares: [0.188, 0.188, 0.188, 0.188, 0.063, 0.063, 0.063, 0.063],
    basis: 'hours',
  })
})

test('spreads evenly over the open minutes where too few hours were counted', () => {
  const profile = arrivalProfile({ from: 1320, to: 1410 }, new Map(), [
    { from: 1320, to: 1350 },
    { from: 1380, to: 1395 },
  ])
  expect({ ...profile, shares: rounded(profile.shares) }).toEqual({
    shares: [0.333, 0.333, 0, 0, 0.333, 0],
    basis: 'even',
  })
})

test('gives an hour that is cut short by the shift only to the quarter hours within it', () => {
  const profile = arrivalProfile(
    { from: 570, to: 635 },
    new Map([
      [540, 60],
      [600, 40],
    ]),
  )
  expect({ ...profile, shares: rounded(profile.shares) }).toEqual({
    shares: [0.3, 0.3, 0.171, 0.171, 0.057],
    basis: 'hours',
  })
})

test('expects nobody while nothing is open', () => {
  expect(arrivalProfile({ from: 540, to: 570 }, new Map([[540, 5]]), [])).toEqual({
    shares: [0, 0],
    basis: 'even',
  })
})
