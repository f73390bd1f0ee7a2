const widthOfCharacter = 7.5
const widest = 216
const narrowest = 96

/** Width of each column in CSS pixels, for its heading and the first rows; Chinese characters are twice as wide. */
export function columnWidths(
  headings: readonly string[],
  rows: readonly { cells: readonly string[] }[],
): number[] {
  return headings.map((heading, at) => {
    const longest = Math.max(lengthOf(heading), ...rows.map(({ cells }) => lengthOf(cells[at] ?? '')))
    return Math.round(Math.min(widest, Math.max(narrowest, longest * widthOfCharacter + 24)))
  })
}

const lengthOf = (text: string): number => text.replace(/[\u1100-\uffdc]/g, '..').length
