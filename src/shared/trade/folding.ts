/**
 * Plates, declaration numbers and codes are kept in one alphabet, so that what looks the same is the same: capital
 * Latin letters and ASCII digits. A Russian or Kazakh plate uses only Cyrillic letters that look Latin; both ways of
 * typing it give the same plate.
 */

const lookAlikes: Readonly<Record<string, string>> = {
  ...{ А: 'A', В: 'B', Е: 'E', К: 'K', М: 'M', Н: 'H', О: 'O', Р: 'P', С: 'C', Т: 'T', У: 'Y', Х: 'X' },
  ...{ І: 'I', Ј: 'J', Ѕ: 'S', Ү: 'Y', Һ: 'H', Ԛ: 'Q', Ԝ: 'W' },
  ...{ Α: 'A', Β: 'B', Ε: 'E', Ζ: 'Z', Η: 'H', Ι: 'I', Κ: 'K', Μ: 'M', Ν: 'N', Ο: 'O', Ρ: 'P', Τ: 'T' },
  ...{ Υ: 'Y', Χ: 'X' },
}

/** Capital letters, narrow digits, no spaces, and letters that look Latin made Latin. */
function folded(text: string): string {
  return [...text.normalize('NFKC').toUpperCase().replace(/\s/g, '')]
    .map((character) => lookAlikes[character] ?? character)
    .join('')
}

/** A plate as it is kept: without spaces, dots and hyphens. The first character of a Chinese plate stays Chinese. */
export function foldPlate(text: string): string {
  return folded(text).replace(/[.·•・‧∙⋅˙‐‑‒–—−_-]/g, '')
}

/** A declaration or manifest number as it is kept; its hyphens and slashes stay. */
export function foldNumber(text: string): string {
  return folded(text).replace(/[‐‑‒–—−]/g, '-')
}

/** A code of the tariff as it is kept: its digits alone, however they were set apart. */
export function foldHsCode(text: string): string {
  return text.normalize('NFKC').replace(/[\s.\u2024·-]/g, '')
}

/** Whether a number has the form of a mask: `#` is a digit, `@` a letter, `*` either, anything else itself. */
export function fitsMask(number: string, mask: string): boolean {
  const characters = [...number]
  const places = [...mask]
  return (
    characters.length === places.length &&
    places.every((place, index) => {
      const character = characters[index] ?? ''
      if (place === '#') return /^\d$/.test(character)
      if (place === '@') return /^[A-Z]$/.test(character)
      if (place === '*') return /^[A-Z\d]$/.test(character)
      return place === character
    })
  )
}
