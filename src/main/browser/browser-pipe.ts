import type { Readable, Writable } from 'node:stream'

interface Answer {
  id?: number
  result?: unknown
  error?: { message: string }
}

/** Sends one command of the DevTools protocol, to the browser itself or to an attached page, and awaits its result. */
export type Send = (method: string, params?: object, session?: string) => Promise<Record<string, unknown>>

/** Speaks with a browser over its debugging pipe: JSON messages, each ended by a zero byte. */
export function openPipe(output: Writable, input: Readable): Send {
  const waiting = new Map<number, { resolve(result: never): void; reject(error: Error): void }>()
  let sent = 0
  let rest: string[] = []

  const receive = ({ id, result, error }: Answer): void => {
    const call = waiting.get(id ?? 0)
    waiting.delete(id ?? 0)
    if (error) call?.reject(new Error(error.message))
    else call?.resolve(result as never)
  }
  const end = (): void => {
    for (const { reject } of waiting.values()) reject(new Error('the browser has ended'))
    waiting.clear()
  }
  input.setEncoding('utf8')
  input.on('data', (text: string) => {
    const [first = '', ...others] = text.split('\0')
    rest.push(first)
    for (const next of others) {
      receive(JSON.parse(rest.join('')))
      rest = [next]
    }
  })
  input.on('close', end)
  // A browser that ends while it is written to shows as its own end.
  output.on('error', end)

  return (method, params = {}, session) =>
    new Promise((resolve, reject) => {
      sent += 1
      waiting.set(sent, { resolve, reject })
      const target = session === undefined ? {} : { sessionId: session }
      output.write(`${JSON.stringify({ id: sent, method, params, ...target })}\0`)
    })
}
