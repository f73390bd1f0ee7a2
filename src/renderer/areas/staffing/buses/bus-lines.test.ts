import { expect, test } from 'vitest'
import { busColumns, readBusCell } from './bus-lines.ts'

test.each([
  // [typed, deployed, time, vehicles, passengers]; undefined is refused
  ['', null, null, null, null],
  ['  ', null, null, null, null],
  ['0', 0, 0, undefined, 0],
  ['7', 7, 420, 7, 7],
  ['９:３０', undefined, 570, undefined, undefined],
  ['9.30', undefined, 570, undefined, undefined],
  ['0930', 930, 570, 930, 930],
  ['24', 24, undefined, 24, 24],
  ['24:00', undefined, undefined, undefined, undefined],
  ['45+38+12', 95, undefined, 95, 95],
  ['４５ + ３８', 83, undefined, 83, 83],
  ['45+', undefined, undefined, undefined, undefined],
  ['-1', undefined, undefined, undefined, undefined],
  ['1.5', undefined, undefined, undefined, undefined],
  ['10000', undefined, undefined, undefined, 10_000],
  ['10000000', undefined, undefined, undefined, undefined],
  ['9:75', undefined, undefined, undefined, undefined],
  ['many', undefined, undefined, undefined, undefined],
])('%j is read as time and numbers', (text, ...read) => {
  expect(busColumns.map((column) => readBusCell(column, text))).toEqual(read)
})
