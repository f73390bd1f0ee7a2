import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

export interface ElectronPackage {
  version: string
  /** Where the npm package lies; its binary comes later, into `dist`. */
  folder: string
}

/** Electron's npm package, or null if it is not installed. It is never imported: that would start a download. */
export function findElectronPackage(): ElectronPackage | null {
  try {
    const file = createRequire(import.meta.url).resolve('electron/package.json')
    return { version: JSON.parse(readFileSync(file, 'utf8')).version, folder: path.dirname(file) }
  } catch {
    return null
  }
}

/** Electron's executable if it is there. `ELECTRON_OVERRIDE_DIST_PATH` names another folder that holds it. */
export function findElectronBinary(
  { folder }: ElectronPackage,
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string | null {
  const name = readOrNull(path.join(folder, 'path.txt')) ?? executableName(platform)
  const file = path.join(env.ELECTRON_OVERRIDE_DIST_PATH || path.join(folder, 'dist'), name)
  return existsSync(file) ? file : null
}

function executableName(platform: NodeJS.Platform): string {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return platform === 'win32' ? 'electron.exe' : 'electron'
}

function readOrNull(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim() || null
  } catch {
    return null
  }
}
