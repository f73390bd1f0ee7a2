import { type ColumnUse, plainReading, type Reading } from '../../../../../shared/import/column-uses.ts'
import { cellWords, directionWords, wordKey } from '../../../../../shared/import/heading-words.ts'
import type { Direction, Unit } from '../../../../../shared/words.ts'
import { guessDates } from '../../../../import/date-columns.ts'
import type { TableLayout } from '../../../../import/table-layout.ts'
import type { PortModel } from '../../../reference/port-model.ts'
import { guessNumbers } from './guess-numbers.ts'
import type { KnownWords } from './known-words.ts'
import type { Heading } from './read-heading.ts'
import { columnOf, type TableColumn } from './table-columns.ts'

export interface UseGuess {
  uses: ColumnUse[]
  reading: Reading
}

/** Guesses what each column of a table is from its heading and its cells, and how its cells are read. */
export function guessUses(
  table: TableLayout,
  port: PortModel,
  known: KnownWords,
  workbook: boolean,
): UseGuess {
  return new Guessing(table, port, known, workbook).guess()
}

class Guessing {
  readonly #table: TableLayout
  readonly #port: PortModel
  readonly #known: KnownWords
  readonly #workbook: boolean
  readonly #columns: TableColumn[]
  readonly #uses: ColumnUse[]
  readonly #reading: Reading = { ...plainReading }

  constructor(table: TableLayout, port: PortModel, known: KnownWords, workbook: boolean) {
    this.#table = table
    this.#port = port
    this.#known = known
    this.#workbook = workbook
    this.#columns = table.names.map((name, at) => columnOf(table, name, at, known))
    this.#uses = table.names.map(() => ({ as: 'nothing' }))
  }

  guess(): UseGuess {
    this.#date()
    this.#place()
    this.#direction()
    this.#counts()
    if (this.#has('count')) this.#totals()
    else this.#measure()
    this.#period()
    for (const kind of ['state', 'source', 'provisional'] as const) {
      const column = this.#free().find(
        ({ heading, distinct }) => heading.kind === kind && distinct.every((text) => fitsKind(kind, text)),
      )
      if (column) this.#uses[column.at] = { as: kind }
    }
    this.#fixedPlace()
    this.#fixedDirection()
    this.#numberWords()
    return { uses: this.#uses, reading: this.#reading }
  }

  #free(): TableColumn[] {
    return this.#columns.filter(({ at }) => this.#uses[at]?.as === 'nothing')
  }

  #has(kind: ColumnUse['as']): boolean {
    return this.#uses.some((use) => use.as === kind)
  }

  /** The columns that a heading names first, so that of two that fit the named one is taken. */
  #named(kind: Heading['kind']): TableColumn[] {
    const free = this.#free()
    return [
      ...free.filter(({ heading }) => heading.kind === kind),
      ...free.filter(({ heading }) => heading.kind !== kind),
    ]
  }

  #date(): void {
    for (const column of this.#named('date')) {
      const dates = guessDates(column.texts, this.#workbook)
      if (!dates || (dates.numeric && column.heading.kind !== 'date')) continue
      this.#uses[column.at] = { as: 'date' }
      this.#reading.datePattern = dates.pattern
      return
    }
    const named = this.#free().find(({ heading }) => heading.kind === 'date')
    if (named) this.#uses[named.at] = { as: 'date' }
  }

  #place(): void {
    const { checkpoints } = this.#known
    const codes = this.#port.checkpoints
    const shareKnown = ({ distinct }: TableColumn): number =>
      distinct.length === 0
        ? 0
        : distinct.filter((text) => checkpoints.has(wordKey(text))).length / distinct.length
    const free = this.#named('checkpoint')
    const byContent = free.filter((column) => shareKnown(column) >= 0.5 && column.heading.line === null)
    const named = free.filter(
      ({ heading }) => heading.kind === 'checkpoint' || heading.kind === 'checkpoint-name',
    )
    const best = [...byContent].sort((a, b) => shareKnown(b) - shareKnown(a))[0] ?? named[0]
    if (!best) return
    this.#uses[best.at] = { as: 'checkpoint' }
    const isCode = (text: string): boolean => codes.has(text) || codes.has(text.toLowerCase())
    const looksCoded = best.distinct.every((text) => /^[a-z0-9-]+$/i.test(text))
    const known = best.distinct.filter((text) => checkpoints.has(wordKey(text)))
    const coded = known.length > 0 ? known.every(isCode) : looksCoded
    this.#reading.placesBy = coded ? 'code' : 'name'
    const words = best.distinct.flatMap((text): [string, string][] => {
      const code = checkpoints.get(wordKey(text))
      return code === undefined || this.#finds(text, coded) ? [] : [[text, code]]
    })
    this.#reading.placeWords = Object.fromEntries(words)
    const name = coded && this.#free().find(({ heading }) => heading.kind === 'checkpoint-name')
    if (name) this.#uses[name.at] = { as: 'checkpoint-name' }
  }

  /** Whether the import finds a place by this text itself. */
  #finds(text: string, coded: boolean): boolean {
    if (coded) return this.#port.checkpoints.has(text) || this.#port.checkpoints.has(text.toLowerCase())
    return [...this.#port.checkpoints.keys()].some((code) =>
      this.#port.names.get(`checkpoint/${code}`)?.some((name) => name.text === text),
    )
  }

  #direction(): void {
    for (const column of this.#named('direction')) {
      const { distinct, heading } = column
      const words = distinct.flatMap((text): [string, Direction][] => {
        const direction = directionWords.get(wordKey(text))
        return direction ? [[text, direction]] : []
      })
      const isDirection = heading.kind === 'direction' || words.length === distinct.length
      if (words.length === 0 || !isDirection || distinct.length > mostDirections) continue
      this.#uses[column.at] = { as: 'direction' }
      this.#reading.directionWords = Object.fromEntries(words)
      return
    }
  }

  #counts(): void {
    const lines = this.#free().filter(
      ({ heading, numbers }) => heading.line !== null && heading.kind === null && numbers,
    )
    const byColumn = this.#has('direction')
    const directed = !byColumn && lines.some(({ heading }) => heading.direction !== null)
    const taken = new Set<string>()
    for (const { at, heading } of lines) {
      if (heading.line === null) continue
      const direction = directed ? heading.direction : null
      const key = `${heading.line} ${direction}`
      if (taken.has(key) || (directed && direction === null)) continue
      taken.add(key)
      this.#uses[at] = { as: 'count', line: heading.line, direction }
    }
  }

  #totals(): void {
    const directed = this.#uses.some((use) => use.as === 'count' && use.direction !== null)
    const taken = new Set<string>()
    for (const { at, heading, numbers } of this.#free()) {
      if (heading.kind !== 'total' || !numbers) continue
      const unit = heading.unit ?? this.#unitOfCounts()
      const direction = directed ? heading.direction : null
      const key = `${unit} ${direction}`
      if (unit === null || taken.has(key) || (directed && direction === null)) continue
      taken.add(key)
      this.#uses[at] = { as: 'total', unit, direction }
    }
  }

  /** The unit of a column that only says `total`: that of the counts, where they have one alone. */
  #unitOfCounts(): Unit | null {
    const units = new Set(
      this.#uses.flatMap((use) => (use.as === 'count' ? [this.#port.lines.get(use.line)?.unit] : [])),
    )
    return units.size === 1 ? ([...units][0] ?? null) : null
  }

  #measure(): void {
    const { lines } = this.#known
    const isMeasure = ({ distinct, numbers }: TableColumn): boolean =>
      !numbers && distinct.some((text) => lines.has(wordKey(text)))
    const measure = this.#named('measure').find(isMeasure)
    if (!measure) return
    const value = this.#named('value').find(({ numbers, heading, at }) => {
      return at !== measure.at && numbers && (heading.kind === 'value' || heading.kind === null)
    })
    if (!value) return
    this.#uses[measure.at] = { as: 'measure' }
    this.#uses[value.at] = { as: 'value' }
    const codes = measure.distinct.every((text) => this.#port.lines.has(text))
    this.#reading.lineWords = codes
      ? 'codes'
      : Object.fromEntries(
          measure.distinct.flatMap((text): [string, string][] => {
            const line = lines.get(wordKey(text))
            return line === undefined ? [] : [[text, line]]
          }),
        )
  }

  #period(): void {
    const { shifts } = this.#known
    const known = (text: string): boolean => shifts.has(wordKey(text)) || periodShape.test(text)
    const column = this.#named('period').find(
      ({ heading, distinct }) =>
        heading.kind === 'period' || (distinct.length > 0 && distinct.every(known) && heading.kind === null),
    )
    if (!column) return
    this.#uses[column.at] = { as: 'period' }
    const words = column.distinct.flatMap((text): [string, string][] => {
      const shift = shifts.get(wordKey(text))
      return shift === undefined || shift === text ? [] : [[text, shift]]
    })
    this.#reading.periodWords = Object.fromEntries(words)
  }

  #fixedPlace(): void {
    if (this.#has('checkpoint')) return
    const above = wordKey(this.#table.above)
    const named = new Set(
      [...this.#known.checkpoints].flatMap(([word, code]) =>
        word.length > 1 && above.includes(word) ? [code] : [],
      ),
    )
    const only = this.#port.checkpoints.size === 1 ? [...this.#port.checkpoints.keys()] : [...named]
    if (only.length === 1) this.#reading.checkpoint = only[0] ?? null
  }

  #fixedDirection(): void {
    if (this.#has('direction')) return
    if (this.#uses.some((use) => 'direction' in use && use.direction !== null)) return
    const counted = new Set([...this.#port.checkpoints.values()].flatMap(({ directions }) => directions))
    const above = wordKey(this.#table.above)
    const named = new Set(
      [...directionWords].flatMap(([word, direction]) =>
        word.length > 1 && above.includes(word) ? [direction] : [],
      ),
    )
    const only = counted.size === 1 ? counted : named
    if (only.size === 1) this.#reading.direction = [...only][0] ?? null
  }

  #numberWords(): void {
    const cells = this.#columns
      .filter(({ at }) => ['count', 'total', 'value'].includes(this.#uses[at]?.as ?? ''))
      .flatMap(({ distinct }) => distinct)
    Object.assign(this.#reading, guessNumbers(cells))
  }
}

/** What Portbook's own export writes as a state. */
const exportedStates = ['number', 'closed', 'not-applicable']

/** A state is a mark in each of its cells: a `State` may also be a part of a country. */
function fitsKind(kind: 'state' | 'source' | 'provisional', text: string): boolean {
  if (kind === 'state') return cellWords.has(wordKey(text)) || exportedStates.includes(text)
  return kind === 'source' || /^[01]$/.test(text)
}

const mostDirections = 8
const periodShape = /^[a-z0-9][a-z0-9-]{0,39}(?:\/[12])?(?:@\d{1,2})$|^[a-z0-9][a-z0-9-]{0,39}\/[12]$/
