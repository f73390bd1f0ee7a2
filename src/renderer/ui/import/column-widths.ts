const widthOfCharacter = 7.5
const widest = 216
const narrowest = 96

/** What a choice has beside its text: the arrow that opens it. */
const arrow = 20

/**
 * Width of each column in CSS pixels, for its heading and the first rows; Chinese characters are twice as wide.
 * @param uses what is chosen above each column
 */
export function columnWidths(
  headings: readonly string[],
  rows: readonly { cells: readonly string[] }[],
  uses: readonly string[] = [],
): number[] {
  return headings.map((heading, at) => {
    const longest = Math.max(lengthOf(heading), ...rows.map(({ cells }) => lengthOf(cells[at] ?? '')))
    const text = Math.max(longest * widthOfCharacter, lengthOf(uses[at] ?? '') * widthOfCharacter + arrow)
    return Math.round(Math.min(widest, Math.max(narrowest, text + 24)))
  })
}

const lengthOf = (text: string): number => text.replace(/[\u1100-\uffdc]/g, '..').length
