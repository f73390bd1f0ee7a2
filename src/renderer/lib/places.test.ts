import { expect, test } from 'vitest'
import type { CheckpointDescription } from '../../shared/contract/reference.ts'
import { placeOnDate, shiftAt } from './places.ts'

const shift = (code: string, starts: string, ends: string, overMidnight = false) => ({
  shift: code,
  names: { en: code },
  starts,
  ends,
  overMidnight,
})
const roundTheClock = [shift('day-shift', '08:00', '20:00'), shift('night', '20:00', '08:00', true)]
const hall = [shift('morning', '10:00', '15:00'), shift('afternoon', '15:00', '20:00')]
const at = (shifts: CheckpointDescription['shifts'], time: string) => {
  const { date, shift } = shiftAt({ shifts }, '2024-09-01', time)
  return `${date} ${shift}`
}

test('the window begins with the shift that is worked now', () => {
  expect([at(hall, '09:00'), at(hall, '10:00'), at(hall, '15:00'), at(hall, '23:00')]).toEqual([
    '2024-09-01 morning',
    '2024-09-01 morning',
    '2024-09-01 afternoon',
    '2024-09-01 afternoon',
  ])
})

test('after midnight the night shift is yesterday’s', () => {
  expect([at(roundTheClock, '02:00'), at(roundTheClock, '08:00'), at(roundTheClock, '21:00')]).toEqual([
    '2024-08-31 night',
    '2024-09-01 day-shift',
    '2024-09-01 night',
  ])
})

test('a checkpoint without shifts counts by day', () => {
  expect(at([], '12:00')).toBe('2024-09-01 day')
})

test('where a checkpoint has no such shift, its first one is shown', () => {
  const checkpoints: CheckpointDescription[] = [
    { checkpoint: 'hall', names: {}, kind: 'passengers', directions: ['entry'], shifts: hall },
    { checkpoint: 'rail', names: {}, kind: 'rail', directions: ['entry'], shifts: [] },
  ]
  const place = (checkpoint: string, code: string) =>
    placeOnDate({ checkpoint, date: '2024-09-01', shift: code }, checkpoints)
  expect([
    place('hall', 'night'),
    place('hall', 'day'),
    place('rail', 'morning'),
    place('gone', 'morning'),
  ]).toEqual([
    { checkpoint: 'hall', date: '2024-09-01', shift: 'morning' },
    { checkpoint: 'hall', date: '2024-09-01', shift: 'day' },
    { checkpoint: 'rail', date: '2024-09-01', shift: 'day' },
    { checkpoint: 'hall', date: '2024-09-01', shift: 'morning' },
  ])
})
