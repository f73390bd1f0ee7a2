import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Page } from '@playwright/test'
import { build } from 'vite'
import { createFakeDesk, type FakeDesk } from '../src/main/hosts/web/fake-desk.ts'
import { writeLinkPage } from '../src/main/hosts/web/link-page.ts'
import { startWebServer, type WebServer } from '../src/main/hosts/web/server.ts'
import type { Bridge, DeskEvent } from '../src/shared/bridge.ts'
import type { Answer } from '../src/shared/errors.ts'
import { expect, test } from './hosts.ts'

let folder: string
let desk: FakeDesk
let server: WebServer

test.beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'portbook-bridge-'))
  writeFileSync(
    path.join(folder, 'index.html'),
    '<!doctype html><script type="module" src="/page.js"></script>',
  )
  const page = path.join(folder, 'page.source.js')
  const bridge = fileURLToPath(new URL('../src/renderer/lib/web-bridge.ts', import.meta.url))
  writeFileSync(
    page,
    `import { createWebBridge } from ${JSON.stringify(bridge)}
    window.bridge = createWebBridge()
    window.events = []
    window.bridge.onEvent((event) => window.events.push(event))`,
  )
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: false,
      lib: { entry: page, formats: ['es'], fileName: () => 'page.js' },
    },
  })
})
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.beforeEach(async () => {
  desk = createFakeDesk()
  const grace = { afterLastMs: 60_000, forFirstMs: 60_000 }
  server = await startWebServer({
    desk,
    rendererFolder: folder,
    stateFolder: folder,
    secret: 'secret',
    grace,
    onDeserted() {},
  })
})
test.afterEach(() => server.close())

type Window = typeof globalThis & { bridge: Bridge; events: DeskEvent[] }

const invoke = (page: Page) =>
  page.evaluate(() => (globalThis as Window).bridge.invoke('readDesk', { some: 'input' }))
const events = (page: Page) => page.evaluate(() => (globalThis as Window).events)

test('the private page leads a real browser to the window, which takes the token out of its address', async ({
  page,
}) => {
  const file = writeLinkPage(folder, null, server.newLink())
  await page.goto(pathToFileURL(file).href)
  await page.waitForURL(`http://127.0.0.1:${server.port}/`)
  expect(await invoke(page)).toEqual({ ok: true, output: { fine: true } })
  expect(desk.calls).toEqual([{ operation: 'readDesk', input: { some: 'input' } }])
  expect(page.url()).not.toContain('token')
})

test('a page that is loaded anew goes on with its session', async ({ page }) => {
  await page.goto(server.newLink())
  await invoke(page)
  await page.reload()
  expect(await invoke(page)).toEqual({ ok: true, output: { fine: true } })
})

test('a page without a link, or with a used one, is not let in', async ({ page, browser }) => {
  const link = server.newLink()
  await page.goto(link)
  await invoke(page)
  for (const address of [link, `http://127.0.0.1:${server.port}/`]) {
    const stranger = await browser.newPage()
    await stranger.goto(address)
    expect(await invoke(stranger)).toEqual({ ok: false, error: { code: 'not-allowed', details: {} } })
    await stranger.close()
  }
})

test('events arrive as they happen', async ({ page }) => {
  await page.goto(server.newLink())
  await invoke(page)
  await expect
    .poll(async () => {
      desk.emit({ kind: 'changed', batch: 7 })
      return events(page)
    })
    .toContainEqual({ kind: 'changed', batch: 7 })
})

test('a chosen file is handed over whole, and one that went meanwhile is said to be gone', async ({
  page,
}) => {
  await page.goto(server.newLink())
  await invoke(page)
  await page.evaluate(`document.body.insertAdjacentHTML('beforeend', '<input type="file">')`)
  const file = path.join(folder, '出入境 2024.csv')
  writeFileSync(file, '日期,人数\n')
  const hand = () => page.evaluate<Answer<string>>(`bridge.fileFor(document.querySelector('input').files[0])`)
  await page.setInputFiles('input[type=file]', file)
  const answer = await hand()
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  expect([path.basename(answer.output), readFileSync(answer.output, 'utf8')]).toEqual([
    '出入境 2024.csv',
    '日期,人数\n',
  ])
  rmSync(file)
  expect(await hand()).toEqual({
    ok: false,
    error: { code: 'file-missing', details: { file: '出入境 2024.csv' } },
  })
})

test('a window whose host is gone says so, and is told to read anew', async ({ page }) => {
  await page.goto(server.newLink())
  await invoke(page)
  await server.close()
  expect(await invoke(page)).toEqual({ ok: false, error: { code: 'host-gone', details: {} } })
  await expect.poll(() => events(page)).toEqual([{ kind: 'desk' }])
})

test('what is sent while the window closes arrives, also where every connection is taken', async ({
  page,
}) => {
  await page.goto(server.newLink())
  await invoke(page)
  const held = Promise.withResolvers<void>()
  desk.held = held.promise
  await page.evaluate(`
    for (let at = 0; at < 8; at += 1) bridge.invoke('readDesk', { at })
    addEventListener('pagehide', () => bridge.invoke('writeNote', { text: 'last words' }))
  `)
  await page.close()
  held.resolve()
  await expect
    .poll(() => desk.calls)
    .toContainEqual({ operation: 'writeNote', input: { text: 'last words' } })
})

test('hundreds of calls at once are answered, small and large', async ({ page }) => {
  await page.goto(server.newLink())
  await invoke(page)
  const held = Promise.withResolvers<void>()
  desk.held = held.promise
  const asked = page.evaluate(() =>
    Promise.all(
      Array.from({ length: 400 }, (_, at) =>
        (globalThis as Window).bridge.invoke('readDesk', { text: 'x'.repeat(at % 40 === 0 ? 70_000 : 100) }),
      ),
    ),
  )
  await expect.poll(() => desk.calls.length).toBeGreaterThan(5)
  held.resolve()
  expect((await asked).map(({ ok }) => ok)).toEqual(Array(400).fill(true))
})

test('another local page in the same browser reaches no operation', async ({ page }) => {
  await page.goto(server.newLink())
  await invoke(page)
  const stranger = createServer((_, response) =>
    response.setHeader('content-type', 'text/html').end('<p>hello'),
  )
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve))
  await page.goto(`http://127.0.0.1:${(stranger.address() as AddressInfo).port}/`)
  const address = `http://127.0.0.1:${server.port}/invoke/readDesk`
  const outcome = (mode: 'cors' | 'no-cors') =>
    page.evaluate(
      ({ address, mode }) =>
        fetch(address, { method: 'POST', mode, body: '{}' }).then(
          () => 'answered',
          () => 'blocked',
        ),
      { address, mode },
    )
  expect([await outcome('cors'), await outcome('no-cors')]).toEqual(['blocked', 'blocked'])
  expect(desk.calls).toHaveLength(1)
  stranger.closeAllConnections()
  stranger.close()
})
