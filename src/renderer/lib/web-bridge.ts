import type { Bridge, DeskEvent } from '../../shared/bridge.ts'
import type { Answer, ErrorCode } from '../../shared/errors.ts'

const sessionKey = 'portbook-session'
const reconnectMs = 1_000

/**
 * A browser carries on with requests of a page that is gone, and refuses more than it takes of these at once: Chromium
 * some 250, whose bodies have 64 KiB together.
 */
const mostOutliving = { requests: 100, bytes: 60 * 1024 }

/**
 * The way down where no preload has made one: the page was opened by the web host on this machine. Call it once, before
 * anything else reads the address. `invoke` never rejects; it answers `host-gone` where the host does not answer, and
 * `not-allowed` where the page was opened without the host's link.
 */
export function createWebBridge(): Bridge {
  const listeners = new Set<(event: DeskEvent) => void>()
  const tell = (event: DeskEvent) => {
    for (const listener of listeners) listener(event)
  }
  const session = openSession()
  void keepListening(session, tell)

  return {
    async invoke(operation, input) {
      try {
        const known = await session
        if (known === null) return failed('not-allowed')
        const { status, text } = await post(`/invoke/${operation}`, input, { 'x-portbook-session': known })
        if (status === 200) return JSON.parse(text) as Answer<unknown>
        return failed(status === 401 ? 'not-allowed' : 'internal', { status })
      } catch {
        return failed('host-gone')
      }
    },
    async fileFor(file) {
      try {
        const known = await session
        if (known === null) return failed('not-allowed')
        const response = await fetch('/files', {
          method: 'POST',
          headers: {
            'x-portbook-session': known,
            'x-portbook-file-name': encodeURIComponent(file.name.toWellFormed()),
            'content-type': 'application/octet-stream',
          },
          body: file,
          cache: 'no-store',
        })
        if (response.ok) return (await response.json()) as Answer<string>
        return failed(response.status === 401 ? 'not-allowed' : 'internal', { status: response.status })
      } catch {
        return failed(await faultOf(file), { file: file.name })
      }
    },
    onEvent(listener) {
      // A fresh function each time, so that one listener given twice is taken away once at a time.
      const own = (event: DeskEvent) => listener(event)
      listeners.add(own)
      return () => listeners.delete(own)
    },
  }
}

/** Why a file could not be sent: it is gone or may not be read, or nobody was there to take it. */
async function faultOf(file: File): Promise<ErrorCode> {
  try {
    await file.slice(0, 1).arrayBuffer()
    return 'host-gone'
  } catch (error) {
    const gone = error instanceof DOMException && error.name === 'NotFoundError'
    return gone ? 'file-missing' : 'file-unreadable'
  }
}

/** Exchanges the link's one-time token, or goes on with the session that this tab already has. */
async function openSession(): Promise<string | null> {
  const token = new URLSearchParams(location.hash.slice(1)).get('token')
  if (token === null) return sessionStorage.getItem(sessionKey)
  // Out of the address before anything can go wrong: it shall be in no bookmark and no history.
  history.replaceState(history.state, '', location.pathname + location.search)
  const { status, text } = await post('/session', { token })
  if (status !== 200) return sessionStorage.getItem(sessionKey)
  const { session } = JSON.parse(text) as { session: string }
  sessionStorage.setItem(sessionKey, session)
  return session
}

/**
 * Passes on events as long as the page lives. After a gap, and once when the host does not come back, it tells that the
 * desk changed: the window then reads everything anew, or learns that nobody answers.
 */
async function keepListening(
  opening: Promise<string | null>,
  tell: (event: DeskEvent) => void,
): Promise<void> {
  const session = await opening.catch(() => null)
  if (session === null) return
  for (let misses = 0; ; misses += 1) {
    if (misses === 2) tell({ kind: 'desk' })
    if (misses > 0) await new Promise((resolve) => setTimeout(resolve, misses === 1 ? 100 : reconnectMs))
    try {
      const response = await fetch('/events', {
        headers: { 'x-portbook-session': session },
        cache: 'no-store',
      })
      if (response.status === 401) return tell({ kind: 'desk' })
      if (!response.ok || response.body === null) continue
      if (misses > 0) tell({ kind: 'desk' })
      misses = 0
      await readLines(response.body, (line) => tell(JSON.parse(line) as DeskEvent))
    } catch {
      // The next attempt tells whether the host is gone or only this connection.
    }
  }
}

async function readLines(body: ReadableStream<Uint8Array>, onLine: (line: string) => void): Promise<void> {
  let rest = ''
  const reader = body.pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>).getReader()
  for (;;) {
    const { value, done } = await reader.read()
    if (done) return
    const lines = (rest + value).split('\n')
    rest = lines.pop() ?? ''
    // Empty lines are the host's heartbeat.
    for (const line of lines) if (line !== '') onLine(line)
  }
}

const outliving = { requests: 0, bytes: 0 }

/** Posts JSON so that it arrives even where the window closes at the same moment; a large paste excepted. */
async function post(
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; text: string }> {
  const bytes = new TextEncoder().encode(JSON.stringify(body) ?? '')
  const keepalive =
    outliving.requests < mostOutliving.requests && outliving.bytes + bytes.length <= mostOutliving.bytes
  if (keepalive) outliving.requests += 1
  if (keepalive) outliving.bytes += bytes.length
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: bytes,
      cache: 'no-store',
      keepalive,
    })
    // Always read to its end: until then the browser counts the request among those that it carries on.
    return { status: response.status, text: await response.text() }
  } finally {
    if (keepalive) outliving.requests -= 1
    if (keepalive) outliving.bytes -= bytes.length
  }
}

function failed(code: ErrorCode, details: Record<string, string | number> = {}): Answer<never> {
  return { ok: false, error: { code, details } }
}
