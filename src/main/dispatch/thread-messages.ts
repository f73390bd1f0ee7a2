import type { Answer, ErrorReport } from '../../shared/errors.ts'
import type { JobNews } from '../book/jobs.ts'

/** `checker` is a reader that first looks at every page; `log-mover` moves the write-ahead log into the book when asked. */
export type ThreadRole = 'writer' | 'reader' | 'checker' | 'log-mover'

export type ThreadSetup =
  | { role: ThreadRole; path: string; program: string }
  /** Makes the file `copy` of the book before it says that it has opened it. */
  | { role: 'copier'; path: string; copy: string }

export type ToThread =
  /** The first message: opens the book. */
  | { kind: 'open' }
  | { kind: 'call'; id: number; operation: string; input: unknown }
  /** These two are heeded at once, not in their turn. */
  | { kind: 'cancel'; job: string }
  | { kind: 'log-moved' }
  | { kind: 'close' }

export type FromThread =
  | { kind: 'opened' }
  | { kind: 'failed'; error: ErrorReport }
  | { kind: 'progress'; news: JobNews }
  /** The writer left a long log behind: whoever reads this has it moved, and says `log-moved`. */
  | { kind: 'long-log' }
  | { kind: 'answer'; id: number; answer: Answer<unknown> }
