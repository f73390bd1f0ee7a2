import { createHash } from 'node:crypto'
import { readFileSync, realpathSync, rmSync } from 'node:fs'
import path from 'node:path'
import { writePrivateFile } from './private-file.ts'

/** What a running host leaves for the next start on the same book. */
export interface Instance {
  port: number
  pid: number
  secret: string
}

/** The file of a book's running host; without a book there is one host as well. */
export function instanceFile(stateFolder: string, book: string | null): string {
  const name =
    book === null ? 'no-book' : createHash('sha256').update(sameName(book)).digest('hex').slice(0, 32)
  return path.join(stateFolder, `web-${name}.json`)
}

/** One name for one file, whatever link it was reached by. */
function sameName(book: string): string {
  try {
    return realpathSync(book)
  } catch {
    return path.resolve(book)
  }
}

export function writeInstance(file: string, instance: Instance): void {
  writePrivateFile(file, JSON.stringify(instance))
}

/** The running host that a file tells of, or null. Files of hosts that are gone are taken away. */
export function readInstance(file: string): Instance | null {
  let instance: Instance
  try {
    instance = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
  if (typeof instance?.port === 'number' && typeof instance.secret === 'string' && isAlive(instance.pid)) {
    return instance
  }
  rmSync(file, { force: true })
  return null
}

/** Takes a file away if it is still this host's own. */
export function removeInstance(file: string, secret: string): void {
  try {
    if (JSON.parse(readFileSync(file, 'utf8')).secret === secret) rmSync(file, { force: true })
  } catch {
    // Already gone, or not ours to judge.
  }
}

/** Whether a process of this user runs under this number. */
export function isAlive(pid: unknown): boolean {
  if (typeof pid !== 'number' || !Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch {
    // Gone, or of another user: in both cases not the host that wrote the file.
    return false
  }
}
