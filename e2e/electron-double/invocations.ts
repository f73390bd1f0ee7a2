import type { EventEmitter } from 'node:events'
import type { Session } from './cdp.ts'
import { emittedEvent } from './emitted-event.ts'
import type { Frames } from './frames.ts'
import { runInvokeHandler } from './ipc-main.ts'
import type { Downward, Upward } from './page-messages.ts'
import type { PageNames } from './page-scripts.ts'

/** Hands a message to the isolated world of one document; a document that is gone gets nothing. */
export type Delivery = (contextId: number, message: Downward) => void

export function deliverTo(session: Session, deliveryName: string): Delivery {
  return (contextId, message) => {
    const expression = `${deliveryName}(${JSON.stringify(message)})`
    session.send('Runtime.evaluate', { expression, contextId }).then(
      ({ exceptionDetails }) => {
        if (exceptionDetails) {
          console.error('a listener of the preload threw', exceptionDetails.exception?.description)
        }
      },
      () => undefined,
    )
  }
}

interface Ends {
  session: Session
  frames: Frames
  names: PageNames
  contents: EventEmitter
  deliver: Delivery
  askToOpen(url: string): void
}

/** Runs what the preload asks for, with the frame it came from as the sender. */
export function answerInvocations({ session, frames, names, contents, deliver, askToOpen }: Ends): void {
  session.on('Runtime.bindingCalled', async ({ name, payload, executionContextId }) => {
    if (name !== names.binding) return
    const message = JSON.parse(payload) as Upward
    if (message.kind === 'open') {
      askToOpen(message.url)
    } else if (message.kind === 'preload-error') {
      console.error('the preload failed', message.message)
      contents.emit('preload-error', emittedEvent('preload-error', {}), '', new Error(message.message))
    } else {
      const event = emittedEvent('ipcMain invoke', {
        type: 'frame',
        sender: contents,
        get senderFrame() {
          return frames.frameOfContext(executionContextId)
        },
      })
      const outcome = await runInvokeHandler(message.channel, event, message.args)
      const { id } = message
      deliver(
        executionContextId,
        'value' in outcome
          ? { kind: 'answer', id, value: outcome.value }
          : { kind: 'refusal', id, message: outcome.message },
      )
    }
  })
}
