/** The closed list of expected failures. The window translates each code; see `errors` in the language files. */
export const errorCodes = [
  'invalid-input',
  'unknown-operation',
  'not-allowed',
  'internal',
  'host-gone',
  'no-book',
  'book-missing',
  'book-exists',
  'book-not-a-book',
  'book-damaged',
  'book-newer',
  'book-older',
  'book-in-use',
  'book-read-only',
  'book-on-network-folder',
  'folder-not-writable',
  'disk-full',
  'file-missing',
  'file-unreadable',
  'port-file-wrong',
  'browser-missing',
  'printing-failed',
  'unknown-port',
  'unknown-checkpoint',
  'unknown-line',
  'unknown-shift',
  'line-not-on-sheet',
  'direction-not-counted',
  'unit-not-counted',
  'period-not-possible',
  'count-not-whole',
  'count-out-of-range',
  'date-impossible',
  'date-ahead',
  'checkpoint-not-in-service',
  'closed-by-calendar',
  'open-anyway',
  'no-exception',
  'shift-has-figures',
  'shift-signed',
  'note-empty',
  'note-too-long',
  'note-unreadable',
  'note-changed-since',
  'unknown-note',
  'item-not-open',
  'of-which-exceeds-parent',
  'parts-differ',
  'nothing-to-undo',
  'nothing-to-redo',
  'undo-changed-since',
  'wrong-encoding',
  'not-a-table',
  'mapping-mismatch',
  'file-empty',
  'row-ragged',
  'row-unreadable',
  'date-unreadable',
  'word-unknown',
  'place-unknown',
  'key-twice',
  'code-taken',
  'code-impossible',
  'name-empty',
  'name-too-long',
  'name-unreadable',
  'country-impossible',
  'time-impossible',
  'unknown-country',
  'setting-gone',
  'has-figures',
  'figures-outside',
  'fixed-by-figures',
  'ends-before-begins',
  'last-checkpoint',
  'order-incomplete',
  'total-impossible',
  'parent-impossible',
  'line-is-parent',
  'sheet-empty',
  'shift-starts-late',
  'shifts-overlap',
  'hours-overlap',
  'hours-over-midnight',
  'seasons-overlap',
  'half-a-span',
  'closes-figures',
  'holiday-file-wrong',
  'cell-error',
  'cell-merged',
  'formula-unsaved',
  'sheet-missing',
  'workbook-old',
  'workbook-protected',
  'workbook-damaged',
  'workbook-too-large',
  'cancelled',
  'preview-gone',
  'mapping-missing',
] as const

export type ErrorCode = (typeof errorCodes)[number]
export const isErrorCode = (code: unknown): code is ErrorCode => errorCodes.some((listed) => listed === code)

export type ErrorDetails = Record<string, string | number>

/** A failure that the user can understand and act on. Everything else that is thrown is a bug. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(`${code} ${JSON.stringify(details)}`)
    this.name = 'AppError'
    this.code = code
    this.details = details
  }
}

/** The plain form in which an error crosses threads and the window's border. */
export interface ErrorReport {
  code: ErrorCode
  details: ErrorDetails
}

export type Answer<Output> = { ok: true; output: Output } | { ok: false; error: ErrorReport }
