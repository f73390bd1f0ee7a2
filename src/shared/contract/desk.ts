import { z } from 'zod'
import { LocalDate } from '../dates.ts'
import { errorCodes } from '../errors.ts'
import { Code, Names } from '../words.ts'
import { command, query } from './operation.ts'

const ErrorReport = z.strictObject({
  code: z.enum(errorCodes),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
})

const DeskState = z.strictObject({
  /** `none`: no book chosen yet; `failed`: the book could not be opened, and `error` says why. */
  state: z.enum(['none', 'open', 'failed']),
  /** Path of the book, for the foot line and the failure screen. */
  book: z.string().nullable(),
  error: ErrorReport.nullable(),
  /** Whether the book that could not be opened can be read, so that a copy of it may open. */
  canCopy: z.boolean(),
  /** Folder that new books are made in, unless another one is chosen. */
  booksFolder: z.string(),
  /** Ready-made ports that a new book can be made for; `sample` is the span of the port's sample book, where it has one. */
  ports: z.array(
    z.strictObject({
      code: Code,
      names: Names,
      sample: z.strictObject({ from: LocalDate, to: LocalDate }).nullable(),
    }),
  ),
})
export type DeskState = z.infer<typeof DeskState>

/** A file's or folder's path on this computer. */
const Path = z.string().min(1).max(4_000)

const NewBook = z.strictObject({
  /** A ready-made port, or a port file of one's own. */
  port: z.union([Code, z.strictObject({ file: Path })]),
  /** With the invented figures of a ready-made port's sample. */
  sample: z.boolean(),
  /** Folder that the book is made in; made as well where it is missing. */
  folder: Path,
})
export type NewBook = z.infer<typeof NewBook>

/** Operations about which book is open; they run in the host's process, not in a book's threads. */
export const deskContract = {
  readDesk: query(z.strictObject({}), DeskState),
  /**
   * Reads a port file of one's own before a book is made from it.
   * Refused: file-missing, file-unreadable, port-file-wrong, which says the `field` and the `message`.
   */
  readPortFile: query(
    z.strictObject({ file: Path }),
    z.strictObject({ code: Code, names: Names, checkpoints: z.int(), lines: z.int() }),
  ),
  /** Makes a new book named after its port, and opens it. Refused while one is open, or `book-exists` with its `path`. */
  startBook: command(NewBook, DeskState),
  /** Opens a book that is there, where none is open. One that cannot be opened is refused, and nothing is open as before. */
  openBook: command(z.strictObject({ path: Path }), DeskState),
  /** Tries again to open the book that could not be opened. */
  retryBook: command(z.strictObject({}), DeskState),
  /**
   * Copies the book that could not be opened into the folder, under a name that no file has yet, checks the copy and
   * opens it; the book itself stays as it is. Refused: folder-not-writable, disk-full, book-on-network-folder of the
   * folder; book-missing, book-newer, book-damaged, file-unreadable of the book.
   */
  openCopy: command(z.strictObject({ folder: Path }), DeskState),
}
