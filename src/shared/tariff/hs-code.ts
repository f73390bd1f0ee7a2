import { z } from 'zod'

/**
 * Codes of the Harmonized System and of the national tariffs that go on from it: two digits name a chapter, four a
 * heading, six a subheading, more the lines of a country. Always text, since most begin with 0.
 */

export const fewestHsDigits = 6
export const mostHsDigits = 10

/** Chapters 98 and 99 are a country's own; 77 is kept free, and 00 there is none. */
function isChapter(chapter: string): boolean {
  return chapter !== '00' && chapter !== '77'
}

/** Whether digits can name goods in a declaration, whatever tariff holds: 6 to 10 of them in a chapter that there is. */
export function isHsCode(text: string): boolean {
  return /^\d{6,10}$/.test(text) && isChapter(text.slice(0, 2))
}

/** Whether digits can stand in a tariff: from a chapter to a national line. */
export function isTariffCode(text: string): boolean {
  return /^\d{2,10}$/.test(text) && isChapter(text.slice(0, 2))
}

/** Any level of a tariff; also the first digits of the codes that a commodity group takes. */
export const TariffCode = z.string().refine(isTariffCode, '2 to 10 digits, of a chapter that there is')

/** A code as people and files write it, `8703.80 00-00` or full width, as plain digits; other text stays as it is. */
export function plainCode(text: string): string {
  const plain = text.normalize('NFKC').replace(/[\s.-]/g, '')
  return /^\d+$/.test(plain) ? plain : text.trim()
}
