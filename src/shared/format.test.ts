import { describe, expect, test } from 'vitest'
import {
  formatDate,
  formatDateWithWeekday,
  formatDayAndMonth,
  formatDifference,
  formatMonth,
  formatNumber,
  formatPercent,
  formatTime,
  formatTimeSpan,
  formatWeekday,
  localDateOf,
} from './format.ts'
import type { Language } from './words.ts'

const order: Language[] = ['zh-CN', 'en', 'ru', 'kk']
const inAll = (format: (language: Language) => string) =>
  order.map((language) => format(language).replaceAll('\u00a0', '_'))

describe('numbers and dates in Chinese, English, Russian and Kazakh', () => {
  test('thousands are grouped and decimals marked as each language does', () => {
    expect(inAll((language) => formatNumber(-1234567.56, language, 1))).toEqual([
      '-1,234,567.6',
      '-1,234,567.6',
      '-1_234_567,6',
      '-1_234_567,6',
    ])
    expect(inAll((language) => formatNumber(1234, language))).toEqual(['1,234', '1,234', '1_234', '1_234'])
  })

  test('a difference has a sign, and none where there is none', () => {
    expect([1234, 5, 0, -45, -1234].map((value) => formatDifference(value, 'en'))).toEqual([
      '+1,234',
      '+5',
      '0',
      '−45',
      '−1,234',
    ])
  })

  test('growth has a sign and one decimal', () => {
    expect(inAll((language) => formatPercent((500 - 170) / 170, language, { signed: true }))).toEqual([
      '+194.1%',
      '+194.1%',
      '+194,1_%',
      '+194,1%',
    ])
    expect(inAll((language) => formatPercent(970 / 3700, language))).toEqual([
      '26.2%',
      '26.2%',
      '26,2_%',
      '26,2%',
    ])
    expect(inAll((language) => formatPercent(0.25, language, { signed: true }))).toEqual([
      '+25.0%',
      '+25.0%',
      '+25,0_%',
      '+25,0%',
    ])
    expect(inAll((language) => formatPercent(0, language, { signed: true }))).toEqual([
      '0.0%',
      '0.0%',
      '0,0_%',
      '0,0%',
    ])
  })

  test('dates stand in the order of each language', () => {
    expect(inAll((language) => formatDateWithWeekday('2024-08-31', language))).toEqual([
      '2024年8月31日 周六',
      'Sat 31 Aug 2024',
      'сб, 31 авг. 2024 г.',
      '2024 ж. 31 там., сб',
    ])
    expect(inAll((language) => formatDate('2024-05-09', language, 'long'))).toEqual([
      '2024年5月9日',
      '9 May 2024',
      '9 мая 2024 г.',
      '2024 ж. 9 мамыр',
    ])
    expect(inAll((language) => formatDayAndMonth('2024-08-24', language))).toEqual([
      '8月24日',
      '24 Aug',
      '24 авг.',
      '24 там.',
    ])
    expect(inAll((language) => formatMonth('2024-08', language))).toEqual([
      '2024年8月',
      'August 2024',
      'август 2024 г.',
      '2024 ж. тамыз',
    ])
  })

  test('our Kazakh is that of an engine which has it', () => {
    const days = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2024, month, month + 1)))
    for (const day of days) {
      const iso = day.toISOString().slice(0, 10)
      const engine = (options: Intl.DateTimeFormatOptions) =>
        new Intl.DateTimeFormat('kk', { ...options, timeZone: 'UTC' }).format(day)
      expect([
        formatDayAndMonth(iso, 'kk'),
        formatWeekday(iso, 'kk'),
        formatWeekday(iso, 'kk', 'long'),
      ]).toEqual([
        engine({ day: 'numeric', month: 'short' }),
        engine({ weekday: 'short' }),
        engine({ weekday: 'long' }),
      ])
      expect(formatDateWithWeekday(iso, 'kk', 'long')).toBe(engine({ dateStyle: 'full' }))
      expect(formatMonth(iso.slice(0, 7), 'kk')).toBe(engine({ year: 'numeric', month: 'long' }))
    }
    for (const value of [0, 999, 1000, -1234567.5])
      expect(formatNumber(value, 'kk', 1)).toBe(
        new Intl.NumberFormat('kk', { maximumFractionDigits: 1 }).format(value),
      )
  })

  test('the clock is the port’s, whatever the computer’s zone', () => {
    const at = Date.UTC(2024, 7, 31, 16, 2, 7)
    expect([
      formatTime(at, 'Asia/Shanghai'),
      formatTime(at, 'Asia/Almaty', 'minutes'),
      localDateOf(at, 'Asia/Shanghai'),
      localDateOf(at, 'UTC'),
    ]).toEqual(['00:02:07', '21:02', '2024-09-01', '2024-08-31'])
  })

  test('a span of full hours is short', () => {
    expect([
      formatTimeSpan('10:00', '15:00'),
      formatTimeSpan('10:30', '15:00'),
      formatTimeSpan('22:00', '24:00'),
    ]).toEqual(['10–15', '10:30–15:00', '22–24'])
  })
})
