import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** Networks change: after this long the download is worth another try. */
const rememberedMs = 7 * 24 * 3_600_000

/** A failed download, remembered so that the next start does not wait for it again. */
export interface Refusal {
  version: string
  /** The source that was asked, where it was not the usual one. */
  mirror: string | null
  atMs: number
  reason: string
}

/** Why Electron's download is not worth a try now; null if it is. */
export function recallRefusal(
  file: string,
  version: string,
  mirror: string | null,
  nowMs: number,
): string | null {
  try {
    const refusal: Refusal = JSON.parse(readFileSync(file, 'utf8'))
    const ageMs = nowMs - refusal.atMs
    const holds =
      refusal.version === version && refusal.mirror === mirror && ageMs >= 0 && ageMs < rememberedMs
    return holds ? refusal.reason : null
  } catch {
    return null
  }
}

export function rememberRefusal(file: string, refusal: Refusal): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify(refusal))
  } catch {
    // Not remembered: the next start only waits again.
  }
}

export function forgetRefusal(file: string): void {
  rmSync(file, { force: true })
}

/** The user's cache folder on this system; `PORTBOOK_HOME` holds it as well where it is set. */
export function refusalFile(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = os.homedir(),
): string {
  return path.join(cacheFolder(env, platform, home), 'electron-refused.json')
}

function cacheFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform, home: string): string {
  if (env.PORTBOOK_HOME) return path.join(env.PORTBOOK_HOME, 'cache')
  if (platform === 'darwin') return path.join(home, 'Library', 'Caches', 'Portbook')
  if (platform === 'win32') {
    return path.join(env.LOCALAPPDATA ?? path.join(home, 'AppData', 'Local'), 'Portbook', 'cache')
  }
  return path.join(env.XDG_CACHE_HOME || path.join(home, '.cache'), 'portbook')
}
