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
 * Looks at the file before SQLite does.
 * @throws AppError book-missing, book-not-a-book, book-read-only (where it is to be written)
 */
export function inspectBookFile(bookPath: string, toWrite: boolean): void {
  if (!existsSync(bookPath)) throw new AppError('book-missing', { path: bookPath })
  if (!statSync(bookPath).isFile()) throw new AppError('book-not-a-book', { path: bookPath })
  if (!startsLikeSqlite(bookPath)) throw new AppError('book-not-a-book', { path: bookPath })
  if (!toWrite) return
  try {
    accessSync(bookPath, constants.W_OK)
    accessSync(dirname(resolve(bookPath)), constants.W_OK)
  } catch {
    throw new AppError('book-read-only', { path: bookPath })
  }
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
