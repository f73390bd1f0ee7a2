import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import type { Desk } from '../../dispatch/desk.ts'
import { readJson, refuse, sendJson } from './answers.ts'
import { createEventStreams, type Grace } from './event-streams.ts'
import { createReceivedFiles } from './received-files.ts'
import { checkRequest, type Refusal } from './request-checks.ts'
import { sameSecret } from './secrets.ts'
import { createSessions, type Sessions } from './sessions.ts'
import { sendStaticFile } from './static-files.ts'

export interface WebServerOptions {
  desk: Desk
  /** Folder of the built window. */
  rendererFolder: string
  /** Folder of the host's state; files that windows hand over lie in it while the host runs. */
  stateFolder: string
  /** What a second start of the same user shows to be let in. */
  secret: string
  grace: Grace
  /** Called when no window has been open for the grace time. */
  onDeserted: () => void
  now?: () => number
}

export interface WebServer {
  port: number
  /** A link that opens one window, once. */
  newLink(): string
  close(): Promise<void>
}

/** How long the host still listens when it is told to end: what a closing window has sent may be on its way. */
const arrivalMs = 150
/** How long it then waits for answers that are being made. */
const answerMs = 1_000

const noSession: Refusal = { status: 401, reason: 'no session' }

/** Serves the window and its operations to this machine's browser, on a port of the system's choice. */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  const sessions = createSessions(options.now)
  const streams = createEventStreams(options.grace, options.onDeserted)
  const files = createReceivedFiles(options.stateFolder)
  const stopListening = options.desk.onEvent((event) => streams.send(event))
  let port = 0

  const server = createServer((request, response) => {
    const refusal = checkRequest(request, port)
    if (refusal) return refuse(response, refusal)
    route(request, response).catch((error: unknown) => {
      // A window that closed in the middle of an answer is nobody's fault.
      if (request.socket.destroyed) return
      console.error(error)
      if (response.headersSent) response.destroy()
      else refuse(response, { status: 500, reason: 'internal' })
    })
  })

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = request.url ?? '/'
    const session = header(request, 'x-portbook-session')
    const isOpen = sessions.isOpen(session)
    if (request.method === 'POST' && url === '/session') return openSession(sessions, request, response)
    if (request.method === 'POST' && url === '/token') {
      const given = header(request, 'x-portbook-secret')
      if (given === undefined || !sameSecret(given, options.secret)) return refuse(response, noSession)
      return sendJson(response, 200, { link: newLink() })
    }
    if (request.method === 'POST' && url.startsWith('/invoke/')) {
      if (!isOpen) return refuse(response, noSession)
      const body = await readJson(request)
      if ('refusal' in body) return refuse(response, body.refusal)
      return sendJson(response, 200, await options.desk.call(url.slice('/invoke/'.length), body.value))
    }
    if (request.method === 'POST' && url === '/files') {
      if (session === undefined || !isOpen) return refuse(response, noSession)
      const name = fileName(request)
      if (name === null) return refuse(response, { status: 400, reason: 'no file name' })
      return sendJson(response, 200, await files.receive(request, session, name))
    }
    if (request.method === 'GET' && url === '/events') {
      return isOpen ? streams.open(response) : refuse(response, noSession)
    }
    if (request.method === 'GET' || request.method === 'HEAD') {
      return sendStaticFile(options.rendererFolder, url, response)
    }
    return refuse(response, { status: 405, reason: 'no such request' })
  }

  const newLink = () => `http://127.0.0.1:${port}/#token=${sessions.issueToken()}`

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  port = (server.address() as AddressInfo).port

  return {
    port,
    newLink,
    async close() {
      stopListening()
      await delay(arrivalMs)
      streams.close()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      const patience = setTimeout(() => server.closeAllConnections(), answerMs)
      await closed
      clearTimeout(patience)
      files.close()
    },
  }
}

async function openSession(
  sessions: Sessions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readJson(request)
  if ('refusal' in body) return refuse(response, body.refusal)
  const given = body.value as { token?: unknown } | null | undefined
  const session = typeof given?.token === 'string' ? sessions.exchange(given.token) : null
  if (session === null) return refuse(response, { status: 401, reason: 'token unknown, used or too old' })
  return sendJson(response, 200, { session })
}

/** A file's name as the window writes it into a header: its UTF-8 bytes escaped as in an address. */
function fileName(request: IncomingMessage): string | null {
  try {
    return decodeURIComponent(header(request, 'x-portbook-file-name') ?? '') || null
  } catch {
    return null
  }
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name]
  return typeof value === 'string' ? value : undefined
}
