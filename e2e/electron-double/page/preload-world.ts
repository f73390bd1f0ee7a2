import { decodeClone, encodeClone } from '../clone-codec.ts'
import type { Downward, Upward } from '../page-messages.ts'
import type { Border } from './border.ts'

type Listener = (event: object, ...args: unknown[]) => void

/** The isolated world's side: `require('electron')` of a sandboxed preload, over one binding that carries strings. */
export function startPreloadWorld(
  border: Border,
  bindingName: string,
  deliveryName: string,
  preload: ((require: (name: string) => unknown, module: object, exports: object) => void) | null,
): void {
  const binding = Reflect.get(globalThis, bindingName) as (text: string) => void
  const up = (message: Upward): void => binding(JSON.stringify(message))
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  const listeners = new Map<string, { listener: Listener; once: boolean }[]>()
  let invocations = 0

  const refuse = <Target extends object>(name: string, target: Target): Target =>
    new Proxy(target, {
      get(object, property) {
        if (typeof property === 'string' && !(property in object)) {
          throw new Error(`the Electron stand-in has no ${name}.${property}`)
        }
        return Reflect.get(object, property)
      },
    })

  const add = (channel: string, listener: Listener, once: boolean): object => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), { listener, once }])
    return ipcRenderer
  }
  const remove = (channel: string, listener: Listener): object => {
    const kept = [...(listeners.get(channel) ?? [])]
    const index = kept.findLastIndex((entry) => entry.listener === listener)
    if (index >= 0) kept.splice(index, 1)
    listeners.set(channel, kept)
    return ipcRenderer
  }
  const ipcRenderer = refuse('ipcRenderer', {
    async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      const id = invocations++
      const message: Upward = { kind: 'invoke', id, channel, args: encodeClone(args) }
      const answer = Promise.withResolvers<unknown>()
      waiting.set(id, answer)
      up(message)
      return answer.promise
    },
    on: (channel: string, listener: Listener) => add(channel, listener, false),
    once: (channel: string, listener: Listener) => add(channel, listener, true),
    addListener: (channel: string, listener: Listener) => add(channel, listener, false),
    off: remove,
    removeListener: remove,
    removeAllListeners(channel: string) {
      listeners.delete(channel)
      return ipcRenderer
    },
  })

  const deliver = (message: Downward): void => {
    if (message.kind === 'send') {
      const args = decodeClone(message.args) as unknown[]
      for (const { listener, once } of listeners.get(message.channel) ?? []) {
        if (once) remove(message.channel, listener)
        listener(refuse('ipcRenderer event', { sender: ipcRenderer }), ...args)
      }
      return
    }
    const answer = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.kind === 'answer') answer?.resolve(decodeClone(message.value))
    else answer?.reject(new Error(message.message))
  }
  Object.defineProperty(globalThis, deliveryName, { value: deliver })

  border.onMessage = (message) => {
    if (message.kind === 'open') up({ kind: 'open', url: message.url })
  }
  const webUtils = refuse('webUtils', {
    getPathForFile(file: unknown): string {
      if (!(file instanceof File)) throw new TypeError('not a File')
      const found = { path: '' }
      // biome-ignore lint/suspicious/noDebugger: the main process writes the path into `found` while the page stands still
      debugger
      return found.path
    },
  })
  const electron = refuse("require('electron')", {
    ipcRenderer,
    webUtils,
    contextBridge: refuse('contextBridge', {
      exposeInMainWorld: (key: string, api: unknown) => border.expose(key, api),
    }),
  })
  const require = (name: string): unknown => {
    if (name === 'electron' || name === 'electron/renderer') return electron
    throw new Error(`module not found: ${name}`)
  }
  try {
    preload?.(require, { exports: {} }, {})
  } catch (error) {
    up({
      kind: 'preload-error',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    })
  }
}
