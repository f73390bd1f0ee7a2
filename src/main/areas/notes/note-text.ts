import { longestNote } from '../../../shared/contract/notes.ts'
import { AppError } from '../../../shared/errors.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const control = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/

/**
 * The text as it is kept: line breaks as `\n`, a tab as a space, nothing around it.
 * @throws AppError note-empty, note-too-long, note-unreadable
 */
export function noteText(typed: string): string {
  const text = typed
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/^[\s\u2028\u2029]+|[\s\u2028\u2029]+$/g, '')
  if (text === '') throw new AppError('note-empty')
  const length = [...text].length
  if (length > longestNote) throw new AppError('note-too-long', { length, most: longestNote })
  const found = control.exec(text)?.[0] ?? (text.isWellFormed() ? null : '\ufffd')
  if (found !== null) {
    throw new AppError('note-unreadable', {
      character: `U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
    })
  }
  return text
}
