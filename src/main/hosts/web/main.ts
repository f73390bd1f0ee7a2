import path from 'node:path'
import { startDesk } from '../../dispatch/desk.ts'
import { keepLastBook, readLastBook } from '../../dispatch/last-book.ts'
import { userFolders } from './folders.ts'
import { runHost } from './host.ts'
import { graceMs, hasDisplay, readOptions, type WebOptions } from './options.ts'

function optionsOrExit(): WebOptions {
  try {
    return readOptions(process.argv.slice(2))
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    process.exit(2)
  }
}

const options = optionsOrExit()
const folders = userFolders()
/** Settles with the first signal; it may come before the host is up. */
const told = new Promise<void>((resolve) => {
  let firstAtMs: number | null = null
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      const nowMs = Date.now()
      firstAtMs ??= nowMs
      // One Ctrl+C may come twice, from the terminal and through npm. Whoever asks again a second later does not want
      // to wait; the book survives that as it survives a power cut.
      if (nowMs - firstAtMs > 1_000) process.exit(1)
      resolve()
    })
  }
})

// Places in the built program, seen from `out/main`: built, it starts in a fraction of the time that its sources take.
const host = await runHost({
  book: options.book === null ? readLastBook(folders.config) : path.resolve(options.book),
  stateFolder: folders.state,
  rendererFolder: new URL('../renderer/', import.meta.url),
  withBrowser: options.browser && hasDisplay(),
  grace: { afterLastMs: graceMs(process.env, 10_000), forFirstMs: 5 * 60_000 },
  async startDesk(book) {
    const desk = await startDesk({
      book,
      booksFolder: folders.books,
      settingsFolder: folders.config,
      threadScript: new URL('./book-thread.js', import.meta.url),
      program: 'web',
    })
    await keepLastBook(desk, folders.config)
    return desk
  },
})

told.then(() => host.stop())
await host.ended
process.exit(0)
