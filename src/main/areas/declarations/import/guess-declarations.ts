import { type DeclarationsGuess, neededColumns } from '../../../../shared/contract/declarations-import.ts'
import { type FileLayout, mostSampleRows } from '../../../../shared/contract/import.ts'
import { isMonthPattern } from '../../../../shared/mapping-file.ts'
import { DeclarationsMapping, datedEvents } from '../../../../shared/trade/declarations-mapping.ts'
import type { QueryContext } from '../../../book/handlers.ts'
import { guessDates } from '../../../import/date-columns.ts'
import { sampleOf } from '../../../import/read-sample.ts'
import { shown } from '../../../import/shown-text.ts'
import { type TableLayout, tableLayout } from '../../../import/table-layout.ts'
import { portModel } from '../../reference/port-model.ts'
import { type ColumnKind, columnKindOf } from './heading-kinds.ts'

type Found = Map<ColumnKind, { at: number; unit: 'kg' | 't' | 'g' | null; rank: number }>

/**
 * What a file holds, and a mapping by what its headings say; without one where a needed column is not among them.
 * @throws AppError file-missing, file-unreadable, file-empty, wrong-encoding, workbook-old and the others of workbooks
 */
export async function guessDeclarations(
  { db }: QueryContext,
  { file, layout }: { file: string; layout: FileLayout },
): Promise<DeclarationsGuess> {
  const sample = await sampleOf(file, layout)
  const table = tableLayout(sample.rows, layout)
  const found = columnsOf(table.names)
  const missing = neededColumns.filter((kind) => !found.has(kind))
  const { encoding, separator, sheet } = sample.found
  const mapping =
    missing.length > 0
      ? null
      : {
          format: 1,
          separator,
          ...(encoding !== null && { encoding }),
          ...(sheet !== null && { sheet }),
          skipRows: table.skipRows,
          headings: table.headings,
          ...new MappingGuess(table, found, sample.kind === 'xlsx').fields(placeOf(db, found)),
        }
  const read = mapping === null ? null : DeclarationsMapping.safeParse(mapping)
  return {
    kind: sample.kind,
    sheets: sample.sheets,
    headings: table.names,
    rows: table.data.slice(0, mostSampleRows).map(({ number, cells, merged }) => ({
      row: number,
      cells: table.names.map((_, at) => shown(cells[at] || merged?.get(at) || '')),
    })),
    mapping: read?.success ? read.data : null,
    missing: [...missing],
  }
}

/** Each field's column: of several headings that mean the same, the likeliest. */
function columnsOf(names: readonly string[]): Found {
  const found: Found = new Map()
  for (const [at, name] of names.entries()) {
    const named = columnKindOf(name)
    if (!named) continue
    const before = found.get(named.kind)
    if (!before || named.rank < before.rank) found.set(named.kind, { at, unit: named.unit, rank: named.rank })
  }
  return found
}

/** Without a column for it, the whole file is of the port's first checkpoint for cargo, or else of its first one. */
function placeOf(db: QueryContext['db'], found: Found): string | null {
  if (found.has('checkpoint')) return null
  const checkpoints = [...portModel(db).checkpoints.values()]
  return (checkpoints.find(({ kind }) => kind.includes('cargo')) ?? checkpoints[0])?.code ?? null
}

class MappingGuess {
  readonly #table: TableLayout
  readonly #found: Found
  readonly #isWorkbook: boolean

  constructor(table: TableLayout, found: Found, isWorkbook: boolean) {
    this.#table = table
    this.#found = found
    this.#isWorkbook = isWorkbook
  }

  fields(place: string | null): object {
    const part = (...kinds: ColumnKind[]): object =>
      Object.fromEntries(kinds.flatMap((kind) => (this.#found.has(kind) ? [[kind, this.#column(kind)]] : [])))
    const dated = (...kinds: ColumnKind[]): object =>
      Object.fromEntries(
        kinds.flatMap((kind) => {
          const pattern = this.#found.has(kind) ? this.#pattern(kind) : null
          return pattern === null ? [] : [[kind, { ...this.#column(kind), pattern }]]
        }),
      )
    const weights = (...kinds: ColumnKind[]): object =>
      Object.fromEntries(
        kinds.flatMap((kind) => {
          const column = this.#found.get(kind)
          return column ? [[kind, { ...this.#column(kind), unit: column.unit ?? 'kg' }]] : []
        }),
      )
    const quantity = (kind: 'quantity' | 'secondQuantity', unit: 'unit' | 'secondUnit'): object =>
      this.#found.has(kind) && this.#found.has(unit)
        ? { [kind]: { ...this.#column(kind), unit: this.#column(unit) } }
        : {}
    return {
      comma: this.#comma(),
      ...part('number', 'direction', 'tradeMode', 'transportMode', 'consignor', 'consignee', 'declarant'),
      ...dated('date'),
      checkpoint: place === null ? this.#column('checkpoint') : { code: place },
      ...part('partner', 'incoterm', 'currency', 'packages'),
      ...weights('grossWeight'),
      ...dated(...datedEvents),
      ...part('reason', 'history', 'hsCode', 'goods'),
      ...quantity('quantity', 'unit'),
      ...quantity('secondQuantity', 'secondUnit'),
      ...weights('netWeight'),
      ...part('value', 'origin', 'destination', 'plate', 'trailer'),
      ...weights('weighbridge'),
      ...dated('crossingDate'),
      ...part('manifest'),
    }
  }

  /** By its heading where that names one column only, else by its position. */
  #column(kind: ColumnKind): { column: string | number } {
    const at = this.#found.get(kind)?.at ?? 0
    const { names } = this.#table
    const name = names[at] ?? ''
    return { column: name === '' || names.indexOf(name) !== names.lastIndexOf(name) ? at + 1 : name }
  }

  #texts(kind: ColumnKind): string[] {
    const at = this.#found.get(kind)?.at ?? -1
    return this.#table.data.map(({ cells, merged }) => (cells[at] || merged?.get(at) || '').trim())
  }

  /** A pattern of days; a column without a date so far is read as the declaration's own date is. */
  #pattern(kind: ColumnKind): string | null {
    const texts = this.#texts(kind).map((text) => text.replace(/[ T]\d{1,2}:\d{2}.*$/, ''))
    const guess = guessDates(texts, this.#isWorkbook)
    if (guess) return isMonthPattern(guess.pattern) ? null : guess.pattern
    return texts.every((text) => text === '') && kind !== 'date' ? this.#pattern('date') : null
  }

  /** Decimals follow a comma where some number can be read in no other way. */
  #comma(): 'group' | 'decimal' {
    const kinds = ['grossWeight', 'netWeight', 'quantity', 'secondQuantity', 'value', 'weighbridge'] as const
    const numbers = kinds.flatMap((kind) => this.#texts(kind))
    const isDecimal = (text: string): boolean =>
      /^[\d\s.\u00a0\u202f]*,\d+$/u.test(text) && !/^\d{1,3}(,\d{3})+$/.test(text)
    return !this.#isWorkbook && numbers.some(isDecimal) ? 'decimal' : 'group'
  }
}
