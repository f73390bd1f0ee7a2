/** What one world tells the other. Functions and promises stay where they are and cross as numbers. */
export type Message =
  | { kind: 'call'; call: number; function: number; args: Crossing[] }
  | { kind: 'return'; call: number; result: Outcome }
  | { kind: 'settle'; promise: number; result: Outcome }
  | { kind: 'expose'; call: number; key: string; api: Crossing }
  | { kind: 'open'; url: string }

export type Outcome = { ok: Crossing } | { error: string }

export type Crossing =
  | { as: 'value'; value: unknown }
  | { as: 'function' | 'promise'; id: number }
  | { as: 'error'; message: string }
  | { as: 'array'; items: Crossing[] }
  | { as: 'object'; entries: [string, Crossing][] }

type AnyFunction = (...args: unknown[]) => unknown

export interface Border {
  /** Exposes a copy of the value in the other world, and throws what the other world threw. */
  expose(key: string, api: unknown): void
  tell(message: Message): void
  /** What this world does with messages that only one side understands. */
  onMessage: (message: Message) => void
  /** Takes a value that crossed; frozen where the real bridge freezes it. */
  take(crossing: Crossing, frozen: boolean): unknown
}

/**
 * One side of contextBridge. Both worlds of a page see the same document, and its events are delivered at once, so a
 * call and its return value cross synchronously; Chromium clones an event's detail for the other world.
 */
export function openBorder(inbox: string, outbox: string): Border {
  const dispatch = document.dispatchEvent.bind(document)
  const Letter = CustomEvent
  const functions: AnyFunction[] = []
  const returned = new Map<number, Outcome>()
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  let calls = 0
  let promises = 0

  const tell = (message: Message): void => {
    dispatch(new Letter(outbox, { detail: message }))
  }
  const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

  const attempt = (run: () => unknown): Outcome => {
    try {
      return { ok: give(run()) }
    } catch (error) {
      return { error: messageOf(error) }
    }
  }

  const give = (value: unknown, depth = 0): Crossing => {
    if (depth > 1000)
      throw new TypeError(
        'Electron contextBridge recursion depth exceeded.  Nested objects deeper than 1000 are not supported.',
      )
    if (typeof value === 'function') return { as: 'function', id: functions.push(value as AnyFunction) - 1 }
    if (typeof value === 'symbol') throw new TypeError('a symbol cannot cross the contextBridge')
    if (typeof value !== 'object' || value === null) return { as: 'value', value }
    if (value instanceof Promise) {
      const promise = promises++
      const settle = (result: Outcome): void => tell({ kind: 'settle', promise, result })
      value.then(
        (settled) => settle(attempt(() => settled)),
        (error) => settle({ error: messageOf(error) }),
      )
      return { as: 'promise', id: promise }
    }
    if (value instanceof Error) return { as: 'error', message: value.message }
    if (Array.isArray(value)) return { as: 'array', items: value.map((item) => give(item, depth + 1)) }
    if (Object.prototype.toString.call(value) === '[object Object]') {
      return {
        as: 'object',
        entries: Object.entries(value).map(([key, item]) => [key, give(item, depth + 1)]),
      }
    }
    try {
      return { as: 'value', value: structuredClone(value) }
    } catch {
      throw new TypeError('An object could not be cloned.')
    }
  }

  const take = (crossing: Crossing, frozen: boolean): unknown => {
    const close = <Value extends object>(value: Value): Value => (frozen ? Object.freeze(value) : value)
    switch (crossing.as) {
      case 'value':
        return crossing.value
      case 'error':
        return new Error(crossing.message)
      case 'function':
        return close((...args: unknown[]) => callOther(crossing.id, args))
      case 'array':
        return close(crossing.items.map((item) => take(item, frozen)))
      case 'object':
        return close(Object.fromEntries(crossing.entries.map(([key, item]) => [key, take(item, frozen)])))
      case 'promise': {
        const settled = Promise.withResolvers<unknown>()
        waiting.set(crossing.id, settled)
        return settled.promise
      }
    }
  }

  const outcome = (call: number): unknown => {
    const result = returned.get(call)
    returned.delete(call)
    if (result === undefined) throw new Error('the other world did not answer')
    if ('error' in result) throw new Error(result.error)
    return take(result.ok, false)
  }

  const callOther = (id: number, args: unknown[]): unknown => {
    const call = calls++
    tell({ kind: 'call', call, function: id, args: args.map((arg) => give(arg)) })
    return outcome(call)
  }

  const border: Border = {
    tell,
    take,
    onMessage: () => undefined,
    expose(key, api) {
      const call = calls++
      tell({ kind: 'expose', call, key, api: give(api) })
      outcome(call)
    },
  }

  document.addEventListener(inbox, (event) => {
    const message = (event as CustomEvent<Message>).detail
    if (message.kind === 'call') {
      const run = functions[message.function]
      const result = attempt(() => run?.(...message.args.map((arg) => take(arg, false))))
      tell({ kind: 'return', call: message.call, result })
    } else if (message.kind === 'return') {
      returned.set(message.call, message.result)
    } else if (message.kind === 'settle') {
      const settled = waiting.get(message.promise)
      waiting.delete(message.promise)
      if ('error' in message.result) settled?.reject(new Error(message.result.error))
      else settled?.resolve(take(message.result.ok, false))
    } else {
      border.onMessage(message)
    }
  })
  return border
}
