import { existsSync } from 'node:fs'
import process from 'node:process'
import { runChild } from './children.ts'
import { findBrowser, findTestBrowser, headlessShell } from './find-browser.ts'

/** The browser, its shell for tests, and the fonts without which its pictures show Chinese and Kazakh as boxes. */
const debianPackages = ['chromium', headlessShell, 'fonts-noto-cjk', 'fonts-noto-core']

/**
 * True if there is a browser for the tests. On Debian as root it is installed, and its lighter shell as well; elsewhere the
 * user is told.
 */
export async function ensureBrowser(): Promise<boolean> {
  if (process.env.PORTBOOK_BROWSER) {
    if (findBrowser() !== null) return true
    process.stderr.write(`PORTBOOK_BROWSER names no program: ${process.env.PORTBOOK_BROWSER}\n`)
    return false
  }
  const isComplete = findBrowser() !== null && findTestBrowser() !== findBrowser()
  if (!isComplete && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    process.stdout.write(`Installing what is missing of ${debianPackages.join(', ')}.\n`)
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const patience = ['-o', 'Acquire::Retries=1', '-o', 'Acquire::http::Timeout=20']
    await runChild('apt-get', ['update', '-q', ...patience], { env })
    await runChild('apt-get', ['install', '-q', '-y', ...patience, ...debianPackages], { env })
  }
  if (findBrowser() !== null) return true
  process.stderr.write(
    'The tests need Chromium, Chrome or Edge. Install one of them, or name its program in PORTBOOK_BROWSER; ' +
      `on Debian and Ubuntu: apt-get install ${debianPackages.join(' ')}\n`,
  )
  return false
}
