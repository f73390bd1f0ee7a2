import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { runChild } from './children.ts'
import type { ElectronPackage } from './electron-binary.ts'

/** A download, or its unpacking, that does nothing for this long has failed. */
const stillForMs = 60_000

/** Lets Electron's own installer fetch its binary, and shows how far it is; answers why it failed, or null. */
export async function downloadElectron(electron: ElectronPackage): Promise<string | null> {
  // The installer says nothing for half a minute; how its file grows in a folder of our own tells more.
  const folder = mkdtempSync(path.join(os.tmpdir(), 'portbook-electron-'))
  const stalled = watchGrowth(folder, stillForMs)
  process.stdout.write(
    `Electron ${electron.version} is not on this machine yet: it is being downloaded, once.\n`,
  )
  try {
    const { status, output } = await runChild(process.execPath, [path.join(electron.folder, 'install.js')], {
      quiet: true,
      env: { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder, ELECTRON_GET_NO_PROGRESS: '1' },
      giveUp: stalled,
    })
    if (status === 0) return null
    if (status === null) return `nothing came for ${stillForMs / 1_000} seconds`
    return firstLine(output) || `the installer ended with ${status}`
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Asked once a second: true when the folder's size has not changed for the given time. Shows the size as it grows. */
function watchGrowth(folder: string, patienceMs: number): () => boolean {
  let size = 0
  let shownMb = 0
  let changedAtMs = Date.now()
  return () => {
    const now = folderSize(folder)
    if (now !== size) changedAtMs = Date.now()
    size = now
    const mb = Math.floor(size / 1_000_000)
    if (mb >= shownMb + 10) {
      shownMb = mb
      process.stdout.write(`  ${mb} MB\n`)
    }
    return Date.now() - changedAtMs > patienceMs
  }
}

function folderSize(folder: string): number {
  try {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    )
    return files.reduce((sum, file) => sum + statSync(path.join(file.parentPath, file.name)).size, 0)
  } catch {
    // A file went between listing and measuring: that is movement as well.
    return -1
  }
}

const firstLine = (text: string) => text.trim().split('\n', 1)[0]?.trim() ?? ''
