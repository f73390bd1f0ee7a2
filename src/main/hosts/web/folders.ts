import os from 'node:os'
import path from 'node:path'

export interface Folders {
  /** Where the program remembers the last book; the desktop program uses the same one. */
  config: string
  /** Where a running host leaves word for the next start. */
  state: string
  /** Where new books are made. */
  books: string
}

/** The user's folders on this system. `PORTBOOK_HOME` puts all of them into one folder, for tests. */
export function userFolders(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = os.homedir(),
): Folders {
  const own = env.PORTBOOK_HOME
  if (own) return { config: own, state: path.join(own, 'state'), books: path.join(own, 'books') }
  const books = path.join(home, 'Documents', 'Portbook')
  if (platform === 'darwin') {
    const support = path.join(home, 'Library', 'Application Support', 'Portbook')
    return { config: support, state: path.join(support, 'state'), books }
  }
  if (platform === 'win32') {
    const roaming = env.APPDATA ?? path.join(home, 'AppData', 'Roaming')
    const local = env.LOCALAPPDATA ?? path.join(home, 'AppData', 'Local')
    return { config: path.join(roaming, 'Portbook'), state: path.join(local, 'Portbook', 'state'), books }
  }
  return {
    config: path.join(env.XDG_CONFIG_HOME || path.join(home, '.config'), 'Portbook'),
    state: path.join(env.XDG_STATE_HOME || path.join(home, '.local', 'state'), 'portbook'),
    books,
  }
}
