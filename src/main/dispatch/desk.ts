import type { DeskEvent } from '../../shared/bridge.ts'
import type { Answer } from '../../shared/errors.ts'

/** The running program without its window: one book, its threads, and every operation by name. */
export interface Desk {
  /** Validates, authorises and runs one operation; never rejects for an expected failure or a bug. */
  call(operation: string, input: unknown): Promise<Answer<unknown>>
  onEvent(listener: (event: DeskEvent) => void): () => void
  /** Ends the threads cleanly and lets go of the book. */
  close(): Promise<void>
}

export interface DeskOptions {
  /** The book to open; null where the user has none yet. */
  book: string | null
  /** Folder that new books are made in. */
  booksFolder: string
  /** The script of a book's thread: its place differs between the built program and the source. */
  threadScript: URL
  /** Names the program that holds the book, for whoever comes second. */
  program: 'electron' | 'web'
}

/** Opens the book, if any, and answers when its state is known; a book that cannot be opened is a state, not an exception. */
export async function startDesk(options: DeskOptions): Promise<Desk> {
  throw new Error(`not yet written: ${options.program}`)
}
