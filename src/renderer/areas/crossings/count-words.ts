import type { CountRow } from '../../../shared/contract/counts-table.ts'
import { formatDate, formatMonth } from '../../../shared/format.ts'
import type { Words } from '../../lib/use-words.ts'
import type { ColumnId } from './columns.ts'

/** What stands in a cell, in the reader's words. */
export function cellWords(id: ColumnId, row: CountRow, words: Words): string {
  const { t, language, name, number } = words
  switch (id) {
    case 'date':
      return row.date.length === 7 ? formatMonth(row.date, language) : formatDate(row.date, language)
    case 'checkpoint':
      return name(row.checkpointNames)
    case 'period':
      return periodText(row, words)
    case 'direction':
      return t(`directions.${row.direction}`)
    case 'line':
      return row.ofWhich ? t('sheet.ofWhich', { name: name(row.lineNames) }) : name(row.lineNames)
    case 'count':
      if (row.value !== null) return number(row.value)
      return t(row.state === 'closed' ? 'sheet.closed' : 'sheet.notApplicable')
    case 'unit':
      return t(`unitsInText.${row.unit}`)
    case 'source':
      return row.source ?? ''
    case 'provisional':
      return row.provisional ? t('crossings.provisional') : ''
  }
}

/** `morning`, `night/1`, `morning@10`: the shift in words, the part before or after midnight, the hour. */
function periodText(row: CountRow, { t, name }: Words): string {
  if (row.period === 'day' || row.period === 'month') return t(`crossings.periods.${row.period}`)
  const [shiftAndPart = '', hour] = row.period.split('@')
  const [code = '', part] = shiftAndPart.split('/')
  const shift = row.shiftNames ? name(row.shiftNames) : code
  const whole =
    part === undefined
      ? shift
      : t(part === '1' ? 'crossings.periods.before' : 'crossings.periods.after', { shift })
  return hour === undefined
    ? whole
    : t('crossings.periods.hour', { shift: whole, hour: `${hour.padStart(2, '0')}:00` })
}
