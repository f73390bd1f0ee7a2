import { AppError } from '../../../../shared/errors.ts'
import type { MappingFile } from '../../../../shared/mapping-file.ts'
import { Code, type Direction, directions, Names } from '../../../../shared/words.ts'
import type { Batch } from '../../../book/batch.ts'
import type { Connection } from '../../../book/connection.ts'
import { type PortModel, portModel } from '../../reference/port-model.ts'
import { writeCheckpoint } from '../../reference/write-port.ts'
import { shown } from './read-cells.ts'

/** What a place gets when it is made: the lines and directions that the file can have. */
export interface NewPlace {
  /** null for every line of the port. */
  lines: readonly string[] | null
  directions: readonly Direction[]
}

/** Finds checkpoints by the file's words, and makes the missing ones where that is wanted. */
export class Places {
  readonly #db: Connection
  readonly #batch: Batch
  readonly #codes: ReadonlyMap<string, string>
  readonly #fixed: string
  readonly #by: 'code' | 'name'
  readonly #newPlace: NewPlace | null
  readonly #found = new Map<string, string>()
  readonly #created: string[] = []

  /** @param newPlace null where an unknown place refuses its row */
  constructor(db: Connection, batch: Batch, mapping: MappingFile, newPlace: NewPlace | null) {
    this.#db = db
    this.#batch = batch
    const { checkpoint } = mapping
    this.#codes = new Map('column' in checkpoint ? Object.entries(checkpoint.codes) : [])
    this.#by = 'column' in checkpoint ? checkpoint.by : 'code'
    this.#fixed = 'code' in checkpoint ? checkpoint.code : ''
    this.#newPlace = newPlace
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
    const port = portModel(this.#db)
    const meant = this.#codes.get(text)
    const code =
      meant === undefined
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
      if (!portModel(this.#db).checkpoints.has(this.#fixed)) {
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
    if (!this.#newPlace || text === '') throw unknown
    const port = portModel(this.#db)
    const code = meant ?? (this.#by === 'code' ? text.toLowerCase() : this.#codeFrom(text))
    const names = Names.safeParse(
      Object.fromEntries(port.languages.map((language) => [language, name || text])),
    )
    if (!Code.safeParse(code).success || !names.success) throw unknown
    const position = port.checkpoints.size
    writeCheckpoint(
      this.#batch,
      {
        code,
        names: names.data,
        renamed: [],
        kind: 'mixed',
        directions: [...this.#newPlace.directions],
        sheet: [...(this.#newPlace.lines ?? port.lines.keys())],
        shifts: [],
        hours: [],
        closures: [],
      },
      position,
    )
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
    const taken = portModel(this.#db).checkpoints
    const base = latin || `place-${taken.size + 1}`
    let code = base
    for (let number = 2; taken.has(code); number += 1) code = `${base}-${number}`
    return code
  }
}

/** The lines and directions that a mapping can bring. */
export function newPlaceOf(mapping: MappingFile): NewPlace {
  const { counts, direction } = mapping
  const wanted = 'fixed' in direction ? [direction.fixed] : Object.values(direction.words)
  return {
    lines: linesOf(counts),
    directions: directions.filter((candidate) => wanted.includes(candidate)),
  }
}

function linesOf(counts: MappingFile['counts']): string[] | null {
  if ('columns' in counts) return counts.columns.map(({ line }) => line)
  return counts.lines === 'codes' ? null : [...new Set(Object.values(counts.lines))]
}
