import { expect, test } from 'vitest'
import type { DeclarationRow } from '../../../../shared/contract/declarations-table.ts'
import type { Words } from '../../../lib/use-words.ts'
import { cellWords } from './cell-words.ts'

test('a draft without items has no weight and no value; a value without a currency says that it is missing', () => {
  const words = { language: 'en', t: (key: string) => key } as Words
  const row = { items: 0, netGrams: 0, valueMinor: 0, currency: null } as DeclarationRow
  const said = (change: Partial<DeclarationRow>) =>
    (['net', 'value'] as const).map((id) => cellWords(id, { ...row, ...change }, words))
  expect([said({}), said({ items: 1, netGrams: 1_500 }), said({ items: 1, valueMinor: 250 })]).toEqual([
    ['', ''],
    ['1.5', ''],
    ['0', '2.50 ?'],
  ])
})
