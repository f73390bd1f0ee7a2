import type { DutyRole, Plan } from '../../../shared/staffing/staffing-words.ts'
import type { Direction } from '../../../shared/words.ts'
import type { Connection } from '../../book/connection.ts'
import { prepared } from '../../book/statements.ts'

/** An opening as the book keeps it. */
export interface StoredOpening {
  id: string
  checkpoint: string
  /** The date that its shift began on. */
  date: string
  shift: string
  channel: string
  plan: Plan
  direction: Direction
  startsMinute: number
  endsMinute: number | null
  headCount: number | null
}

export interface StoredDuty {
  opening: string
  officer: string
  role: DutyRole
  startsMinute: number
  endsMinute: number | null
}

const columns = `id, checkpoint, date, shift, channel, plan, direction,
  starts_minute AS startsMinute, ends_minute AS endsMinute, head_count AS headCount`
const dutyColumns = `duty.opening, duty.officer, duty.role,
  duty.starts_minute AS startsMinute, duty.ends_minute AS endsMinute`

export function selectOpening(db: Connection, id: string): StoredOpening | undefined {
  return prepared<[string], StoredOpening>(db, `SELECT ${columns} FROM opening WHERE id = ?`).get(id)
}

/** The openings of all shifts of a checkpoint that began on a date. */
export function openingsOn(db: Connection, checkpoint: string, date: string): StoredOpening[] {
  return prepared<[string, string], StoredOpening>(
    db,
    `SELECT ${columns} FROM opening WHERE date = ? AND checkpoint = ? ORDER BY channel, plan, starts_minute, id`,
  ).all(date, checkpoint)
}

/** The openings of shifts that began from one date to another, by date and place, for streaming to a file. */
export function iterateOpenings(db: Connection, from: string, to: string): IterableIterator<StoredOpening> {
  return db
    .prepare<[string, string], StoredOpening>(
      `SELECT ${columns} FROM opening WHERE date BETWEEN ? AND ?
       ORDER BY date, checkpoint, plan, shift, channel, direction, starts_minute`,
    )
    .iterate(from, to)
}

/** The openings of a channel of one plan, of shifts that began from one date to another. */
export function openingsOfChannel(
  db: Connection,
  channel: string,
  plan: Plan,
  from: string,
  to: string,
): StoredOpening[] {
  return prepared<string[], StoredOpening>(
    db,
    `SELECT ${columns} FROM opening
     WHERE channel = ? AND date BETWEEN ? AND ? AND plan = ? ORDER BY date, starts_minute`,
  ).all(channel, from, to, plan)
}

export function dutiesOfOpening(db: Connection, opening: string): StoredDuty[] {
  return prepared<[string], StoredDuty>(
    db,
    `SELECT ${dutyColumns} FROM duty WHERE opening = ? ORDER BY starts_minute, officer`,
  ).all(opening)
}

/** The duties at all openings of a checkpoint's shifts that began on a date, by opening and start. */
export function dutiesOn(db: Connection, checkpoint: string, date: string): StoredDuty[] {
  return prepared<[string, string], StoredDuty>(
    db,
    `SELECT ${dutyColumns} FROM opening CROSS JOIN duty ON duty.opening = opening.id
     WHERE opening.date = ? AND opening.checkpoint = ? ORDER BY duty.opening, duty.starts_minute, duty.officer`,
  ).all(date, checkpoint)
}

/** What an officer does at any checkpoint in shifts that began from one date to another, with the openings. */
export function dutiesOfOfficer(
  db: Connection,
  officer: string,
  plan: Plan,
  from: string,
  to: string,
): (StoredOpening & { dutyStarts: number; dutyEnds: number | null })[] {
  return prepared<string[], StoredOpening & { dutyStarts: number; dutyEnds: number | null }>(
    db,
    `SELECT opening.id, opening.checkpoint, opening.date, opening.shift, opening.channel, opening.plan,
       opening.direction, opening.starts_minute AS startsMinute, opening.ends_minute AS endsMinute,
       opening.head_count AS headCount, duty.starts_minute AS dutyStarts, duty.ends_minute AS dutyEnds
     FROM opening CROSS JOIN duty ON duty.opening = opening.id AND duty.officer = ?
     WHERE opening.date BETWEEN ? AND ? AND opening.plan = ? ORDER BY opening.date, duty.starts_minute`,
  ).all(officer, from, to, plan)
}

/** From when to when a channel has openings; of one direction where it is given. */
export function openingEnds(
  db: Connection,
  channel: string,
  direction: Direction | null = null,
): { first: string; last: string } | null {
  const own = 'FROM opening WHERE channel = @channel AND (@direction IS NULL OR direction = @direction)'
  const ends = prepared<[Record<string, string | null>], { first: string | null; last: string | null }>(
    db,
    `SELECT (SELECT date ${own} ORDER BY date LIMIT 1) AS first,
            (SELECT date ${own} ORDER BY date DESC LIMIT 1) AS last`,
  ).get({ channel, direction })
  return ends?.first && ends.last ? { first: ends.first, last: ends.last } : null
}

/** From when to when an officer has duties. */
export function dutyEnds(db: Connection, officer: string): { first: string; last: string } | null {
  const ends = prepared<[string], { first: string | null; last: string | null }>(
    db,
    `SELECT min(opening.date) AS first, max(opening.date) AS last
     FROM duty JOIN opening ON opening.id = duty.opening WHERE duty.officer = ?`,
  ).get(officer)
  return ends?.first && ends.last ? { first: ends.first, last: ends.last } : null
}

/** An opening by its times alone, without its id's row: columns in the order in which an index has them. */
export type OpeningTimes = [
  id: string,
  date: string,
  checkpoint: string,
  plan: Plan,
  shift: string,
  channel: string,
  direction: Direction,
  startsMinute: number,
  endsMinute: number | null,
  headCount: number | null,
]

/** The openings of shifts that began from one date to another, everywhere or at one checkpoint; read from an index alone. */
export function openingTimes(
  db: Connection,
  from: string,
  to: string,
  checkpoint: string | null,
): OpeningTimes[] {
  return prepared<Record<string, string | null>[], OpeningTimes>(
    db,
    `SELECT id, date, checkpoint, plan, shift, channel, direction, starts_minute, ends_minute, head_count
     FROM opening INDEXED BY opening_by_date
     WHERE date BETWEEN @from AND @to AND (@checkpoint IS NULL OR checkpoint = @checkpoint)`,
  )
    .raw()
    .all({ from, to, checkpoint }) as unknown as OpeningTimes[]
}

/** The duties of shifts that began from one date to another, with what their openings say. */
export type DutyTimes = [opening: string, officer: string, startsMinute: number, endsMinute: number | null]

export function dutyTimes(db: Connection, from: string, to: string, checkpoint: string | null): DutyTimes[] {
  const hasSome = prepared<[], number>(db, 'SELECT EXISTS (SELECT 1 FROM duty)').pluck().get()
  if (!hasSome) return []
  return prepared<Record<string, string | null>[], DutyTimes>(
    db,
    `SELECT duty.opening, duty.officer, duty.starts_minute, duty.ends_minute
     FROM opening INDEXED BY opening_by_date CROSS JOIN duty ON duty.opening = opening.id
     WHERE opening.date BETWEEN @from AND @to AND (@checkpoint IS NULL OR opening.checkpoint = @checkpoint)`,
  )
    .raw()
    .all({ from, to, checkpoint }) as unknown as DutyTimes[]
}
