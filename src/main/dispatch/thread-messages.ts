import type { Answer, ErrorReport } from '../../shared/errors.ts'

/** `checker` is a reader that first looks at every page. */
export type ThreadRole = 'writer' | 'reader' | 'checker'

export interface ThreadSetup {
  role: ThreadRole
  path: string
  program: string
}

export type ToThread = { kind: 'call'; id: number; operation: string; input: unknown } | { kind: 'close' }

export type FromThread =
  | { kind: 'opened' }
  | { kind: 'failed'; error: ErrorReport }
  | { kind: 'answer'; id: number; answer: Answer<unknown> }
