import type { CountValue } from '../../../shared/contract/crossings.ts'
import type { JournalEntry } from '../../../shared/contract/journal.ts'
import type { Direction, Unit } from '../../../shared/words.ts'

/** A place in the book that a cell writes to. */
export type CellTarget =
  | { entity: 'count'; checkpoint: string; line: string; direction: Direction; date: string; period: string }
  | {
      entity: 'control_total'
      checkpoint: string
      direction: Direction
      unit: Unit
      date: string
      period: string
    }

/** The key under which the journal keeps the place. */
export function journalKey(target: CellTarget): string[] {
  const { checkpoint, direction, date, period } = target
  return target.entity === 'count'
    ? [checkpoint, target.line, direction, date, period]
    : [checkpoint, direction, target.unit, date, period]
}

/** One text for the place, for maps and comparisons. */
export function targetKey(target: CellTarget): string {
  return [target.entity, ...journalKey(target)].join('|')
}

/** The place that a journal entry is about; null for anything that no cell shows. */
export function targetOf({ entity, key }: Pick<JournalEntry, 'entity' | 'key'>): CellTarget | null {
  const [checkpoint = '', second = '', third = '', date = '', period = ''] = key.map(String)
  if (entity === 'count') {
    return { entity, checkpoint, line: second, direction: third as Direction, date, period }
  }
  if (entity === 'control_total') {
    return { entity, checkpoint, direction: second as Direction, unit: third as Unit, date, period }
  }
  return null
}

/** The shift's code in a period such as `night/1`; `day` and `month` stand for themselves. */
export function shiftOfPeriod(period: string): string {
  return period.split(/[/@]/, 1)[0] ?? period
}

/** What a journal row says: a number, a mark, or null where there was no row. */
export function valueOfRow(row: JournalEntry['after']): CountValue {
  if (row === null) return null
  const { value, mark } = row
  if (mark === 'closed' || mark === 'not-applicable') return mark
  return typeof value === 'number' ? value : null
}

/** What a journal row's number was added up from, such as `45+38+12`; null for a number typed as it is. */
export function partsOfRow(row: JournalEntry['after']): string | null {
  return typeof row?.parts === 'string' ? row.parts : null
}
