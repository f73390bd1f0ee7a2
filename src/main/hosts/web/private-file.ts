import { chmodSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * Writes a file that only the user can read, complete or not at all: readers never see half of it. On Windows the
 * user's own folders already keep others out, and the mode says nothing.
 */
export function writePrivateFile(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  const draft = `${file}.${process.pid}.new`
  rmSync(draft, { force: true })
  // wx: never write a secret into a file, or through a link, that somebody else put there.
  writeFileSync(draft, text, { mode: 0o600, flag: 'wx' })
  chmodSync(draft, 0o600)
  renameSync(draft, file)
}
