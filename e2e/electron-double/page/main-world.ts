import type { Border } from './border.ts'

/** The page's side: takes what the preload exposes, and asks for new windows instead of opening them. */
export function startMainWorld(border: Border): void {
  border.onMessage = (message) => {
    if (message.kind !== 'expose') return
    if (Object.hasOwn(globalThis, message.key)) {
      const error = 'Cannot bind an API on top of an existing property on the window object'
      border.tell({ kind: 'return', call: message.call, result: { error } })
      return
    }
    Object.defineProperty(globalThis, message.key, {
      value: border.take(message.api, true),
      enumerable: true,
      writable: false,
      configurable: false,
    })
    border.tell({ kind: 'return', call: message.call, result: { ok: { as: 'value', value: undefined } } })
  }
  window.open = (url) => {
    border.tell({ kind: 'open', url: new URL(String(url ?? 'about:blank'), location.href).href })
    return null
  }
}
