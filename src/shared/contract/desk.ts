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

/** Operations about which book is open; they run in the host's process, not in a book's threads. */
export const deskContract = {
  readDesk: query(z.strictObject({}), DeskState),
  /** Makes a new book for a ready-made port beside the user's other books, and opens it. */
  startBook: command(z.strictObject({ port: Code }), DeskState),
  /** Makes a sample book of a ready-made port beside the user's other books, or takes the one that is there, and opens it. */
  startSample: command(z.strictObject({ port: Code }), DeskState),
  /** Tries again to open the book that could not be opened. */
  retryBook: command(z.strictObject({}), DeskState),
}
