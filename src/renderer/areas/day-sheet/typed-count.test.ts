import { expect, test } from 'vitest'
import type { CountValue } from '../../../shared/contract/crossings.ts'
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
  expect(['12a', 'abc', '5+', '-3', '－３', '1.5', '1,5', '1e3', '0x10', '10000000'].map(value)).toEqual([
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

test('a sum is added up and its parts are kept; +45 adds to what stands', () => {
  const read = (text: string, standing: CountValue = null) => {
    const typed = readTypedCount(text, standing)
    return typed.ok ? [typed.value, typed.parts] : typed.reason
  }
  expect([
    read('45+38+12', 50),
    read('＋４５＋３８', 50),
    read('+45', 50),
    read('+45', 0),
    read('+45'),
    read('+45+1'),
    read('+45', 'closed'),
    read(' 4 5 + 007 '),
  ]).toEqual([
    [95, '45+38+12'],
    [133, '50+45+38'],
    [95, '50+45'],
    [45, '0+45'],
    [45, null],
    [46, '45+1'],
    [45, null],
    [52, '45+7'],
  ])
})

test('what is no sum, too large or too long is refused', () => {
  const texts = ['45++3', '+', '45-3', '1+2.5', '9999999+1', `${'1+'.repeat(150)}1`, '+-3']
  expect(texts.map(value)).toEqual([
    'notNumber',
    'notNumber',
    'notNumber',
    'notNumber',
    'tooLarge',
    'tooLong',
    'notNumber',
  ])
})

test('the largest count is that of the contract', () => {
  expect(largestTypedCount).toBe(largestCount)
})
