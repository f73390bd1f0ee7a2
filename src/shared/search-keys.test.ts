import { expect, test } from 'vitest'
import { searchKeys, searchTerms } from './search-keys.ts'

const finds = (typed: string, text: string): boolean => {
  const keys = searchKeys(text).split(' ')
  const terms = searchTerms(typed)
  return terms.length > 0 && terms.every((term) => keys.some((key) => key.startsWith(term)))
}

test('Chinese is kept in pairs of characters and the last one alone', () => {
  expect(searchKeys('冻鱼片，鲜')).toBe('冻鱼 鱼片 片 鲜')
})

test('a Chinese word of two characters is found inside a longer one, and one that is not there is not', () => {
  expect(finds('鱼片', '冻鱼片')).toBe(true)
  expect(finds('鱼', '冻鱼')).toBe(true)
  expect(finds('冻片', '冻鱼片')).toBe(false)
  expect(finds('新能源汽车', '纯电动新能源汽车')).toBe(true)
})

test('words are found by their beginning, several of them in any order, all of them needed', () => {
  expect(finds('froz fish', 'Fish; frozen, salmon')).toBe(true)
  expect(finds('frozen meat', 'Fish; frozen, salmon')).toBe(false)
  expect(finds('rozen', 'Fish; frozen')).toBe(false)
})

test('capitals, accents, full width and the letters that only Kazakh has make no difference', () => {
  expect(searchKeys('Maté ＨＳ Ёлка')).toBe('mate hs елка')
  expect(finds('ЕЛКА', 'ёлка')).toBe(true)
  expect(finds('кант', 'Қант және қанттан жасалған')).toBe(true)
  expect(finds('Қант', 'Қант')).toBe(true)
})

test('numbers are words of their own, beside letters or Chinese', () => {
  expect(searchKeys('排气量1500cc')).toBe('排气 气量 量 1500 cc')
})

test('what has neither letters nor numbers asks for nothing, and a pasted page for its first words only', () => {
  expect(searchTerms(' ;-"*% ')).toEqual([])
  expect(searchTerms('a b c d e f g h i j k l m n o p')).toHaveLength(12)
  expect(searchTerms('x'.repeat(10_000))).toEqual(['x'.repeat(200)])
})
