import type { DeclarationState, TradeDirection, TransportMode } from '../../../../shared/trade/trade-words.ts'
import type { Connection } from '../../../book/connection.ts'
import { prepared } from '../../../book/statements.ts'

/** Rows of the tables by their keys: few at a time. */

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

export function selectDeclarationRow(db: Connection, id: string): StoredDeclarationRow | undefined {
  return prepared<[string], StoredDeclarationRow>(
    db,
    `SELECT ${headerColumns}, d.gross_grams AS grossGrams,
       coalesce((SELECT sum(i.net_grams) FROM declaration_item i WHERE i.declaration = d.id), 0) AS netGrams,
       coalesce((SELECT sum(i.value_minor) FROM declaration_item i WHERE i.declaration = d.id), 0) AS valueMinor,
       (SELECT count(*) FROM declaration_item i WHERE i.declaration = d.id) AS items,
       (SELECT count(*) FROM declaration_vehicle v WHERE v.declaration = d.id) AS vehicles,
       (SELECT i.goods FROM declaration_item i WHERE i.declaration = d.id ORDER BY i.position LIMIT 1) AS goods
     FROM declaration d WHERE d.id = ?`,
  ).get(id)
}

export function selectItemRow(db: Connection, id: string, position: number): StoredItemRow | undefined {
  return prepared<[string, number], StoredItemRow>(
    db,
    `SELECT ${headerColumns}, i.position, i.hs_code AS hsCode, i.goods, i.quantity_millionths AS quantityMillionths,
       i.unit, i.net_grams AS netGrams, i.value_minor AS valueMinor, i.origin, i.destination
     FROM declaration_item i JOIN declaration d ON d.id = i.declaration
     WHERE i.declaration = ? AND i.position = ?`,
  ).get(id, position)
}
