import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createFakeDesk, type FakeDesk } from './fake-desk.ts'
import { type RunningHost, runHost } from './host.ts'
import { instanceFile } from './instance-file.ts'

let folder: string
let printed: string[]
let hosts: RunningHost[]
let desks: FakeDesk[]

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'portbook-host-'))
  printed = []
  hosts = []
  desks = []
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed.push(String(text))
    return true
  })
})

afterEach(async () => {
  vi.restoreAllMocks()
  for (const host of hosts) host.stop()
  await Promise.all(hosts.map((host) => host.ended))
  rmSync(folder, { recursive: true, force: true })
})

const bookPath = (name = 'a.portbook') => path.join(folder, name)
const opened = (book: string | null) => ({
  ok: true as const,
  output: { state: book ? 'open' : 'none', book, error: null, ports: [] },
})

async function start(book: string | null = bookPath(), forFirstMs = 60_000): Promise<RunningHost> {
  const host = await runHost({
    book,
    stateFolder: path.join(folder, 'state'),
    rendererFolder: pathToFileURL(`${folder}/`),
    withBrowser: false,
    grace: { afterLastMs: 50, forFirstMs },
    async startDesk(wanted) {
      const desk = createFakeDesk(opened(wanted))
      desks.push(desk)
      return desk
    },
  })
  hosts.push(host)
  return host
}

const links = () =>
  printed.map((line) => /^Portbook: (http:\/\/127\.0\.0\.1:\d+)\/#token=[\w-]{43}\n$/.exec(line)?.[1])
const stateFiles = () => readdirSync(path.join(folder, 'state'))

test('a start without a browser prints its link on one line', async () => {
  await start()
  expect(links()).toEqual([expect.stringContaining('http://127.0.0.1:')])
})

test('a second start on the same book prints another link to the first host and opens no book', async () => {
  await start()
  const second = await start()
  await second.ended
  expect(desks).toHaveLength(1)
  expect(links()[1]).toBe(links()[0])
  expect(printed[1]).not.toBe(printed[0])
})

test('another book gets a host of its own', async () => {
  await start()
  await start(bookPath('b.portbook'))
  expect(desks).toHaveLength(2)
  expect(links()[1]).not.toBe(links()[0])
})

test('a host that made a new book is found by the next start on that book', async () => {
  await start(null)
  const [desk] = desks
  if (desk === undefined) throw new Error('no desk')
  desk.answer = opened(bookPath())
  desk.emit({ kind: 'desk' })
  await expect.poll(stateFiles).toEqual([path.basename(instanceFile('', bookPath()))])
  await start()
  expect(desks).toHaveLength(1)
})

test('only the user can read what a host leaves for the next start', async () => {
  await start()
  for (const name of stateFiles()) expect(statSync(path.join(folder, 'state', name)).mode & 0o777).toBe(0o600)
})

test('a stopped host lets go of its book and leaves nothing behind', async () => {
  const host = await start()
  host.stop()
  await host.ended
  expect(desks[0]?.closed).toBe(true)
  expect(stateFiles()).toEqual([])
})

test('a host that nobody ever looked at ends by itself', async () => {
  const host = await start(bookPath(), 30)
  await host.ended
  expect(desks[0]?.closed).toBe(true)
})

test.each([
  ['of a process that is gone', { port: 9, pid: 2 ** 22 + 1, secret: 's' }],
  ['of a port that is dead', { port: 9, pid: process.pid, secret: 's' }],
  ['that is damaged', 'half of a fi'],
])('a state file %s does not keep a host from starting', async (_, left) => {
  await start()
  const file = instanceFile(path.join(folder, 'state'), bookPath())
  const first = JSON.parse(readFileSync(file, 'utf8'))
  writeFileSync(file, typeof left === 'string' ? left : JSON.stringify(left))
  await start()
  expect(desks).toHaveLength(2)
  expect(JSON.parse(readFileSync(file, 'utf8')).port).not.toBe(first.port)
})

test('a start that lost the race for the book opens the window of the one that won', async () => {
  const inUse = {
    ok: true as const,
    output: { state: 'failed', book: bookPath(), error: { code: 'book-in-use', details: {} }, ports: [] },
  }
  const loser = runHost({
    book: bookPath(),
    stateFolder: path.join(folder, 'state'),
    rendererFolder: pathToFileURL(`${folder}/`),
    withBrowser: false,
    grace: { afterLastMs: 50, forFirstMs: 60_000 },
    async startDesk() {
      await start()
      const desk = createFakeDesk(inUse)
      desks.push(desk)
      return desk
    },
  })
  await (await loser).ended
  expect(desks.map((desk) => desk.closed)).toEqual([false, true])
  expect(links()[1]).toBe(links()[0])
})
