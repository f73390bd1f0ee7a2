import type { Keystroke } from '../../lib/keystrokes.ts'

/** Keys of the import, as they are heard and shown. */
export const openKey: Keystroke = 'Ctrl+KeyI'
export const chooseKey: Keystroke = 'Ctrl+KeyO'
export const runKey: Keystroke = 'Ctrl+Enter'
export const stopKey: Keystroke = 'Escape'
