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

/** Books that were made by this process of tests, by the verb that made them: a copy is had at once. */
const made = new Map<string, string>()

/** A book as a verb of the command line makes it, copied to a place of its own. */
function copyOf(verb: readonly string[], copy: string): string {
  const key = verb.join(' ')
  const known = made.get(key) ?? make(verb)
  made.set(key, known)
  copyFileSync(known, copy)
  return copy
}

function make(verb: readonly string[]): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'portbook-made-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const book = path.join(folder, 'made.portbook')
  runVerb(...verb, '--book', book)
  return book
}

/** A new book in a folder; `port` is the name of a ready-made port or the path of a port file that stays as it is. */
export const newBook = (folder: string, port: string): string =>
  copyOf(['new', '--port', port], path.join(folder, 'new.portbook'))

/** The sample book of Jeminay in a folder, which takes seconds to make. */
export const sampleBook = (folder: string): string =>
  copyOf(['sample', '--port', 'jeminay'], path.join(folder, 'jeminay.portbook'))
