import type {
  DeclarationsGuess,
  SavedDeclarationsMapping,
} from '../../../../shared/contract/declarations-import.ts'
import { type FileLayout, mostSampleRows } from '../../../../shared/contract/import.ts'
import { isMonthPattern } from '../../../../shared/mapping-shape.ts'
import {
  DeclarationsDraft,
  declarationsMappingFits,
  declarationUses,
  mappingOfDraft,
  neededColumns,
} from '../../../../shared/trade/declarations-draft.ts'
import { datedEvents } from '../../../../shared/trade/declarations-mapping.ts'
import type { QueryContext } from '../../../book/handlers.ts'
import { guessDates } from '../../../import/date-columns.ts'
import { type Sample, sampleOf } from '../../../import/read-sample.ts'
import { shown } from '../../../import/shown-text.ts'
import { type TableLayout, tableLayout } from '../../../import/table-layout.ts'
import { portModel } from '../../reference/port-model.ts'
import { type ColumnKind, columnKindOf } from './heading-kinds.ts'
import { savedMappings } from './saved-mappings.ts'

type Found = Map<ColumnKind, { at: number; unit: 'kg' | 't' | 'g' | null; rank: number }>

/**
 * What a file holds, and a mapping: one that the book has for such a file, or one by what its headings say, which is not
 * finished where a needed column is not among them.
 * @throws AppError file-missing, file-unreadable, file-empty, wrong-encoding, workbook-old and the others of workbooks
 */
export async function guessDeclarations(
  { db }: QueryContext,
  { file, layout }: { file: string; layout: FileLayout },
): Promise<DeclarationsGuess> {
  const sample = await sampleOf(file, layout)
  const fitting = savedMappings(db)
    .map((each) => savedGuess(each, sample, layout))
    .filter((guess) => guess !== null)
    .sort((a, b) => b.used - a.used)[0]
  if (fitting) return fitting.guess
  const table = tableLayout(sample.rows, layout)
  const found = columnsOf(table.names)
  const draft = DeclarationsDraft.parse({
    format: 1,
    ...layoutOf(sample),
    skipRows: table.skipRows,
    headings: table.headings,
    ...new MappingGuess(table, found, sample.kind === 'xlsx').fields(placeOf(db, found)),
  })
  return guessOf(sample, table, draft, null)
}

/** The guess that a saved mapping makes where this file has all of its columns; null where it does not fit. */
function savedGuess(
  { name, mapping }: SavedDeclarationsMapping,
  sample: Sample,
  layout: FileLayout,
): { guess: DeclarationsGuess; used: number } | null {
  if (!mapping.headings) return null
  if (layout.skipRows !== undefined && layout.skipRows !== mapping.skipRows) return null
  if (layout.headings !== undefined && layout.headings !== mapping.headings) return null
  if (mapping.sheet !== undefined && mapping.sheet !== sample.found.sheet) return null
  const table = tableLayout(sample.rows, mapping)
  if (!declarationsMappingFits(mapping, table.names)) return null
  const used = declarationUses(mapping, table.names).filter((use) => use !== null).length
  return { guess: guessOf(sample, table, { ...mapping, ...layoutOf(sample) }, name), used }
}

function layoutOf({ found: { encoding, separator, sheet } }: Sample) {
  return { separator, ...(encoding !== null && { encoding }), ...(sheet !== null && { sheet }) }
}

function guessOf(
  { kind, sheets }: Sample,
  table: TableLayout,
  draft: DeclarationsDraft,
  saved: string | null,
): DeclarationsGuess {
  return {
    kind,
    sheets,
    headings: table.names,
    rows: table.data.slice(0, mostSampleRows).map(({ number, cells, merged }) => ({
      row: number,
      cells: table.names.map((_, at) => shown(cells[at] || merged?.get(at) || '')),
    })),
    mapping: mappingOfDraft(draft).mapping,
    draft,
    missing: neededColumns.filter((use) => !draft[use]),
    saved,
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
      ...(place !== null ? { checkpoint: { code: place } } : part('checkpoint')),
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

  /**
   * A pattern of days. Where not every cell is a date, the one that most are written by: the check names the others. A
   * column without a date so far is read as the declaration's own date is.
   */
  #pattern(kind: ColumnKind): string | null {
    const texts = this.#texts(kind)
      .map((text) => text.replace(/[ T]\d{1,2}:\d{2}.*$/, ''))
      .filter((text) => text !== '')
    const guess = guessDates(texts, this.#isWorkbook)
    if (guess) return isMonthPattern(guess.pattern) ? null : guess.pattern
    const patterns = texts.flatMap((text) => guessDates([text], this.#isWorkbook)?.pattern ?? [])
    const common = Map.groupBy(patterns, (pattern) => pattern)
    const [most] = [...common].sort(([, a], [, b]) => b.length - a.length)
    if (most && !isMonthPattern(most[0])) return most[0]
    return kind === 'date' ? 'YYYY-MM-DD' : this.#pattern('date')
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
