import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { DeskState } from '../../../shared/contract/desk.ts'
import type { Desk } from '../../dispatch/desk.ts'
import type { Grace } from './event-streams.ts'
import { instanceFile, removeInstance, writeInstance } from './instance-file.ts'
import { linkOfRunningHost } from './second-start.ts'
import { newSecret } from './secrets.ts'
import { startWebServer } from './server.ts'
import { showWindow } from './show-window.ts'

export interface HostOptions {
  book: string | null
  stateFolder: string
  rendererFolder: URL
  withBrowser: boolean
  grace: Grace
  startDesk: (book: string | null) => Promise<Desk>
}

export interface RunningHost {
  /** Settles when the book is let go. */
  ended: Promise<void>
  stop(): void
}

/** Shows the window of the host that already has this book, or becomes that host until its last window closes. */
export async function runHost(options: HostOptions): Promise<RunningHost> {
  const { stateFolder, withBrowser } = options
  const show = (link: string) => showWindow(link, stateFolder, withBrowser)

  const running = await linkOfRunningHost(instanceFile(stateFolder, options.book))
  if (running !== null) {
    await show(running)
    return { ended: Promise.resolve(), stop() {} }
  }

  const desk = await options.startDesk(options.book)
  if ((await readState(desk))?.error?.code === 'book-in-use') {
    // Perhaps by a host that was started at the same moment and is about to say so.
    await delay(500)
    const other = await linkOfRunningHost(instanceFile(stateFolder, options.book))
    if (other !== null) {
      await desk.close()
      await show(other)
      return { ended: Promise.resolve(), stop() {} }
    }
  }

  const secret = newSecret()
  const { promise: stopped, resolve: stop } = Promise.withResolvers<void>()
  const server = await startWebServer({
    desk,
    rendererFolder: fileURLToPath(options.rendererFolder),
    stateFolder,
    secret,
    grace: options.grace,
    onDeserted: stop,
  })

  // The window may open another book: the next start on that one shall find this host.
  let file: string | null = null
  const announce = async () => {
    const state = await readState(desk)
    if (state?.error?.code === 'book-in-use') return
    const next = instanceFile(stateFolder, state?.book ?? options.book)
    if (next === file) return
    if (file) removeInstance(file, secret)
    file = next
    try {
      writeInstance(next, { port: server.port, pid: process.pid, secret })
    } catch (error) {
      // Without the file a second start cannot find this window; work in it goes on.
      console.error(error)
    }
  }
  const stopListening = desk.onEvent((event) => {
    if (event.kind === 'desk') void announce()
  })
  await announce()
  await show(server.newLink())

  const end = async () => {
    await stopped
    stopListening()
    if (file) removeInstance(file, secret)
    await server.close()
    await desk.close()
  }
  return { ended: end(), stop }
}

async function readState(desk: Desk): Promise<DeskState | null> {
  const answer = await desk.call('readDesk', {})
  return answer.ok ? (answer.output as DeskState) : null
}
