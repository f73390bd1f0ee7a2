import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright'

export interface DoubleOptions {
  /** Stands for the user's folders; a folder of its own, which goes at the end, where none is given. */
  folder?: string
  /** The book to open, passed as `--book FILE`. */
  book?: string | null
  args?: readonly string[]
  env?: Readonly<Record<string, string>>
  /** The built main process; Portbook's own where none is given. */
  main?: string
}

/** A program that runs on the double, with or without a window. */
export interface DoubleProcess {
  process: ChildProcess
  /** Settles with the exit code, or null after a signal. */
  exited: Promise<number | null>
  /** Everything the main process printed so far. */
  output(): string
}

export interface LaunchedDouble extends DoubleProcess {
  /** The window's page, with the program's page loaded in it. */
  page: Page
  /** Quits as a user does and waits for the end. */
  close(): Promise<void>
  /** Ends main process and browser at once, as a power cut does. */
  kill(): Promise<void>
}

const builtMain = fileURLToPath(new URL('../../out/main/index.js', import.meta.url))
const runner = fileURLToPath(new URL('./run.ts', import.meta.url))

/** Starts a main process on the double and does not wait for a window: a second start, for example, has none. */
export function startElectronDouble(options: DoubleOptions): DoubleProcess {
  const { main = builtMain, args = [], env = {}, book = null } = options
  if (!existsSync(main)) throw new Error(`${main} is missing: run \`npm run build\` first`)
  const temporary = options.folder === undefined ? mkdtempSync(join(tmpdir(), 'electron-double-')) : null
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      runner,
      main,
      ...(book === null ? [] : ['--book', book]),
      ...args,
    ],
    {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: { ...process.env, ...env, ELECTRON_DOUBLE_FOLDER: options.folder ?? temporary ?? '' },
    },
  )
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  const exited = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      if (temporary !== null) rmSync(temporary, { recursive: true, force: true, maxRetries: 5 })
      resolve(code)
    })
  })
  return { process: child, exited, output: () => output }
}

/** Starts a main process on the double, waits for its window's page, and joins it with Playwright. */
export async function launchElectronDouble(options: DoubleOptions = {}): Promise<LaunchedDouble> {
  const started = startElectronDouble(options)
  let endpoint = ''
  let browserPid = 0
  const loaded = new Promise<void>((resolve) => {
    started.process.on('message', (message: object) => {
      if ('endpoint' in message)
        ({ endpoint, browserPid } = message as { endpoint: string; browserPid: number })
      if ('windowLoaded' in message) resolve()
    })
  })
  const ended = started.exited.then((code) => {
    throw new Error(`the program ended with ${code} before its window was loaded\n${started.output()}`)
  })
  await Promise.race([loaded, ended])
  ended.catch(() => undefined)
  const browser = await chromium.connectOverCDP(endpoint, { isLocal: true })
  const disconnected = new Promise((resolve) => browser.once('disconnected', resolve))
  const page = await windowPage(browser)

  return {
    ...started,
    page,
    async close() {
      if (started.process.connected) started.process.send('quit')
      const patience = setTimeout(() => started.process.kill('SIGKILL'), 20_000)
      const code = await started.exited
      clearTimeout(patience)
      await browser.close()
      if (code !== 0) throw new Error(`the program ended with ${code}\n${started.output()}`)
    },
    async kill() {
      started.process.kill('SIGKILL')
      if (browser.isConnected()) process.kill(browserPid, 'SIGKILL')
      await Promise.all([started.exited, disconnected])
    },
  }
}

async function windowPage(browser: Browser): Promise<Page> {
  const page = browser
    .contexts()
    .flatMap((context) => context.pages())
    .find((candidate) => new URL(candidate.url()).hostname.endsWith('.electron-double.invalid'))
  if (page === undefined) throw new Error('the browser of the Electron stand-in shows no window')
  await page.waitForLoadState()
  return page
}
