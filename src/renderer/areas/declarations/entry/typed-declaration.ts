import type { DeclarationItem, DeclarationRecord } from '../../../../shared/contract/declarations.ts'
import { minorDigits } from '../../../../shared/trade/currencies.ts'
import { mostGrams } from '../../../../shared/trade/exact.ts'
import { typedExact } from '../../../../shared/trade/format-exact.ts'
import type { TradeDirection, TransportMode } from '../../../../shared/trade/trade-words.ts'
import type { Language } from '../../../../shared/words.ts'
import { parseTypedDate } from '../../../lib/days.ts'
import { countryName } from '../country-names.ts'
import { type Fault, readItem, readVehicle, TypedCells, typedText } from './read-rows.ts'
import {
  headerFields,
  type ItemColumn,
  itemColumns,
  type TypedDeclaration,
  type TypedRow,
  type VehicleColumn,
  vehicleColumns,
} from './typed-rows.ts'
import { countryOf, unitWord } from './typed-words.ts'

/** Why a field cannot be read, by its path in the record. */
export type Faults = ReadonlyMap<string, Fault>

export interface ReadDeclaration {
  record: DeclarationRecord
  faults: Faults
  /** Of each item and vehicle of the record, the row that it was typed in: empty rows are left out. */
  itemRows: number[]
  vehicleRows: number[]
}

const emptyRow = <Column extends string>(columns: readonly Column[]): TypedRow<Column> =>
  Object.fromEntries(columns.map((column) => [column, ''])) as TypedRow<Column>

export const emptyItem = (): TypedRow<ItemColumn> => emptyRow(itemColumns)
export const emptyVehicle = (): TypedRow<VehicleColumn> => emptyRow(vehicleColumns)

export function emptyDeclaration(date: string, checkpoint: string): TypedDeclaration {
  const header = { ...emptyRow(headerFields), date, checkpoint, direction: 'import', transportMode: 'road' }
  return { header, items: [], vehicles: [] }
}

const isEmpty = (row: Record<string, string>): boolean =>
  Object.values(row).every((text) => text.trim() === '')

/** What a record says, as it can be typed again: countries and units by their words in the reader's language. */
export function typedFrom(record: DeclarationRecord, language: Language): TypedDeclaration {
  const text = (value: string | null): string => value ?? ''
  const country = (code: string | null): string => countryName(code, language)
  const unit = (quantity: DeclarationItem['quantity']): string => unitWord(quantity?.unit ?? null, language)
  const exact = (value: number | null, digits: number, least = 0): string =>
    value === null ? '' : typedExact(value, digits, language, least)
  const digits = minorDigits(record.currency ?? '')
  return {
    header: {
      number: text(record.number),
      date: record.date,
      checkpoint: record.checkpoint,
      direction: record.direction,
      tradeMode: text(record.tradeMode),
      transportMode: text(record.transportMode),
      partner: country(record.partner),
      consignor: text(record.consignor),
      consignee: text(record.consignee),
      declarant: text(record.declarant),
      incoterm: text(record.incoterm),
      currency: text(record.currency),
      packages: record.packages === null ? '' : String(record.packages),
      grossGrams: exact(record.grossGrams, 3),
    },
    items: record.items.map((item) => ({
      hsCode: text(item.hsCode),
      goods: text(item.goods),
      quantity: exact(item.quantity?.millionths ?? null, 6),
      unit: unit(item.quantity),
      netGrams: exact(item.netGrams, 3),
      valueMinor: exact(item.valueMinor, digits, digits),
      origin: country(item.origin),
      destination: country(item.destination),
      secondQuantity: exact(item.secondQuantity?.millionths ?? null, 6),
      secondUnit: unit(item.secondQuantity),
    })),
    vehicles: record.vehicles.map((vehicle) => ({
      plate: vehicle.plate,
      trailer: text(vehicle.trailer),
      weighbridgeGrams: exact(vehicle.weighbridgeGrams, 3),
      crossingDate: text(vehicle.crossingDate),
      manifest: text(vehicle.manifest),
    })),
  }
}

/** Reads what is typed into a record; whatever cannot be read is null there and among the faults. */
export function readTyped(typed: TypedDeclaration, language: Language): ReadDeclaration {
  const { header } = typed
  const faults = new Map<string, Fault>()
  const cells = new TypedCells(language, header.date)
  const tell = (path: string, read: { faults: readonly (readonly [string, Fault])[] }) => {
    for (const [field, fault] of read.faults) faults.set(`${path}${field}`, fault)
  }
  const currency = typedText(header.currency)?.toUpperCase() ?? null
  const items = keptRows(typed.items)
  const vehicles = keptRows(typed.vehicles)
  const dateRead = parseTypedDate(header.date, header.date)
  if (dateRead === null) faults.set('date', 'no-date')
  const record: DeclarationRecord = {
    number: typedText(header.number),
    date: dateRead ?? header.date,
    checkpoint: header.checkpoint,
    direction: header.direction as TradeDirection,
    tradeMode: typedText(header.tradeMode),
    transportMode: typedText(header.transportMode) as TransportMode | null,
    consignor: typedText(header.consignor),
    consignee: typedText(header.consignee),
    declarant: typedText(header.declarant),
    partner: countryOf(header.partner),
    incoterm: typedText(header.incoterm)?.toUpperCase() ?? null,
    currency,
    packages: cells.exact('packages', header.packages, 0, mostGrams),
    grossGrams: cells.grams('grossGrams', header.grossGrams),
    items: items.map(({ row }, index) => {
      const read = readItem(row, language, currency)
      tell(`items.${index}.`, read)
      return read.item
    }),
    vehicles: vehicles.map(({ row }, index) => {
      const read = readVehicle(row, language, header.date)
      tell(`vehicles.${index}.`, read)
      return read.vehicle
    }),
  }
  tell('', cells)
  return {
    record,
    faults,
    itemRows: items.map(({ at }) => at),
    vehicleRows: vehicles.map(({ at }) => at),
  }
}

const keptRows = <Column extends string>(rows: readonly TypedRow<Column>[]) =>
  rows.map((row, at) => ({ row, at })).filter(({ row }) => !isEmpty(row))

/**
 * Which field a path of the record is: of the header, or of a typed row of one of the lists.
 * @param path such as `record.items.2.quantity.unit`
 */
export function fieldOfPath(
  path: string,
  { itemRows, vehicleRows }: Pick<ReadDeclaration, 'itemRows' | 'vehicleRows'>,
): string {
  const [list = '', index, field = '', part] = path.replace(/^record\./, '').split('.')
  if (list !== 'items' && list !== 'vehicles') return list
  const row = (list === 'items' ? itemRows : vehicleRows)[Number(index)] ?? 0
  if (part === 'unit') return `${list}.${row}.${field === 'secondQuantity' ? 'secondUnit' : 'unit'}`
  return `${list}.${row}.${field}`
}
