import type { DeclarationPosition } from '../../../../shared/contract/declarations-table.ts'
import type { DeclarationState, TradeDirection, TransportMode } from '../../../../shared/trade/trade-words.ts'
import type { Connection } from '../../../book/connection.ts'
import { prepared } from '../../../book/statements.ts'

/** What a row of the tables says, and rows of a page by their keys. */

interface HeaderColumns {
  declaration: string
  number: string | null
  date: string
  countedDate: string | null
  state: DeclarationState
  amended: number | null
  checkpoint: string
  direction: TradeDirection
  transportMode: TransportMode | null
  consignor: string | null
  consignee: string | null
  partner: string | null
  currency: string | null
}

export interface StoredDeclarationRow extends HeaderColumns {
  grossGrams: number | null
  netGrams: number
  valueMinor: number
  items: number
  vehicles: number
  goods: string | null
}

export interface StoredItemRow extends HeaderColumns {
  position: number
  hsCode: string | null
  goods: string | null
  quantityMillionths: number | null
  unit: string | null
  netGrams: number | null
  valueMinor: number | null
  origin: string | null
  destination: string | null
}

const headerColumns = `d.id AS declaration, d.number, d.date, d.counted_date AS countedDate, d.state, d.amended,
  d.checkpoint, d.direction, d.transport_mode AS transportMode, d.consignor, d.consignee, d.partner, d.currency`

/** Columns of a row of declarations `d`. */
export const declarationColumns = `${headerColumns}, d.gross_grams AS grossGrams,
  coalesce((SELECT sum(item.net_grams) FROM declaration_item item WHERE item.declaration = d.id), 0) AS netGrams,
  coalesce((SELECT sum(item.value_minor) FROM declaration_item item WHERE item.declaration = d.id), 0) AS valueMinor,
  (SELECT count(*) FROM declaration_item item WHERE item.declaration = d.id) AS items,
  (SELECT count(*) FROM declaration_vehicle vehicle WHERE vehicle.declaration = d.id) AS vehicles,
  (SELECT item.goods FROM declaration_item item WHERE item.declaration = d.id ORDER BY item.position LIMIT 1) AS goods`

/** Columns of a row of items `i`, their declarations being `d`. */
export const itemColumns = `${headerColumns}, i.position, i.hs_code AS hsCode, i.goods,
  i.quantity_millionths AS quantityMillionths, i.unit, i.net_grams AS netGrams, i.value_minor AS valueMinor, i.origin,
  i.destination`

/** Rows of declarations by their ids, in the order of these. */
export function selectDeclarationRows(db: Connection, ids: readonly string[]): StoredDeclarationRow[] {
  return prepared<[string], StoredDeclarationRow>(
    db,
    `SELECT ${declarationColumns} FROM json_each(?) place CROSS JOIN declaration d ON d.id = place.value
     ORDER BY place.key`,
  ).all(JSON.stringify(ids))
}

/** Rows of items by their places, in the order of these. */
export function selectItemRows(db: Connection, places: readonly DeclarationPosition[]): StoredItemRow[] {
  return prepared<[string], StoredItemRow>(
    db,
    `SELECT ${itemColumns} FROM json_each(?) place
     CROSS JOIN declaration_item i ON i.declaration = place.value ->> 0 AND i.position = place.value ->> 1
     CROSS JOIN declaration d ON d.id = i.declaration
     ORDER BY place.key`,
  ).all(JSON.stringify(places.map(({ declaration, position }) => [declaration, position])))
}
