import type { ServerResponse } from 'node:http'
import type { DeskEvent } from '../../../shared/bridge.ts'
import { safetyHeaders } from './answers.ts'

/** A silent line this often keeps a stream from looking dead. */
const heartbeatMs = 15_000

export interface EventStreams {
  /** Turns a response into an endless stream of events, one JSON text per line. */
  open(response: ServerResponse): void
  send(event: DeskEvent): void
  close(): void
}

export interface Grace {
  /** How long nobody may look after the last window closed. */
  afterLastMs: number
  /** How long the first window may take to come. */
  forFirstMs: number
}

/** Keeps the streams of all windows, and calls `onDeserted` once nobody has looked for the grace time. */
export function createEventStreams(grace: Grace, onDeserted: () => void): EventStreams {
  const responses = new Set<ServerResponse>()
  let patience = setTimeout(onDeserted, grace.forFirstMs)

  const heartbeat = setInterval(() => {
    for (const response of responses) response.write('\n')
  }, heartbeatMs)

  return {
    open(response) {
      response.writeHead(200, {
        ...safetyHeaders,
        'content-type': 'application/x-ndjson',
        'cache-control': 'no-store',
      })
      response.write('\n')
      responses.add(response)
      clearTimeout(patience)
      response.once('close', () => {
        if (!responses.delete(response) || responses.size > 0) return
        clearTimeout(patience)
        patience = setTimeout(onDeserted, grace.afterLastMs)
      })
    },
    send(event) {
      for (const response of responses) response.write(`${JSON.stringify(event)}\n`)
    },
    close() {
      clearInterval(heartbeat)
      clearTimeout(patience)
      for (const response of responses) response.end()
      responses.clear()
    },
  }
}
