import { readdirSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { writePrivateFile } from './private-file.ts'
import { newSecret } from './secrets.ts'
import { tokenLifeMs } from './sessions.ts'

/**
 * Writes a page that only the user can read and that goes on to the link: a browser's arguments are visible to every
 * user of the machine, so the token must not be among them. A browser may start long after this process has ended, so
 * the page stays until a later start finds that its token has expired.
 */
export function writeLinkPage(stateFolder: string, browser: string | null, link: string): string {
  const folder = pageFolder(stateFolder, browser)
  const file = path.join(folder, `portbook-${newSecret().slice(0, 12)}.html`)
  writePrivateFile(file, page(link))
  for (const name of readdirSync(folder)) {
    if (!/^portbook-[\w-]{12}\.html$/.test(name)) continue
    const old = path.join(folder, name)
    if (Date.now() - statSync(old).mtimeMs > tokenLifeMs) rmSync(old, { force: true })
  }
  return file
}

/** A browser from a snap sees no hidden folders, only its own. */
function pageFolder(stateFolder: string, browser: string | null): string {
  const snap = browser === null ? null : /^\/snap\/bin\/([^/]+)$/.exec(browser)?.[1]
  return snap ? path.join(os.homedir(), 'snap', snap, 'common') : stateFolder
}

function page(link: string): string {
  return `<!doctype html>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<title>Portbook</title>
<meta http-equiv="refresh" content="0; url=${link}">
<a href="${link}">Portbook</a>
`
}
