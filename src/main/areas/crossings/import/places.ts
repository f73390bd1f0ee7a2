import { AppError } from '../../../../shared/errors.ts'
import type { MappingFile } from '../../../../shared/mapping-file.ts'
import { Code, type Direction, directions } from '../../../../shared/words.ts'
import type { Batch } from '../../../book/batch.ts'
import type { Connection } from '../../../book/connection.ts'
import { type PortModel, portModel } from '../../reference/port-model.ts'
import { writeCheckpoint } from '../../reference/write-port.ts'

/** What a place gets when it is made: the lines and directions that the file can have. */
export interface NewPlace {
  lines: readonly string[]
  directions: readonly Direction[]
}

/** Finds checkpoints by the file's words, and makes the missing ones where that is wanted. */
export class Places {
  readonly #db: Connection
  readonly #batch: Batch
  readonly #codes: Readonly<Record<string, string>>
  readonly #by: 'code' | 'name'
  readonly #newPlace: NewPlace | null
  readonly #found = new Map<string, string>()
  readonly #created: string[] = []

  /** @param newPlace null where an unknown place refuses its row */
  constructor(db: Connection, batch: Batch, mapping: MappingFile, newPlace: NewPlace | null) {
    this.#db = db
    this.#batch = batch
    this.#codes = 'column' in mapping.checkpoint ? mapping.checkpoint.codes : {}
    this.#by = 'column' in mapping.checkpoint ? mapping.checkpoint.by : 'code'
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
    const code =
      this.#codes[text] ?? this.#search(portModel(this.#db), text) ?? this.#create(text, name.trim())
    this.#found.set(word, code)
    return code
  }

  #search(port: PortModel, text: string): string | null {
    if (this.#by === 'code') return port.checkpoints.has(text) ? text : null
    for (const code of port.checkpoints.keys()) {
      const names = port.names.get(`checkpoint/${code}`) ?? []
      if (names.some((name) => name.text === text)) return code
    }
    return null
  }

  #create(text: string, name: string): string {
    if (!this.#newPlace || text === '') throw new AppError('place-unknown', { text })
    const code = this.#by === 'code' ? text.toLowerCase() : this.#codeFrom(name || text)
    if (!Code.safeParse(code).success) throw new AppError('place-unknown', { text })
    const names = Object.fromEntries(
      portModel(this.#db).languages.map((language) => [language, name || text]),
    )
    const position = portModel(this.#db).checkpoints.size
    writeCheckpoint(
      this.#batch,
      {
        code,
        names,
        renamed: [],
        kind: 'mixed',
        directions: [...this.#newPlace.directions],
        sheet: [...this.#newPlace.lines],
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
  const lines = 'columns' in counts ? counts.columns.map(({ line }) => line) : Object.values(counts.lines)
  const wanted = 'fixed' in direction ? [direction.fixed] : Object.values(direction.words)
  return {
    lines: [...new Set(lines)],
    directions: directions.filter((candidate) => wanted.includes(candidate)),
  }
}
