import type { DeclarationItem, DeclarationVehicle } from '../../../../shared/contract/declarations.ts'
import { AppError } from '../../../../shared/errors.ts'
import { minorDigits } from '../../../../shared/trade/currencies.ts'
import { mostMinor } from '../../../../shared/trade/exact.ts'
import type { FileRow } from '../../../import/file-row.ts'
import { type FoundColumn, textOf } from '../../../import/find-column.ts'
import { shown } from '../../../import/shown-text.ts'
import { amountOf } from './cell-readers.ts'
import type { DeclarationsPlan, ReadColumn } from './declarations-plan.ts'

/** Told of each cell that cannot be taken. */
export type RefuseCell = (row: number, column: string, error: AppError) => void

/** Who is told of a row's cells: of those that cannot be taken, and of those that are worth a look. */
export interface ToldOfCells {
  refuse: RefuseCell
  warn: RefuseCell
}

/** An apostrophe that an export puts before what would be a formula, and before one that a text begins with itself. */
const neutralised = /^'+[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/u

/** The text of a cell, without what stands around it. */
export function cellOf(plan: DeclarationsPlan, row: FileRow, column: FoundColumn): string {
  const text = textOf(row, column).trim()
  return plan.neutralised && text.startsWith("'") && neutralised.test(text) ? text.slice(1) : text
}

/** What a cell says; null where it is empty. @throws AppError */
function readCell(plan: DeclarationsPlan, row: FileRow, column: ReadColumn, text: string): unknown {
  const fault = row.faults?.get(column.column.index)
  const isReal = column.decimals && fault?.code === 'count-not-whole'
  if (fault && !isReal) throw fault
  if (text === '') return null
  return column.read(text, isReal ? 'group' : plan.mapping.comma)
}

/** The values of a row's columns by field. What is refused is null, and its field is told. */
export function valuesOf(
  plan: DeclarationsPlan,
  row: FileRow,
  columns: readonly ReadColumn[],
  refuse: RefuseCell,
): { values: Record<string, unknown>; refused: string[] } {
  const values: Record<string, unknown> = {}
  const refused: string[] = []
  for (const column of columns) {
    try {
      values[column.field] = readCell(plan, row, column, cellOf(plan, row, column.column))
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      values[column.field] = null
      refused.push(column.field)
      refuse(row.number, column.column.name, error)
    }
  }
  return { values, refused }
}

/**
 * The item of a row with whatever of it can be read, and the fields that cannot; null where the row has none.
 * @param currency of the declaration, by whose minor units its value is read; `refused` where that cell is
 */
export function itemOf(
  plan: DeclarationsPlan,
  row: FileRow,
  currency: string | null | 'refused',
  { refuse, warn }: ToldOfCells,
): { item: DeclarationItem; refused: string[] } | null {
  if (plan.item.every(({ column }) => textOf(row, column) === '')) return null
  const { values, refused } = valuesOf(plan, row, plan.item, refuse)
  const fail = (field: string, error: AppError): null => {
    refused.push(field)
    refuse(row.number, plan.names.get(field) ?? '', error)
    return null
  }
  const quantity = (field: 'quantity' | 'secondQuantity'): DeclarationItem['quantity'] => {
    const millionths = (values[field] ?? null) as number | null
    const unit = (values[`${field}.unit`] ?? plan.fixed[`${field}.unit`] ?? null) as string | null
    if (refused.includes(field) || refused.includes(`${field}.unit`)) return null
    if (millionths === null) {
      const own = values[`${field}.unit`] ?? null
      // What a file brings is registered, and then a unit stands by a quantity or not at all.
      if (own !== null) warn(row.number, plan.names.get(`${field}.unit`) ?? '', new AppError('unit-left-out'))
      return null
    }
    return unit === null
      ? fail(`${field}.unit`, new AppError('field-missing', { field: 'unit' }))
      : { millionths, unit }
  }
  const money = (): number | null => {
    if (currency === 'refused') return null
    const read = moneyOf(plan, row, values.valueMinor as string | null, currency)
    return read instanceof AppError ? fail('valueMinor', read) : read
  }
  const of = (field: string): string | null => (values[field] ?? plan.fixed[field] ?? null) as string | null
  const item: DeclarationItem = {
    hsCode: of('hsCode'),
    goods: of('goods'),
    quantity: quantity('quantity'),
    secondQuantity: quantity('secondQuantity'),
    netGrams: (values.netGrams ?? null) as number | null,
    valueMinor: money(),
    origin: of('origin'),
    destination: of('destination'),
  }
  return { item, refused }
}

/** Minor units; without a currency the rules say that it is missing. */
function moneyOf(
  plan: DeclarationsPlan,
  row: FileRow,
  text: string | null | undefined,
  currency: string | null,
): number | null | AppError {
  if (text === null || text === undefined) return null
  const at = plan.item.find(({ field }) => field === 'valueMinor')?.column.index ?? -1
  const comma = row.faults?.get(at)?.code === 'count-not-whole' ? 'group' : plan.mapping.comma
  try {
    return amountOf(text, minorDigits(currency ?? ''), mostMinor, comma, 'valueMinor')
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
}

const betweenPlates = /[;；、,，\n]|\s+(?=\p{Script=Han}\s?[A-Z])/u
const betweenEntries = /[;；、\n]/u

/** The vehicles that a row names; null where one of their cells is refused. */
export function vehiclesOf(
  plan: DeclarationsPlan,
  row: FileRow,
  refuse: RefuseCell,
): DeclarationVehicle[] | null {
  const [plateColumn, ...others] = plan.vehicle
  if (!plateColumn || plan.vehicle.every(({ column }) => textOf(row, column) === '')) return []
  const plates = entries(cellOf(plan, row, plateColumn.column), betweenPlates).filter((plate) => plate !== '')
  if (plates.length === 0) {
    refuse(row.number, plateColumn.column.name, new AppError('field-missing', { field: 'plate' }))
    return null
  }
  const vehicles: Record<string, unknown>[] = plates.map(() => ({
    plate: null,
    trailer: null,
    weighbridgeGrams: null,
    crossingDate: null,
    manifest: null,
  }))
  let isSound = true
  const fill = (column: ReadColumn, texts: readonly string[]): void => {
    for (const [index, text] of texts.entries()) {
      try {
        const vehicle = vehicles[index]
        if (vehicle && text !== '') vehicle[column.field] = readCell(plan, row, column, text)
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        isSound = false
        refuse(row.number, column.column.name, error)
      }
    }
  }
  const trailerAt = others.find(({ field }) => field === 'trailer')
  const trailers = trailerAt && cellOf(plan, row, trailerAt.column) !== ''
  const pairs = plates.map((plate) => (trailers ? [plate] : plate.split(/[/／]/)))
  fill(
    plateColumn,
    pairs.map(([plate = '']) => plate.trim()),
  )
  // A tractor and its trailer in one cell, as in `新F12345/新F1234挂`; a third part makes no sense.
  for (const [index, [, trailer, ...more]] of pairs.entries()) {
    if (trailer === undefined) continue
    const text = [trailer, ...more].join('/').trim()
    fill({ ...plateColumn, field: 'trailer' }, [...Array<string>(index).fill(''), text])
  }
  for (const column of others) {
    const text = cellOf(plan, row, column.column)
    if (text === '') continue
    const said = entriesFor(column, text, plates.length)
    if (said) fill(column, said)
    else {
      isSound = false
      const details = { plates: plates.length, text: shown(text) }
      refuse(row.number, column.column.name, new AppError('list-uneven', details))
    }
  }
  return isSound ? (vehicles as unknown as DeclarationVehicle[]) : null
}

/** Longer cells are no lists of plates, and cutting them up takes time. */
const longestList = 20_000

const entries = (text: string, between: RegExp): string[] =>
  text.length > longestList ? [text] : text.split(between).map((entry) => entry.trim())

/** As many entries as there are plates; a date or manifest that stands alone is of all of them. */
function entriesFor({ field }: ReadColumn, text: string, plates: number): string[] | null {
  if (plates === 1) return [text]
  const said = entries(text, betweenEntries)
  if (said.length === plates) return said
  const isCommon = said.length === 1 && (field === 'crossingDate' || field === 'manifest')
  return isCommon ? Array<string>(plates).fill(text) : null
}
