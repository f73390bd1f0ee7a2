import { v7 as uuidv7 } from 'uuid'
import { minuteOf, minutesInDay } from '../../../shared/dates.ts'
import type { PortFile } from '../../../shared/port-file.ts'
import { lineOnSheet } from '../../../shared/port-shape.ts'
import type { Names } from '../../../shared/words.ts'
import type { Batch } from '../../book/batch.ts'
import type { NamedEntity } from './names.ts'
import { always } from './open-dates.ts'
import { writeStaffing } from './staffing/write-staffing.ts'
import { writeTrade } from './trade/write-trade.ts'

interface Named {
  names: Names
  renamed?: { from: string; names: Names }[]
}

/** Writes a port file into a new book as part of its first batch. */
export function writePort(batch: Batch, port: PortFile): void {
  batch.put('book', [uuidv7()], {
    port: port.code,
    zone: port.zone,
    languages: JSON.stringify(port.languages),
    sample: 0,
    created_at: batch.at,
  })
  writeNames(batch, 'port', port.code, port)
  for (const rule of port.midnight) batch.put('midnight_rule', [rule.from], { rule: rule.rule })
  for (const line of port.lines) {
    batch.put('line', [line.code], {
      unit: line.unit,
      totals: JSON.stringify(line.totals),
      parent_line: line.partOf && 'line' in line.partOf ? line.partOf.line : null,
      parent_total: line.partOf && 'total' in line.partOf ? line.partOf.total : null,
      from_date: line.from ?? always.from,
      to_date: line.to ?? always.to,
    })
    writeNames(batch, 'line', line.code, line)
  }
  for (const [position, checkpoint] of port.checkpoints.entries())
    writeCheckpoint(batch, checkpoint, position)
  for (const holiday of port.holidays) {
    const id = uuidv7()
    batch.put('holiday', [id], { country: holiday.country, from_date: holiday.from, to_date: holiday.to })
    writeNames(batch, 'holiday', id, holiday)
  }
  for (const event of port.events) {
    const id = uuidv7()
    batch.put('event', [id], {
      kind: event.kind ?? null,
      checkpoint: event.checkpoint ?? null,
      from_date: event.from,
      to_date: event.to,
    })
    writeNames(batch, 'event', id, event)
  }
  if (port.trade) {
    writeTrade(batch, port.trade, (code, group) => writeNames(batch, 'commodity-group', code, group))
  }
  if (port.staffing) {
    writeStaffing(batch, port.staffing, (entity, code, named) => writeNames(batch, entity, code, named))
  }
}

/** Writes one checkpoint with its sheet, shifts and calendar. */
export function writeCheckpoint(
  batch: Batch,
  checkpoint: PortFile['checkpoints'][number],
  position: number,
): void {
  const { code } = checkpoint
  batch.put('checkpoint', [code], {
    kind: checkpoint.kind,
    directions: JSON.stringify(checkpoint.directions),
    position,
    from_date: checkpoint.from ?? always.from,
    to_date: checkpoint.to ?? always.to,
  })
  writeNames(batch, 'checkpoint', code, checkpoint)
  for (const [place, entry] of checkpoint.sheet.entries()) {
    const { line, from, to } = lineOnSheet(entry)
    batch.put('sheet_line', [code, line], {
      position: place,
      from_date: from ?? always.from,
      to_date: to ?? always.to,
    })
  }
  const said = new Map<string, string>()
  for (const shift of checkpoint.shifts.toSorted(byBeginning)) {
    const ends = minuteOf(shift.ends)
    batch.put('shift', [code, shift.code, shift.from ?? always.from], {
      to_date: shift.to ?? always.to,
      starts_minute: minuteOf(shift.starts),
      ends_minute: ends === 0 ? minutesInDay : ends,
    })
    writeNames(batch, 'shift', `${code}/${shift.code}`, shift, shift.from, said)
  }
  for (const hours of checkpoint.hours) {
    for (const weekday of hours.weekdays ?? [1, 2, 3, 4, 5, 6, 7]) {
      batch.put('opening_hours', [code, hours.from ?? always.from, weekday, minuteOf(hours.opens)], {
        closes_minute: minuteOf(hours.closes),
        to_date: hours.to ?? always.to,
      })
    }
  }
  for (const closure of checkpoint.closures) {
    const id = uuidv7()
    batch.put('closure', [id], {
      checkpoint: code,
      from_date: closure.from,
      to_date: closure.to,
      starts_minute: closure.starts === undefined ? null : minuteOf(closure.starts),
      ends_minute: closure.ends === undefined ? null : minuteOf(closure.ends),
    })
    writeNames(batch, 'closure', id, { names: closure.reason })
  }
}

const byBeginning = (a: { from?: string | undefined }, b: { from?: string | undefined }): number =>
  (a.from ?? always.from) < (b.from ?? always.from) ? -1 : 1

/**
 * @param first the date of the first names: a shift with other hours from a date on may have other names too
 * @param said the names in force so far, by code and language: the same name again is no renaming
 */
function writeNames(
  batch: Batch,
  entity: NamedEntity,
  code: string,
  named: Named,
  first: string = always.from,
  said = new Map<string, string>(),
): void {
  for (const { from, names } of [{ from: first, names: named.names }, ...(named.renamed ?? [])]) {
    for (const [language, text] of Object.entries(names)) {
      const place = `${code} ${language}`
      if (said.get(place) === text) continue
      said.set(place, text)
      batch.put('name', [entity, code, language, from], { text })
    }
  }
}
