import { existsSync } from 'node:fs'
import process from 'node:process'
import { runChild } from './children.ts'
import { findBrowser } from './find-browser.ts'

/** The browser, and the fonts without which its pictures show Chinese and Kazakh as boxes. */
const debianPackages = ['chromium', 'fonts-noto-cjk', 'fonts-noto-core']

/** True if there is a browser for the tests; on Debian as root it is installed, elsewhere the user is told. */
export async function ensureBrowser(): Promise<boolean> {
  if (findBrowser() !== null) return true
  if (process.env.PORTBOOK_BROWSER) {
    process.stderr.write(`PORTBOOK_BROWSER names no program: ${process.env.PORTBOOK_BROWSER}\n`)
    return false
  }
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    process.stdout.write(`No browser found: installing ${debianPackages.join(', ')}.\n`)
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    await runChild('apt-get', ['update', '-q'], { env })
    await runChild('apt-get', ['install', '-q', '-y', ...debianPackages], { env })
    if (findBrowser() !== null) return true
  }
  process.stderr.write(
    'The tests need Chromium, Chrome or Edge. Install one of them, or name its program in PORTBOOK_BROWSER; ' +
      `on Debian and Ubuntu: apt-get install ${debianPackages.join(' ')}\n`,
  )
  return false
}
