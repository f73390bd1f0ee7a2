import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { bodyLimitBytes } from './answers.ts'
import { createFakeDesk, type FakeDesk } from './fake-desk.ts'
import { createReceivedFiles, keptOfWindow } from './received-files.ts'
import { startWebServer, type WebServer } from './server.ts'

/** Only root may mount a small disk. */
const canMount = process.platform === 'linux' && process.getuid?.() === 0

let folder: string
let server: WebServer
let desk: FakeDesk
let now: number
let deserted: number

beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'portbook-web-'))
  const rendererFolder = path.join(folder, 'renderer')
  mkdirSync(path.join(rendererFolder, 'assets'), { recursive: true })
  writeFileSync(path.join(rendererFolder, 'index.html'), '<p>the window</p>')
  writeFileSync(path.join(rendererFolder, 'assets', 'index-abc.js'), 'start()')
  writeFileSync(path.join(rendererFolder, 'notes.sqlite'), 'of no known kind')
  writeFileSync(path.join(folder, 'secret.json'), '{"secret":true}')
  mkdirSync(path.join(folder, 'renderer-beside'))
  writeFileSync(path.join(folder, 'renderer-beside', 'secret.json'), '{"secret":true}')
  symlinkSync(path.join(folder, 'secret.json'), path.join(rendererFolder, 'link.json'))
  desk = createFakeDesk()
  now = 1_000_000
  deserted = 0
  server = await startWebServer({
    desk,
    rendererFolder,
    stateFolder: path.join(folder, 'state'),
    secret: 'the secret of the first start',
    grace: { afterLastMs: 300, forFirstMs: 60_000 },
    onDeserted: () => {
      deserted += 1
    },
    now: () => now,
  })
})

afterEach(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

interface Sent {
  status: number
  headers: IncomingMessage['headers']
  body: string
}

/** Sends exactly these headers: fetch would mend or refuse the wrong ones. */
function send(
  method: string,
  url: string,
  headers: Record<string, string> = {},
  body: string | Buffer = '',
): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const { port } = server
    const options = { host: '127.0.0.1', port, method, path: url, headers, agent: false }
    const sent = httpRequest(options, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part
      })
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

const origin = () => `http://127.0.0.1:${server.port}`
const json = () => ({ origin: origin(), 'content-type': 'application/json' })
const newToken = () => server.newLink().split('#token=')[1] ?? ''
const exchange = (token: string) => send('POST', '/session', json(), JSON.stringify({ token }))

async function openSession(): Promise<string> {
  return JSON.parse((await exchange(newToken())).body).session
}

describe('who may ask', () => {
  test('a request under another host name is refused, so that no foreign name can point here', async () => {
    for (const host of ['localhost', `localhost:${server.port}`, '127.0.0.1', 'evil.example']) {
      expect((await send('GET', '/', { host })).status, host).toBe(421)
    }
  })

  test('another origin is refused for reading as well as for writing', async () => {
    for (const other of ['null', 'http://127.0.0.1:1', 'https://evil.example', `${origin()}.evil.example`]) {
      expect((await send('GET', '/', { origin: other })).status, other).toBe(403)
      expect((await send('POST', '/session', { ...json(), origin: other }, '{}')).status, other).toBe(403)
    }
  })

  test('writing needs an origin', async () => {
    const headers = { 'content-type': 'application/json' }
    expect((await send('POST', '/session', headers, JSON.stringify({ token: newToken() }))).status).toBe(403)
  })

  test('what another page of the browser asks for is refused, but the first step into the window is not', async () => {
    const navigation = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
    const status = async (url: string, headers: Record<string, string>) =>
      (await send('GET', url, headers)).status
    expect(await status('/', { 'sec-fetch-site': 'cross-site', ...navigation })).toBe(200)
    expect(await status('/', { 'sec-fetch-site': 'none', ...navigation })).toBe(200)
    expect(await status('/', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' })).toBe(403)
    const framed = { ...navigation, 'sec-fetch-dest': 'iframe' }
    expect(await status('/', { 'sec-fetch-site': 'cross-site', ...framed })).toBe(403)
    const deeper = { 'sec-fetch-site': 'same-site', ...navigation }
    expect(await status('/assets/index-abc.js', deeper)).toBe(403)
    expect(await status('/assets/index-abc.js', { 'sec-fetch-site': 'same-origin' })).toBe(200)
  })
})

describe('tokens and sessions', () => {
  test('a token opens one session and is then worthless', async () => {
    const token = newToken()
    const first = await exchange(token)
    expect(first.status).toBe(200)
    expect(JSON.parse(first.body)).toEqual({ session: expect.stringMatching(/^[\w-]{43}$/) })
    expect((await exchange(token)).status).toBe(401)
  })

  test('a token that nobody used expires', async () => {
    const token = newToken()
    now += 5 * 60_000 + 1
    expect((await exchange(token)).status).toBe(401)
  })

  test('an invented token opens nothing, whatever its shape', async () => {
    for (const body of ['{"token":"guess"}', '{"token":7}', '{}', 'null', '[]', '']) {
      expect((await send('POST', '/session', json(), body)).status, body).toBe(401)
    }
  })

  test('operations and events need a session', async () => {
    for (const session of [undefined, 'guess', newToken()]) {
      const headers = session === undefined ? {} : { 'x-portbook-session': session }
      expect((await send('POST', '/invoke/readDesk', { ...json(), ...headers }, '{}')).status).toBe(401)
      expect((await send('GET', '/events', headers)).status).toBe(401)
    }
    expect(desk.calls).toEqual([])
  })

  test('only who knows the secret gets another link, and that link opens a window', async () => {
    const ask = (secret: string) => send('POST', '/token', { origin: origin(), 'x-portbook-secret': secret })
    expect((await ask('guess')).status).toBe(401)
    expect((await send('POST', '/token', { origin: origin() })).status).toBe(401)
    const { link } = JSON.parse((await ask('the secret of the first start')).body)
    expect(link).toMatch(new RegExp(`^${origin()}/#token=`))
    expect((await exchange(link.split('#token=')[1])).status).toBe(200)
  })
})

describe('operations', () => {
  const invoke = async (body: string | Buffer, headers: Record<string, string> = {}) =>
    send(
      'POST',
      '/invoke/recordCounts',
      { ...json(), 'x-portbook-session': await openSession(), ...headers },
      body,
    )

  test('an operation reaches the desk with its input, and the answer comes back as it is', async () => {
    desk.answer = { ok: false, error: { code: 'shift-signed', details: { shift: 'A' } } }
    const sent = await invoke('{"checkpoint":"PAX","名":"值"}')
    expect(sent.status).toBe(200)
    expect(JSON.parse(sent.body)).toEqual(desk.answer)
    expect(desk.calls).toEqual([{ operation: 'recordCounts', input: { checkpoint: 'PAX', 名: '值' } }])
  })

  test('what was sent as the host is told to end is still taken and answered', async () => {
    const held = Promise.withResolvers<void>()
    desk.held = held.promise
    const session = await openSession()
    const closed = server.close()
    const sent = send('POST', '/invoke/writeNote', { ...json(), 'x-portbook-session': session }, '{}')
    await expect.poll(() => desk.calls).toEqual([{ operation: 'writeNote', input: {} }])
    held.resolve()
    expect((await sent).status).toBe(200)
    await closed
  })

  test('what is no JSON is refused and named', async () => {
    expect(await invoke('{').then((sent) => [sent.status, JSON.parse(sent.body)])).toEqual([
      400,
      { refused: 'not JSON' },
    ])
    expect((await invoke('{}', { 'content-type': 'text/plain' })).status).toBe(415)
    expect(desk.calls).toEqual([])
  })

  test('a body past the limit is refused, announced or not', async () => {
    const tooLong = String(bodyLimitBytes + 1)
    expect((await invoke('', { 'content-length': tooLong })).status).toBe(413)
    const filler = Buffer.alloc(bodyLimitBytes + 1, ' ')
    const chunked = await invoke(filler, { 'transfer-encoding': 'chunked' }).catch((error) => error)
    // The connection may be cut before the whole body has been sent: refused either way.
    expect(chunked.status ?? 413).toBe(413)
    expect(desk.calls).toEqual([])
  })

  test('other methods are refused', async () => {
    expect((await send('PUT', '/invoke/readDesk', { origin: origin() })).status).toBe(405)
    expect((await send('POST', '/nothing', json(), '{}')).status).toBe(405)
  })
})

describe('files of the window', () => {
  test('the page comes with a strict policy and is never kept', async () => {
    const page = await send('GET', '/')
    expect(page.body).toBe('<p>the window</p>')
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'none'; script-src 'self'"),
    })
  })

  test('scripts are served with their type', async () => {
    const script = await send('GET', '/assets/index-abc.js')
    expect([script.status, script.body, script.headers['content-type']]).toEqual([
      200,
      'start()',
      'text/javascript; charset=utf-8',
    ])
  })

  test('nothing outside the folder is served, however it is written', async () => {
    const ways = [
      '/../secret.json',
      '/assets/../../secret.json',
      '/%2e%2e/secret.json',
      '/..%2fsecret.json',
      '/..%5csecret.json',
      '/../renderer-beside/secret.json',
      '//etc/hostname',
      `/${encodeURIComponent(path.join(folder, 'secret.json'))}`,
      '/link.json',
      '/assets/index-abc.js%00.json',
      '/%',
      '/assets',
      '/notes.sqlite',
    ]
    for (const way of ways) expect((await send('GET', way)).status, way).toBe(404)
  })
})

describe('files handed over by a window', () => {
  const filesFolder = () => path.join(folder, 'state', `files-${process.pid}`)
  const kept = () => (existsSync(filesFolder()) ? readdirSync(filesFolder()) : [])
  const headers = (session: string, name: string) => ({
    origin: origin(),
    'content-type': 'application/octet-stream',
    'x-portbook-session': session,
    'x-portbook-file-name': encodeURIComponent(name),
  })
  const hand = async (session: string, name: string, body: string | Buffer) => {
    const sent = await send('POST', '/files', headers(session, name), body)
    return sent.status === 200 ? JSON.parse(sent.body).output : sent.status
  }

  test('a file arrives byte for byte under its own name, readable by the user only', async () => {
    const session = await openSession()
    const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, index) => index % 256))
    const file = await hand(session, '出入境 2024.csv', bytes)
    expect([path.basename(file), readFileSync(file).equals(bytes)]).toEqual(['出入境 2024.csv', true])
    expect([filesFolder(), path.dirname(file), file].map((each) => statSync(each).mode & 0o777)).toEqual([
      0o700, 0o700, 0o600,
    ])
  })

  test('a window keeps a file for each of its imports, the oldest making room, and those of other windows stay', async () => {
    const [one, other] = [await openSession(), await openSession()]
    const [first, others] = [await hand(one, 'a.csv', '1'), await hand(other, 'a.csv', '2')]
    const later: unknown[] = []
    for (let file = 1; file < keptOfWindow; file += 1) later.push(await hand(one, 'b.csv', '3'))
    const stay = (files: unknown[]) => files.map((file) => existsSync(String(file)))
    expect(stay([first, others, ...later])).toEqual(Array(keptOfWindow + 1).fill(true))
    await hand(one, 'c.csv', '4')
    expect(stay([first, others, ...later])).toEqual([false, ...Array(keptOfWindow).fill(true)])
    expect(await hand('guess', 'a.csv', '4')).toBe(401)
    expect(kept()).toHaveLength(keptOfWindow + 1)
  })

  test('no name leads out of the folder or means a device', async () => {
    const session = await openSession()
    const names = [
      '../../a.csv',
      'C:\\Users\\a.csv',
      '.htaccess',
      'a\0b?.csv',
      'nul.csv',
      '..',
      `${'长'.repeat(300)}.xlsx`,
    ]
    const kept: string[] = []
    for (const name of names) {
      const file = await hand(session, name, 'x')
      expect(path.dirname(path.dirname(file)), name).toBe(filesFolder())
      kept.push(path.basename(file))
    }
    expect(kept).toEqual([
      'a.csv',
      'a.csv',
      'htaccess',
      'a_b_.csv',
      'file-nul.csv',
      'file-',
      `${'长'.repeat(60)}.xlsx`,
    ])
    expect(await hand(session, '', 'x')).toBe(400)
  })

  test('a window that leaves in the middle leaves nothing behind', async () => {
    const session = await openSession()
    const options = { host: '127.0.0.1', port: server.port, path: '/files', method: 'POST', agent: false }
    const sent = httpRequest({
      ...options,
      headers: { ...headers(session, 'half.csv'), 'content-length': '1000000' },
    })
    sent.on('error', () => {})
    sent.write(Buffer.alloc(200_000))
    await expect.poll(kept).toHaveLength(1)
    sent.destroy()
    await expect.poll(kept).toEqual([])
  })

  test('200 MB pass through without staying in memory', async () => {
    const session = await openSession()
    const block = Buffer.alloc(1024 * 1024, 'x')
    const before = process.memoryUsage().rss
    let most = 0
    const sent = httpRequest({
      host: '127.0.0.1',
      port: server.port,
      path: '/files',
      method: 'POST',
      agent: false,
      headers: { ...headers(session, 'large.csv'), 'content-length': String(200 * block.length) },
    })
    const answered = new Promise<string>((resolve, reject) => {
      sent.on('error', reject)
      sent.on('response', (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (part: string) => {
          text += part
        })
        response.on('end', () => resolve(text))
      })
    })
    for (let number = 0; number < 200; number += 1) {
      if (!sent.write(block)) await new Promise((resolve) => sent.once('drain', resolve))
      most = Math.max(most, process.memoryUsage().rss)
    }
    sent.end()
    expect(statSync(JSON.parse(await answered).output).size).toBe(200 * block.length)
    expect(most - before).toBeLessThan(80 * 1024 * 1024)
  })

  test('the end of the host takes all files away, and a start those of a host that was killed', async () => {
    await hand(await openSession(), 'a.csv', '1')
    await server.close()
    expect(existsSync(filesFolder())).toBe(false)
    const left = path.join(folder, 'state', 'files-999999999', '1')
    mkdirSync(left, { recursive: true })
    createReceivedFiles(path.join(folder, 'state'))
    expect(existsSync(path.dirname(left))).toBe(false)
  })

  test.skipIf(!canMount)('a full disk is said, and nothing stays on it', async () => {
    const disk = path.join(folder, 'state')
    mkdirSync(disk, { recursive: true })
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', disk])
    try {
      const sent = await send(
        'POST',
        '/files',
        headers(await openSession(), 'a.csv'),
        Buffer.alloc(3_000_000),
      )
      expect([sent.status, JSON.parse(sent.body)]).toEqual([
        200,
        { ok: false, error: { code: 'disk-full', details: { file: 'a.csv' } } },
      ])
      expect(kept()).toEqual([])
    } finally {
      execFileSync('umount', [disk])
    }
  })
})

describe('events', () => {
  /** Opens a stream and answers what came so far. */
  async function listen(): Promise<{ text: () => string; leave: () => void }> {
    const headers = { 'x-portbook-session': await openSession() }
    return new Promise((resolve, reject) => {
      const options = { host: '127.0.0.1', port: server.port, path: '/events', headers, agent: false }
      const sent = httpRequest(options, (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (part: string) => {
          text += part
          resolve({ text: () => text, leave: () => sent.destroy() })
        })
        response.on('error', () => {})
      })
      sent.on('error', reject)
      sent.end()
    })
  }
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

  test('every window hears what happens below it', async () => {
    const windows = [await listen(), await listen()]
    desk.emit({ kind: 'changed', batch: 12 })
    desk.emit({ kind: 'desk' })
    for (const { text, leave } of windows) {
      await expect.poll(() => text().trim()).toBe('{"kind":"changed","batch":12}\n{"kind":"desk"}')
      leave()
    }
  })

  test('the host is deserted a grace time after its last window closed, not before', async () => {
    const [one, other] = [await listen(), await listen()]
    one.leave()
    await pause(500)
    expect(deserted).toBe(0)
    other.leave()
    await pause(20)
    expect(deserted).toBe(0)
    await expect.poll(() => deserted).toBe(1)
  })

  test('a page that is loaded anew within the grace time keeps the host', async () => {
    const before = await listen()
    before.leave()
    const again = await listen()
    await pause(500)
    expect(deserted).toBe(0)
    again.leave()
  })
})
