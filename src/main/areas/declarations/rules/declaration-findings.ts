import type {
  DeclarationItem,
  DeclarationRecord,
  DeclarationVehicle,
  Finding,
  Question,
} from '../../../../shared/contract/declarations.ts'
import type { ErrorDetails } from '../../../../shared/errors.ts'
import { isHsCode } from '../../../../shared/tariff/hs-code.ts'
import { fitsMask } from '../../../../shared/trade/folding.ts'
import { unitKind } from '../../../../shared/trade/trade-words.ts'
import type { Connection } from '../../../book/connection.ts'
import { holdsOn, portModel } from '../../reference/port-model.ts'
import { type HsCodeState, hsCodeState } from '../../reference/trade/hs-code-state.ts'
import { numberFormatOn } from '../../reference/trade/number-format.ts'
import { declarationWithNumber } from '../declarations.sql.ts'
import { sameLoad } from './same-load.sql.ts'
import { ValueHistory } from './value-history.ts'

/** Everything the rules say to one record, in the order of its fields, what stops it first. */
export class DeclarationRules {
  readonly #db: Connection
  readonly #today: string
  readonly #values: ValueHistory
  readonly #codes = new Map<string, HsCodeState>()
  readonly #numberFormats = new Map<string, ReturnType<typeof numberFormatOn>>()

  /** @param today the port's date: nothing is declared for one to come */
  constructor(db: Connection, today: string) {
    this.#db = db
    this.#today = today
    this.#values = new ValueHistory(db)
  }

  /**
   * @param id of the declaration that the record is of; null for a new one
   * @param asksLoads whether to look for the same load in the book
   */
  findings(id: string | null, record: DeclarationRecord, asksLoads = true): Finding[] {
    const found = [
      ...missingFields(record),
      ...this.#header(id, record),
      ...weights(record),
      ...record.items.flatMap((item, index) => this.#item(record, item, index)),
      ...record.items.flatMap((item, index) => this.#value(id, record, item, index)),
      ...(asksLoads
        ? record.vehicles.flatMap((vehicle, index) => this.#load(id, record, vehicle, index))
        : []),
    ]
    const order = ['stops', 'asks', 'notes']
    return found.toSorted((a, b) => order.indexOf(a.weight) - order.indexOf(b.weight))
  }

  #header(id: string | null, record: DeclarationRecord): Finding[] {
    const { number, date } = record
    const found: Finding[] = []
    if (date > this.#today) found.push(stop('date-ahead', 'date', { date, today: this.#today }))
    const checkpoint = portModel(this.#db).checkpoints.get(record.checkpoint)
    if (checkpoint && !holdsOn(checkpoint, date)) {
      found.push(stop('checkpoint-not-in-service', 'checkpoint', { checkpoint: checkpoint.code, date }))
    }
    if (number !== null) {
      const format = this.#numberFormat(date)
      if (format && !format.masks.some((mask) => fitsMask(number, mask))) {
        found.push(stop('number-format', 'number', { number, mask: format.masks.join(' ') }))
      }
      const taken = declarationWithNumber(this.#db, number)
      if (taken && taken.id !== id) {
        found.push(stop('number-taken', 'number', { number, declaration: taken.id, date: taken.date }))
      }
    }
    const hasValue = record.items.some(({ valueMinor }) => valueMinor !== null)
    if (record.currency === null && hasValue) found.push(stop('field-missing', 'currency'))
    return found
  }

  #item(record: DeclarationRecord, item: DeclarationItem, index: number): Finding[] {
    const at = (field: string): string => `items.${index}.${field}`
    const found: Finding[] = []
    if (item.hsCode !== null) {
      const { state, units } = this.#codeState(item.hsCode, record.date)
      const known = [item.quantity, item.secondQuantity].flatMap((quantity) => quantity?.unit ?? [])
      const [statutory] = units
      if (statutory !== undefined && known.length > 0 && !known.some((unit) => unitFits(unit, statutory))) {
        found.push(ask('unit-unusual', at('quantity'), { hsCode: item.hsCode, unit: statutory }))
      }
      if (!isHsCode(item.hsCode)) {
        const chapter = item.hsCode.slice(0, 2)
        found.push(stop('hs-chapter-unknown', at('hsCode'), { hsCode: item.hsCode, chapter }))
      } else if (state === 'unknown') {
        found.push(stop('hs-code-unknown', at('hsCode'), { hsCode: item.hsCode }))
      }
      if (state === 'unchecked') {
        found.push({
          code: 'hs-code-unchecked',
          weight: 'notes',
          field: at('hsCode'),
          details: { hsCode: item.hsCode },
        })
      }
    }
    for (const field of ['quantity', 'secondQuantity'] as const) {
      const quantity = item[field]
      if (!quantity) continue
      const { millionths, unit } = quantity
      if (millionths === null) found.push(stop('field-missing', at(field)))
      else if (unit === null) found.push(stop('field-missing', at(`${field}.unit`)))
      else if (unitKind(unit) === 'counted' && millionths % 1_000_000 !== 0) {
        found.push(stop('quantity-not-whole', at(field), { unit }))
      }
    }
    return found
  }

  #numberFormat(date: string): ReturnType<typeof numberFormatOn> {
    const known = this.#numberFormats.get(date)
    if (known !== undefined) return known
    const format = numberFormatOn(this.#db, date)
    if (this.#numberFormats.size >= mostCodesKept) this.#numberFormats.clear()
    this.#numberFormats.set(date, format)
    return format
  }

  #codeState(hsCode: string, date: string): HsCodeState {
    const key = `${hsCode} ${date}`
    const known = this.#codes.get(key) ?? hsCodeState(this.#db, hsCode, date)
    if (this.#codes.size >= mostCodesKept) this.#codes.clear()
    this.#codes.set(key, known)
    return known
  }

  #value(
    id: string | null,
    { currency }: DeclarationRecord,
    { hsCode, valueMinor, netGrams }: DeclarationItem,
    index: number,
  ): Finding[] {
    if (hsCode === null || valueMinor === null || netGrams === null || currency === null) return []
    const unusual = this.#values.unusual({ hsCode, valueMinor, netGrams }, currency, id ?? '')
    return unusual
      ? [ask('value-unusual', `items.${index}.valueMinor`, { hsCode, currency, ...unusual })]
      : []
  }

  #load(
    id: string | null,
    { date, grossGrams }: DeclarationRecord,
    { plate, weighbridgeGrams, crossingDate }: DeclarationVehicle,
    index: number,
  ): Finding[] {
    const grams = weighbridgeGrams ?? grossGrams
    if (grams === null) return []
    const load = { plate, grams, date: crossingDate ?? date, except: id ?? '' }
    const other = sameLoad(this.#db, load)
    if (!other) return []
    const details = { plate, number: other.number ?? '', date: load.date }
    return [ask('same-load', `vehicles.${index}.plate`, details)]
  }
}

const mostCodesKept = 20_000

/** Pieces of some kind: a tariff counts vehicles and sets as pieces too. */
const pieces: readonly string[] = ['piece', 'vehicle', 'head', 'set']

/** Whether a quantity in one unit says what the statutory unit asks for. */
function unitFits(unit: string, statutory: string): boolean {
  if (unit === statutory || (pieces.includes(unit) && pieces.includes(statutory))) return true
  const kind = unitKind(unit)
  return kind !== 'counted' && kind === unitKind(statutory)
}

const ask = (code: Question, field: string, details: ErrorDetails): Finding => ({
  code,
  weight: 'asks',
  field,
  details,
})
const stop = (code: string, field: string, details: ErrorDetails = {}): Finding => ({
  code,
  weight: 'stops',
  field,
  details,
})

const neededFields = ['number', 'tradeMode', 'transportMode', 'partner', 'grossGrams'] as const
const neededOfItems = ['hsCode', 'goods', 'netGrams'] as const

/** What a declaration must say to be registered. */
function missingFields(record: DeclarationRecord): Finding[] {
  const missing: string[] = neededFields.filter((field) => record[field] === null)
  if (record.items.length === 0) missing.push('items')
  for (const [index, item] of record.items.entries()) {
    missing.push(
      ...neededOfItems.filter((field) => item[field] === null).map((field) => `items.${index}.${field}`),
    )
  }
  return missing.map((field) => stop('field-missing', field))
}

/** Net is at most gross, of each item and of all of them. */
function weights({ grossGrams, items }: DeclarationRecord): Finding[] {
  if (grossGrams === null) return []
  const heavy = items.flatMap(({ netGrams }, index) =>
    netGrams !== null && netGrams > grossGrams
      ? [stop('net-exceeds-gross', `items.${index}.netGrams`, { net: netGrams, gross: grossGrams })]
      : [],
  )
  const sum = items.reduce((total, { netGrams }) => total + (netGrams ?? 0), 0)
  if (heavy.length > 0 || sum <= grossGrams) return heavy
  return [stop('items-exceed-gross', 'grossGrams', { net: sum, gross: grossGrams })]
}
