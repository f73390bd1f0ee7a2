import { expect, test } from 'vitest'
import type { DaySheet } from '../../../shared/contract/crossings.ts'
import { basesThatFit } from './shown-bases.ts'

const column = {
  date: '2024-08-31',
  period: 'morning',
  from: '10:00',
  to: '15:00',
  openAfterAll: false,
} as const

/** A sheet with so many columns and figures to compare with. */
function sheet(columns: number, bases: number): Pick<DaySheet, 'columns' | 'bases'> {
  return {
    columns: Array.from({ length: columns }, () => ({ ...column, direction: 'entry' as const })),
    bases: (['shiftBefore', 'weekBefore', 'yearBefore'] as const)
      .slice(-bases)
      .map((base) => ({ base, date: '2024-08-30', shift: 'morning' })),
  }
}

test('beside each figure stands what has room: last year from a wide window on, over midnight later', () => {
  // The sheet's width in windows of 960 (where it needs 640), 1,280, 1,440, 1,600 and 1,920 pixels.
  const widths = [640, 784, 944, 1_104, 1_424]
  expect({
    day: widths.map((width) => basesThatFit(sheet(2, 3), width)),
    night: widths.map((width) => basesThatFit(sheet(4, 2), width)),
  }).toEqual({ day: [1, 2, 3, 3, 3], night: [0, 0, 0, 1, 2] })
})
