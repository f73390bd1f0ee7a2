import { EventEmitter } from 'node:events'
import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron'
import { contentsCreated, windowClosed, windowKept } from './app.ts'
import { emittedEvent } from './emitted-event.ts'
import { refuseUnknown, refuseUnknownEvents, refuseUnknownOptions } from './refusal.ts'
import { openWindows } from './state.ts'
import { type Contents, createContents, type DoubleWebContents } from './web-contents.ts'

const events = ['ready-to-show', 'show', 'close', 'closed']

const anything = (): boolean => true
const only = (needed: unknown) => (value: unknown) => value === needed

/** Looks and sizes mean little without a screen; what is refused here would change what the page may do. */
const knownOptions: { [Option in keyof BrowserWindowConstructorOptions]?: (value: unknown) => boolean } = {
  title: anything,
  width: anything,
  height: anything,
  minWidth: anything,
  minHeight: anything,
  show: anything,
  autoHideMenuBar: anything,
  backgroundColor: anything,
  webPreferences: anything,
}
const knownPreferences: { [Preference in keyof WebPreferences]?: (value: unknown) => boolean } = {
  preload: (value) => typeof value === 'string',
  sandbox: only(true),
  contextIsolation: only(true),
  nodeIntegration: only(false),
  webviewTag: only(false),
  spellcheck: only(false),
  // The pages of the double run their scripts all the same: they have none where the program forbids them.
  javascript: only(false),
}

interface Members {
  readonly webContents: DoubleWebContents
  loadURL(address: string): Promise<void>
  show(): void
  focus(): void
  restore(): void
  minimize(): void
  isVisible(): boolean
  isMinimized(): boolean
  isDestroyed(): boolean
  close(): void
  destroy(): void
}

function windowMembers(emitter: EventEmitter, contents: Contents, shown: boolean): Members {
  let visible = shown
  let minimized = false
  return {
    webContents: contents.program,
    loadURL: contents.load,
    show() {
      visible = true
      emitter.emit('show')
      contents.bringToFront()
    },
    focus: contents.bringToFront,
    restore() {
      minimized = false
    },
    minimize() {
      minimized = true
    },
    isVisible: () => visible && !minimized,
    isMinimized: () => minimized,
    isDestroyed: () => contents.program.isDestroyed(),
    destroy: () => void contents.close(),
    close() {
      const event = emittedEvent('close', {})
      emitter.emit('close', event)
      if (event.defaultPrevented) windowKept()
      else {
        void contents.close().then((closed) => {
          if (!closed) windowKept()
        })
      }
    },
  }
}

class DoubleBrowserWindow extends EventEmitter {
  constructor(options: BrowserWindowConstructorOptions = {}) {
    super()
    const { webPreferences = {}, width = 800, height = 600, show = true } = options
    refuseUnknownOptions('BrowserWindow', { ...options }, knownOptions)
    refuseUnknownOptions('webPreferences', { ...webPreferences }, knownPreferences)
    refuseUnknownEvents('BrowserWindow', this, events)
    const contents = createContents(webPreferences.preload ?? null, { width, height })
    const members = windowMembers(this, contents, show)
    const window = refuseUnknown('BrowserWindow', Object.assign(this, members))
    openWindows.add(window)
    contents.program.once('did-finish-load', () => {
      this.emit('ready-to-show')
      process.send?.({ windowLoaded: contents.program.getURL() })
    })
    contents.program.once('destroyed', () => {
      openWindows.delete(window)
      this.emit('closed')
      windowClosed()
    })
    contentsCreated(contents.program)
    // biome-ignore lint/correctness/noConstructorReturn: the program gets the window behind its refusals
    return window
  }

  static getAllWindows(): object[] {
    return [...openWindows]
  }
}

export const BrowserWindow = refuseUnknown('BrowserWindow', DoubleBrowserWindow)
