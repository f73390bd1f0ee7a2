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
  idsOfSpan,
  type MeantPrefix,
  type Piece,
  textConditions,
  withDatesOf,
} from './filter.sql.ts'
import { declarationColumns, itemColumns, type StoredDeclarationRow, type StoredItemRow } from './rows.sql.ts'

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
type Of = 'declarations' | 'items'
type HeaderSort = DeclarationsSort['column']

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

function conditionsOf(db: Connection, { filter, goods }: Sought, of: Of, few = fewRows): Condition[] {
  return [
    ...headerConditions(withDatesOf(filter, goods)),
    ...(goods === null ? [] : [goodsCondition(goods, of)]),
    ...textConditions(db, filter.text, of, few),
  ]
}

/** The condition whose index finds fewest, of those that find fewer than what is worth sorting; else any. */
function scarcest(
  db: Connection,
  conditions: readonly Condition[],
  few: number,
): { condition: Condition; few: boolean } | null {
  const counted = conditions.map((condition) => ({ condition, rows: foundUpTo(db, condition, few) }))
  const [first] = counted.toSorted((a, b) => a.rows - b.rows)
  return first ? { condition: first.condition, few: first.rows < few } : null
}

/** Conditions as a WHERE clause, of which one may go by its index, in its usual way or by another. */
function where(conditions: readonly Condition[], driving: Condition | null, by?: Piece): Piece {
  const asked = conditions.map((each) => (each === driving ? (by ?? each.drive) : each.test))
  return {
    sql: asked.length === 0 ? '' : `WHERE ${asked.map(({ sql }) => sql).join(' AND ')}`,
    values: asked.flatMap(({ values }) => values),
  }
}

/** Ids of the declarations on a page. `few` is for tests: what is found is the same whichever way it is found. */
export function selectDeclarationPage(
  db: Connection,
  sought: Sought,
  sort: DeclarationsSort,
  { offset, limit }: Page,
  few = fewRows,
): string[] {
  const { asked, isSorted, ids, from, columns } = wayTo(db, sought, 'declarations', sort, few)
  return prepared<(string | number)[], string>(
    db,
    `SELECT d.id FROM ${from.sql} ${asked.sql} ${ids?.test ?? ''}
     ${orderBy(columns, sort.direction, isSorted)} LIMIT ? OFFSET ?`,
  )
    .pluck()
    .all(...from.values, ...asked.values, ...(ids?.span ?? []), limit, offset)
}

/** Places of the items on a page; `few` as above. */
export function selectItemPage(
  db: Connection,
  sought: Sought,
  sort: ItemsSort,
  { offset, limit }: Page,
  few = fewRows,
): DeclarationPosition[] {
  const { asked, isSorted, ids, from, columns } = wayTo(db, sought, 'items', sort, few)
  return prepared<(string | number)[], DeclarationPosition>(
    db,
    `SELECT i.declaration, i.position FROM ${from.sql} ${asked.sql} ${ids?.test ?? ''}
     ${orderBy(columns, sort.direction, isSorted)} LIMIT ? OFFSET ?`,
  ).all(...from.values, ...asked.values, ...(ids?.span ?? []), limit, offset)
}

type Direction = 'ascending' | 'descending'

/** @param isSorted what is found is sorted, and no index of the order walked along */
const orderBy = (columns: readonly string[], direction: Direction, isSorted: boolean): string =>
  `ORDER BY ${columns.map((column) => `${isSorted ? '+' : ''}${column}${direction === 'descending' ? ' DESC' : ''}`).join(', ')}`

/** How a page is found. */
interface Way {
  from: Piece
  asked: Piece
  /** Where an index is walked along: all that is found has ids in this span. */
  ids: { test: string; span: [string, string] } | null
  columns: readonly string[]
  isSorted: boolean
}

/** An index of the headers that has the order and their ids is walked by itself: only what is in the span is looked up. */
const leaping = 'declaration w CROSS JOIN declaration d ON d.id = w.id'
const ofLeaping = (columns: readonly string[]): string[] =>
  columns.map((column) => column.replace('d.', 'w.'))

/** By a condition that finds few, or along an index that has the order. */
function wayTo(
  db: Connection,
  sought: Sought,
  of: Of,
  { column }: DeclarationsSort | ItemsSort,
  few: number,
): Way {
  const conditions = conditionsOf(db, sought, of, few)
  const isOfItems = of === 'items'
  const columns = isOfItems ? itemOrder[column as ItemsSort['column']] : headerOrder[column as HeaderSort]
  const asksHeader = column === 'date' || conditions.some((each) => each.asksHeader)
  const startsAt = (driving: Condition | null): Piece =>
    isOfItems
      ? fromOf(driving, column === 'date' ? 'd' : 'i', asksHeader)
      : { sql: 'declaration d', values: [] }
  const span = idsOfSpan(db, withDatesOf(sought.filter, sought.goods))
  // Numbers go by dates too, and their index is the one that SQLite does not walk by itself.
  const scarce = scarcest(db, conditions, span && column === 'number' ? few * 2 : few)
  if (scarce?.few) {
    const { condition } = scarce
    const isSorted = condition.inOrder !== undefined || !condition.orders.includes(column)
    return { from: startsAt(condition), asked: where(conditions, condition), ids: null, columns, isSorted }
  }
  const isOfHeaders = !isOfItems || column === 'date'
  if (span && isOfHeaders) {
    const from = isOfItems ? `${leaping} CROSS JOIN declaration_item i ON i.declaration = d.id` : leaping
    return {
      from: { sql: from, values: [] },
      asked: where(conditions, null),
      ids: { test: 'AND +w.id BETWEEN ? AND ?', span },
      columns: ofLeaping(columns),
      isSorted: false,
    }
  }
  const ofOrder = conditions.filter(({ orders }) => orders.includes(column))
  const driving = scarcest(db, ofOrder, few)?.condition ?? null
  const asked = where(conditions, driving, driving?.inOrder?.drive)
  const way = { from: startsAt(driving), asked, ids: null, columns, isSorted: false }
  const inOrder = driving?.inOrder
  if (!inOrder) return span ? { ...way, ids: { test: 'AND +i.declaration BETWEEN ? AND ?', span } } : way
  return {
    ...way,
    from: { sql: asksHeader ? `${inOrder.from} ${theirHeaders}` : inOrder.from, values: [] },
    ids: span && { test: 'AND i.declaration BETWEEN ? AND ?', span },
    columns: inOrder.columns,
  }
}

const fromHeaders = 'declaration d CROSS JOIN declaration_item i ON i.declaration = d.id'
const theirHeaders = 'CROSS JOIN declaration d ON d.id = i.declaration'
const fromItems = `declaration_item i ${theirHeaders}`

/** Items, with their declarations where these are looked at, from that which a condition goes by. */
function fromOf(driving: Condition | null, otherwise: 'd' | 'i', asksHeader: boolean): Piece {
  if (driving?.from) return driving.from
  if ((driving?.drives ?? otherwise) === 'd') return { sql: fromHeaders, values: [] }
  return { sql: asksHeader ? fromItems : 'declaration_item i', values: [] }
}

/** How many declarations, or items, a filter finds. */
export function countRows(db: Connection, sought: Sought, of: Of): number {
  const conditions = conditionsOf(db, sought, of)
  if (conditions.length === 0) {
    const table = of === 'items' ? 'declaration_item' : 'declaration'
    return prepared<[], { rows: number }>(db, `SELECT count(*) AS rows FROM ${table}`).get()?.rows ?? 0
  }
  const driving = scarcest(db, conditions, fewRows)?.condition ?? null
  const asked = where(conditions, driving)
  const asksHeader = conditions.some((each) => each.asksHeader)
  const from = of === 'declarations' ? { sql: 'declaration d', values: [] } : fromOf(driving, 'd', asksHeader)
  return (
    prepared<(string | number)[], { rows: number }>(
      db,
      `SELECT count(*) AS rows FROM ${from.sql} ${asked.sql}`,
    ).get(...from.values, ...asked.values)?.rows ?? 0
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
  of: Of,
): { totals: FoundTotals; values: { currency: string | null; minor: number }[] } {
  const conditions = conditionsOf(db, sought, of)
  const driving = scarcest(db, conditions, fewRows)?.condition ?? null
  const asked = where(conditions, driving)
  const from = of === 'declarations' ? { sql: 'declaration d', values: [] } : fromOf(driving, 'd', true)
  const perDeclaration =
    of === 'declarations'
      ? `SELECT d.currency, d.gross_grams AS gross,
           (SELECT count(*) FROM declaration_item i WHERE i.declaration = d.id) AS items,
           (SELECT sum(i.net_grams) FROM declaration_item i WHERE i.declaration = d.id) AS net,
           (SELECT sum(i.value_minor) FROM declaration_item i WHERE i.declaration = d.id) AS value, d.id
         FROM ${from.sql} ${asked.sql}`
      : `SELECT d.currency, d.gross_grams AS gross, count(*) AS items, sum(i.net_grams) AS net,
           sum(i.value_minor) AS value, d.id
         FROM ${from.sql} ${asked.sql} GROUP BY d.id`
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
  ).all(...from.values, ...asked.values)
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

/** Rows of declarations behind one in the order of writing, for an export. */
export function selectDeclarationsPart(
  db: Connection,
  sought: Sought,
  after: DeclarationPosition | null,
  limit: number,
): StoredDeclarationRow[] {
  const asked = where(conditionsOf(db, sought, 'declarations'), null)
  return prepared<(string | number)[], StoredDeclarationRow>(
    db,
    `SELECT ${declarationColumns} FROM declaration d ${asked.sql || 'WHERE 1'} AND d.id > ? ORDER BY d.id LIMIT ?`,
  ).all(...asked.values, after?.declaration ?? '', limit)
}

/** Rows of items, likewise. */
export function selectItemsPart(
  db: Connection,
  sought: Sought,
  after: DeclarationPosition | null,
  limit: number,
): StoredItemRow[] {
  const asked = where(conditionsOf(db, sought, 'items'), null)
  return prepared<(string | number)[], StoredItemRow>(
    db,
    `SELECT ${itemColumns} FROM ${fromItems} ${asked.sql || 'WHERE 1'} AND (i.declaration, i.position) > (?, ?)
     ORDER BY i.declaration, i.position LIMIT ?`,
  ).all(...asked.values, after?.declaration ?? '', after?.position ?? 0, limit)
}
