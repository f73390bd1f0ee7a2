import { wordKey } from '../../../../../shared/import/heading-words.ts'
import type { PortModel } from '../../../reference/port-model.ts'

/** What words of a file may mean in this book: codes and names of every language and time, by `wordKey`. */
export interface KnownWords {
  checkpoints: ReadonlyMap<string, string>
  lines: ReadonlyMap<string, string>
  /** Shifts by name or code; a word that means several shifts is none. */
  shifts: ReadonlyMap<string, string>
}

export function knownWords(port: PortModel): KnownWords {
  return {
    checkpoints: wordsOf(port, 'checkpoint', [...port.checkpoints.keys()]),
    lines: wordsOf(port, 'line', [...port.lines.keys()]),
    shifts: shiftWords(port),
  }
}

/** A word that two things have in common means neither. */
class Meanings {
  readonly words = new Map<string, string>()
  readonly #ambiguous = new Set<string>()

  add(text: string, code: string): void {
    const key = wordKey(text)
    if (key === '' || this.#ambiguous.has(key)) return
    const known = this.words.get(key)
    if (known === undefined || known === code) {
      this.words.set(key, code)
      return
    }
    this.words.delete(key)
    this.#ambiguous.add(key)
  }
}

function wordsOf(port: PortModel, entity: string, codes: readonly string[]): Map<string, string> {
  const meanings = new Meanings()
  for (const code of codes) {
    meanings.add(code, code)
    for (const { text } of port.names.get(`${entity}/${code}`) ?? []) meanings.add(text, code)
  }
  return meanings.words
}

function shiftWords(port: PortModel): Map<string, string> {
  const meanings = new Meanings()
  for (const checkpoint of port.checkpoints.values()) {
    for (const { code } of checkpoint.shifts) {
      meanings.add(code, code)
      for (const { text } of port.names.get(`shift/${checkpoint.code}/${code}`) ?? [])
        meanings.add(text, code)
    }
  }
  return meanings.words
}

const leastLikeness = 0.6

/** What a word is most like among the known ones; null where nothing is near, or two are equally near. */
export function nearest(words: ReadonlyMap<string, string>, text: string): string | null {
  const key = wordKey(text)
  const exact = words.get(key)
  if (exact !== undefined) return exact
  let best: string | null = null
  let likeness = leastLikeness
  for (const [word, code] of words) {
    const like = likenessOf(key, word)
    if (like < likeness) continue
    // Two that are equally near leave it open, until a third is nearer.
    best = like === likeness && best !== null && best !== code ? null : code
    likeness = like
  }
  return best
}

/** Share of pairs of characters that two words have in common (Dice), from 0 to 1. */
function likenessOf(a: string, b: string): number {
  const pairs = pairsOf(a)
  const others = pairsOf(b)
  const total = pairs.length + others.length
  if (total === 0) return 0
  let common = 0
  for (const pair of pairs) {
    const at = others.indexOf(pair)
    if (at < 0) continue
    others.splice(at, 1)
    common += 1
  }
  return (2 * common) / total
}

const pairsOf = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2))
