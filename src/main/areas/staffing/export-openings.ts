import { minutesInDay, timeOf } from '../../../shared/dates.ts'
import type { Connection } from '../../book/connection.ts'
import type { QueryContext } from '../../book/handlers.ts'
import { type Cell, type TableFormat, writeTable } from '../../book/write-table.ts'
import { dutiesOfOpening, iterateOpenings, type StoredOpening } from './openings.sql.ts'

export const openingHeadings = [
  'checkpoint',
  'date',
  'shift',
  'channel',
  'plan',
  'direction',
  'from',
  'to',
  'heads',
  'officers',
]

/** Writes the openings of shifts that began in a span of dates, all of them without one. */
export async function exportOpenings(
  { db }: QueryContext,
  input: { from?: string | undefined; to?: string | undefined; format: TableFormat; file: string },
): Promise<{ rows: number; file: string }> {
  const rows = await writeTable(input.file, input.format, openingHeadings, exportRows(db, input))
  return { rows, file: input.file }
}

function* exportRows(
  db: Connection,
  { from, to }: { from?: string | undefined; to?: string | undefined },
): Generator<Cell[]> {
  for (const opening of iterateOpenings(db, from ?? '0000', to ?? '9999-12-31'))
    yield openingCells(db, opening)
}

/** An opening as a row of an export, which an import takes back. Times are the clock's, also after midnight. */
function openingCells(db: Connection, opening: StoredOpening): Cell[] {
  const officers = dutiesOfOpening(db, opening.id).map(({ officer, role, startsMinute, endsMinute }) => {
    const isWhole = startsMinute === opening.startsMinute && endsMinute === null
    const times = isWhole
      ? []
      : [`${clockOf(startsMinute)}–${endsMinute === null ? '' : endClockOf(endsMinute)}`]
    return [officer, ...times, ...(role === 'inspector' ? [] : [role])].join(' ')
  })
  return [
    opening.checkpoint,
    opening.date,
    opening.shift,
    opening.channel,
    opening.plan,
    opening.direction,
    clockOf(opening.startsMinute),
    opening.endsMinute === null ? null : endClockOf(opening.endsMinute),
    opening.headCount,
    officers.length > 0 ? officers.join('; ') : null,
  ]
}

const clockOf = (minute: number): string => timeOf(minute % minutesInDay)
const endClockOf = (minute: number): string => (minute === minutesInDay ? '24:00' : clockOf(minute))
