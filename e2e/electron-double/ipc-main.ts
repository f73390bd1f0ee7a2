import { decodeClone, encodeClone } from './clone-codec.ts'
import type { EmittedEvent } from './emitted-event.ts'
import { refuseUnknown } from './refusal.ts'

type InvokeHandler = (event: EmittedEvent<object>, ...args: unknown[]) => unknown

const handlers = new Map<string, InvokeHandler>()

/** How an invocation ended, as clone text or as the message that the window's error gets. */
export type InvokeOutcome = { value: string } | { message: string }

/** Runs the handler of a channel with values that crossed as clone text, and words failures as Electron does. */
export async function runInvokeHandler(
  channel: string,
  event: EmittedEvent<object>,
  args: string,
): Promise<InvokeOutcome> {
  try {
    const handler = handlers.get(channel)
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
    return { value: encodeClone(await handler(event, ...(decodeClone(args) as unknown[]))) }
  } catch (error) {
    return { message: `Error invoking remote method '${channel}': ${error}` }
  }
}

export const ipcMain = refuseUnknown('ipcMain', {
  handle(channel: string, handler: InvokeHandler): void {
    if (handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`)
    }
    handlers.set(channel, handler)
  },
  removeHandler(channel: string): void {
    handlers.delete(channel)
  },
})
