import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { translateFileFailure } from '../../book/sqlite-errors.ts'

/** Writes a file that appears under its name only when it is whole. @throws AppError disk-full, file-unreadable */
export function writeOut(out: string, content: string | Uint8Array): void {
  const unfinished = `${out}.part`
  try {
    writeFileSync(unfinished, content)
    renameSync(unfinished, out)
  } catch (error) {
    rmSync(unfinished, { force: true })
    // The name that the user gave, not the one beside it.
    throw translateFileFailure(error instanceof Error ? Object.assign(error, { path: out }) : error, out)
  }
}
