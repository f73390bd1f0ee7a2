import type { EventEmitter } from 'node:events'
import { fromStandIn, serveAppScheme } from './app-scheme.ts'
import type { Session } from './cdp.ts'
import { emittedEvent } from './emitted-event.ts'
import type { Frames } from './frames.ts'

/** Stands between a page and everything that it asks for. */
export interface Requests {
  /** The next navigation of the main frame was asked for by the program, which Electron does not report. */
  expectNavigation(): void
}

/**
 * Answers the page's requests from the program's own scheme, reports navigations so that the program may refuse
 * them, and has no network for the rest.
 */
export function answerRequests(session: Session, frames: Frames, contents: EventEmitter): Requests {
  let expected = false

  const mayNavigate = (url: string, frameId: string): boolean => {
    const isMainFrame = frames.isMain(frameId)
    if (isMainFrame && expected) {
      expected = false
      return true
    }
    const details = {
      url: fromStandIn(url),
      isMainFrame,
      isSameDocument: false,
      frame: frames.frame(frameId),
    }
    const inFrame = emittedEvent('will-frame-navigate', details)
    contents.emit('will-frame-navigate', inFrame)
    if (!isMainFrame || inFrame.defaultPrevented) return !inFrame.defaultPrevented
    const event = emittedEvent('will-navigate', details)
    contents.emit('will-navigate', event)
    return !event.defaultPrevented
  }

  session.on('Fetch.requestPaused', async ({ requestId, request, resourceType, frameId }) => {
    const fail = (errorReason: 'Aborted' | 'InternetDisconnected') =>
      session.send('Fetch.failRequest', { requestId, errorReason })
    try {
      if (resourceType === 'Document' && !mayNavigate(request.url, frameId)) {
        await fail('Aborted')
        return
      }
      const answer = await serveAppScheme(request)
      if (answer === null) {
        await fail('InternetDisconnected')
        return
      }
      const { status: responseCode, headers: responseHeaders, body } = answer
      await session.send('Fetch.fulfillRequest', { requestId, responseCode, responseHeaders, body })
    } catch (error) {
      // A request that was cancelled meanwhile, or whose page is gone, needs no answer.
      if (!/Invalid InterceptionId|Session with given id|browser has ended/.test(String(error))) throw error
    }
  })

  return {
    expectNavigation() {
      expected = true
    },
  }
}
