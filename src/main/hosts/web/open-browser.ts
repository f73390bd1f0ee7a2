import { spawn } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { findBrowser } from '../../browser/find-browser.ts'

/** The program and arguments that show a local page. */
export function browserCommand(
  browser: string | null,
  file: string,
  platform: NodeJS.Platform = process.platform,
  asRoot: boolean = process.getuid?.() === 0,
): { program: string; args: string[] } {
  if (browser !== null) {
    // Chromium refuses to start as root with its sandbox.
    const sandbox = platform === 'linux' && asRoot ? ['--no-sandbox'] : []
    return { program: browser, args: [...sandbox, `--app=${pathToFileURL(file).href}`] }
  }
  if (platform === 'darwin') return { program: 'open', args: [file] }
  if (platform === 'win32') return { program: 'cmd', args: ['/c', 'start', '""', `"${file}"`] }
  return { program: 'xdg-open', args: [file] }
}

/** Shows a local page in the browser; answers whether a browser could be started. */
export function openBrowser(file: string, browser: string | null = findBrowser()): Promise<boolean> {
  const { program, args } = browserCommand(browser, file)
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      detached: true,
      stdio: 'ignore',
      windowsHide: true,
      windowsVerbatimArguments: program === 'cmd',
    })
    child.once('error', () => resolve(false))
    child.once('spawn', () => resolve(true))
    child.unref()
  })
}
