import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  openSync,
  readSync,
  statfsSync,
  statSync,
} from 'node:fs'
import { dirname, resolve } from 'node:path'
import { AppError } from '../../shared/errors.ts'

/** File systems of other machines, by Linux's magic numbers: SQLite's locks cannot be trusted there. */
const networkFileSystems = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB2'],
  [0x01021997, '9P'],
])

/** Folders that a synchronising program copies behind the book's back. */
const synchronisedFolder =
  /(^|[\\/])(OneDrive|Dropbox|Google ?Drive|iCloud ?Drive|Mobile Documents|Nutstore|坚果云|BaiduSyncdisk|Yandex\.?Disk|Яндекс\.Диск)([^\\/]*)([\\/]|$)/i

/**
 * Refuses to work on a book in a network or synchronised folder.
 * @throws AppError book-on-network-folder
 */
export function refuseSharedFolder(bookPath: string): void {
  const path = resolve(bookPath)
  if (path.startsWith('\\\\') || path.startsWith('//'))
    throw new AppError('book-on-network-folder', { path, kind: 'UNC' })
  const synchronised = synchronisedFolder.exec(path)?.[2]
  if (synchronised) throw new AppError('book-on-network-folder', { path, kind: synchronised })
  if (process.platform !== 'linux') return
  const kind = networkFileSystems.get(statfsSync(dirname(path)).type)
  if (kind) throw new AppError('book-on-network-folder', { path, kind })
}

/**
 * Looks at the file before SQLite does, without opening it: closing it again would drop the locks that a connection of
 * this process holds on it (POSIX).
 * @throws AppError book-missing, book-not-a-book for a folder, book-read-only (where it is to be written)
 */
export function inspectBookFile(bookPath: string, toWrite: boolean): void {
  if (!existsSync(bookPath)) throw new AppError('book-missing', { path: bookPath })
  if (!statSync(bookPath).isFile()) throw new AppError('book-not-a-book', { path: bookPath })
  if (toWrite && !(writable(bookPath) && folderIsWritable(bookPath)))
    throw new AppError('book-read-only', { path: bookPath })
}

/**
 * Refuses to write a file over the open book, its log or its lock, or over any other SQLite file.
 * @throws AppError book-exists; file-unreadable for a name that no file can have
 */
export function refuseBookAt(file: string, openBook: string): void {
  if (file.includes('\0')) throw new AppError('file-unreadable', { path: file })
  const there = statSync(file, { throwIfNoEntry: false })
  if (!there?.isFile()) return
  const own = ['', '-wal', '-shm', '-lock'].map((end) => statSync(openBook + end, { throwIfNoEntry: false }))
  // By identity, so that the open book itself is never opened here: closing it would drop this process's locks (POSIX).
  const isOwn = own.some((part) => part?.ino === there.ino && part.dev === there.dev)
  if (isOwn || startsLikeSqlite(file)) throw new AppError('book-exists', { path: file })
}

function startsLikeSqlite(path: string): boolean {
  const magic = Buffer.from('SQLite format 3\0', 'latin1')
  const start = Buffer.alloc(magic.length)
  const file = openSync(path, 'r')
  try {
    return readSync(file, start, 0, magic.length, 0) === magic.length && start.equals(magic)
  } finally {
    closeSync(file)
  }
}

export function folderIsWritable(bookPath: string): boolean {
  return writable(dirname(resolve(bookPath)))
}

function writable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}
