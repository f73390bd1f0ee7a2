import type { ImportPreview } from '../../../../shared/contract/import.ts'
import type { ColumnUse, Reading } from '../../../../shared/import/column-uses.ts'
import type { MappingGap } from '../../../../shared/import/mapping-gaps.ts'
import type { Direction } from '../../../../shared/words.ts'

/** What a word of the file names. */
export const wordKinds = ['places', 'directions', 'periods', 'lines'] as const
export type WordKind = (typeof wordKinds)[number]

/** A word that the user is asked about. */
export interface AskedWord {
  kind: WordKind
  word: string
  /** In how many rows it stands; null where only the first rows were looked at. */
  rows: number | null
  /** What it may mean, or null. */
  suggestion: string | null
}

/** What a word of the file means: something of the book, a place to be made, or nothing, which leaves its rows out. */
export type Meaning = { as: 'code'; code: string } | { as: 'create' } | { as: 'leave' }

const fields = {
  places: 'placeWords',
  directions: 'directionWords',
  periods: 'periodWords',
  lines: 'lineWords',
} as const satisfies Record<WordKind, keyof Reading>

function wordsOf(reading: Reading, kind: WordKind): Record<string, string | null> {
  const words = reading[fields[kind]]
  return words === 'codes' ? {} : words
}

/** What a word means by this reading; null where that is open. */
export function meaningOf(reading: Reading, kind: WordKind, word: string): Meaning | null {
  if (kind === 'places' && reading.create.includes(word)) return { as: 'create' }
  const words = wordsOf(reading, kind)
  if (!Object.hasOwn(words, word)) return null
  const code = words[word] ?? null
  return code === null ? { as: 'leave' } : { as: 'code', code }
}

/** The reading with another meaning of one word; null makes it open again. */
export function withMeaning(
  reading: Reading,
  kind: WordKind,
  word: string,
  meaning: Meaning | null,
): Reading {
  const { [word]: _, ...others } = wordsOf(reading, kind)
  const words =
    meaning === null || meaning.as === 'create'
      ? others
      : { ...others, [word]: meaning.as === 'leave' ? null : meaning.code }
  const made = reading.create.filter((each) => each !== word)
  return {
    ...reading,
    [fields[kind]]: words as Record<string, Direction | null>,
    create: kind === 'places' ? (meaning?.as === 'create' ? [...made, word] : made) : reading.create,
  }
}

/** Words that the file's reading gives a meaning, beside those that were asked about. */
export function knownWords(
  reading: Reading,
  asked: readonly AskedWord[],
): { kind: WordKind; word: string }[] {
  return wordKinds.flatMap((kind) => {
    const words = [...Object.keys(wordsOf(reading, kind)), ...(kind === 'places' ? reading.create : [])]
    return words
      .filter((word) => !asked.some((each) => each.kind === kind && each.word === word))
      .map((word) => ({ kind, word }))
  })
}

/** Asked words together with those that a preview does not know; each stands once, the first to be asked first. */
export function askAlso(asked: readonly AskedWord[], unknown: ImportPreview['unknown']): AskedWord[] {
  const found = wordKinds.flatMap((kind) => unknown[kind].map((word): AskedWord => ({ kind, ...word })))
  const isAsked = ({ kind, word }: AskedWord) =>
    asked.some((each) => each.kind === kind && each.word === word)
  return [...asked, ...found.filter((word) => !isAsked(word))]
}

/** Words of the first rows in columns that need a meaning for their words before the file can be read at all. */
export function wordsOfSample(
  gaps: readonly MappingGap[],
  uses: readonly ColumnUse[],
  rows: readonly { cells: readonly string[] }[],
): AskedWord[] {
  return gaps
    .filter(({ gap }) => gap === 'no-words')
    .flatMap(({ columns }) => columns)
    .flatMap((column) => {
      const kind: WordKind = uses[column]?.as === 'direction' ? 'directions' : 'lines'
      const words = new Set(
        rows.map(({ cells }) => (cells[column] ?? '').trim()).filter((word) => word !== ''),
      )
      return [...words].map((word): AskedWord => ({ kind, word, rows: null, suggestion: null }))
    })
}

export function isOpen(reading: Reading, { kind, word }: AskedWord): boolean {
  return meaningOf(reading, kind, word) === null
}
