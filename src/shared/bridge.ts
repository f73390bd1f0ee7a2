import type { Answer } from './errors.ts'

/** What happened below the window, told to every open window. */
export type DeskEvent =
  /** A command was committed: figures shown may be out of date. */
  | { kind: 'changed'; batch: number }
  /** The port's settings may be others: its checkpoints, lines, names. Told before the `changed` of the same command. */
  | { kind: 'port' }
  /** Another book is open, or it failed. */
  | { kind: 'desk' }
  /** How far a preview or an import is: rows read, and the share of the file from 0 to 1. */
  | { kind: 'progress'; job: string; rows: number; share: number }
  /** A window kept other settings. */
  | { kind: 'settings' }

/** The window's only way down: what the preload exposes as `window.portbook`, and what the web client rebuilds over HTTP. */
export interface Bridge {
  invoke(operation: string, input: unknown): Promise<Answer<unknown>>
  /**
   * The path under which the main process can read a file that the user chose or dropped. Never rejects.
   * It stays there until the window asks for another file, or the program ends.
   */
  fileFor(file: File): Promise<Answer<string>>
  /** Calls the listener for every event until the returned function is called. */
  onEvent(listener: (event: DeskEvent) => void): () => void
}
