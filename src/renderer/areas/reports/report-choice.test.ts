import { expect, test } from 'vitest'
import { type ReportChoice, reportInput, stepDate } from './report-choice.ts'

const shift = (code: string) => ({
  shift: code,
  names: { en: code },
  starts: '10:00',
  ends: '15:00',
  overMidnight: false,
})
const place = (code: string, ...shifts: string[]) => ({
  checkpoint: code,
  names: { en: code },
  kind: 'passengers',
  directions: [],
  shifts: shifts.map(shift),
})
const port = {
  today: '2024-08-31',
  checkpoints: [place('yard'), place('hall', 'morning', 'afternoon')],
}
const choice: ReportChoice = { kind: 'day', date: null, checkpoint: null, shift: null }

test('a report of a day is of the whole port today, unless something else is chosen', () => {
  expect([
    reportInput(choice, port),
    reportInput({ ...choice, date: '2024-08-01', checkpoint: 'yard' }, port),
    reportInput({ ...choice, checkpoint: 'gone' }, port),
  ]).toEqual([
    { kind: 'day', date: '2024-08-31' },
    { kind: 'day', date: '2024-08-01', checkpoint: 'yard' },
    { kind: 'day', date: '2024-08-31' },
  ])
})

test('a report of a shift finds a checkpoint and a shift that there are', () => {
  const ofShift = { ...choice, kind: 'shift' } as const
  const asked = (more: Partial<ReportChoice>) => {
    const input = reportInput({ ...ofShift, ...more }, port)
    return input && `${input.checkpoint} ${input.shift}`
  }
  expect([
    asked({}),
    asked({ checkpoint: 'yard' }),
    asked({ checkpoint: 'hall', shift: 'afternoon' }),
    asked({ checkpoint: 'hall', shift: 'night' }),
    reportInput(ofShift, { ...port, checkpoints: [place('yard')] }),
  ]).toEqual(['hall morning', 'hall morning', 'hall afternoon', 'hall morning', null])
})

test('a step goes by the period of the report', () => {
  expect([
    stepDate('shift', '2024-03-01', -1),
    stepDate('week', '2024-08-31', 1),
    stepDate('month', '2024-03-31', -1),
    stepDate('quarter', '2024-11-30', 1),
    stepDate('year', '2024-02-29', 1),
  ]).toEqual(['2024-02-29', '2024-09-07', '2024-02-29', '2025-02-28', '2025-02-28'])
})
