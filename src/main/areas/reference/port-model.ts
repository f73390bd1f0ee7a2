import { dateAt } from '../../../shared/dates.ts'
import type { Direction, Language, MidnightRule, Total, Unit } from '../../../shared/words.ts'
import type { Connection } from '../../book/connection.ts'
import * as sql from './reference.sql.ts'

/** The port as the rules need it: reference data read once and kept until it changes. */
export interface PortModel {
  /** Of the book itself. */
  id: string
  port: string
  zone: string
  languages: Language[]
  sample: boolean
  /** Where the clock of a sample book stands: its last day; null in every other book, which goes by the real clock. */
  lastDay: string | null
  lines: ReadonlyMap<string, Line>
  /** In the port's own order. */
  checkpoints: ReadonlyMap<string, Checkpoint>
  midnightRules: { from: string; rule: MidnightRule }[]
  names: ReadonlyMap<string, DatedName[]>
}

export interface Validity {
  from: string
  to: string
}

export interface Line extends Validity {
  code: string
  unit: Unit
  totals: readonly Total[]
  /** Set for an *of which* line: it adds to nothing and never exceeds this. */
  parent: { line: string } | { total: Total } | null
}

export interface Shift extends Validity {
  code: string
  startsMinute: number
  endsMinute: number
  overMidnight: boolean
}

export interface Checkpoint extends Validity {
  code: string
  kind: string
  directions: readonly Direction[]
  sheet: ReadonlyMap<string, { line: Line } & Validity>
  shifts: readonly Shift[]
  hours: readonly ({ weekday: number; opensMinute: number; closesMinute: number } & Validity)[]
  closures: readonly ({ id: string; startsMinute: number | null; endsMinute: number | null } & Validity)[]
  /** By date, when it was open after all, whatever its hours and closures say. */
  exceptions: ReadonlyMap<string, readonly { startsMinute: number; endsMinute: number }[]>
}

export interface DatedName {
  language: Language
  from: string
  text: string
}

const kept = new WeakMap<Connection, { revision: number; model: PortModel }>()

/** The port of this book as of now; cheap to call, since it is read again only after reference data changed. */
export function portModel(db: Connection): PortModel {
  const revision = sql.referenceRevision(db)
  const known = kept.get(db)
  if (known?.revision === revision) return known.model
  const model = readModel(db)
  kept.set(db, { revision, model })
  return model
}

/** Whether a dated thing holds on a date; a month counts as its days. */
export function holdsOn(validity: Validity, date: string): boolean {
  return validity.from.slice(0, date.length) <= date && date <= validity.to
}

function readModel(db: Connection): PortModel {
  const book = sql.selectBook(db)
  const lines = new Map(
    sql.selectLines(db).map((row) => [
      row.code,
      {
        code: row.code,
        unit: row.unit,
        totals: JSON.parse(row.totals) as Total[],
        parent: row.parentLine
          ? { line: row.parentLine }
          : row.parentTotal
            ? { total: row.parentTotal }
            : null,
        from: row.from,
        to: row.to,
      } satisfies Line,
    ]),
  )
  const checkpoints = new Map<string, Checkpoint>()
  const sheets = Map.groupBy(sql.selectSheetLines(db), (row) => row.checkpoint)
  const shifts = Map.groupBy(sql.selectShifts(db), (row) => row.checkpoint)
  const hours = Map.groupBy(sql.selectOpeningHours(db), (row) => row.checkpoint)
  const closures = Map.groupBy(sql.selectClosures(db), (row) => row.checkpoint)
  const exceptions = Map.groupBy(sql.selectCalendarExceptions(db), (row) => row.checkpoint)
  for (const row of sql.selectCheckpoints(db)) {
    const sheet = new Map<string, { line: Line } & Validity>()
    for (const item of sheets.get(row.code) ?? []) {
      const line = lines.get(item.line)
      if (line) sheet.set(item.line, { line, from: item.from, to: item.to })
    }
    checkpoints.set(row.code, {
      code: row.code,
      kind: row.kind,
      directions: JSON.parse(row.directions) as Direction[],
      from: row.from,
      to: row.to,
      sheet,
      shifts: (shifts.get(row.code) ?? []).map((shift) => ({
        ...shift,
        overMidnight: shift.endsMinute <= shift.startsMinute,
      })),
      hours: hours.get(row.code) ?? [],
      closures: closures.get(row.code) ?? [],
      exceptions: Map.groupBy(exceptions.get(row.code) ?? [], (exception) => exception.date),
    })
  }
  return {
    id: book.id,
    port: book.port,
    zone: book.zone,
    languages: JSON.parse(book.languages) as Language[],
    sample: book.sample === 1,
    lastDay: book.sample === 1 ? dateAt(book.createdAt, book.zone) : null,
    lines,
    checkpoints,
    midnightRules: sql.selectMidnightRules(db),
    names: Map.groupBy(sql.selectNames(db), (row) => `${row.entity}/${row.code}`),
  }
}
