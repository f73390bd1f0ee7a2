import { EventEmitter } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sealSchemes } from './app-scheme.ts'
import { startBrowser } from './browser.ts'
import { emittedEvent } from './emitted-event.ts'
import { NotInDouble, refuseUnknown, refuseUnknownEvents } from './refusal.ts'
import { deliverLaunches, takeSingleInstanceLock } from './single-instance.ts'
import { openWindows, setRunningBrowser } from './state.ts'

const events = [
  'ready',
  'before-quit',
  'will-quit',
  'quit',
  'window-all-closed',
  'second-instance',
  'web-contents-created',
]

const folder = process.env.ELECTRON_DOUBLE_FOLDER ?? join(tmpdir(), 'electron-double')
const paths: Record<string, string> = {
  userData: join(folder, 'electron-user-data'),
  documents: join(folder, 'documents'),
  temp: tmpdir(),
}

const emitter = new EventEmitter()
refuseUnknownEvents('app', emitter, events)
const ready = Promise.withResolvers<void>()
const farewells: Promise<unknown>[] = []
let isReady = false
let quitting = false
let leaving = false
let end = async (): Promise<void> => undefined

/** Emits an event of the app; false where a listener prevented it. */
function emit(name: string, ...details: unknown[]): boolean {
  const event = emittedEvent(name, {})
  emitter.emit(name, event, ...details)
  return !event.defaultPrevented
}

function leave(code: number): void {
  if (leaving) return
  leaving = true
  emit('quit', code)
  Promise.allSettled([end(), ...farewells]).then(() => process.exit(code))
}

function finishQuitting(): void {
  if (emit('will-quit')) leave(0)
  else quitting = false
}

function quit(): void {
  if (quitting || leaving || !emit('before-quit')) return
  quitting = true
  if (openWindows.size === 0) finishQuitting()
  for (const window of openWindows) window.close()
}

/** Told by a window that is gone. */
export function windowClosed(): void {
  if (openWindows.size > 0 || leaving) return
  if (quitting) finishQuitting()
  else if (emitter.listenerCount('window-all-closed') === 0) quit()
  else emitter.emit('window-all-closed')
}

/** Told by a window that stayed: it takes the whole quitting back. */
export function windowKept(): void {
  quitting = false
}

export function contentsCreated(contents: object): void {
  emit('web-contents-created', contents)
}

/** Starts the browser and makes the app ready; nothing of it where the program already left. */
export async function becomeReady(): Promise<void> {
  sealSchemes()
  if (leaving) return
  const browser = await startBrowser(join(paths.userData ?? folder, 'Chromium'))
  end = browser.close
  browser.process.once('exit', () => {
    if (!leaving) throw new Error('the browser of the Electron stand-in ended')
  })
  process.send?.({ endpoint: browser.endpoint, browserPid: browser.process.pid })
  setRunningBrowser(browser)
  isReady = true
  emit('ready')
  ready.resolve()
  deliverLaunches((launch) => emit('second-instance', launch.argv, launch.workingFolder, launch.data))
}

process.on('SIGTERM', quit)
process.on('SIGINT', quit)
process.on('message', (message) => {
  if (message === 'quit') quit()
})
// Tests that died take their program with them.
process.on('disconnect', () => process.exit(1))

export const app = refuseUnknown(
  'app',
  Object.assign(emitter, {
    isPackaged: false,
    isReady: () => isReady,
    whenReady: () => ready.promise,
    quit,
    exit: (code = 0) => leave(code),
    getPath(name: string): string {
      const path = paths[name]
      if (path === undefined) throw new NotInDouble(`app.getPath('${name}')`)
      return path
    },
    requestSingleInstanceLock(data: object = {}): boolean {
      const { first, told } = takeSingleInstanceLock(paths.userData ?? folder, data)
      farewells.push(told)
      return first
    },
  }),
)
