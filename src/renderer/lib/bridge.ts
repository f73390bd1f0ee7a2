import type { Bridge, DeskEvent } from '../../shared/bridge.ts'
import { createWebBridge } from './web-bridge.ts'

declare global {
  interface Window {
    /** Set by Electron's preload; in a browser the web host's bridge takes its place. */
    portbook?: Bridge
  }
}

export const bridge: Bridge = window.portbook ?? createWebBridge()

const listeners = new Set<(event: DeskEvent) => void>()
let listening = false

/** Hears what happens below the window; all listeners share one subscription. */
export function onDeskEvent(listener: (event: DeskEvent) => void): () => void {
  listeners.add(listener)
  if (!listening) {
    listening = true
    bridge.onEvent((event) => {
      for (const each of [...listeners]) each(event)
    })
  }
  return () => {
    listeners.delete(listener)
  }
}
