import type { TariffTexts } from '../../../../../shared/contract/tariff.ts'
import { AppError } from '../../../../../shared/errors.ts'
import { isTariffCode, plainCode } from '../../../../../shared/tariff/hs-code.ts'
import { sectionOfWord } from '../../../../../shared/tariff/section-words.ts'
import { unitOfWord } from '../../../../../shared/tariff/unit-words.ts'
import type { FileRow } from '../../../../import/file-row.ts'
import { type FoundColumn, textOf } from '../../../../import/find-column.ts'
import { isRagged } from '../../../../import/ragged-rows.ts'
import type { DateReader } from '../../../../import/read-dates.ts'
import { shown } from '../../../../import/shown-text.ts'
import { shippedChapters } from '../shipped-sections.ts'
import type { TariffPlan } from './tariff-plan.ts'

export interface CellRefusal {
  column: string
  error: AppError
}

/** A line as its row says it; what it is to other lines is seen when all are in. */
export interface TariffLine {
  row: number
  code: string
  /** As the file says it; null for none, undefined where the file has no such column. */
  parent: string | null | undefined
  section: number | null
  texts: TariffTexts
  unit: string | null
  secondUnit: string | null
  from: string
  to: string
}

export type TariffRow =
  | { kind: 'line'; line: TariffLine; unknownUnits: string[] }
  /** No code stands in it: a total, or a heading between lines. */
  | { kind: 'skipped'; text: string }
  | { kind: 'refused'; refused: CellRefusal[] }

export const longestTariffText = 4_000
const longestUnit = 40
/** Control characters but those that break lines. */
const unreadable = /[\p{Cs}\p{Cn}]|(?![\t\n\r])\p{Cc}/u

export function readTariffRow(plan: TariffPlan, row: FileRow): TariffRow {
  const refused: CellRefusal[] = []
  if (isRagged(row.cells, plan.width)) {
    const error = new AppError('row-ragged', { expected: plan.width, found: row.cells.length })
    return { kind: 'refused', refused: [{ column: '', error }] }
  }
  const attempt = <Value>(column: FoundColumn, read: (text: string) => Value): Value | undefined => {
    try {
      const fault = row.faults?.get(column.index)
      if (fault && fault.code !== 'count-not-whole') throw fault
      return read(textOf(row, column))
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      refused.push({ column: column.name, error })
      return undefined
    }
  }
  // A code that is merged with the one above would stand twice.
  const word = (row.cells[plan.code.index] ?? '').trim()
  if (!/\p{N}/u.test(word) && !row.faults?.has(plan.code.index)) return { kind: 'skipped', text: shown(word) }
  const code = attempt(plan.code, () => readCode(word, plan.mapping.code.lengths))
  if (code === undefined) return { kind: 'refused', refused }
  const parent = plan.parent ? attempt(plan.parent, readParent) : undefined
  const chapterSection = shippedChapters().get(code.slice(0, 2))?.section ?? null
  if (plan.section) attempt(plan.section, (text) => checkSection(text, chapterSection))
  if (plan.level) attempt(plan.level, (text) => checkLevel(text, code))
  const texts: TariffTexts = {}
  for (const { language, column } of plan.texts) {
    const text = attempt(column, readText)
    if (text) texts[language] = text
  }
  const named = plan.texts[0]
  if (Object.keys(texts).length === 0 && refused.length === 0 && named) {
    refused.push({ column: named.column.name, error: new AppError('tariff-text-missing', { code }) })
  }
  const from = plan.from ? attempt(plan.from.column, dateReader(plan.from.dates, '0001-01-01')) : '0001-01-01'
  const to = plan.to ? attempt(plan.to.column, dateReader(plan.to.dates, '9999-12-31')) : '9999-12-31'
  if (from !== undefined && to !== undefined && plan.to && to < from) {
    refused.push({ column: plan.to.column.name, error: new AppError('ends-before-begins', { from, to }) })
  }
  const unknownUnits: string[] = []
  const [unit = null, secondUnit = null] = unitsOf(plan, attempt, unknownUnits)
  if (refused.length > 0 || from === undefined || to === undefined) return { kind: 'refused', refused }
  const line = { row: row.number, code, parent, section: chapterSection, texts, unit, secondUnit, from, to }
  return { kind: 'line', line, unknownUnits }
}

/** @throws AppError tariff-code-impossible, tariff-code-length */
function readCode(word: string, lengths: readonly number[]): string {
  const code = plainCode(word)
  if (!/^\d+$/.test(code)) throw new AppError('tariff-code-impossible', { text: shown(word) })
  if (!lengths.includes(code.length)) {
    throw new AppError('tariff-code-length', { text: shown(word), digits: code.length })
  }
  if (!isTariffCode(code)) throw new AppError('tariff-code-impossible', { text: shown(word) })
  return code
}

/** A word without digits, such as `TOTAL`, stands above all chapters. @throws AppError tariff-code-impossible */
function readParent(word: string): string | null {
  const parent = plainCode(word)
  if (!/\p{N}/u.test(parent)) return null
  if (!isTariffCode(parent)) throw new AppError('tariff-code-impossible', { text: shown(word) })
  return parent
}

/**
 * Chapters that the Harmonized System leaves to countries are in no section, whatever the file calls it.
 * @throws AppError tariff-section-differs
 */
function checkSection(word: string, section: number | null): void {
  if (section === null || sectionOfWord(word) === section) return
  throw new AppError('tariff-section-differs', { text: shown(word), section })
}

/** @throws AppError tariff-code-length */
function checkLevel(word: string, code: string): void {
  if (word.trim() === String(code.length)) return
  throw new AppError('tariff-code-length', { text: code, digits: code.length, level: shown(word.trim()) })
}

/** @throws AppError tariff-text-wrong */
function readText(cell: string): string {
  if (cell.length > longestTariffText || unreadable.test(cell)) {
    throw new AppError('tariff-text-wrong', {
      text: shown(cell.replace(/\p{C}/gu, '�')),
      most: longestTariffText,
    })
  }
  return cell.replace(/\s+/g, ' ').trim()
}

const dateReader =
  (dates: DateReader, open: string) =>
  (cell: string): string =>
    cell.trim() === '' ? open : dates.read(cell)

/** One or two units, of a column each or of one cell such as `台/千克`. */
function unitsOf(
  plan: TariffPlan,
  attempt: <Value>(column: FoundColumn, read: (text: string) => Value) => Value | undefined,
  unknown: string[],
): (string | null)[] {
  const { unit, secondUnit } = plan
  if (!unit) return []
  const words = plan.mapping.units?.words ?? {}
  const read = (cell: string): string | null => {
    const word = cell.trim()
    if (word.length > longestUnit)
      throw new AppError('tariff-text-wrong', { text: shown(word), most: longestUnit })
    const mapped = Object.hasOwn(words, word) ? words[word] : unitOfWord(word)
    if (mapped === undefined) unknown.push(word)
    return mapped === undefined ? word : mapped
  }
  if (secondUnit) return [attempt(unit, read) ?? null, attempt(secondUnit, read) ?? null]
  return (
    attempt(unit, (cell) =>
      Object.hasOwn(words, cell.trim()) ? [read(cell)] : cell.split('/').slice(0, 2).map(read),
    ) ?? []
  )
}
