import type { DatePattern } from '../../../../../shared/mapping-shape.ts'
import { isMonthPattern } from '../../../../../shared/mapping-shape.ts'
import { isTariffCode, plainCode } from '../../../../../shared/tariff/hs-code.ts'
import { sectionOfWord } from '../../../../../shared/tariff/section-words.ts'
import { unitOfWord } from '../../../../../shared/tariff/unit-words.ts'
import type { Language } from '../../../../../shared/words.ts'
import { guessDates } from '../../../../import/date-columns.ts'
import type { FileRow } from '../../../../import/file-row.ts'
import { shippedChapters } from '../shipped-sections.ts'

interface DatedColumn {
  at: number
  pattern: DatePattern
}

/** What a tariff's columns look like, by index. */
export interface TariffColumns {
  /** Index of the first row with a code. */
  firstRow: number
  code: number
  lengths: number[]
  texts: Partial<Record<Language, number>>
  parent: number | null
  section: number | null
  level: number | null
  unit: number | null
  secondUnit: number | null
  from: DatedColumn | null
  to: DatedColumn | null
}

/** Share of cells that a column must have of a kind to be one of it. */
const most = 0.8
const usualLengths = [2, 4, 6, 8, 10]

/** Finds the columns of a tariff by what stands in them; null where there are no codes, or no texts. */
export function guessTariffColumns(rows: readonly FileRow[], workbook: boolean): TariffColumns | null {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  const all = Array.from({ length: width }, (_, at) => at)
  const code = all.reduce((a, b) => (codesIn(rows, b).size > codesIn(rows, a).size ? b : a), 0)
  const firstRow = rows.findIndex(({ cells }) => isTariffCode(plainCode(cells[code] ?? '')))
  if (firstRow < 0) return null
  const lines = rows
    .slice(firstRow)
    .map(({ cells }) => ({ cells, code: plainCode(cells[code] ?? '') }))
    .filter((line) => isTariffCode(line.code))
  const free = new Set(all.filter((at) => at !== code))
  const take = (fits: (text: string, code: string) => boolean): number | null => {
    const found = [...free].find((at) => {
      const filled = lines.filter(({ cells }) => (cells[at] ?? '').trim() !== '')
      const fitting = filled.filter((line) => fits((line.cells[at] ?? '').trim(), line.code))
      return filled.length > 0 && fitting.length >= filled.length * most
    })
    if (found !== undefined) free.delete(found)
    return found ?? null
  }
  const level = take((text, own) => text === String(own.length))
  const section = take((text, own) => sectionOfWord(text) === shippedChapters().get(own.slice(0, 2))?.section)
  const parent = take((text, own) => {
    const above = plainCode(text)
    return own.length === 2
      ? !/\p{N}/u.test(above)
      : above !== own && isTariffCode(above) && own.startsWith(above)
  })
  const isUnit = (text: string): boolean => text.split('/').every((word) => unitOfWord(word) !== undefined)
  const unit = take(isUnit)
  const secondUnit = unit === null ? null : take(isUnit)
  const [from = null, to = null] = [...free].flatMap((at): DatedColumn[] => {
    const guess = guessDates(
      lines.map(({ cells }) => cells[at] ?? ''),
      workbook,
    )
    if (!guess || isMonthPattern(guess.pattern)) return []
    free.delete(at)
    return [{ at, pattern: guess.pattern }]
  })
  const texts = textColumns(
    lines.map(({ cells }) => cells),
    [...free],
  )
  if (Object.keys(texts).length === 0) return null
  const lengths = [...new Set([...usualLengths, ...lines.map((line) => line.code.length)])].sort(
    (a, b) => a - b,
  )
  return { firstRow, code, lengths, texts, parent, section, level, unit, secondUnit, from, to }
}

function codesIn(rows: readonly FileRow[], at: number): Set<string> {
  return new Set(rows.map(({ cells }) => plainCode(cells[at] ?? '')).filter(isTariffCode))
}

/** The column with the longest texts of each language. */
function textColumns(
  rows: readonly (readonly string[])[],
  columns: readonly number[],
): Partial<Record<Language, number>> {
  const found: Partial<Record<Language, { at: number; length: number }>> = {}
  for (const at of columns) {
    const text = rows.map((cells) => cells[at] ?? '').join(' ')
    const language = languageOf(text)
    if (language && text.length > (found[language]?.length ?? 0))
      found[language] = { at, length: text.length }
  }
  return Object.fromEntries(Object.entries(found).map(([language, { at }]) => [language, at]))
}

/** Of the four languages, the one that a text's letters are of; null where it has too few. */
function languageOf(text: string): Language | null {
  const count = (letters: RegExp): number => text.match(letters)?.length ?? 0
  const [han, cyrillic, latin] = [
    count(/\p{Script=Han}/gu),
    count(/\p{Script=Cyrillic}/gu),
    count(/\p{Script=Latin}/gu),
  ]
  const letters = Math.max(han, cyrillic, latin)
  if (letters < text.length / 4) return null
  if (letters === han) return 'zh-CN'
  if (letters === latin) return 'en'
  // A word in twenty of Kazakh has one of its own letters at the least; Russian has none of them.
  return count(/[әғқңөұүһі]/giu) > letters / 50 ? 'kk' : 'ru'
}
