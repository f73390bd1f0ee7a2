import { isAbsolute, join } from 'node:path'
import type { NewBook } from '../../shared/contract/desk.ts'
import { AppError } from '../../shared/errors.ts'
import { makeBook, readyMadePort } from './make-book.ts'
import { makeSample } from './make-sample.ts'
import { readPortFile } from './read-port-file.ts'

/**
 * Makes the book that the first start asks for, named after its port.
 * @returns its path
 * @throws AppError unknown-port, file-missing, file-unreadable, port-file-wrong, folder-not-writable, book-exists,
 *   book-on-network-folder, disk-full
 */
export async function makeNewBook({ port, folder, sample }: NewBook): Promise<string> {
  if (!isAbsolute(folder)) throw new AppError('folder-not-writable', { path: folder })
  if (sample) {
    if (typeof port !== 'string') throw new AppError('unknown-port')
    const path = join(folder, `sample-${port}.portbook`)
    await makeSample(path, port)
    return path
  }
  const described = typeof port === 'string' ? readyMadePort(port) : readPortFile(port.file)
  if (!described) throw new AppError('unknown-port')
  const path = join(folder, `${described.code}.portbook`)
  makeBook(path, described)
  return path
}
