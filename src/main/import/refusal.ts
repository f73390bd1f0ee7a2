import type { Refusal } from '../../shared/contract/import.ts'
import type { AppError, ErrorCode } from '../../shared/errors.ts'
import { en } from '../../shared/languages/en/index.ts'
import { fill } from '../../shared/report/fill.ts'

/** The most refusals that an answer lists; it counts all of them. */
export const mostListed = 1_000

/**
 * An error as the refusal of a cell.
 * @param row as Excel numbers it
 * @param column heading or position; empty where the whole row is meant
 */
export function refusalOf(row: number, column: string, { code, details }: AppError): Refusal {
  return { row, column, reason: sentence(code, details), code, details }
}

/** The error's English text with what it is about beside what it says itself, as in `There is no such date. (text 31-02-2024)`. */
function sentence(code: ErrorCode, details: AppError['details']): string {
  const text = en.errors[code]
  const values = Object.fromEntries(Object.entries(details).map(([name, value]) => [name, String(value)]))
  const others = Object.entries(values).filter(([name]) => !text.includes(`{{${name}}}`))
  const about = others.map(([name, value]) => `${name} ${value}`)
  return about.length > 0 ? `${fill(text, values)} (${about.join(', ')})` : fill(text, values)
}
