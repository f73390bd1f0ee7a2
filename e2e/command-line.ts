import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Runs a verb of the command line as a user does; answers the one JSON object that it prints. */
export function runVerb(...args: string[]): Record<string, unknown> {
  const text = execFileSync(process.execPath, ['src/main/hosts/cli/main.ts', ...args, '--json'], {
    cwd: root,
    encoding: 'utf8',
  })
  return JSON.parse(text)
}

/** A new book in a folder; `port` is the name of a ready-made port or the path of a port file. */
export function newBook(folder: string, port: string): string {
  const book = path.join(folder, 'new.portbook')
  runVerb('new', '--book', book, '--port', port)
  return book
}

let sample: string | null = null

/** The sample book of Jeminay in a folder. It takes seconds to make, so that every process of tests makes one and copies it. */
export function sampleBook(folder: string): string {
  if (sample === null) {
    const made = mkdtempSync(path.join(os.tmpdir(), 'portbook-sample-'))
    process.once('exit', () => rmSync(made, { recursive: true, force: true }))
    const book = path.join(made, 'jeminay.portbook')
    runVerb('sample', '--book', book, '--port', 'jeminay')
    sample = book
  }
  const copy = path.join(folder, path.basename(sample))
  copyFileSync(sample, copy)
  return copy
}
