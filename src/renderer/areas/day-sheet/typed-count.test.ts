import { expect, test } from 'vitest'
import { largestCount } from '../../../shared/words.ts'
import { largestTypedCount, readTypedCount } from './typed-count.ts'

const value = (text: string) => {
  const typed = readTypedCount(text)
  return typed.ok ? typed.value : typed.reason
}

test('whole numbers are read, in full-width digits and with spaces as well', () => {
  expect(['0', '143', '007', '１４３', ' 1 234 ', '9999999', '', '  '].map(value)).toEqual([
    0,
    143,
    7,
    143,
    1234,
    9_999_999,
    null,
    null,
  ])
})

test('what is no count is refused with its reason', () => {
  expect(['12a', 'abc', '+5', '-3', '－３', '1.5', '1,5', '1e3', '0x10', '10000000'].map(value)).toEqual([
    'notNumber',
    'notNumber',
    'notNumber',
    'negative',
    'negative',
    'notWhole',
    'notWhole',
    'notNumber',
    'notNumber',
    'tooLarge',
  ])
})

test('the largest count is that of the contract', () => {
  expect(largestTypedCount).toBe(largestCount)
})
