import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { hasDisplay } from '../src/main/hosts/web/options.ts'
import { endWithChildren, runChild } from './children.ts'
import { findElectronBinary, findElectronPackage } from './electron-binary.ts'
import { downloadElectron } from './electron-download.ts'
import { forgetRefusal, recallRefusal, refusalFile, rememberRefusal } from './electron-refusal.ts'
import { ensureBuild } from './fresh-build.ts'
import { readStartArguments } from './start-arguments.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
/** What a shell and a loader answer for a program that cannot be run here, as where system libraries are missing. */
const cannotRun = [126, 127]

/** The desktop program's executable, or the reason why there is none. */
async function desktopProgram(tryAgain: boolean): Promise<{ electron: string } | { reason: string }> {
  if (!hasDisplay()) return { reason: 'There is no display' }
  const found = findElectronPackage()
  if (found === null) return { reason: 'Electron is not installed' }
  const electron = findElectronBinary(found)
  if (electron !== null) return { electron }

  const file = refusalFile()
  const mirror = process.env.ELECTRON_MIRROR ?? null
  const recalled = tryAgain ? null : recallRefusal(file, found.version, mirror, Date.now())
  if (recalled !== null)
    return {
      reason: `Electron could not be downloaded lately (${recalled}); npm start -- --electron tries again`,
    }
  const failure = await downloadElectron(found)
  const downloaded = findElectronBinary(found)
  if (downloaded !== null) {
    forgetRefusal(file)
    return { electron: downloaded }
  }
  const reason = failure ?? 'its binary is missing after the download'
  rememberRefusal(file, { version: found.version, mirror, atMs: Date.now(), reason })
  return { reason: `Electron could not be downloaded (${reason})` }
}

async function runDesktop(electron: string, args: string[]): Promise<number | null> {
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0
  const { status } = await runChild(electron, [...(asRoot ? ['--no-sandbox'] : []), root, ...args])
  return status
}

async function runWeb(reason: string | null, args: string[]): Promise<number | null> {
  if (reason !== null) {
    process.stdout.write(`${reason}. Portbook uses the browser instead.\n`)
  }
  const { status } = await runChild(process.execPath, [path.join(root, 'out/main/web.js'), ...args])
  return status
}

endWithChildren()
const {
  web,
  electron: tryAgain,
  rest,
} = readStartArguments(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd())
process.stdout.write('Portbook is starting.\n')
if (!(await ensureBuild(root))) process.exit(1)

const desktop = web ? { reason: null } : await desktopProgram(tryAgain)
let status = 'electron' in desktop ? await runDesktop(desktop.electron, rest) : null
if (!('electron' in desktop)) status = await runWeb(desktop.reason, rest)
else if (status !== null && cannotRun.includes(status))
  status = await runWeb('Electron cannot run on this machine', rest)
process.exit(status ?? 1)
