import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** Writes a small file of the program beside its place and renames it, so that a cut leaves the old or the new one. */
export function writeWholeFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  const written = `${path}.${process.pid}`
  const file = openSync(written, 'w')
  try {
    writeSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(written, path)
}
