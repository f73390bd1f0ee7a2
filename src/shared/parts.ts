/** Most characters of the parts that a count keeps. */
export const longestParts = 200

const pattern = /^\d{1,7}(\+\d{1,7})+$/

/** The sum of parts such as `45+38+12`; null for a text that is none. */
export function sumOfParts(parts: string): number | null {
  if (parts.length > longestParts || !pattern.test(parts)) return null
  return parts.split('+').reduce((sum, part) => sum + Number(part), 0)
}
