import type { Connection } from '../../../book/connection.ts'
import { prepared } from '../../../book/statements.ts'

/** Of a book that does not say which currency it adds up in. */
export const defaultReportingCurrency = 'CNY'

/** The currency that values are added up in on a date. */
export function reportingCurrencyOn(db: Connection, date: string): string {
  const kept = prepared<[string], { currency: string }>(
    db,
    'SELECT currency FROM reporting_currency WHERE from_date <= ? ORDER BY from_date DESC LIMIT 1',
  ).get(date)
  return kept?.currency ?? defaultReportingCurrency
}
