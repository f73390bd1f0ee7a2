/**
 * Weights, quantities and money as people type and read them, without floating point: text ↔ an integer of the smallest
 * unit. 0.1 + 0.2 is 0.3 here.
 */

export const exactFaults = ['not-a-number', 'negative', 'too-fine', 'too-large'] as const
export type ExactFault = (typeof exactFaults)[number]
export type Exact = { value: number } | { fault: ExactFault }

/** Largest integer of a smallest unit that a field takes: sums of a year stay exact as well. */
export const mostGrams = 999_999_999_999
export const mostMillionths = 999_999_999_999_999
export const mostMinor = 99_999_999_999_999

/** Spaces of every kind, and the apostrophe that some group thousands with. */
const spaces = /[\s\u00a0\u2009\u202f\u3000'’]/g
const fullWidth = /[\uff0b-\uff19]/g

/**
 * Reads a decimal number exactly.
 * @param text as typed or pasted: digits may be grouped, full-width digits are digits
 * @param digits decimals of the smallest unit: 3 for kilograms kept as grams
 * @param most largest result that is taken
 * @param comma what a comma is: `decimal` as in Russian and Kazakh, or `group` as in Chinese and English
 * @returns the number of smallest units, or why there is none
 */
export function parseExact(text: string, digits: number, most: number, comma: 'decimal' | 'group'): Exact {
  const narrow = text
    .trim()
    .replace(fullWidth, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(spaces, '')
    .replace(/^[−–]/, '-')
  const decimal = narrow.replace(/^[-+]/, '')
  const plain = comma === 'decimal' ? withoutGroups(decimal, '.', ',') : withoutGroups(decimal, ',', '.')
  const match = plain === null ? null : /^(\d*)(?:\.(\d*))?$/.exec(plain)
  if (!match || (match[1] ?? '') + (match[2] ?? '') === '') return { fault: 'not-a-number' }
  const whole = (match[1] ?? '').replace(/^0+/, '')
  const fraction = (match[2] ?? '').replace(/0+$/, '')
  if (fraction.length > digits) return { fault: 'too-fine' }
  const all = `${whole}${fraction.padEnd(digits, '0')}`.replace(/^0+(?=\d)/, '') || '0'
  if (narrow.startsWith('-') && all !== '0') return { fault: 'negative' }
  if (all.length > 15 || Number(all) > most) return { fault: 'too-large' }
  return { value: Number(all) }
}

/**
 * Takes the groups of thousands out and makes the decimal separator a point; null where groups stand in wrong places.
 * A group separator that stands once where it can only be a decimal one, as in `1.5` where points group, is one.
 */
function withoutGroups(text: string, group: string, decimal: string): string | null {
  const parts = text.split(decimal)
  if (parts.length > 2) return null
  const [whole = '', fraction] = parts
  const groups = whole.split(group)
  if (groups.length === 1) return fraction === undefined ? whole : `${whole}.${fraction}`
  if (fraction?.includes(group)) return null
  const [first = '', ...rest] = groups
  if (/^[1-9]\d{0,2}$/.test(first) && rest.every((part) => /^\d{3}$/.test(part))) {
    return `${first}${rest.join('')}${fraction === undefined ? '' : `.${fraction}`}`
  }
  const isLoneDecimal = group === '.' && fraction === undefined && groups.length === 2
  return isLoneDecimal ? `${first}.${rest[0] ?? ''}` : null
}

/**
 * A number of smallest units as plain decimal text: 1500 with 3 digits is `1.5`.
 * @param least decimals that are written even where they are zero: 2 for money
 */
export function exactText(value: number, digits: number, least = 0): string {
  const sign = value < 0 ? '-' : ''
  const all = String(Math.abs(value)).padStart(digits + 1, '0')
  const whole = all.slice(0, all.length - digits)
  const fraction = all
    .slice(all.length - digits)
    .replace(/0+$/, '')
    .padEnd(Math.min(least, digits), '0')
  return fraction === '' ? `${sign}${whole}` : `${sign}${whole}.${fraction}`
}
