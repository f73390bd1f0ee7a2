import { isDate } from '../../../../shared/dates.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { Column, DatePattern } from '../../../../shared/mapping-shape.ts'
import { SettingDate } from '../../../../shared/setting-fields.ts'
import { type DeclarationsMapping, datedEvents } from '../../../../shared/trade/declarations-mapping.ts'
import { mostMillionths } from '../../../../shared/trade/exact.ts'
import * as known from '../../../../shared/trade/trade-cell-words.ts'
import * as fields from '../../../../shared/trade/trade-fields.ts'
import type { DeclarationEventKind } from '../../../../shared/trade/trade-words.ts'
import { TradeDirection, TransportMode } from '../../../../shared/trade/trade-words.ts'
import { columnFinder, type FoundColumn } from '../../../import/find-column.ts'
import { DateReader } from '../../../import/read-dates.ts'
import { shown } from '../../../import/shown-text.ts'
import { namesOn } from '../../reference/names.ts'
import type { PortModel } from '../../reference/port-model.ts'
import { amountOf, bySchema, byWords, type Comma, gramsOf, remembering } from './cell-readers.ts'
import { historyOf } from './event-history.ts'

/** A column with how its cells are read; `comma` is what one is in this very cell. */
export interface ReadColumn {
  field: string
  column: FoundColumn
  read: (text: string, comma: Comma) => unknown
  /** A number with decimals is one: of a workbook they come marked as none. */
  decimals: boolean
}

/** The mapping laid over one file's headings. */
export interface DeclarationsPlan {
  mapping: DeclarationsMapping
  /** Cells in a row. */
  width: number
  /** Whether texts may come with an apostrophe that neutralises a formula. */
  neutralised: boolean
  /** Fields of the declaration, its number first. */
  header: ReadColumn[]
  /** Fields that are the same in the whole file. */
  fixed: Readonly<Record<string, unknown>>
  item: ReadColumn[]
  vehicle: ReadColumn[]
  /** Names of the columns by the fields of a record and the kinds of events. */
  names: ReadonlyMap<string, string>
  /** Kinds of events that the file can tell of. */
  kinds: ReadonlySet<DeclarationEventKind>
}

/**
 * Finds the mapping's columns.
 * @param first the file's headings, or where it has none its first row of data
 * @param workbook whether cells can be real dates
 * @throws AppError mapping-mismatch, unknown-checkpoint for the one that the mapping names
 */
export function planDeclarations(
  mapping: DeclarationsMapping,
  first: readonly string[],
  workbook: boolean,
  port: PortModel,
): DeclarationsPlan {
  const find = columnFinder(first, mapping.headings !== false)
  const names = new Map<string, string>()
  const fixed: Record<string, unknown> = {}
  const columns = (...all: (ReadColumn | null)[]): ReadColumn[] => all.filter((each) => each !== null)
  const own = (field: string, column: Column, read: ReadColumn['read'], decimals = false): ReadColumn => {
    const found = find(column)
    names.set(field, found.name)
    return { field, column: found, read, decimals }
  }
  type Part = { column: Column } | undefined
  const text = (field: string, part: Part, read: (text: string) => unknown): ReadColumn | null =>
    part ? own(field, part.column, read) : null
  const words = <Value extends string>(
    field: string,
    part: { fixed: Value } | { column: Column; words: Record<string, Value> } | undefined,
    find: (word: string) => string | undefined,
    read: (text: string) => Value,
  ): ReadColumn | null => {
    if (part && 'fixed' in part) fixed[field] = part.fixed
    return part && 'column' in part
      ? own(field, part.column, remembering(byWords(part.words, find, read)))
      : null
  }
  const date = (field: string, part: DeclarationsMapping['registered']): ReadColumn | null =>
    part ? own(field, part.column, datesOf(field, part.pattern, workbook)) : null
  const weight = (field: string, part: DeclarationsMapping['grossWeight']): ReadColumn | null =>
    part ? own(field, part.column, (cell, comma) => gramsOf(cell, part.unit, comma, field), true) : null
  const quantity = (field: string, part: DeclarationsMapping['quantity']): (ReadColumn | null)[] => {
    if (!part) return []
    const unit = `${field}.unit`
    return [
      words(unit, part.unit, known.quantityUnitOfWord, bySchema(fields.QuantityUnit, unit)),
      own(field, part.column, (cell, comma) => amountOf(cell, 6, mostMillionths, comma, field), true),
    ]
  }
  const country = (field: string, part: DeclarationsMapping['partner']): ReadColumn | null =>
    words(field, part, known.countryOfWord, bySchema(fields.TradeCountry, field))
  const party = (field: string, part: Part): ReadColumn | null =>
    text(field, part, remembering(bySchema(fields.TradeText(fields.longestParty), field)))

  const { checkpoint } = mapping
  if ('code' in checkpoint) fixed.checkpoint = checkpointCode(port, checkpoint.code)
  const header = columns(
    text('number', mapping.number, bySchema(fields.DeclarationNumber, 'number')),
    date('date', mapping.date),
    'column' in checkpoint
      ? own('checkpoint', checkpoint.column, remembering(checkpointReader(port, checkpoint.codes)))
      : null,
    words('direction', mapping.direction, known.directionOfWord, bySchema(TradeDirection, 'direction')),
    words('tradeMode', mapping.tradeMode, known.tradeModeOfWord, bySchema(fields.TradeMode, 'tradeMode')),
    words(
      'transportMode',
      mapping.transportMode,
      known.transportModeOfWord,
      bySchema(TransportMode, 'transportMode'),
    ),
    party('consignor', mapping.consignor),
    party('consignee', mapping.consignee),
    party('declarant', mapping.declarant),
    country('partner', mapping.partner),
    words('incoterm', mapping.incoterm, () => undefined, bySchema(fields.Incoterm, 'incoterm')),
    words('currency', mapping.currency, known.currencyOfWord, bySchema(fields.Currency, 'currency')),
    text('packages', mapping.packages, (cell) =>
      amountOf(cell, 0, fields.mostPackages, mapping.comma, 'packages'),
    ),
    weight('grossGrams', mapping.grossWeight),
    ...datedEvents.map((kind) => date(kind, mapping[kind])),
    text('reason', mapping.reason, remembering(bySchema(fields.Reason, 'reason'))),
    text('history', mapping.history, historyOf),
  )
  const item = columns(
    text('hsCode', mapping.hsCode, remembering(codeReader(mapping.hsCode.lengths))),
    text('goods', mapping.goods, remembering(bySchema(fields.TradeText(fields.longestGoods), 'goods'))),
    ...quantity('quantity', mapping.quantity),
    ...quantity('secondQuantity', mapping.secondQuantity),
    weight('netGrams', mapping.netWeight),
    // Its minor units are known when the currency is.
    text('valueMinor', mapping.value, (cell) => cell),
    country('origin', mapping.origin),
    country('destination', mapping.destination),
  ).map((column) => (column.field === 'valueMinor' ? { ...column, decimals: true } : column))
  const vehicle = columns(
    text('plate', mapping.plate, bySchema(fields.Plate, 'plate')),
    text('trailer', mapping.trailer, bySchema(fields.Plate, 'trailer')),
    weight('weighbridgeGrams', mapping.weighbridge),
    date('crossingDate', mapping.crossingDate),
    text('manifest', mapping.manifest, bySchema(fields.DeclarationNumber, 'manifest')),
  )
  const kinds = new Set<DeclarationEventKind>(
    mapping.history
      ? [...datedEvents, 'let-pass']
      : ['registered', ...datedEvents.filter((kind) => mapping[kind] !== undefined)],
  )
  return { mapping, width: first.length, neutralised: !workbook, header, fixed, item, vehicle, names, kinds }
}

/** @throws AppError unknown-checkpoint */
function checkpointCode(port: PortModel, code: string): string {
  if (port.checkpoints.has(code)) return code
  throw new AppError('unknown-checkpoint', { checkpoint: code })
}

/** A word of the mapping, a code or one of a checkpoint's names. */
function checkpointReader(
  port: PortModel,
  codes: Readonly<Record<string, string>>,
): (text: string) => string {
  const byName = new Map(
    [...port.checkpoints.keys()].flatMap((code) =>
      Object.values(namesOn(port, 'checkpoint', code, '9999-12-31')).map((name) => [name, code]),
    ),
  )
  return (text) => {
    const code =
      (Object.hasOwn(codes, text) ? codes[text] : undefined) ?? byName.get(text) ?? text.toLowerCase()
    if (port.checkpoints.has(code)) return code
    throw new AppError('unknown-checkpoint', { checkpoint: shown(text), field: 'checkpoint' })
  }
}

function codeReader(lengths: readonly number[]): (text: string) => string {
  const read = bySchema(fields.HsCode, 'hsCode')
  return (text) => {
    const code = read(text)
    if (lengths.includes(code.length)) return code
    throw new AppError('tariff-code-length', { text: shown(text), digits: code.length })
  }
}

/** A time of day behind the date, which customs systems write. */
const timeBehind = /[ T]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?$/

function datesOf(field: string, pattern: DatePattern, workbook: boolean): (text: string) => string {
  const dates = new DateReader(pattern, workbook)
  return (text) => {
    if (text.length > 64) throw new AppError('date-unreadable', { field, text: shown(text), pattern })
    const narrow = /[\uff01-\uff5e]/.test(text) ? text.normalize('NFKC') : text
    const date = dates.read(narrow.replace(timeBehind, ''))
    if (!isDate(date)) throw new AppError('date-unreadable', { field, text: shown(text), pattern })
    if (!SettingDate.safeParse(date).success)
      throw new AppError('date-impossible', { field, text: shown(text) })
    return date
  }
}
