import type { DeclarationItem, DeclarationRecord } from '../../../../shared/contract/declarations.ts'
import { texts } from '../../../../shared/languages/index.ts'
import { languageOrder } from '../../../../shared/languages/names.ts'
import { countries } from '../../../../shared/trade/countries.ts'
import { minorDigits } from '../../../../shared/trade/currencies.ts'
import {
  type ExactFault,
  exactText,
  mostGrams,
  mostMillionths,
  mostMinor,
  parseExact,
} from '../../../../shared/trade/exact.ts'
import { commaIn } from '../../../../shared/trade/format-exact.ts'
import { type TradeDirection, type TransportMode, tradeUnits } from '../../../../shared/trade/trade-words.ts'
import type { Language } from '../../../../shared/words.ts'
import { parseTypedDate, plainDigits } from '../../../lib/days.ts'
import { countryName } from '../country-names.ts'
import { parseWeight } from '../typed-weight.ts'

/** A declaration as it stands in the fields: texts, as somebody typed them. */

export const headerFields = [
  'number',
  'date',
  'checkpoint',
  'direction',
  'tradeMode',
  'transportMode',
  'partner',
  'consignor',
  'consignee',
  'declarant',
  'incoterm',
  'currency',
  'packages',
  'grossGrams',
] as const
export type HeaderField = (typeof headerFields)[number]

/** In the order in which a block is pasted. */
export const itemColumns = [
  'hsCode',
  'goods',
  'quantity',
  'unit',
  'netGrams',
  'valueMinor',
  'origin',
  'destination',
  'secondQuantity',
  'secondUnit',
] as const
export type ItemColumn = (typeof itemColumns)[number]

export const vehicleColumns = ['plate', 'trailer', 'weighbridgeGrams', 'crossingDate', 'manifest'] as const
export type VehicleColumn = (typeof vehicleColumns)[number]

export type TypedRow<Column extends string> = Record<Column, string>

export interface TypedDeclaration {
  header: Record<HeaderField, string>
  items: TypedRow<ItemColumn>[]
  vehicles: TypedRow<VehicleColumn>[]
}

/** Why a field cannot be read, by its path in the record. */
export type Faults = ReadonlyMap<string, ExactFault | 'no-date'>

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
    value === null ? '' : exactText(value, digits, least)
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
  const faults = new Map<string, ExactFault | 'no-date'>()
  const comma = commaIn(language)
  const text = (typedText: string): string | null => (typedText.trim() === '' ? null : typedText.trim())
  const exact = (path: string, typedText: string, digits: number, most: number): number | null => {
    if (typedText.trim() === '') return null
    const read = parseExact(typedText, digits, most, comma)
    if ('value' in read) return read.value
    faults.set(path, read.fault)
    return null
  }
  const grams = (path: string, typedText: string): number | null => {
    if (typedText.trim() === '') return null
    const read = parseWeight(typedText, language)
    if ('value' in read) return read.value
    faults.set(path, read.fault)
    return null
  }
  const date = (path: string, typedText: string): string | null => {
    if (typedText.trim() === '') return null
    const read = parseTypedDate(typedText, typed.header.date)
    if (read === null) faults.set(path, 'no-date')
    return read
  }
  const quantity = (path: string, amount: string, unit: string): DeclarationItem['quantity'] => {
    const millionths = exact(path, amount, 6, mostMillionths)
    const known = unit.trim() === '' ? null : unitOf(unit)
    return millionths === null && known === null ? null : { millionths, unit: known }
  }
  const { header } = typed
  const currency = text(header.currency)?.toUpperCase() ?? null
  const items = keptRows(typed.items)
  const vehicles = keptRows(typed.vehicles)
  const dateRead = parseTypedDate(header.date, header.date)
  if (dateRead === null) faults.set('date', 'no-date')
  const record: DeclarationRecord = {
    number: text(header.number),
    date: dateRead ?? header.date,
    checkpoint: header.checkpoint,
    direction: header.direction as TradeDirection,
    tradeMode: text(header.tradeMode),
    transportMode: text(header.transportMode) as TransportMode | null,
    consignor: text(header.consignor),
    consignee: text(header.consignee),
    declarant: text(header.declarant),
    partner: countryOf(header.partner),
    incoterm: text(header.incoterm)?.toUpperCase() ?? null,
    currency,
    packages: exact('packages', header.packages, 0, mostGrams),
    grossGrams: grams('grossGrams', header.grossGrams),
    items: items.map(({ row }, index) => {
      const path = `items.${index}`
      return {
        hsCode: text(row.hsCode),
        goods: text(row.goods),
        quantity: quantity(`${path}.quantity`, row.quantity, row.unit),
        secondQuantity: quantity(`${path}.secondQuantity`, row.secondQuantity, row.secondUnit),
        netGrams: grams(`${path}.netGrams`, row.netGrams),
        valueMinor: exact(`${path}.valueMinor`, row.valueMinor, minorDigits(currency ?? ''), mostMinor),
        origin: countryOf(row.origin),
        destination: countryOf(row.destination),
      }
    }),
    vehicles: vehicles.map(({ row }, index) => ({
      plate: row.plate.trim(),
      trailer: text(row.trailer),
      weighbridgeGrams: grams(`vehicles.${index}.weighbridgeGrams`, row.weighbridgeGrams),
      crossingDate: date(`vehicles.${index}.crossingDate`, row.crossingDate),
      manifest: text(row.manifest),
    })),
  }
  return {
    record,
    faults,
    itemRows: items.map(({ at }) => at),
    vehicleRows: vehicles.map(({ at }) => at),
  }
}

const keptRows = <Column extends string>(rows: readonly TypedRow<Column>[]) =>
  rows.map((row, at) => ({ row, at })).filter(({ row }) => !isEmpty(row))

const plain = (text: string): string => plainDigits(text).trim().toLowerCase()

/** Every word that stands for one of some codes: the code itself, and what it is called in each language. */
function wordsOf(codes: readonly string[], nameOf: (code: string, language: Language) => string) {
  let known: Map<string, string> | null = null
  return (word: string): string | undefined => {
    // The first of two that are called the same, and codes before names.
    known ??= new Map(
      [
        ...codes.map((code): [string, string] => [plain(code), code]),
        ...codes.flatMap((code) =>
          languageOrder.map((language): [string, string] => [plain(nameOf(code, language)), code]),
        ),
      ].toReversed(),
    )
    return known.get(plain(word))
  }
}
const countryNamed = wordsOf(countries, countryName)
const unitNamed = wordsOf(tradeUnits, unitWord)

/** A country by its code or its name in any language; what is neither stays, to be refused at its field. */
export function countryOf(typed: string): string | null {
  return typed.trim() === '' ? null : (countryNamed(typed) ?? typed.trim())
}

/** A unit by its code or its word in any language; what is neither stays, to be refused at its field. */
export const unitOf = (typed: string): string => unitNamed(typed) ?? typed.trim()

/** The word of a unit; of one that the program does not know, its code. */
export function unitWord(unit: string | null, language: Language): string {
  const known = tradeUnits.find((each) => each === unit)
  return known ? texts[language].trade.units[known] : (unit ?? '')
}

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
