import type { Refusal } from '../../shared/contract/import.ts'
import type { AppError, ErrorCode } from '../../shared/errors.ts'
import { en } from '../../shared/languages/en/index.ts'
import { fill } from '../../shared/report/fill.ts'
import { tradeDetails, tradeRefusals } from '../../shared/trade/refusal-words.ts'

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
  if (tradeRefusals.has(code)) return tradeSentence(code, details)
  const values = textsOf(details)
  const others = Object.entries(values).filter(([name]) => !text.includes(`{{${name}}}`))
  return withOthers(fill(text, values), others)
}

/** Fields, weights and states of trade go by their names; what stands in the cell comes behind. */
function tradeSentence(code: ErrorCode, details: AppError['details']): string {
  const said = fill(en.errors[code], textsOf(tradeDetails({ code, details }, 'en', en.trade)))
  const { text, fault } = details
  const others = Object.entries(
    textsOf({ ...(text !== undefined && { text }), ...(fault !== undefined && { fault }) }),
  )
  return withOthers(said, others)
}

const textsOf = (details: AppError['details']): Record<string, string> =>
  Object.fromEntries(Object.entries(details).map(([name, value]) => [name, String(value)]))

function withOthers(said: string, others: readonly [string, string][]): string {
  const about = others.map(([name, value]) => `${name} ${value}`)
  return about.length > 0 ? `${said} (${about.join(', ')})` : said
}
