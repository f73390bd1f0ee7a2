import { isAbsolute } from 'node:path'
import { AppError, type ErrorCode } from '../../shared/errors.ts'
import { freeCopyPath } from '../book/copy-book.ts'
import { BookThread } from './thread.ts'

/** Why a book cannot be opened although it can be read: a copy in another place can be opened. */
const mendedByCopy: readonly ErrorCode[] = [
  'book-read-only',
  'book-in-use',
  'book-on-network-folder',
  'disk-full',
]

export const copyMayOpen = (code: ErrorCode): boolean => mendedByCopy.includes(code)

/**
 * Makes a checked copy of a book in the folder, under a name that no file has yet, on a thread of its own.
 * @returns the copy's path
 * @throws AppError folder-not-writable, disk-full, book-on-network-folder, book-missing, book-newer, book-damaged
 */
export async function copyBeside(book: string, folder: string, script: URL): Promise<string> {
  if (!isAbsolute(folder)) throw new AppError('folder-not-writable', { path: folder })
  const copy = freeCopyPath(book, folder)
  const listener = { onLost: () => undefined, onProgress: () => undefined }
  const thread = await BookThread.start(
    script,
    { role: 'copier', path: book, copy },
    listener,
    Promise.resolve(),
  )
  if (!(thread instanceof BookThread)) throw new AppError(thread.code, thread.details)
  await thread.close()
  return copy
}
