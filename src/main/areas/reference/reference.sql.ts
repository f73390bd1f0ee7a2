import type { Language, MidnightRule, Total, Unit } from '../../../shared/words.ts'
import type { Connection } from '../../book/connection.ts'
import { prepared } from '../../book/statements.ts'

const all = <Row>(db: Connection, text: string): Row[] => db.prepare<[], Row>(text).all()

export function referenceRevision(db: Connection): number {
  return prepared<[], { number: number }>(db, 'SELECT number FROM reference_revision').get()?.number ?? 0
}

export function selectBook(db: Connection) {
  const book = db
    .prepare<
      [],
      { id: string; port: string; zone: string; languages: string; sample: number; createdAt: number }
    >('SELECT id, port, zone, languages, sample, created_at AS createdAt FROM book')
    .get()
  if (!book) throw new Error('the book has no port')
  return book
}

export const selectLines = (db: Connection) =>
  all<{
    code: string
    unit: Unit
    totals: string
    parentLine: string | null
    parentTotal: Total | null
    from: string
    to: string
  }>(
    db,
    `SELECT code, unit, totals, parent_line AS parentLine, parent_total AS parentTotal,
            from_date AS "from", to_date AS "to" FROM line`,
  )

export const selectCheckpoints = (db: Connection) =>
  all<{ code: string; kind: string; directions: string; from: string; to: string }>(
    db,
    'SELECT code, kind, directions, from_date AS "from", to_date AS "to" FROM checkpoint ORDER BY position, code',
  )

export const selectSheetLines = (db: Connection) =>
  all<{ checkpoint: string; line: string; from: string; to: string }>(
    db,
    `SELECT checkpoint, line, from_date AS "from", to_date AS "to"
     FROM sheet_line ORDER BY checkpoint, position, line`,
  )

export const selectShifts = (db: Connection) =>
  all<{
    checkpoint: string
    code: string
    from: string
    to: string
    startsMinute: number
    endsMinute: number
  }>(
    db,
    `SELECT checkpoint, code, from_date AS "from", to_date AS "to",
            starts_minute AS startsMinute, ends_minute AS endsMinute
     FROM shift ORDER BY checkpoint, starts_minute, code`,
  )

export const selectOpeningHours = (db: Connection) =>
  all<{
    checkpoint: string
    weekday: number
    opensMinute: number
    closesMinute: number
    from: string
    to: string
  }>(
    db,
    `SELECT checkpoint, weekday, opens_minute AS opensMinute, closes_minute AS closesMinute,
            from_date AS "from", to_date AS "to" FROM opening_hours`,
  )

export const selectClosures = (db: Connection) =>
  all<{
    id: string
    checkpoint: string
    from: string
    to: string
    startsMinute: number | null
    endsMinute: number | null
  }>(
    db,
    `SELECT id, checkpoint, from_date AS "from", to_date AS "to",
            starts_minute AS startsMinute, ends_minute AS endsMinute
     FROM closure ORDER BY from_date, starts_minute`,
  )

export const selectCalendarExceptions = (db: Connection) =>
  all<{ checkpoint: string; date: string; startsMinute: number; endsMinute: number }>(
    db,
    `SELECT checkpoint, date, starts_minute AS startsMinute, ends_minute AS endsMinute
     FROM calendar_exception ORDER BY date, starts_minute`,
  )

export const selectMidnightRules = (db: Connection) =>
  all<{ from: string; rule: MidnightRule }>(
    db,
    'SELECT from_date AS "from", rule FROM midnight_rule ORDER BY from_date',
  )

export const selectNames = (db: Connection) =>
  all<{ entity: string; code: string; language: Language; from: string; text: string }>(
    db,
    'SELECT entity, code, language, from_date AS "from", text FROM name ORDER BY entity, code, from_date',
  )
