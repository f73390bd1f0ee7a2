import { expect, test } from 'vitest'
import { texts } from '../../../shared/languages/index.ts'
import { dutiesText, readDuties, readHeads, readTimes } from './typed-openings.ts'

const day = { from: 600, to: 900 }
const night = { from: 1320, to: 1800 }

test.each([
  ['09:00–13:30', 540, 810],
  ['9-13:30', 540, 810],
  ['９：００－１３：３０', 540, 810],
  ['0900-1330', 540, 810],
  ['9.00 — 13.30', 540, 810],
  ['9时至13时', 540, 780],
  ['10:00-', 600, null],
  ['10', 600, null],
  ['10:00-24:00', 600, 1440],
  ['10:00-0:00', 600, 1440],
])('%s is a time of an opening', (text, startsMinute, endsMinute) => {
  expect(readTimes(text, day)).toEqual({ startsMinute, endsMinute })
})

test('a time after midnight of a night is one of the next morning', () => {
  expect(readTimes('23:30-02:00', night)).toEqual({ startsMinute: 1410, endsMinute: 1560 })
  expect(readTimes('0:15-6', night)).toEqual({ startsMinute: 1455, endsMinute: 1800 })
  // Past the end of the night, which is for the book to refuse, and not before the beginning.
  expect(readTimes('5-7', night)).toEqual({ startsMinute: 1740, endsMinute: 1860 })
  expect(readTimes('22-24', night)).toEqual({ startsMinute: 1320, endsMinute: 1440 })
  expect(readTimes('23-22:30', night)).toEqual({ startsMinute: 1380, endsMinute: 1350 })
  expect(readTimes('5-4', night)).toEqual({ startsMinute: 1740, endsMinute: 1680 })
})

test.each(['', 'soon', '25-26', '10-11-12', '10:61-11', '-12', '1e1-2'])('%s is no time', (text) => {
  expect(readTimes(text, day)).toBeNull()
})

test('heads are whole numbers up to 99, and nothing typed is nothing said', () => {
  expect(['2', '０', '99', '', ' ', '100', '-1', '2.5', 'two'].map(readHeads)).toEqual([
    2,
    0,
    99,
    null,
    null,
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

const opening = { startsMinute: 600, endsMinute: 900 }
const duty = (officer: string, startsMinute = 600, endsMinute: number | null = null) => ({
  officer,
  role: 'inspector',
  startsMinute,
  endsMinute,
})

test.each([
  ['0231, 0244 from 12:00', [duty('0231'), duty('0244', 720)]],
  ['0231 until 12:00; 0244 12:00–', [duty('0231', 600, 720), duty('0244', 720)]],
  ['０２３１、0244 12:00起', [duty('0231'), duty('0244', 720)]],
  ['0231 12:00止，0244 自12:00', [duty('0231', 600, 720), duty('0244', 720)]],
  ['0231 до 12:00, 0244 с 12:00', [duty('0231', 600, 720), duty('0244', 720)]],
  ['0231 12:00 дейін, 0244 12:00 бастап', [duty('0231', 600, 720), duty('0244', 720)]],
  ['XJ-0042 10:30–11:45', [duty('XJ-0042', 630, 705)]],
  ['', []],
])('%s names officers', (text, duties) => {
  expect(readDuties(text, opening, day)).toEqual(duties)
})

test.each(['0231 soon', '0231 12:00 13:00 14:00', '-, 0231', '0231 25:00'])('%s names nobody', (text) => {
  expect(readDuties(text, opening, day)).toBeNull()
})

test('officers as they are written in each language are read again as they were', () => {
  const duties = readDuties('0231 –12:00, 0244 12:00, 0250 10:30–11:00', opening, day)
  for (const language of ['en', 'zh-CN', 'ru', 'kk'] as const) {
    const t = (key: string, values: Record<string, string>): string => {
      const text = texts[language].board[key.slice('board.'.length) as 'dutyFrom']
      return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')
    }
    const written = dutiesText({ t: t as never }, duties ?? [], opening)
    expect(readDuties(written, opening, day), written).toEqual(duties)
  }
})
