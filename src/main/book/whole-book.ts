import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { dirname, resolve } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { refuseSharedFolder } from './book-location.ts'
import { translateFailure, translateFileFailure } from './sqlite-errors.ts'

/**
 * Makes a book's file under another name, and gives it its own only when `write` has finished it.
 * @throws AppError book-exists, folder-not-writable, book-on-network-folder, disk-full, file-unreadable
 */
export function makeWhole<Result>(path: string, write: (unfinished: string) => Result): Result {
  if (existsSync(path)) throw new AppError('book-exists', { path })
  try {
    prepareFolder(dirname(resolve(path)))
    refuseSharedFolder(path)
    return writtenAndNamed(path, write)
  } catch (error) {
    throw translateFailure(error, path)
  }
}

function prepareFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
  } catch (error) {
    const failure = translateFileFailure(error, folder)
    const isFull = failure instanceof AppError && failure.code === 'disk-full'
    throw isFull ? failure : new AppError('folder-not-writable', { path: folder })
  }
}

function writtenAndNamed<Result>(path: string, write: (unfinished: string) => Result): Result {
  const unfinished = `${path}-new`
  rmSync(unfinished, { force: true })
  try {
    const result = write(unfinished)
    setLogsAside(path)
    renameSync(unfinished, path)
    return result
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
}

/**
 * SQLite would take the log that an earlier book of this name left for the new book's own, and mix the two. It is kept
 * under another name, since it may hold the last counts of a book that was moved away without it.
 */
function setLogsAside(path: string): void {
  for (const log of ['-wal', '-journal']) {
    if (existsSync(path + log)) renameSync(path + log, `${path}${log}-set-aside-${Date.now()}`)
  }
  rmSync(`${path}-shm`, { force: true })
}

/** Waits until the file is on disk. */
export function flush(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
