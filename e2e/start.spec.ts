import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
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
