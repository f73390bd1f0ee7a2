import { cellWords, emptySigns, wordKey } from '../../../../../shared/import/heading-words.ts'
import type { TableLayout } from '../../../../import/table-layout.ts'
import type { KnownWords } from './known-words.ts'
import { type Heading, readHeading } from './read-heading.ts'

/** A column with what its heading and its cells say. */
export interface TableColumn {
  at: number
  heading: Heading
  /** Its cells that are not empty, and the different ones of them. */
  texts: string[]
  distinct: string[]
  /** Whether its cells are numbers, or marks that stand for one. */
  numbers: boolean
}

/** A column of a table, from 0. */
export function columnOf(table: TableLayout, name: string, at: number, known: KnownWords): TableColumn {
  const texts = table.data.map(({ cells }) => (cells[at] ?? '').trim()).filter((text) => text !== '')
  const distinct = [...new Set(texts)]
  const numbers = distinct.filter((text) => !isNumberText(text) && !isMark(text)).length
  return {
    at,
    heading: readHeading(name, known),
    texts,
    distinct,
    // A slip in a few cells does not make it a column of words; the preview names them.
    numbers: numbers <= distinct.length / 10,
  }
}

const isNumberText = (text: string): boolean => /^-?[\d,. ’]*\d[\d,. ’]*$/.test(text)
const isMark = (text: string): boolean => emptySigns.includes(text) || cellWords.has(wordKey(text))
