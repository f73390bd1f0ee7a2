import { expect, test } from 'vitest'
import type { ReportKind } from '../../../shared/contract/reports.ts'
import { choosePlan, type ReportChoice, reportChoice, reportInput, stepReport } from './report-choice.ts'

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
const choice: ReportChoice = { kind: 'day', date: null, to: null, checkpoint: null, shift: null }

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

test('a range has the ends that were chosen, or is the month up to the date', () => {
  const range = { ...choice, kind: 'range', date: '2024-08-01' } as const
  expect([
    reportInput({ ...range, to: '2024-08-20' }, port),
    reportInput({ ...range, date: '2024-08-31' }, port),
    reportInput({ ...range, date: '2024-09-05', to: '2024-08-20' }, port),
  ]).toEqual([
    { kind: 'range', date: '2024-08-01', to: '2024-08-20' },
    { kind: 'range', date: '2024-08-01', to: '2024-08-31' },
    { kind: 'range', date: '2024-09-01', to: '2024-09-05' },
  ])
})

test('a step goes by the period of the report', () => {
  const step = (kind: ReportKind, date: string, way: 1 | -1, to?: string) =>
    stepReport({ kind, date, ...(to && { to }) }, port, way)
  expect([
    step('day', '2024-03-01', -1),
    step('week', '2024-08-31', 1),
    step('month', '2024-03-31', -1),
    step('quarter', '2024-11-30', 1),
    step('year', '2024-02-29', 1),
    step('range', '2024-02-11', 1, '2024-02-20'),
    step('range', '2024-01-01', 1, '2024-02-29'),
    step('range', '2024-02-01', -1, '2024-02-29'),
  ]).toEqual([
    { date: '2024-02-29' },
    { date: '2024-09-07' },
    { date: '2024-02-29' },
    { date: '2025-02-28' },
    { date: '2025-02-28' },
    { date: '2024-02-21', to: '2024-03-01' },
    { date: '2024-03-01', to: '2024-04-30' },
    { date: '2024-01-01', to: '2024-01-31' },
  ])
})

test('a step from a shift goes to the next one, over the end of a day to the next day', () => {
  const step = (shift: string, way: 1 | -1) =>
    stepReport({ kind: 'shift', date: '2024-08-31', checkpoint: 'hall', shift }, port, way)
  expect([step('morning', 1), step('afternoon', 1), step('afternoon', -1), step('morning', -1)]).toEqual([
    { shift: 'afternoon' },
    { date: '2024-09-01', shift: 'morning' },
    { shift: 'morning' },
    { date: '2024-08-30', shift: 'afternoon' },
  ])
})

test('the plan to hang up is of the next shift, after the last of a day or after a day the first of the next', () => {
  const planAfter = (input: Parameters<typeof choosePlan>[0]) => {
    choosePlan(input, port)
    return reportInput(reportChoice.get(), port)
  }
  const hall = { checkpoint: 'hall', date: '2024-08-31' } as const
  expect([
    planAfter({ kind: 'shift', ...hall, shift: 'afternoon' }),
    planAfter({ kind: 'shift', ...hall, shift: 'morning' }),
    planAfter({ kind: 'day', ...hall }),
    // Of a checkpoint that counts by day it is of the next day.
    planAfter({ kind: 'day', ...hall, checkpoint: 'yard' }),
  ]).toEqual([
    { kind: 'shift', ...hall, date: '2024-09-01', shift: 'morning' },
    { kind: 'shift', ...hall, shift: 'afternoon' },
    { kind: 'shift', ...hall, date: '2024-09-01', shift: 'morning' },
    { kind: 'day', checkpoint: 'yard', date: '2024-09-01' },
  ])
})
