import {
  directionWords,
  type HeadingKind,
  headingKinds,
  unitWords,
  wordKey,
} from '../../../../../shared/import/heading-words.ts'
import type { Direction, Unit } from '../../../../../shared/words.ts'
import type { KnownWords } from './known-words.ts'
import { nearest } from './known-words.ts'

/** What a heading says by itself. */
export interface Heading {
  kind: HeadingKind | null
  /** The line whose counts the column has. */
  line: string | null
  /** For a line or a total: the direction that the heading names beside it. */
  direction: Direction | null
  unit: Unit | null
}

const none: Heading = { kind: null, line: null, direction: null, unit: null }

/** Reads a heading: the book's names of lines first, then what such columns are called. */
export function readHeading(text: string, known: KnownWords): Heading {
  const key = wordKey(text)
  if (key === '') return none
  const whole = exactly(key, known, null)
  if (whole) return whole
  const directed = directionsIn(key)
  for (const { rest, direction } of directed) {
    if (rest === '') return { ...none, kind: 'total', direction }
    const found = exactly(rest, known, direction)
    if (found && (found.line !== null || found.kind === 'total')) return found
  }
  const withoutBrackets = exactly(wordKey(text.replace(/[（(].*?[)）]/g, '')), known, null)
  if (withoutBrackets) return withoutBrackets
  for (const { rest, direction } of [...directed, { rest: key, direction: null }]) {
    const line = nearest(known.lines, rest)
    if (line !== null) return { ...none, line, direction }
  }
  return none
}

function exactly(key: string, known: KnownWords, direction: Direction | null): Heading | null {
  const line = known.lines.get(key)
  if (line !== undefined) return { ...none, line, direction }
  const kind = headingKinds.get(key)
  if (kind !== undefined) return { ...none, kind, direction }
  const unit = totalUnit(key)
  return unit === null ? null : { ...none, kind: 'total', unit, direction }
}

/** `总人数` or `total vehicles`: a word for a total and one for a unit, in either order. */
function totalUnit(key: string): Unit | null {
  for (const [word, kind] of headingKinds) {
    if (kind !== 'total' || !key.includes(word)) continue
    const unit = unitWords.get(key.replace(word, ''))
    if (unit !== undefined) return unit
  }
  return null
}

/** The words for directions that stand at the start or end of a heading's key, longest first, each with what is left of it. */
function directionsIn(key: string): { rest: string; direction: Direction }[] {
  return [...directionWords]
    .sort(([a], [b]) => b.length - a.length)
    .flatMap(([word, direction]) => {
      if (key.startsWith(word)) return [{ rest: key.slice(word.length), direction }]
      return key.endsWith(word) ? [{ rest: key.slice(0, -word.length), direction }] : []
    })
}
