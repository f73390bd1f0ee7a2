import { expect, test } from 'vitest'
import { en } from '../languages/en/index.ts'
import { fieldWords } from './refusal-words.ts'

test('a refusal names the unit where the unit is at fault, and the quantity where its number is', () => {
  const paths = ['unit', 'millionths'].flatMap((part) =>
    ['quantity', 'secondQuantity'].map((field) => `record.items.0.${field}.${part}`),
  )
  expect(paths.map((path) => fieldWords(path, en.trade))).toEqual([
    'item 1, unit',
    'item 1, second unit',
    'item 1, quantity',
    'item 1, second quantity',
  ])
})
