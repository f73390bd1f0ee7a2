import { expect, test } from 'vitest'
import { drainMinutes, drainNeed } from './drain-time.ts'

test('a bus of 45 clears two channels after 23 turns, since passengers are whole', () => {
  expect(drainMinutes(45, 2, 74).toFixed(1)).toBe('28.4')
  expect(drainMinutes(45, 2, 45)).toBe(17.25)
  expect(drainMinutes(46, 2, 45)).toBe(17.25)
  expect(drainMinutes(47, 2, 45)).toBe(18)
  expect(drainMinutes(45, 60, 74)).toBe(74 / 60)
})

test('a bus without passengers is gone at once, and one without channels never', () => {
  expect([drainMinutes(0, 0, 74), drainMinutes(45, 0, 74)]).toEqual([0, Number.POSITIVE_INFINITY])
})

test('a bus needs the fewest channels that drain it in time', () => {
  for (const [passengers, seconds, minutes] of [
    [45, 74, 30],
    [45, 74, 28],
    [90, 45, 30],
    [1, 74, 30],
    [45, 60, 45],
  ] as const) {
    const needed = drainNeed(passengers, seconds, { minutes, percent: null })
    expect(drainMinutes(passengers, needed, seconds)).toBeLessThanOrEqual(minutes)
    expect(drainMinutes(passengers, needed - 1, seconds)).toBeGreaterThan(minutes)
  }
  expect(drainNeed(45, 74, { minutes: 30, percent: null })).toBe(2)
  expect(drainNeed(0, 74, { minutes: 30, percent: null })).toBe(0)
})

test('where one inspection takes longer than the target, a channel for each is the best that there is', () => {
  expect(drainNeed(45, 120, { minutes: 1, percent: null })).toBe(45)
})

test('a share in time counts those whose inspection begins in time', () => {
  // Within 10 minutes each channel begins 9 times at 74 s (at 0, 74 … 592 s): 36 of 40 begin by 4 channels.
  expect(drainNeed(40, 74, { minutes: 10, percent: 90 })).toBe(4)
  expect(drainNeed(41, 74, { minutes: 10, percent: 90 })).toBe(5)
})
