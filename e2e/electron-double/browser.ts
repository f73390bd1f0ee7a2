import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Duplex, Readable, Writable } from 'node:stream'
import { findTestBrowser } from '../../scripts/find-browser.ts'
import { type CdpPipe, openCdpPipe, type Session } from './cdp.ts'

/** The browser that shows the windows. It hangs on the pipe of this process and ends with it, however that ends. */
export interface Browser {
  pipe: CdpPipe
  root: Session
  process: ChildProcess
  /** Where Playwright can join the same browser. */
  endpoint: string
  close(): Promise<void>
}

const quiet = [
  '--headless=new',
  '--disable-gpu',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-startup-window',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  '--disable-renderer-backgrounding',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--password-store=basic',
  '--use-mock-keychain',
]

/** Starts Chromium on a profile that stays with the user's settings, as Electron's does. */
export async function startBrowser(profile: string): Promise<Browser> {
  const program = findTestBrowser()
  if (program === null) throw new Error('no Chromium, Chrome or Edge found for the Electron stand-in')
  mkdirSync(profile, { recursive: true })
  const portFile = join(profile, 'DevToolsActivePort')
  rmSync(portFile, { force: true })
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn(
    program,
    [
      ...quiet,
      ...asRoot,
      '--remote-debugging-pipe',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  )
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const [, , , output, input] = child.stdio as unknown as [null, null, null, Writable & Duplex, Readable]
  const pipe = openCdpPipe(output, input)
  const root = pipe.session()
  await root.send('Target.setDiscoverTargets', { discover: true })
  return {
    pipe,
    root,
    process: child,
    endpoint: await endpointIn(portFile),
    async close() {
      await root.send('Browser.close').catch(() => undefined)
      await exited
    },
  }
}

/** Chromium writes its port and path there once it listens, a moment after the pipe answers. */
async function endpointIn(portFile: string): Promise<string> {
  for (let attempt = 0; attempt < 500; attempt++) {
    try {
      const [port, path] = readFileSync(portFile, 'utf8').split('\n')
      if (port && path) return `ws://127.0.0.1:${port}${path}`
    } catch {
      // not yet written
    }
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error('the browser of the Electron stand-in opened no port for the tests')
}
