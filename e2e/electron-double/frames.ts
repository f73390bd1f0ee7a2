import { fromStandIn } from './app-scheme.ts'
import type { Session } from './cdp.ts'
import { preloadWorldName } from './page-scripts.ts'
import { refuseUnknown } from './refusal.ts'

/** The part of WebFrameMain that tells who sent a message. */
export interface DoubleFrame {
  readonly frameToken: string
  readonly url: string
  readonly origin: string
  readonly parent: DoubleFrame | null
  readonly top: DoubleFrame | null
}

interface Known {
  url: string
  parentId: string | null
  frame: DoubleFrame
}

/** Follows the frames of a page and the isolated world of each. */
export interface Frames {
  /** Learns of the frame that was there before anyone followed. */
  begin(): Promise<void>
  frame(frameId: string): DoubleFrame | null
  mainFrame(): DoubleFrame | null
  isMain(frameId: string): boolean
  /** The frame that a message came from; null where it has navigated or gone since. */
  frameOfContext(contextId: number): DoubleFrame | null
  /** The isolated world of the main frame's document, where the preload lives; null while there is none. */
  preloadContext(): number | null
}

export function followFrames(session: Session): Frames {
  const frames = new Map<string, Known>()
  const contexts = new Map<number, string>()

  const frameOf = (frameId: string | null): DoubleFrame | null =>
    frameId === null ? null : (frames.get(frameId)?.frame ?? null)
  const parentIdOf = (frameId: string): string | null => frames.get(frameId)?.parentId ?? null
  const remember = (frameId: string, parentId: string | null, url: string): void => {
    const known = frames.get(frameId)
    if (known) {
      known.url = url
      return
    }
    const frame: DoubleFrame = {
      frameToken: frameId,
      get url() {
        return fromStandIn(frames.get(frameId)?.url ?? '')
      },
      get origin() {
        const url = URL.parse(this.url)
        return url?.host ? `${url.protocol}//${url.host}` : 'null'
      },
      get parent() {
        return frameOf(parentIdOf(frameId))
      },
      get top() {
        return this.parent === null ? frameOf(frameId) : this.parent.top
      },
    }
    frames.set(frameId, { url, parentId, frame: refuseUnknown('WebFrameMain', frame) })
  }

  session.on('Page.frameAttached', ({ frameId, parentFrameId }) => remember(frameId, parentFrameId, ''))
  session.on('Page.frameNavigated', ({ frame }) => remember(frame.id, frame.parentId ?? null, frame.url))
  session.on('Page.navigatedWithinDocument', ({ frameId, url }) =>
    remember(frameId, parentIdOf(frameId), url),
  )
  session.on('Page.frameDetached', ({ frameId, reason }) => {
    if (reason === 'remove') frames.delete(frameId)
  })
  session.on('Runtime.executionContextCreated', ({ context }) => {
    const { frameId } = (context.auxData ?? {}) as { frameId?: string }
    if (frameId !== undefined && context.name === preloadWorldName) contexts.set(context.id, frameId)
  })
  session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
    contexts.delete(executionContextId)
  })
  session.on('Runtime.executionContextsCleared', () => contexts.clear())

  const isMain = (frameId: string): boolean => frames.has(frameId) && parentIdOf(frameId) === null
  return {
    async begin() {
      const { frameTree } = await session.send('Page.getFrameTree')
      remember(frameTree.frame.id, null, frameTree.frame.url)
    },
    frame: frameOf,
    isMain,
    mainFrame: () => frames.values().find(({ parentId }) => parentId === null)?.frame ?? null,
    frameOfContext: (contextId) => frameOf(contexts.get(contextId) ?? null),
    preloadContext: () =>
      contexts
        .entries()
        .filter(([, frameId]) => isMain(frameId))
        .toArray()
        .at(-1)?.[0] ?? null,
  }
}
