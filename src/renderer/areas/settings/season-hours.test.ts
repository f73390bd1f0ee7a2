import { expect, test } from 'vitest'
import { hoursOfDays, textsByDay } from './season-hours.ts'

test('the hours of a week go to their fields and back, and days of the same hours are said together', () => {
  const working = [
    { from: '08:00', to: '12:00' },
    { from: '14:00', to: '20:00' },
  ]
  const hours = hoursOfDays([working, working, working, working, working, working.slice(0, 1), []])
  expect(hours).toEqual([
    { weekdays: [1, 2, 3, 4, 5, 6], opens: '08:00', closes: '12:00' },
    { weekdays: [1, 2, 3, 4, 5], opens: '14:00', closes: '20:00' },
  ])
  expect(textsByDay(hours)).toEqual([...Array(5).fill('08:00–12:00, 14:00–20:00'), '08:00–12:00', ''])
})
