import { plainReading, type Reading } from '../../../../../shared/import/column-uses.ts'
import { cellWords, emptySigns, wordKey } from '../../../../../shared/import/heading-words.ts'

const separators = [',', '.', ' ', '’'] as const

type NumberReading = Pick<Reading, 'notReported' | 'closed' | 'notApplicable' | 'thousands'>

/** How the cells of numbers are read, from what they have beside digits. */
export function guessNumbers(cells: readonly string[]): NumberReading {
  const { notReported, closed, notApplicable } = plainReading
  const reading: NumberReading = {
    notReported,
    closed,
    notApplicable,
    thousands: separators.find((separator) => cells.some((text) => isGrouped(text, separator))) ?? null,
  }
  for (const text of new Set(cells)) {
    if (emptySigns.includes(text)) reading.notReported = [...reading.notReported, text]
    const meaning = cellWords.get(wordKey(text))
    if (meaning && !reading[meaning].includes(text)) reading[meaning] = [...reading[meaning], text]
  }
  return reading
}

function isGrouped(text: string, separator: string): boolean {
  const groups = text.split(separator)
  if (groups.length < 2) return false
  return groups.every((group, index) => (index === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(group))
}
