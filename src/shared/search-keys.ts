/**
 * Keys by which text in the four languages is found: words folded to small letters without accents, Chinese cut into
 * pairs of characters, so that a word of two is found inside any other. Kept beside the text, and matched by beginning.
 */

/** Letters that Kazakh has beside the Russian ones: found also by who types the Russian letter nearest to them. */
const kazakhLetters: Readonly<Record<string, string>> = {
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  һ: 'х',
  і: 'и',
}

/** Full width becomes half width, capitals small letters; accents go, and with them the dots of ё and the bow of й. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[әғқңөұүһі]/g, (letter) => kazakhLetters[letter] ?? letter)
}

const runs = /\p{Script=Han}+|[^\P{L}\p{Script=Han}]+|\p{N}+/gu

const isHan = (run: string): boolean => /^\p{Script=Han}/u.test(run)

/** Pairs of neighbouring characters, and the last one alone, so that a single character is found wherever it stands. */
function pairs(run: string): string[] {
  const characters = [...run]
  return characters.map((character, index) => character + (characters[index + 1] ?? ''))
}

/** The keys of a text, each once, with blanks between them: what an index keeps. */
export function searchKeys(text: string): string {
  const keys = new Set<string>()
  for (const [run] of folded(text).matchAll(runs)) {
    if (isHan(run)) for (const pair of pairs(run)) keys.add(pair)
    else keys.add(run)
  }
  return [...keys].join(' ')
}

/**
 * What a typed text asks for: every term must begin one of the keys. Empty where it has neither letters nor numbers.
 * @param most terms that are looked at; a pasted page is no search
 */
export function searchTerms(typed: string, most = 12): string[] {
  const terms = new Set<string>()
  for (const [run] of folded(typed.slice(0, 200)).matchAll(runs)) {
    const characters = [...run]
    if (!isHan(run) || characters.length === 1) terms.add(run)
    else for (const pair of pairs(run).slice(0, -1)) terms.add(pair)
  }
  return [...terms].slice(0, most)
}
