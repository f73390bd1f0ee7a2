import { accessSync, constants, statSync } from 'node:fs'
import path from 'node:path'

const commandNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
]

const macPrograms = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'Chromium.app/Contents/MacOS/Chromium',
]

const windowsPrograms = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
]

/**
 * The path of an installed Chromium, Chrome or Edge, or null. `PORTBOOK_BROWSER` names one outright; a name there
 * that is no program is no browser, so that a wrong setting shows instead of being passed over.
 */
export function findBrowser(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string | null {
  if (env.PORTBOOK_BROWSER) return isProgram(env.PORTBOOK_BROWSER) ? env.PORTBOOK_BROWSER : null
  return candidates(env, platform).find(isProgram) ?? null
}

function candidates(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string[] {
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
    return roots.flatMap((root) => (root ? windowsPrograms.map((file) => path.win32.join(root, file)) : []))
  }
  if (platform === 'darwin') {
    const roots = ['/Applications', path.join(env.HOME ?? '/', 'Applications')]
    return roots.flatMap((root) => macPrograms.map((file) => path.join(root, file)))
  }
  const folders = [...(env.PATH ?? '').split(':'), '/usr/bin', '/usr/local/bin', '/snap/bin'].filter(Boolean)
  return commandNames.flatMap((name) => folders.map((folder) => path.join(folder, name)))
}

/** True for a file that can be run. */
export function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}
