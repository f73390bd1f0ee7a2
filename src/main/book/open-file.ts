import { statSync } from 'node:fs'
import { AppError } from '../../shared/errors.ts'
import type { Connection } from './connection.ts'

/**
 * The file that a connection has open. Where it is taken away or replaced, systems other than Windows let a program go on
 * writing into what nobody finds any more.
 */
export class OpenFile {
  readonly #path: string
  /** Which file it is; null for a book in memory. */
  readonly #id: string | null

  constructor(db: Connection) {
    this.#path = db.name
    this.#id = db.memory ? null : idOf(db.name)
  }

  /** @throws AppError book-missing where the file is not at its place any more */
  assertThere(): void {
    if (this.#id !== null && idOf(this.#path) !== this.#id) {
      throw new AppError('book-missing', { path: this.#path })
    }
  }
}

/** Null where no such file is. */
function idOf(path: string): string | null {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false })
  return found ? `${found.dev} ${found.ino}` : null
}
