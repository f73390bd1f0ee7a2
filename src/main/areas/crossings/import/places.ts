import { AppError } from '../../../../shared/errors.ts'
import type { MappingFile } from '../../../../shared/mapping-file.ts'
import { Code, type Direction, directions, Names } from '../../../../shared/words.ts'
import { shown } from '../../../import/shown-text.ts'
import type { PortModel } from '../../reference/port-model.ts'
import type { ImportTarget } from './import-target.ts'

/** What a place gets when it is made: the lines and directions that the file can have. */
export interface NewPlace {
  /** null for every line of the port. */
  lines: readonly string[] | null
  directions: readonly Direction[]
}

/** Finds checkpoints by the file's words, and makes the missing ones where that is wanted. */
export class Places {
  readonly #target: ImportTarget
  readonly #codes: ReadonlyMap<string, string | null>
  readonly #fixed: string
  readonly #by: 'code' | 'name'
  readonly #newPlace: NewPlace
  /** Words that are made into places; null for all. */
  readonly #wanted: ReadonlySet<string> | null
  readonly #found = new Map<string, string>()
  readonly #created: string[] = []

  /** @param createAll whether every unknown place is made; otherwise those that the mapping names are, and others refused */
  constructor(target: ImportTarget, mapping: MappingFile, createAll: boolean) {
    this.#target = target
    const { checkpoint } = mapping
    this.#codes = new Map('column' in checkpoint ? Object.entries(checkpoint.codes) : [])
    this.#by = 'column' in checkpoint ? checkpoint.by : 'code'
    this.#fixed = 'code' in checkpoint ? checkpoint.code : ''
    this.#newPlace = newPlaceOf(mapping)
    this.#wanted = createAll ? null : new Set('column' in checkpoint ? checkpoint.create : [])
  }

  get created(): readonly string[] {
    return this.#created
  }

  /**
   * The code of the checkpoint that a word of the file means.
   * @param name what a place that is made is called
   * @throws AppError place-unknown
   */
  find(word: string, name: string): string {
    const known = this.#found.get(word)
    if (known !== undefined) return known
    const text = word.trim()
    const port = this.#target.port()
    const meant = this.#codes.get(text) ?? null
    const code =
      meant === null
        ? (this.#search(port, text) ?? this.#create(text, name.trim(), null))
        : port.checkpoints.has(meant)
          ? meant
          : this.#create(text, name.trim(), meant)
    this.#found.set(word, code)
    return code
  }

  /** The checkpoint that the mapping sets for the whole file. @throws AppError place-unknown */
  fixed(): string {
    if (!this.#found.has(this.#fixed)) {
      if (!this.#target.port().checkpoints.has(this.#fixed)) {
        throw new AppError('place-unknown', { text: this.#fixed })
      }
      this.#found.set(this.#fixed, this.#fixed)
    }
    return this.#fixed
  }

  #search(port: PortModel, text: string): string | null {
    if (this.#by === 'code')
      return [text, text.toLowerCase()].find((code) => port.checkpoints.has(code)) ?? null
    const called = [...port.checkpoints.keys()].filter((code) =>
      port.names.get(`checkpoint/${code}`)?.some((name) => name.text === text),
    )
    // Two places of one name: only the mapping's codes can tell which is meant.
    if (called.length > 1) throw new AppError('place-unknown', { text, places: called.join(' ') })
    return called[0] ?? null
  }

  /** @param meant the code that the mapping gives this place, or null */
  #create(text: string, name: string, meant: string | null): string {
    const unknown = new AppError('place-unknown', { text: shown(text) })
    if (text === '' || this.#wanted?.has(text) === false) throw unknown
    const port = this.#target.port()
    const code = meant ?? (this.#by === 'code' ? text.toLowerCase() : this.#codeFrom(text))
    const names = Names.safeParse(
      Object.fromEntries(port.languages.map((language) => [language, name || text])),
    )
    if (!Code.safeParse(code).success || !names.success) throw unknown
    this.#target.makeCheckpoint({
      code,
      names: names.data,
      renamed: [],
      kind: 'mixed',
      directions: [...this.#newPlace.directions],
      // A line that the book does not have refuses its figures by name.
      sheet: [...(this.#newPlace.lines ?? port.lines.keys())].filter((line) => port.lines.has(line)),
      shifts: [],
      hours: [],
      closures: [],
    })
    this.#created.push(code)
    return code
  }

  /** `Sha Tau Kok` → `sha-tau-kok`; names without Latin letters are numbered. */
  #codeFrom(name: string): string {
    const latin = name
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 36)
    const taken = this.#target.port().checkpoints
    const base = latin || `place-${taken.size + 1}`
    let code = base
    for (let number = 2; taken.has(code); number += 1) code = `${base}-${number}`
    return code
  }
}

/** The lines and directions that a mapping can bring. */
export function newPlaceOf(mapping: MappingFile): NewPlace {
  const wanted = directionsOf(mapping)
  return {
    lines: linesOf(mapping.counts),
    directions: directions.filter((candidate) => wanted.includes(candidate)),
  }
}

function directionsOf({ direction, counts }: MappingFile): (Direction | null | undefined)[] {
  if ('fixed' in direction) return [direction.fixed]
  if ('words' in direction) return Object.values(direction.words)
  return 'columns' in counts ? counts.columns.map((column) => column.direction) : []
}

function linesOf(counts: MappingFile['counts']): string[] | null {
  if ('columns' in counts) return [...new Set(counts.columns.map(({ line }) => line))]
  if (counts.lines === 'codes') return null
  return [...new Set(Object.values(counts.lines).filter((line) => line !== null))]
}
