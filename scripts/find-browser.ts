import path from 'node:path'
import process from 'node:process'
import { findBrowser, isProgram } from '../src/main/browser/find-browser.ts'

// The program opens and prints in the same browser that the tests drive, so the search lives there.
export { findBrowser }

/** Chromium without a window of its own, as Debian packs it: it takes a third less of the processor. */
export const headlessShell = 'chromium-headless-shell'

/** The browser that tests drive and pictures are made with: Chromium's headless shell where there is one. */
export function findTestBrowser(env: NodeJS.ProcessEnv = process.env): string | null {
  const folders = env.PORTBOOK_BROWSER ? [] : (env.PATH ?? '').split(path.delimiter).filter(Boolean)
  const shells = folders.map((folder) => path.join(folder, headlessShell))
  return shells.find(isProgram) ?? findBrowser(env)
}
