import type { Answer, ErrorReport } from '../../shared/errors.ts'
import type { JobNews } from '../book/jobs.ts'

/** `checker` is a reader that first looks at every page. */
export type ThreadRole = 'writer' | 'reader' | 'checker'

export interface ThreadSetup {
  role: ThreadRole
  path: string
  program: string
}

export type ToThread =
  | { kind: 'call'; id: number; operation: string; input: unknown }
  /** Is heeded at once, not in its turn. */
  | { kind: 'cancel'; job: string }
  | { kind: 'close' }

export type FromThread =
  | { kind: 'opened' }
  | { kind: 'failed'; error: ErrorReport }
  | { kind: 'progress'; news: JobNews }
  | { kind: 'answer'; id: number; answer: Answer<unknown> }
