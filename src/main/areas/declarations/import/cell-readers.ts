import type { z } from 'zod'
import { AppError, type ErrorCode, isErrorCode } from '../../../../shared/errors.ts'
import { type Exact, mostGrams, parseExact } from '../../../../shared/trade/exact.ts'
import { quantityUnitOfWord } from '../../../../shared/trade/trade-cell-words.ts'
import { shown } from '../../../import/shown-text.ts'

/** From the text of a cell to what the book keeps. */

/** Texts that are kept with what they mean: thousands of rows share a word. */
const mostKept = 20_000

/** Longer than any cell that could be right; what is longer is not even looked at. */
const longestCell = 32_767

/** The same reader, remembering its answers. */
export function remembering<Value>(read: (text: string) => Value): (text: string) => Value {
  const kept = new Map<string, Value>()
  return (text) => {
    const known = kept.get(text)
    if (known !== undefined) return known
    const value = read(text)
    if (kept.size >= mostKept) kept.clear()
    if (text.length < 256) kept.set(text, value)
    return value
  }
}

/** By a field's own schema: its refusals are those of the window. */
export function bySchema<Value>(schema: z.ZodType<Value>, field: string): (text: string) => Value {
  return (text) => {
    const parsed = schema.safeParse(text)
    if (parsed.success) return parsed.data
    const issue = parsed.error.issues[0]
    const own: unknown = issue?.code === 'custom' ? issue.params?.error : undefined
    throw new AppError(isErrorCode(own) ? own : 'word-unknown', { field, text: shown(text) })
  }
}

/**
 * A word of the mapping, else one that is known anyway, else one of the program's own.
 * @throws AppError by the schema's own code
 */
export function byWords<Value extends string>(
  listed: Readonly<Record<string, Value>>,
  known: (word: string) => string | undefined,
  read: (text: string) => Value,
): (text: string) => Value {
  return (text) => {
    const meant = Object.hasOwn(listed, text) ? listed[text] : undefined
    if (meant !== undefined) return meant
    return read(text.length < 256 ? (known(text) ?? text) : text)
  }
}

/** What a comma is. */
export type Comma = 'group' | 'decimal'

/** A number of smallest units. @throws AppError amount-impossible, which says why */
export function amountOf(text: string, digits: number, most: number, comma: Comma, field: string): number {
  if (text.length > longestCell) throw amountError(text, 'too-large', field)
  const read: Exact = parseExact(text, digits, most, comma)
  if ('fault' in read) throw amountError(text, read.fault, field)
  return read.value
}

const amountError = (text: string, fault: string, field: string): AppError =>
  new AppError('amount-impossible' satisfies ErrorCode, { field, text: shown(text), fault })

const digitsOfMass: Readonly<Record<string, number>> = { g: 0, kg: 3, t: 6 }
const withUnit = /^(.*[\d\uff10-\uff19])\s*(\p{L}[\p{L}.]{0,15})$/u

/**
 * Grams; a unit in the cell itself goes before the column's.
 * @throws AppError amount-impossible, unit-unknown
 */
export function gramsOf(text: string, unit: string, comma: Comma, field: string): number {
  const own = text.length < 100 ? withUnit.exec(text) : null
  const [, number = text, word = ''] = own ?? []
  const said = own ? quantityUnitOfWord(word) : unit
  const digits = said === undefined ? undefined : digitsOfMass[said]
  if (digits === undefined) throw new AppError('unit-unknown', { field, text: shown(text) })
  return amountOf(number, digits, mostGrams, comma, field)
}
