import { expect, test } from 'vitest'
import type { CrossingsReport, ReportKind } from '../contract/reports.ts'
import { languages } from '../words.ts'
import { filePeriod, periodText } from './period-text.ts'

const shift = {
  code: 'morning',
  names: { 'zh-CN': '上午班', en: 'Morning', ru: 'Утренняя', kk: 'Таңғы' },
  starts: '10:00',
  ends: '15:00',
}
const spans: [kind: ReportKind, from: string, to: string][] = [
  ['shift', '2024-08-31', '2024-08-31'],
  ['day', '2024-08-31', '2024-08-31'],
  ['week', '2024-12-30', '2025-01-05'],
  ['month', '2024-08-01', '2024-08-31'],
  ['quarter', '2024-07-01', '2024-09-30'],
  ['year', '2024-01-01', '2024-12-31'],
  ['range', '2024-08-03', '2024-08-20'],
]

test('the period of every kind of report is named in words and sorts in the names of files, in four languages', () => {
  const named = spans.map(([kind, from, to]) => {
    const report = { period: { kind, from, to }, shift: kind === 'shift' ? shift : null } as CrossingsReport
    return languages.map((language) => `${periodText(report, language)} | ${filePeriod(report, language)}`)
  })
  expect(named).toEqual([
    [
      '2024年8月31日 星期六 · 上午班 10–15 | 2024-08-31 上午班',
      'Saturday 31 August 2024 · Morning 10–15 | 2024-08-31 Morning',
      'суббота, 31 августа 2024 г. · Утренняя 10–15 | 2024-08-31 Утренняя',
      '2024 ж. 31 тамыз, сенбі · Таңғы 10–15 | 2024-08-31 Таңғы',
    ],
    [
      '2024年8月31日 星期六 | 2024-08-31',
      'Saturday 31 August 2024 | 2024-08-31',
      'суббота, 31 августа 2024 г. | 2024-08-31',
      '2024 ж. 31 тамыз, сенбі | 2024-08-31',
    ],
    [
      '2024年12月30日至2025年1月5日 | 2024-12-30–2025-01-05',
      '30 Dec 2024 – 5 Jan 2025 | 2024-12-30–2025-01-05',
      '30 дек. 2024 г. – 5 янв. 2025 г. | 2024-12-30–2025-01-05',
      '2024 ж. 30 жел. – 2025 ж. 5 қаң. | 2024-12-30–2025-01-05',
    ],
    ['2024年8月 | 2024-08', 'August 2024 | 2024-08', 'август 2024 г. | 2024-08', '2024 ж. тамыз | 2024-08'],
    [
      '2024年第3季度 | 2024-Q3',
      'Quarter 3 of 2024 | 2024-Q3',
      '3-й квартал 2024 г. | 2024-Q3',
      '2024 ж. 3-тоқсан | 2024-Q3',
    ],
    ['2024年 | 2024', '2024 | 2024', '2024 год | 2024', '2024 жыл | 2024'],
    [
      '2024年8月3日至2024年8月20日 | 2024-08-03–2024-08-20',
      '3 Aug 2024 – 20 Aug 2024 | 2024-08-03–2024-08-20',
      '3 авг. 2024 г. – 20 авг. 2024 г. | 2024-08-03–2024-08-20',
      '2024 ж. 3 там. – 2024 ж. 20 там. | 2024-08-03–2024-08-20',
    ],
  ])
})
