import { AppError } from '../../../shared/errors.ts'
import type { FileRow } from '../file-row.ts'
import { shown } from '../shown-text.ts'
import { columnOf, type MergedAreas } from './merged-areas.ts'
import type { XmlEvents } from './read-xml.ts'
import { type SharedStrings, unescaped } from './shared-strings.ts'

export interface SheetContext {
  file: string
  strings: SharedStrings
  dateStyles: readonly boolean[]
  from1904: boolean
  merged: MergedAreas
}

/** Excel's own limits. */
const mostRows = 1_048_576
const mostColumns = 16_384
const longestText = 32_767
/** Of whole numbers with more digits than 15 the last ones are gone. */
const mostExact = 1e15

/** Turns the XML of a sheet into rows of texts: `rows` fills while it is read, and is taken out by whoever reads. */
export class SheetRows implements XmlEvents {
  rows: FileRow[] = []
  hidden = 0
  readonly #context: SheetContext
  #number = 0
  #hiddenRow = false
  #cells: string[] = []
  #faults: Map<number, AppError> | undefined
  #at = -1
  #type = ''
  #style = 0
  #text = ''
  #formula = false
  #hasValue = false
  #reading = false
  #phonetic = false

  constructor(context: SheetContext) {
    this.#context = context
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'c') this.#openCell(attributes)
    else if (name === 'v') {
      this.#reading = true
      this.#hasValue = true
    } else if (name === 'row') this.#openRow(attributes)
    else if (name === 't') {
      this.#reading = !this.#phonetic
      this.#hasValue = true
    } else if (name === 'f') this.#formula = true
    else if (name === 'rPh') this.#phonetic = true
  }

  text(text: string): void {
    if (this.#reading && this.#text.length <= longestText) this.#text += text
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#reading = false
    else if (name === 'c') this.#closeCell()
    else if (name === 'row') this.#closeRow()
    else if (name === 'rPh') this.#phonetic = false
  }

  #openRow({ r, hidden }: Readonly<Record<string, string>>): void {
    const number = r === undefined ? this.#number + 1 : Number(r)
    // Rows out of order, or beyond what a sheet can have, are no sheet of Excel's.
    if (!Number.isInteger(number) || number <= this.#number || number > mostRows) {
      throw new AppError('workbook-damaged', { file: this.#context.file })
    }
    this.#number = number
    this.#hiddenRow = hidden === '1' || hidden === 'true'
    this.#cells = []
    this.#faults = undefined
    this.#at = -1
  }

  #openCell({ r, t = 'n', s = '0' }: Readonly<Record<string, string>>): void {
    this.#at = r === undefined ? this.#at + 1 : columnOf(/^[A-Z]+/.exec(r)?.[0] ?? '')
    if (this.#at < 0 || this.#at >= mostColumns) {
      throw new AppError('workbook-damaged', { file: this.#context.file })
    }
    this.#type = t
    this.#style = Number(s)
    this.#text = ''
    this.#formula = false
    this.#hasValue = false
  }

  #closeCell(): void {
    const value = this.#value()
    if (value === '') return
    while (this.#cells.length < this.#at) this.#cells.push('')
    this.#cells[this.#at] = value
  }

  #value(): string {
    const text = this.#text
    if (!this.#hasValue) {
      return this.#formula ? this.#fault('=', new AppError('formula-unsaved')) : ''
    }
    switch (this.#type) {
      case 's':
        return this.#context.strings.get(Number(text)) ?? ''
      case 'str':
      case 'inlineStr':
        return unescaped(text)
      case 'b':
        return text === '1' || text === 'true' ? 'TRUE' : 'FALSE'
      case 'e':
        return this.#fault(text, new AppError('cell-error', { text: shown(text) }))
      case 'd':
        return text.slice(0, 10)
      default:
        return this.#numberText(text)
    }
  }

  #numberText(text: string): string {
    const number = Number(text)
    if (text.trim() === '' || !Number.isFinite(number)) return text
    if (this.#context.dateStyles[this.#style]) {
      const date = dateOfSerial(number, this.#context.from1904)
      if (date !== null) return date
    }
    // Excel counts with 15 digits: what is beyond them is no part of the number.
    const exact = Number(number.toPrecision(15))
    if (Number.isInteger(exact)) {
      if (Math.abs(exact) < mostExact) return exact.toFixed(0)
      return this.#fault(exact.toFixed(0), new AppError('digits-lost', { text: exact.toFixed(0) }))
    }
    return this.#fault(String(exact), new AppError('count-not-whole', { text: String(exact) }))
  }

  #fault(text: string, error: AppError): string {
    this.#faults ??= new Map()
    this.#faults.set(this.#at, error)
    return text
  }

  #closeRow(): void {
    const { merged } = this.#context
    const texts = merged.size > 0 ? merged.textsOf(this.#number, this.#cells) : undefined
    if (this.#cells.length === 0) return
    if (this.#hiddenRow) this.hidden += 1
    this.rows.push({
      number: this.#number,
      cells: this.#cells,
      ...(this.#faults && { faults: this.#faults }),
      ...(texts && { merged: texts }),
    })
  }
}

const dayMs = 86_400_000
const firstDay1904 = Date.UTC(1904, 0, 1)
const dayBefore1900 = Date.UTC(1899, 11, 31)
/** 29 February 1900, which Excel counts and which never was. */
const leapDayOfExcel = 60
const lastSerial = 401_768

/** The date of a number of days as Excel counts them, time of day left out; null where there is none. */
export function dateOfSerial(serial: number, from1904: boolean): string | null {
  const days = Math.floor(serial)
  if (days < (from1904 ? 0 : 1) || days > lastSerial || (!from1904 && days === leapDayOfExcel)) return null
  const at = from1904
    ? firstDay1904 + days * dayMs
    : dayBefore1900 + (days > leapDayOfExcel ? days - 1 : days) * dayMs
  return new Date(at).toISOString().slice(0, 10)
}
