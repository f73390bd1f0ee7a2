import { EventEmitter } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import type { CDPSession } from 'playwright'

/** A conversation with one target of the browser, typed by Playwright's own list of the protocol. */
export type Session = Pick<CDPSession, 'send' | 'on'>

interface Answer {
  id?: number
  sessionId?: string
  method?: string
  params?: unknown
  result?: unknown
  error?: { message: string }
}

/** The browser's debugging pipe: JSON messages, each ended by a zero byte. */
export interface CdpPipe {
  /** The conversation with the browser itself, or with a target that was attached under this id. */
  session(sessionId?: string): Session
}

export function openCdpPipe(output: Writable, input: Readable): CdpPipe {
  const waiting = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>()
  const emitters = new Map<string, EventEmitter>()
  let sent = 0
  let rest = ''

  const emitterOf = (sessionId: string): EventEmitter => {
    const emitter = emitters.get(sessionId) ?? new EventEmitter()
    emitters.set(sessionId, emitter)
    return emitter
  }
  const receive = (answer: Answer): void => {
    if (answer.id === undefined) {
      emitterOf(answer.sessionId ?? '').emit(answer.method ?? '', answer.params)
      return
    }
    const call = waiting.get(answer.id)
    waiting.delete(answer.id)
    if (answer.error) call?.reject(new Error(answer.error.message))
    else call?.resolve(answer.result)
  }
  input.setEncoding('utf8')
  input.on('data', (text: string) => {
    const messages = `${rest}${text}`.split('\0')
    rest = messages.pop() ?? ''
    for (const message of messages) receive(JSON.parse(message))
  })
  const end = (): void => {
    for (const call of waiting.values()) call.reject(new Error('the browser has ended'))
    waiting.clear()
  }
  input.on('close', end)
  // A browser that ends while it is written to shows as its own end.
  output.on('error', end)

  return {
    session(sessionId = '') {
      const emitter = emitterOf(sessionId)
      const session = {
        send: (method: string, params: object = {}) =>
          new Promise((resolve, reject) => {
            const id = ++sent
            waiting.set(id, {
              resolve,
              reject: (error) => reject(new Error(`${method}: ${error.message}`)),
            })
            const target = sessionId === '' ? {} : { sessionId }
            output.write(`${JSON.stringify({ id, method, params, ...target })}\0`)
          }),
        on(event: string, listener: (params: unknown) => void) {
          emitter.on(event, listener)
          return session
        },
      }
      return session as unknown as Session
    },
  }
}
