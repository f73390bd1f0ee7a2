import type {
  DeclarationPosition,
  DeclarationsFilter,
  DeclarationsSort,
  ItemsSort,
} from '../../../../shared/contract/declarations-table.ts'
import type { Connection } from '../../../book/connection.ts'
import { prepared } from '../../../book/statements.ts'
import {
  type Condition,
  foundUpTo,
  goodsCondition,
  headerConditions,
  type MeantPrefix,
  type Piece,
  textConditions,
} from './filter.sql.ts'

/** A filter whose goods are looked up: null where it does not ask for goods. */
export interface Sought {
  filter: DeclarationsFilter
  goods: readonly MeantPrefix[] | null
}

export interface Page {
  offset: number
  limit: number
}

/** So many rows are found by the index of a filter and then sorted; of more, the index of the order is walked along. */
const fewRows = 12_000

/** Columns of the order; the rest of an index of declarations is date and id. */
const headerOrder: Readonly<Record<DeclarationsSort['column'], readonly string[]>> = {
  date: ['d.date', 'd.id'],
  countedDate: ['d.counted_date', 'd.id'],
  number: ['d.number', 'd.id'],
  gross: ['d.gross_grams', 'd.id'],
  state: ['d.state', 'd.date', 'd.id'],
  checkpoint: ['d.checkpoint', 'd.date', 'd.id'],
  direction: ['d.direction', 'd.date', 'd.id'],
  partner: ['d.partner', 'd.date', 'd.id'],
}

const itemOrder: Readonly<Record<ItemsSort['column'], readonly string[]>> = {
  date: ['d.date', 'd.id', 'i.position'],
  hsCode: ['i.hs_code', 'i.declaration', 'i.position'],
  net: ['i.net_grams', 'i.declaration', 'i.position'],
  value: ['i.value_minor', 'i.declaration', 'i.position'],
}

function conditionsOf({ filter, goods }: Sought, of: 'declarations' | 'items'): Condition[] {
  return [
    ...headerConditions(filter),
    ...(goods === null ? [] : [goodsCondition(goods, of)]),
    ...textConditions(filter.text, of),
  ]
}

/** The condition whose index finds fewest, and whether these are few. */
function scarcest(
  db: Connection,
  conditions: readonly Condition[],
): { condition: Condition; few: boolean } | null {
  const counted = conditions.map((condition) => ({ condition, rows: foundUpTo(db, condition, fewRows) }))
  const [first] = counted.toSorted((a, b) => a.rows - b.rows)
  return first ? { condition: first.condition, few: first.rows < fewRows } : null
}

/** Conditions as a WHERE clause, of which one may go by its index. */
function where(conditions: readonly Condition[], driving: Condition | null): Piece {
  const asked = conditions.map((each) => (each === driving ? each.drive : each.test))
  return {
    sql: asked.length === 0 ? '' : `WHERE ${asked.map(({ sql }) => sql).join(' AND ')}`,
    values: asked.flatMap(({ values }) => values),
  }
}

const orderBy = (columns: readonly string[], direction: 'ascending' | 'descending'): string =>
  `ORDER BY ${columns.map((column) => `${column}${direction === 'descending' ? ' DESC' : ''}`).join(', ')}`

/** Ids of the declarations on a page. */
export function selectDeclarationPage(
  db: Connection,
  sought: Sought,
  sort: DeclarationsSort,
  { offset, limit }: Page,
): string[] {
  const conditions = conditionsOf(sought, 'declarations')
  const driving = drivingOf(db, conditions, sort.column === 'date')
  const asked = where(conditions, driving)
  return prepared<(string | number)[], string>(
    db,
    `SELECT d.id FROM declaration d ${asked.sql}
     ${orderBy(headerOrder[sort.column], sort.direction)} LIMIT ? OFFSET ?`,
  )
    .pluck()
    .all(...asked.values, limit, offset)
}

/** Places of the items on a page. */
export function selectItemPage(
  db: Connection,
  sought: Sought,
  sort: ItemsSort,
  { offset, limit }: Page,
): DeclarationPosition[] {
  const conditions = conditionsOf(sought, 'items')
  const driving = drivingOf(db, conditions, sort.column === 'date')
  const asked = where(conditions, driving)
  const first = driving?.drives ?? (sort.column === 'date' ? 'd' : 'i')
  return prepared<(string | number)[], DeclarationPosition>(
    db,
    `SELECT i.declaration, i.position FROM ${first === 'd' ? fromHeaders : fromItems} ${asked.sql}
     ${orderBy(itemOrder[sort.column], sort.direction)} LIMIT ? OFFSET ?`,
  ).all(...asked.values, limit, offset)
}

const fromHeaders = 'declaration d CROSS JOIN declaration_item i ON i.declaration = d.id'
const fromItems = 'declaration_item i CROSS JOIN declaration d ON d.id = i.declaration'

/** The condition to go by: one that finds few, or one whose index has the order already. */
function drivingOf(db: Connection, conditions: readonly Condition[], byDate: boolean): Condition | null {
  const scarce = scarcest(db, conditions)
  if (scarce?.few) return scarce.condition
  if (!byDate) return null
  return (
    scarcest(
      db,
      conditions.filter((each) => each.byDate),
    )?.condition ?? null
  )
}

/** How many declarations, or items, a filter finds. */
export function countRows(db: Connection, sought: Sought, of: 'declarations' | 'items'): number {
  const conditions = conditionsOf(sought, of)
  if (conditions.length === 0) {
    const table = of === 'items' ? 'declaration_item' : 'declaration'
    return prepared<[], { rows: number }>(db, `SELECT count(*) AS rows FROM ${table}`).get()?.rows ?? 0
  }
  const driving = scarcest(db, conditions)?.condition ?? null
  const asked = where(conditions, driving)
  const from = of === 'declarations' ? 'declaration d' : driving?.drives === 'i' ? fromItems : fromHeaders
  return (
    prepared<(string | number)[], { rows: number }>(
      db,
      `SELECT count(*) AS rows FROM ${from} ${asked.sql}`,
    ).get(...asked.values)?.rows ?? 0
  )
}

export interface FoundTotals {
  declarations: number
  items: number
  vehicles: number
  grossGrams: number
  netGrams: number
  weighbridgeGrams: number
}

/** What a filter comes to; see `readDeclarationTotals`. */
export function sumFound(
  db: Connection,
  sought: Sought,
  of: 'declarations' | 'items',
): { totals: FoundTotals; values: { currency: string | null; minor: number }[] } {
  const conditions = conditionsOf(sought, of)
  const driving = scarcest(db, conditions)?.condition ?? null
  const asked = where(conditions, driving)
  const perDeclaration =
    of === 'declarations'
      ? `SELECT d.currency, d.gross_grams AS gross,
           (SELECT count(*) FROM declaration_item i WHERE i.declaration = d.id) AS items,
           (SELECT sum(i.net_grams) FROM declaration_item i WHERE i.declaration = d.id) AS net,
           (SELECT sum(i.value_minor) FROM declaration_item i WHERE i.declaration = d.id) AS value, d.id
         FROM declaration d ${asked.sql}`
      : `SELECT d.currency, d.gross_grams AS gross, count(*) AS items, sum(i.net_grams) AS net,
           sum(i.value_minor) AS value, d.id
         FROM ${driving?.drives === 'i' ? fromItems : fromHeaders} ${asked.sql} GROUP BY d.id`
  const byCurrency = prepared<
    (string | number)[],
    FoundTotals & { currency: string | null; minor: number | null }
  >(
    db,
    `SELECT f.currency, count(*) AS declarations, sum(f.items) AS items,
       coalesce(sum(f.gross), 0) AS grossGrams, coalesce(sum(f.net), 0) AS netGrams, sum(f.value) AS minor,
       coalesce(sum((SELECT count(*) FROM declaration_vehicle v WHERE v.declaration = f.id)), 0) AS vehicles,
       coalesce(sum((SELECT sum(v.weighbridge_grams) FROM declaration_vehicle v WHERE v.declaration = f.id)), 0)
         AS weighbridgeGrams
     FROM (${perDeclaration}) f GROUP BY f.currency ORDER BY f.currency`,
  ).all(...asked.values)
  const sum = (of: keyof FoundTotals): number => byCurrency.reduce((total, row) => total + row[of], 0)
  return {
    totals: {
      declarations: sum('declarations'),
      items: sum('items'),
      vehicles: sum('vehicles'),
      grossGrams: sum('grossGrams'),
      netGrams: sum('netGrams'),
      weighbridgeGrams: sum('weighbridgeGrams'),
    },
    values: byCurrency.flatMap(({ currency, minor }) => (minor === null ? [] : [{ currency, minor }])),
  }
}

/** Places behind a position in the order of writing, for an export. Of declarations the position is 0. */
export function selectPart(
  db: Connection,
  sought: Sought,
  of: 'declarations' | 'items',
  after: DeclarationPosition | null,
  limit: number,
): DeclarationPosition[] {
  const conditions = conditionsOf(sought, of)
  const asked = where(conditions, null)
  const further = asked.sql === '' ? 'WHERE' : `${asked.sql} AND`
  const start = [after?.declaration ?? '', ...(of === 'items' ? [after?.position ?? 0] : [])]
  const select =
    of === 'declarations'
      ? `SELECT d.id AS declaration, 0 AS position FROM declaration d ${further} d.id > ? ORDER BY d.id LIMIT ?`
      : `SELECT i.declaration, i.position FROM ${fromItems} ${further} (i.declaration, i.position) > (?, ?)
         ORDER BY i.declaration, i.position LIMIT ?`
  return prepared<(string | number)[], DeclarationPosition>(db, select).all(...asked.values, ...start, limit)
}
