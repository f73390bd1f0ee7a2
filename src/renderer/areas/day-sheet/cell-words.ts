import type { CountValue, SheetColumn } from '../../../shared/contract/crossings.ts'
import type { ErrorReport } from '../../../shared/errors.ts'
import { formatNumber } from '../../../shared/format.ts'
import { shortened } from '../../lib/shortened.ts'
import type { Words } from '../../lib/use-words.ts'
import type { Problem } from './cell-edits.ts'
import { type BookCell, closingOf, type SheetRow } from './sheet-rows.ts'
import { sheetSource } from './sheet-state.ts'
import { largestTypedCount } from './typed-count.ts'

/** A count or its state in words; never a blank. */
export function valueWords({ t, number }: Words, value: CountValue): string {
  if (typeof value === 'number') return number(value)
  if (value === 'closed') return t('sheet.closed')
  return value === null ? t('sheet.notReported') : t('sheet.notApplicable')
}

/** `closed until 12:00`, for a cell that the calendar closes in part. */
export function closingWords({ t }: Words, cell: BookCell): string | null {
  if (!cell.partlyClosed) return null
  const closing = closingOf(cell.partlyClosed, cell.column)
  if (closing.kind === 'until') return t('sheet.closedUntil', { time: closing.time })
  if (closing.kind === 'from') return t('sheet.closedFrom', { time: closing.time })
  return t('sheet.closedBetween', { from: closing.from, to: closing.to })
}

/** `entry`, or with date and times where the shift has two columns in each direction. */
export function columnWords(
  { t, dayAndMonth }: Words,
  column: SheetColumn,
  columns: readonly SheetColumn[],
): string {
  const direction = t(`directionsInText.${column.direction}`)
  const alone = columns.filter((each) => each.direction === column.direction).length === 1
  if (alone) return direction
  const times = t('sheet.times', { from: column.from, to: column.to })
  return t('sheet.directionOnDate', { direction, date: dayAndMonth(column.date), times })
}

export function rowWords({ t, name }: Words, row: SheetRow): string {
  if (row.kind === 'control') return t('sheet.controlTotal')
  if (row.kind === 'sum') return row.only ? t('sheet.sum') : t(`totals.${row.total}`)
  const line = name(row.line.names)
  return row.line.parent ? t('sheet.ofWhich', { name: line }) : line
}

/** Why a text was refused, in the user's words. */
export function problemWords(words: Words, problem: Problem): string {
  const { t, language } = words
  if (problem.kind === 'report') return reportWords(words, problem.report)
  return t(`refusals.${problem.reason}`, {
    text: shortened(problem.text, 60),
    largest: formatNumber(largestTypedCount, language),
  })
}

/** Why the book refused something, with names for codes and numbers as the reader writes them. */
export function reportWords(words: Words, report: ErrorReport): string {
  return words.error(withNames(words, report))
}

/** The report with the line's name in place of its code, and its numbers as the reader writes them. */
function withNames({ name, number }: Words, report: ErrorReport): ErrorReport {
  const lines = sheetSource.shown.get()?.sheet.groups.flatMap((group) => group.lines)
  const details = Object.entries(report.details).map(([key, detail]) => {
    if (typeof detail === 'number') return [key, number(detail)]
    const line = key === 'line' ? lines?.find((each) => each.line === detail) : undefined
    return [key, line ? name(line.names) : detail]
  })
  return { code: report.code, details: Object.fromEntries(details) }
}
