import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { findBrowser } from '../scripts/find-browser.ts'
import { takeFirstSteps } from './first-start.ts'
import { expect, test } from './hosts.ts'
import { printedLink } from './web-host.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
let folder: string
let started: ChildProcess[]

test.beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'portbook-start-'))
  started = []
})
test.afterEach(async () => {
  await Promise.all(started.map((child) => end(child, 'SIGTERM')))
  rmSync(folder, { recursive: true, force: true })
})

/** `npm start` as it is on a machine without a display. */
function start(args: string[] = [], env: Record<string, string> = {}): ChildProcess {
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...rest } = process.env
  const child = spawn(process.execPath, ['scripts/start.ts', ...args], {
    cwd: root,
    env: { ...rest, PORTBOOK_HOME: folder, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  started.push(child)
  return child
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const ended = once(child, 'exit')
  child.kill(signal)
  const [status] = await ended
  return status
}

const stateFiles = () => readdirSync(path.join(folder, 'state')).filter((name) => name.endsWith('.json'))

test('without a display the start prints a link, and the link shows the window', async ({ page }) => {
  const link = await printedLink(start())
  await page.goto(link)
  await expect(page).toHaveTitle(/Portbook/)
  await expect(page.locator('#root')).not.toBeEmpty()
  expect(page.url()).not.toContain('token')
})

test('a second start shows the same program and ends', async () => {
  const first = await printedLink(start(['--web']))
  const second = start(['--web'])
  expect(new URL(await printedLink(second)).origin).toBe(new URL(first).origin)
  if (second.exitCode === null) await once(second, 'exit')
  expect(second.exitCode).toBe(0)
})

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  test(`${signal} ends the start and everything it started`, async () => {
    const child = start(['--web'])
    const { origin } = new URL(await printedLink(child))
    expect(stateFiles()).toHaveLength(1)
    expect(await end(child, signal)).toBe(0)
    expect(stateFiles()).toEqual([])
    await expect(fetch(origin)).rejects.toThrow()
  })
}

test('closing the last window ends the program after the grace time', async ({ page }) => {
  const child = start(['--web'], { PORTBOOK_GRACE_MS: '200' })
  const listening = page.waitForResponse('**/events')
  await page.goto(await printedLink(child))
  await listening
  const ended = once(child, 'exit')
  await page.close()
  expect((await ended)[0]).toBe(0)
})

test('a window whose program has ended says that nothing is saved any more', async ({ page }) => {
  const child = start(['--web'])
  await page.goto(await printedLink(child))
  await takeFirstSteps(page)
  await end(child, 'SIGTERM')
  await page.keyboard.type('312')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'Not saved' }).first()).toBeVisible()
})

test.describe('where Electron cannot be downloaded', () => {
  test.skip(process.platform === 'win32', 'the stand-in for the browser is a shell script')

  /** A display that nobody looks at, no Electron, no way to it, and a browser that runs this script. */
  function startWithBrowser(script: string, args: string[] = []): ChildProcess {
    const none = path.join(folder, 'none')
    mkdirSync(none, { recursive: true })
    const browser = path.join(folder, 'browser.sh')
    writeFileSync(browser, `#!/bin/sh\n${script}\n`, { mode: 0o755 })
    return start(args, {
      DISPLAY: ':portbook-test',
      ELECTRON_MIRROR: 'http://127.0.0.1:9/',
      ELECTRON_OVERRIDE_DIST_PATH: none,
      electron_config_cache: none,
      PORTBOOK_BROWSER: browser,
      PORTBOOK_GRACE_MS: '300',
    })
  }
  const argumentsFile = () => path.join(folder, 'arguments')
  const noteArguments = 'echo "$@" >> "$PORTBOOK_HOME/arguments"'

  test('the start says why, remembers it, and gives the browser a private page instead of the token', async ({
    page,
  }) => {
    const child = startWithBrowser(noteArguments)
    let printed = ''
    child.stdout?.on('data', (part) => {
      printed += part
    })
    await expect.poll(() => existsSync(argumentsFile()), { timeout: 30_000 }).toBe(true)
    expect(printed).toMatch(
      /^Electron could not be downloaded \(.+\)\. Portbook uses the browser instead\.$/m,
    )
    expect(printed).not.toContain('token')
    const given = readFileSync(argumentsFile(), 'utf8').trim()
    expect(given).not.toContain('token')
    await page.goto(/--app=(file:\S+)$/.exec(given)?.[1] ?? '')
    await expect(page.locator('#root')).not.toBeEmpty()

    const again = startWithBrowser(noteArguments)
    let said = ''
    again.stdout?.on('data', (part) => {
      said += part
    })
    await once(again, 'exit')
    expect(said).toContain('Electron could not be downloaded lately')
  })

  test('the browser that the start opens shows the window, and its end ends the program', async ({
    playwright,
  }) => {
    const profile = path.join(folder, 'profile')
    const headless = '--headless --disable-gpu --remote-debugging-port=0'
    const child = startWithBrowser(`exec "${findBrowser()}" ${headless} --user-data-dir="${profile}" "$@"`)
    const ended = once(child, 'exit')
    const portFile = path.join(profile, 'DevToolsActivePort')
    await expect.poll(() => existsSync(portFile), { timeout: 30_000 }).toBe(true)
    const port = readFileSync(portFile, 'utf8').split('\n', 1)[0]
    const browser = await playwright.chromium.connectOverCDP(`http://127.0.0.1:${port}`)
    const [context] = browser.contexts()
    const page = context?.pages()[0] ?? (await context?.waitForEvent('page'))
    if (page === undefined) throw new Error('the browser shows no page')
    await page.waitForURL('http://127.0.0.1:*/')
    await expect(page.locator('#root')).not.toBeEmpty()
    await page.close()
    expect((await ended)[0]).toBe(0)
    // Chromium may have ended by itself, with its last page.
    await browser
      .newBrowserCDPSession()
      .then((session) => session.send('Browser.close'))
      .catch(() => {})
  })
})

test.describe('where Electron is there', () => {
  test.skip(process.platform !== 'linux', 'the stand-in for Electron is a shell script')

  /** A display that nobody looks at, and an Electron that runs this script. */
  function startWithElectron(script: string, args: string[] = []): ChildProcess {
    const dist = path.join(folder, 'dist')
    mkdirSync(dist)
    writeFileSync(path.join(dist, 'electron'), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
    const noBrowser = path.join(folder, 'browser.sh')
    writeFileSync(noBrowser, '#!/bin/sh\n', { mode: 0o755 })
    return start(args, {
      DISPLAY: ':portbook-test',
      ELECTRON_OVERRIDE_DIST_PATH: dist,
      PORTBOOK_BROWSER: noBrowser,
      INIT_CWD: '/where/the/user/is',
    })
  }

  test('it gets the program and the book, seen from where the user stands, and ends with it', async () => {
    const child = startWithElectron('echo "$@" > "$PORTBOOK_HOME/arguments"; exit 3', [
      '--book',
      'a.portbook',
    ])
    expect((await once(child, 'exit'))[0]).toBe(3)
    const given = readFileSync(path.join(folder, 'arguments'), 'utf8').trim()
    const sandbox = process.getuid?.() === 0 ? '--no-sandbox ' : ''
    expect(given).toBe(`${sandbox}${root} --book /where/the/user/is/a.portbook`)
  })

  test('a signal reaches it', async () => {
    const child = startWithElectron(
      'trap "echo told > $PORTBOOK_HOME/told; exit 0" TERM; echo > "$PORTBOOK_HOME/up"; while :; do sleep 0.1; done',
    )
    await expect.poll(() => existsSync(path.join(folder, 'up')), { timeout: 30_000 }).toBe(true)
    expect(await end(child, 'SIGTERM')).toBe(0)
    expect(existsSync(path.join(folder, 'told'))).toBe(true)
  })

  test('but cannot run on this machine, the browser takes over', async () => {
    const child = startWithElectron('exit 127')
    let printed = ''
    child.stdout?.on('data', (part) => {
      printed += part
    })
    await expect.poll(() => printed, { timeout: 30_000 }).toContain('Portbook opens in your browser')
    expect(printed).toContain('Electron cannot run on this machine. Portbook uses the browser instead.')
  })
})
