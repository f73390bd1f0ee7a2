import { expect, test } from 'vitest'
import type { ReportKind } from '../../../shared/contract/reports.ts'
import { lastYearSpan, previousSpan, reportSpan, yearToDate } from './report-spans.ts'

const text = ({ from, to }: { from: string; to: string }): string => `${from}–${to}`

const spans: [ReportKind, string, string | undefined, Record<string, string>][] = [
  [
    'day',
    '2024-08-31',
    undefined,
    {
      span: '2024-08-31–2024-08-31',
      previous: '2024-08-30–2024-08-30',
      lastYear: '2023-09-02–2023-09-02',
      yearToDate: '2024-01-01–2024-08-31',
    },
  ],
  [
    'week',
    '2024-08-31',
    undefined,
    {
      span: '2024-08-26–2024-09-01',
      previous: '2024-08-19–2024-08-25',
      lastYear: '2023-08-28–2023-09-03',
      yearToDate: '2024-01-01–2024-09-01',
    },
  ],
  [
    'month',
    '2025-02-15',
    undefined,
    {
      span: '2025-02-01–2025-02-28',
      previous: '2025-01-01–2025-01-31',
      lastYear: '2024-02-01–2024-02-29',
      yearToDate: '2025-01-01–2025-02-28',
    },
  ],
  [
    'quarter',
    '2024-03-31',
    undefined,
    {
      span: '2024-01-01–2024-03-31',
      previous: '2023-10-01–2023-12-31',
      lastYear: '2023-01-01–2023-03-31',
      yearToDate: '2024-01-01–2024-03-31',
    },
  ],
  [
    'year',
    '2024-07-01',
    undefined,
    {
      span: '2024-01-01–2024-12-31',
      previous: '2023-01-01–2023-12-31',
      lastYear: '2023-01-01–2023-12-31',
      yearToDate: '2024-01-01–2024-12-31',
    },
  ],
  [
    'range',
    '2024-02-20',
    '2024-02-29',
    {
      span: '2024-02-20–2024-02-29',
      previous: '2024-02-10–2024-02-19',
      lastYear: '2023-02-20–2023-02-28',
      yearToDate: '2024-01-01–2024-02-29',
    },
  ],
  [
    'range',
    '2025-02-01',
    '2025-02-28',
    {
      span: '2025-02-01–2025-02-28',
      previous: '2025-01-04–2025-01-31',
      lastYear: '2024-02-01–2024-02-29',
      yearToDate: '2025-01-01–2025-02-28',
    },
  ],
]

test.each(spans)('a %s report of %s (to %s) and what it is compared with', (kind, date, to, expected) => {
  const span = reportSpan(kind, date, to)
  expect({
    span: text(span),
    previous: text(previousSpan(kind, span)),
    lastYear: text(lastYearSpan(kind, span)),
    yearToDate: text(yearToDate(span)),
  }).toEqual(expected)
})

test('the year to date at the end of February is compared with the whole February of a leap year', () => {
  expect(text(lastYearSpan('range', yearToDate({ from: '2025-02-01', to: '2025-02-28' })))).toBe(
    '2024-01-01–2024-02-29',
  )
})
