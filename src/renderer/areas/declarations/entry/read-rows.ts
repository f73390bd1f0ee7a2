import type { DeclarationItem, DeclarationVehicle } from '../../../../shared/contract/declarations.ts'
import { minorDigits } from '../../../../shared/trade/currencies.ts'
import { type ExactFault, mostMillionths, mostMinor, parseExact } from '../../../../shared/trade/exact.ts'
import { commaIn } from '../../../../shared/trade/format-exact.ts'
import type { Language } from '../../../../shared/words.ts'
import { parseTypedDate } from '../../../lib/days.ts'
import { parseWeight } from '../typed-weight.ts'
import type { ItemColumn, TypedRow, VehicleColumn } from './typed-rows.ts'
import { countryOf, unitOf } from './typed-words.ts'

/** Why a field cannot be read. */
export type Fault = ExactFault | 'no-date'

export const typedText = (text: string): string | null => (text.trim() === '' ? null : text.trim())

/** Reads typed fields; what cannot be read is null and among the faults, by its field. */
export class TypedCells {
  readonly faults: (readonly [string, Fault])[] = []
  readonly #language: Language
  readonly #near: string

  /** @param near the date that one without a year is near */
  constructor(language: Language, near: string) {
    this.#language = language
    this.#near = near
  }

  exact(field: string, text: string, digits: number, most: number): number | null {
    return this.#read(field, text, () => parseExact(text, digits, most, commaIn(this.#language)))
  }

  grams(field: string, text: string): number | null {
    return this.#read(field, text, () => parseWeight(text, this.#language))
  }

  date(field: string, text: string): string | null {
    return this.#read(field, text, () => {
      const value = parseTypedDate(text, this.#near)
      return value === null ? { fault: 'no-date' } : { value }
    })
  }

  #read<Value>(field: string, text: string, read: () => { value: Value } | { fault: Fault }): Value | null {
    if (text.trim() === '') return null
    const said = read()
    if ('value' in said) return said.value
    this.faults.push([field, said.fault])
    return null
  }
}

interface ReadItem {
  item: DeclarationItem
  faults: readonly (readonly [string, Fault])[]
}

/** What was read of a row: of thousands only the one that is typed in is read anew. */
const readItems = new WeakMap<TypedRow<ItemColumn>, ReadItem & { by: string }>()

/** @param currency by whose minor units the value is read */
export function readItem(row: TypedRow<ItemColumn>, language: Language, currency: string | null): ReadItem {
  const by = `${language} ${currency}`
  const known = readItems.get(row)
  if (known?.by === by) return known
  const cells = new TypedCells(language, '')
  const quantity = (field: string, amount: string, unit: string): DeclarationItem['quantity'] => {
    const millionths = cells.exact(field, amount, 6, mostMillionths)
    const known = unit.trim() === '' ? null : unitOf(unit)
    return millionths === null && known === null ? null : { millionths, unit: known }
  }
  const item: DeclarationItem = {
    hsCode: typedText(row.hsCode),
    goods: typedText(row.goods),
    quantity: quantity('quantity', row.quantity, row.unit),
    secondQuantity: quantity('secondQuantity', row.secondQuantity, row.secondUnit),
    netGrams: cells.grams('netGrams', row.netGrams),
    valueMinor: cells.exact('valueMinor', row.valueMinor, minorDigits(currency ?? ''), mostMinor),
    origin: countryOf(row.origin),
    destination: countryOf(row.destination),
  }
  const read = { item, faults: cells.faults, by }
  readItems.set(row, read)
  return read
}

/** @param near the date of the declaration */
export function readVehicle(
  row: TypedRow<VehicleColumn>,
  language: Language,
  near: string,
): { vehicle: DeclarationVehicle; faults: readonly (readonly [string, Fault])[] } {
  const cells = new TypedCells(language, near)
  const vehicle: DeclarationVehicle = {
    plate: row.plate.trim(),
    trailer: typedText(row.trailer),
    weighbridgeGrams: cells.grams('weighbridgeGrams', row.weighbridgeGrams),
    crossingDate: cells.date('crossingDate', row.crossingDate),
    manifest: typedText(row.manifest),
  }
  return { vehicle, faults: cells.faults }
}
