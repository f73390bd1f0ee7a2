/** What the preload may say to the main process; the values travel as clone text. */
export type Upward =
  | { kind: 'invoke'; id: number; channel: string; args: string }
  | { kind: 'open'; url: string }
  | { kind: 'preload-error'; message: string }

/** What the main process says to the preload. */
export type Downward =
  | { kind: 'send'; channel: string; args: string }
  | { kind: 'answer'; id: number; value: string }
  | { kind: 'refusal'; id: number; message: string }
