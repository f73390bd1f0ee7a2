import { expect, test } from 'vitest'
import { sumOfParts } from './parts.ts'

test('parts are whole numbers joined by plus signs, two at least', () => {
  const longest = `${'1+'.repeat(99)}10`
  expect(
    ['45+38+12', '0+0', '45', '+45', '45+', '45++3', '45-3', '4 + 5', '', longest, `${longest}0`].map(
      sumOfParts,
    ),
  ).toEqual([95, 0, null, null, null, null, null, null, null, 109, null])
})
