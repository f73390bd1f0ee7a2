import type { Connection } from '../../../book/connection.ts'
import { prepared } from '../../../book/statements.ts'

/** Room for the lines of one tariff: their ids are the edition's times this, and their place in the order of codes. */
export const linesOfEdition = 10_000_000

export interface StoredEdition {
  id: number
  from: string
  file: string
  hash: string
  languages: string
  lines: number
  importedAt: number
}

const editionColumns = `id, from_date AS "from", file_name AS file, file_hash AS hash, languages, lines,
  imported_at AS importedAt`

export const selectEditions = (db: Connection): StoredEdition[] =>
  prepared<[], StoredEdition>(
    db,
    `SELECT ${editionColumns} FROM tariff_edition ORDER BY from_date DESC`,
  ).all()

/** The tariff that holds on a date. */
export const selectEditionOn = (db: Connection, date: string): StoredEdition | undefined =>
  prepared<[string], StoredEdition>(
    db,
    `SELECT ${editionColumns} FROM tariff_edition WHERE from_date <= ? ORDER BY from_date DESC LIMIT 1`,
  ).get(date)

export interface StoredLine {
  id: number
  code: string
  parent: string | null
  section: number | null
  names: string
  unit: string | null
  secondUnit: string | null
  leaf: number
}

const lineColumns =
  'line.id, line.code, line.parent, line.section, line.names, line.unit, line.second_unit AS secondUnit, line.leaf'

interface Span {
  first: number
  end: number
  date: string
}

/** The lines of an edition as its search sees them: by id and date. */
export const spanOf = (edition: number, date: string): Span => ({
  first: edition * linesOfEdition,
  end: (edition + 1) * linesOfEdition - 1,
  date,
})

/** Lines that a match of the search index finds, in the order of their codes. */
export const selectFound = (db: Connection, span: Span, match: string, most: number): StoredLine[] =>
  prepared<[Span & { match: string; most: number }], StoredLine>(
    db,
    `SELECT ${lineColumns} FROM tariff_search AS search CROSS JOIN tariff_line AS line ON line.id = search.rowid
     WHERE tariff_search MATCH @match AND search.rowid BETWEEN @first AND @end
       AND @date BETWEEN line.from_date AND line.to_date
     ORDER BY search.rowid LIMIT @most`,
  ).all({ ...span, match, most })

/** Lines whose codes begin with these digits. */
export const selectBeginning = (
  db: Connection,
  edition: number,
  digits: string,
  date: string,
  most: number,
): StoredLine[] =>
  prepared<[number, string, string, string, number], StoredLine>(
    db,
    `SELECT ${lineColumns} FROM tariff_line AS line
     WHERE edition = ? AND code >= ? AND code < ? AND ? BETWEEN from_date AND to_date ORDER BY code LIMIT ?`,
  ).all(edition, digits, `${digits}:`, date, most)

/** The lines of some codes that hold on a date, in the order of codes. */
export const selectLines = (
  db: Connection,
  edition: number,
  codes: readonly string[],
  date: string,
): StoredLine[] =>
  prepared<[number, string, string], StoredLine>(
    db,
    `SELECT ${lineColumns} FROM tariff_line AS line
     WHERE edition = ? AND code IN (SELECT value FROM json_each(?)) AND ? BETWEEN from_date AND to_date ORDER BY code`,
  ).all(edition, JSON.stringify(codes), date)

export interface StoredUse {
  code: string
  items: number
  lastDate: string
  goods: string | null
}

/**
 * The codes of the port's own declarations: those of the most items first, where an item of this month weighs as much as
 * two of last month, three of the month before, and so on.
 */
export const selectUses = (db: Connection, date: string, most: number): StoredUse[] =>
  prepared<[string, number], StoredUse>(
    db,
    `SELECT hs_code AS code, items, last_date AS lastDate,
       (SELECT goods FROM declaration_item AS item WHERE item.hs_code = used.hs_code
        ORDER BY declaration DESC LIMIT 1) AS goods
     FROM hs_code_use AS used
     ORDER BY items / (1 + max(0, julianday(?) - julianday(nullif(last_date, ''))) / 30) DESC, hs_code
     LIMIT ?`,
  ).all(date, most)

export interface KeptLine extends StoredLine {
  from: string
  to: string
}

/** Every line of an edition. */
export const selectKeptLines = (db: Connection, edition: number): KeptLine[] =>
  prepared<[number], KeptLine>(
    db,
    `SELECT ${lineColumns}, line.from_date AS "from", line.to_date AS "to"
     FROM tariff_line AS line WHERE edition = ? ORDER BY id`,
  ).all(edition)

/** Every line of the book's tariffs with the text of the lines above it below the chapter: what the search index holds. */
export const iterateIndexed = (
  db: Connection,
): IterableIterator<{ id: number; edition: number; code: string; parent: string | null; names: string }> =>
  db
    .prepare<[], { id: number; edition: number; code: string; parent: string | null; names: string }>(
      'SELECT id, edition, code, parent, names FROM tariff_line ORDER BY id',
    )
    .iterate()

export const insertEdition = (db: Connection, edition: StoredEdition): void => {
  db.prepare<[StoredEdition]>(
    `INSERT INTO tariff_edition (from_date, id, file_name, file_hash, languages, lines, imported_at)
     VALUES (@from, @id, @file, @hash, @languages, @lines, @importedAt)`,
  ).run(edition)
}

export const deleteEdition = (db: Connection, edition: number): void => {
  db.prepare<[number]>('DELETE FROM tariff_line WHERE edition = ?').run(edition)
  db.prepare<[number]>('DELETE FROM tariff_edition WHERE id = ?').run(edition)
}

interface NewLine {
  id: number
  edition: number
  code: string
  parent: string | null
  section: number | null
  names: string
  unit: string | null
  secondUnit: string | null
  leaf: number
  from: string
  to: string
}

export const insertLine = (db: Connection, line: NewLine): void => {
  prepared<[NewLine], unknown>(
    db,
    `INSERT INTO tariff_line (id, edition, code, parent, section, names, unit, second_unit, leaf, from_date, to_date)
     VALUES (@id, @edition, @code, @parent, @section, @names, @unit, @secondUnit, @leaf, @from, @to)`,
  ).run(line)
}

export const emptyIndex = (db: Connection): void => {
  db.exec("INSERT INTO tariff_search (tariff_search) VALUES ('delete-all')")
}

export const insertKeys = (db: Connection, id: number, own: string, above: string): void => {
  prepared<[number, string, string], unknown>(
    db,
    'INSERT INTO tariff_search (rowid, own, above) VALUES (?, ?, ?)',
  ).run(id, own, above)
}

/** Codes of the port's own declarations that begin with these digits, those of the most items first. */
export const selectUsedBeginning = (db: Connection, digits: string, most: number): string[] =>
  prepared<[string, string, number], { code: string }>(
    db,
    `SELECT hs_code AS code FROM hs_code_use WHERE hs_code >= ? AND hs_code < ? ORDER BY items DESC, hs_code LIMIT ?`,
  )
    .all(digits, `${digits}:`, most)
    .map(({ code }) => code)

export interface StoredGoods {
  goods: string | null
  unit: string | null
  secondUnit: string | null
  origin: string | null
  destination: string | null
}

/** What the newest items of a code say of the goods; in one direction or, with null, in both. */
export const selectGoods = (
  db: Connection,
  code: string,
  direction: string | null,
  most: number,
): StoredGoods[] =>
  prepared<[{ code: string; direction: string | null; most: number }], StoredGoods>(
    db,
    `SELECT goods, unit, second_unit AS secondUnit, origin, destination FROM declaration_item AS item
     WHERE hs_code = @code AND (@direction IS NULL OR @direction =
       (SELECT direction FROM declaration WHERE id = item.declaration))
     ORDER BY item.declaration DESC LIMIT @most`,
  ).all({ code, direction, most })
