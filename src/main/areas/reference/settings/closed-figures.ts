import { addDays, firstOfMonth, isMonth, monthOf } from '../../../../shared/dates.ts'
import { AppError } from '../../../../shared/errors.ts'
import { parsePeriod } from '../../../../shared/periods.ts'
import { monthIsClosed, openingOf } from '../calendar.ts'
import { always } from '../open-dates.ts'
import { type Checkpoint, type PortModel, portModel } from '../port-model.ts'
import { locatePeriod } from '../shift-periods.ts'
import { checkpointOf, type SettingContext } from './setting-rules.ts'
import { iterateNumbers } from './settings.sql.ts'

/**
 * Refuses a calendar that closes periods with numbers, once: they stay, but their cells take no other number.
 * @param before the checkpoint with the calendar as it was; the book has the new one
 * @throws AppError closes-figures
 */
export function refuseClosing(
  { db }: SettingContext,
  before: Checkpoint,
  span: { from: string; to: string },
): void {
  const port = portModel(db)
  const after = checkpointOf(port, before.code)
  let figures = 0
  let first: string | null = null
  let last = ''
  // A night that counts wholly on the day it began may be closed by the calendar of the date after.
  const from = span.from === always.from ? span.from : addDays(span.from, -1)
  for (const row of iterateNumbers(db, before.code, monthOf(from), span.to)) {
    if (isClosed(port, before, row) || !isClosed(port, after, row)) continue
    figures += row.figures
    const date = isMonth(row.date) ? firstOfMonth(row.date) : row.date
    first ??= date
    last = date
  }
  if (first !== null) throw new AppError('closes-figures', { figures, first, last })
}

function isClosed(
  port: PortModel,
  checkpoint: Checkpoint,
  { date, period: text }: { date: string; period: string },
): boolean {
  const period = parsePeriod(text)
  if (!period) return false
  if (period.level === 'month') return monthIsClosed(checkpoint, date)
  const span = locatePeriod(port, checkpoint, date, period)
  return span !== null && openingOf(checkpoint, span).open === 'no'
}
