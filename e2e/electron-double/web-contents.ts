import { EventEmitter } from 'node:events'
import { fromStandIn, toStandIn } from './app-scheme.ts'
import type { Browser } from './browser.ts'
import { encodeClone } from './clone-codec.ts'
import { answerFilePaths } from './file-paths.ts'
import { type DoubleFrame, type Frames, followFrames } from './frames.ts'
import { answerInvocations, type Delivery, deliverTo } from './invocations.ts'
import { mainWorldScript, newPageNames, preloadWorldName, preloadWorldScript } from './page-scripts.ts'
import { NotInDouble, refuseUnknown, refuseUnknownEvents } from './refusal.ts'
import { answerRequests } from './requests.ts'
import { settlePermissions } from './session.ts'
import { runningBrowser } from './state.ts'

type OpenHandler = (details: object) => { action: 'allow' | 'deny' }

/** `will-attach-webview` may be listened to and never comes: the double refuses `webviewTag`. */
const events = [
  'will-navigate',
  'will-frame-navigate',
  'will-attach-webview',
  'did-finish-load',
  'preload-error',
  'destroyed',
]

interface Members {
  readonly id: number
  readonly mainFrame: DoubleFrame | null
  send(channel: string, ...args: unknown[]): void
  getURL(): string
  isDestroyed(): boolean
  setWindowOpenHandler(handler: OpenHandler): void
  printToPDF(options: { preferCSSPageSize?: boolean }): Promise<Buffer>
}
export type DoubleWebContents = EventEmitter & Members

/** What the window needs of its contents, beside what the program sees. */
export interface Contents {
  program: DoubleWebContents
  load(address: string): Promise<void>
  /** Closes the page as a user does; false where the page's `beforeunload` kept it. */
  close(): Promise<boolean>
  bringToFront(): void
}

let count = 0

export function createContents(preload: string | null, size: { width: number; height: number }): Contents {
  const id = ++count
  let openHandler: OpenHandler = () => ({ action: 'allow' })
  let destroyed = false
  let frames: Frames | null = null
  let deliver: Delivery = () => undefined
  const emitter = new EventEmitter()
  refuseUnknownEvents('webContents', emitter, events)

  const members: Members = {
    id,
    get mainFrame() {
      return frames?.mainFrame() ?? null
    },
    send(channel, ...args) {
      const text = encodeClone(args)
      const context = frames?.preloadContext() ?? null
      if (context !== null) deliver(context, { kind: 'send', channel, args: text })
    },
    getURL: () => frames?.mainFrame()?.url ?? '',
    isDestroyed: () => destroyed,
    setWindowOpenHandler(handler) {
      openHandler = handler
    },
    async printToPDF({ preferCSSPageSize = false, ...others }) {
      const [other] = Object.keys(others)
      if (other !== undefined) throw new NotInDouble(`printToPDF option '${other}'`)
      const { session } = await opened
      const { data } = await session.send('Page.printToPDF', { preferCSSPageSize })
      return Buffer.from(data, 'base64')
    },
  }
  Object.defineProperties(emitter, Object.getOwnPropertyDescriptors(members))
  const program = refuseUnknown('webContents', emitter as DoubleWebContents)

  const askToOpen = (address: string): void => {
    const url = fromStandIn(address)
    const details = { url, frameName: '', features: '', disposition: 'new-window' }
    const { action } = openHandler(refuseUnknown('window open details', details))
    if (action !== 'deny') throw new NotInDouble(`second window for window.open('${url}')`)
  }

  const openPage = async ({ root, pipe }: Browser) => {
    const { targetId } = await root.send('Target.createTarget', {
      url: 'about:blank',
      newWindow: true,
      ...size,
    })
    const { sessionId } = await root.send('Target.attachToTarget', { targetId, flatten: true })
    const session = pipe.session(sessionId)
    const names = newPageNames()
    frames = followFrames(session)
    deliver = deliverTo(session, names.delivery)
    const requests = answerRequests(session, frames, emitter)
    answerInvocations({ session, frames, names, contents: program, deliver, askToOpen })
    session.on('Page.loadEventFired', () => {
      if (program.getURL() !== 'about:blank') emitter.emit('did-finish-load')
    })
    // Links and forms that aim at a new window: asked about here, and gone before anyone sees them.
    session.on('Page.windowOpen', ({ url }) => askToOpen(url))
    root.on('Target.targetCreated', ({ targetInfo }) => {
      if (targetInfo.openerId !== targetId) return
      root.send('Target.closeTarget', { targetId: targetInfo.targetId }).catch(() => undefined)
    })
    root.on('Target.targetDestroyed', (gone) => {
      if (gone.targetId !== targetId) return
      destroyed = true
      emitter.emit('destroyed')
    })
    await session.send('Page.enable')
    await frames.begin()
    await session.send('Runtime.enable')
    await answerFilePaths(session)
    await session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
    await session.send('Runtime.addBinding', { name: names.binding, executionContextName: preloadWorldName })
    // The page's side first: the preload exposes its interface to a page that already listens.
    await session.send('Page.addScriptToEvaluateOnNewDocument', { source: mainWorldScript(names) })
    await session.send('Page.addScriptToEvaluateOnNewDocument', {
      source: preloadWorldScript(names, preload),
      worldName: preloadWorldName,
    })
    return { session, requests, root }
  }
  const opened = runningBrowser().then(openPage)

  return {
    program,
    async load(address) {
      const { session, requests, root } = await opened
      const url = address.startsWith('data:') ? address : toStandIn(address)
      const { origin } = new URL(url)
      // A page of data has no origin that could be permitted anything.
      if (origin !== 'null') await settlePermissions(root, program, origin)
      requests.expectNavigation()
      const loaded = new Promise<void>((resolve) => emitter.once('did-finish-load', resolve))
      const { errorText } = await session.send('Page.navigate', { url })
      if (errorText) throw new Error(`${errorText} loading '${address}'`)
      await loaded
    },
    async close() {
      const { session } = await opened
      return new Promise((resolve) => {
        emitter.once('destroyed', () => resolve(true))
        // Electron shows no question: a page that minds being left keeps its window.
        session.on('Page.javascriptDialogOpening', ({ type }) => {
          if (type !== 'beforeunload') return
          session.send('Page.handleJavaScriptDialog', { accept: false }).catch(() => undefined)
          resolve(false)
        })
        session.send('Page.close').catch(() => undefined)
      })
    },
    bringToFront() {
      opened.then(({ session }) => session.send('Page.bringToFront')).catch(() => undefined)
    },
  }
}
