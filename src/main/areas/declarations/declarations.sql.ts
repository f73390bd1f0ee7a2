import type {
  DeclarationEventKind,
  DeclarationState,
  PartyRole,
  TradeDirection,
  TransportMode,
} from '../../../shared/trade/trade-words.ts'
import type { Connection } from '../../book/connection.ts'
import { prepared } from '../../book/statements.ts'

/** A declaration's header as the book keeps it. */
export interface StoredHeader {
  id: string
  number: string | null
  date: string
  checkpoint: string
  direction: TradeDirection
  state: DeclarationState
  tradeMode: string | null
  transportMode: TransportMode | null
  consignor: string | null
  consignee: string | null
  declarant: string | null
  partner: string | null
  incoterm: string | null
  currency: string | null
  packages: number | null
  grossGrams: number | null
  releasedDate: string | null
  clearedDate: string | null
  countedDate: string | null
  amended: number | null
  accepted: string | null
  revision: number
}

export interface StoredItem {
  hsCode: string | null
  goods: string | null
  quantityMillionths: number | null
  unit: string | null
  secondQuantityMillionths: number | null
  secondUnit: string | null
  netGrams: number | null
  valueMinor: number | null
  origin: string | null
  destination: string | null
}

export interface StoredVehicle {
  plate: string
  trailer: string | null
  weighbridgeGrams: number | null
  crossingDate: string | null
  manifest: string | null
}

export interface StoredEvent {
  kind: DeclarationEventKind
  date: string
  reason: string | null
}

export function selectHeader(db: Connection, id: string): StoredHeader | undefined {
  return prepared<[string], StoredHeader>(
    db,
    `SELECT id, number, date, checkpoint, direction, state, trade_mode AS tradeMode,
            transport_mode AS transportMode, consignor, consignee, declarant, partner, incoterm, currency, packages,
            gross_grams AS grossGrams, released_date AS releasedDate, cleared_date AS clearedDate,
            counted_date AS countedDate, amended, accepted, revision
     FROM declaration WHERE id = ?`,
  ).get(id)
}

export function selectItems(db: Connection, id: string): StoredItem[] {
  return prepared<[string], StoredItem>(
    db,
    `SELECT hs_code AS hsCode, goods, quantity_millionths AS quantityMillionths, unit,
            second_quantity_millionths AS secondQuantityMillionths, second_unit AS secondUnit,
            net_grams AS netGrams, value_minor AS valueMinor, origin, destination
     FROM declaration_item WHERE declaration = ? ORDER BY position`,
  ).all(id)
}

export function selectVehicles(db: Connection, id: string): StoredVehicle[] {
  return prepared<[string], StoredVehicle>(
    db,
    `SELECT plate, trailer, weighbridge_grams AS weighbridgeGrams, crossing_date AS crossingDate, manifest
     FROM declaration_vehicle WHERE declaration = ? ORDER BY position`,
  ).all(id)
}

export function selectEvents(db: Connection, id: string): StoredEvent[] {
  return prepared<[string], StoredEvent>(
    db,
    'SELECT kind, date, reason FROM declaration_event WHERE declaration = ? ORDER BY position',
  ).all(id)
}

/** The declaration that has a number, or undefined. */
export function declarationWithNumber(
  db: Connection,
  number: string,
): { id: string; date: string } | undefined {
  return prepared<[string], { id: string; date: string }>(
    db,
    'SELECT id, date FROM declaration WHERE number = ?',
  ).get(number)
}

/** Parties in one role or in any, each name once: the most used first. */
export function selectParties(
  db: Connection,
  role: PartyRole | null,
): IterableIterator<{ name: string; declarations: number; lastDate: string }> {
  const rows = prepared<[PartyRole | null], { name: string; declarations: number; lastDate: string }>(
    db,
    `SELECT name, sum(declarations) AS declarations, max(last_date) AS lastDate FROM party_use
     WHERE role = coalesce(?, role) GROUP BY name ORDER BY sum(declarations) DESC, max(last_date) DESC, name`,
  )
  return rows.all(role)[Symbol.iterator]()
}
