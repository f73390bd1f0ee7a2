import type {
  DeclarationItem,
  DeclarationRecord,
  DeclarationVehicle,
} from '../../../shared/contract/declarations.ts'
import type { Batch } from '../../book/batch.ts'
import type { Connection } from '../../book/connection.ts'
import type { Row } from '../../book/journal.ts'
import { type StoredHeader, type StoredItem, selectItems, selectVehicles } from './declarations.sql.ts'

/** Between a declaration as it is written and its rows in the book. */

export function recordOf(db: Connection, header: StoredHeader): DeclarationRecord {
  const { number, date, checkpoint, direction, tradeMode, transportMode, consignor, consignee } = header
  const { declarant, partner, incoterm, currency, packages, grossGrams } = header
  return {
    ...{ number, date, checkpoint, direction, tradeMode, transportMode, consignor, consignee, declarant },
    ...{ partner, incoterm, currency, packages, grossGrams },
    items: selectItems(db, header.id).map(itemOf),
    vehicles: selectVehicles(db, header.id).map((vehicle) => ({ ...vehicle })),
  }
}

function itemOf(stored: StoredItem): DeclarationItem {
  const { hsCode, goods, netGrams, valueMinor, origin, destination } = stored
  return {
    ...{ hsCode, goods, netGrams, valueMinor, origin, destination },
    quantity: quantityOf(stored.quantityMillionths, stored.unit),
    secondQuantity: quantityOf(stored.secondQuantityMillionths, stored.secondUnit),
  }
}

const quantityOf = (millionths: number | null, unit: string | null): DeclarationItem['quantity'] =>
  millionths === null && unit === null ? null : { millionths, unit }

/** The columns of the header that the record says. */
export function headerRow(record: DeclarationRecord): Row {
  return {
    number: record.number,
    date: record.date,
    checkpoint: record.checkpoint,
    direction: record.direction,
    trade_mode: record.tradeMode,
    transport_mode: record.transportMode,
    consignor: record.consignor,
    consignee: record.consignee,
    declarant: record.declarant,
    partner: record.partner,
    incoterm: record.incoterm,
    currency: record.currency,
    packages: record.packages,
    gross_grams: record.grossGrams,
  }
}

/** The columns of the header that say how far the declaration is. */
export function stateRow(
  header: Pick<
    StoredHeader,
    'state' | 'releasedDate' | 'clearedDate' | 'countedDate' | 'amended' | 'accepted' | 'revision'
  >,
): Row {
  return {
    state: header.state,
    released_date: header.releasedDate,
    cleared_date: header.clearedDate,
    counted_date: header.countedDate,
    amended: header.amended,
    accepted: header.accepted,
    revision: header.revision,
  }
}

export function itemRow(item: DeclarationItem): Row {
  return {
    hs_code: item.hsCode,
    goods: item.goods,
    quantity_millionths: item.quantity?.millionths ?? null,
    unit: item.quantity?.unit ?? null,
    second_quantity_millionths: item.secondQuantity?.millionths ?? null,
    second_unit: item.secondQuantity?.unit ?? null,
    net_grams: item.netGrams,
    value_minor: item.valueMinor,
    origin: item.origin,
    destination: item.destination,
  }
}

function vehicleRow(vehicle: DeclarationVehicle): Row {
  return {
    plate: vehicle.plate,
    trailer: vehicle.trailer,
    weighbridge_grams: vehicle.weighbridgeGrams,
    crossing_date: vehicle.crossingDate,
    manifest: vehicle.manifest,
  }
}

/**
 * Makes the items and vehicles of a declaration those of the record; rows that say so already are left alone.
 * @param before how many there are of each
 */
export function putLists(
  batch: Batch,
  id: string,
  record: DeclarationRecord,
  before: { items: number; vehicles: number },
): void {
  for (const [index, item] of record.items.entries()) {
    batch.put('declaration_item', [id, index + 1], itemRow(item))
  }
  for (let position = before.items; position > record.items.length; position -= 1) {
    batch.remove('declaration_item', [id, position])
  }
  for (const [index, vehicle] of record.vehicles.entries()) {
    batch.put('declaration_vehicle', [id, index + 1], vehicleRow(vehicle))
  }
  for (let position = before.vehicles; position > record.vehicles.length; position -= 1) {
    batch.remove('declaration_vehicle', [id, position])
  }
}
