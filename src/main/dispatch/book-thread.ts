import { parentPort, workerData } from 'node:worker_threads'
import type { Answer } from '../../shared/errors.ts'
import { checkPages } from '../book/check-book.ts'
import { type Connection, openWriter } from '../book/connection.ts'
import { copyBook } from '../book/copy-book.ts'
import { cancelJob, type JobNews } from '../book/jobs.ts'
import { moveLog } from '../book/log-moving.ts'
import { openBook, openBookToRead } from '../book/open-book.ts'
import { translateFailure } from '../book/sqlite-errors.ts'
import { errorReport } from './error-report.ts'
import { runCommand, runQuery } from './run-operation.ts'
import type { FromThread, ThreadSetup, ToThread } from './thread-messages.ts'

/** One thread of an open book: the writer, which holds it, or a reader with a connection of its own. */

const setup = workerData as ThreadSetup
const port = parentPort
if (!port) throw new Error('book-thread runs as a worker only')
const tell = (message: FromThread): void => port.postMessage(message)

const tellNews = (news: JobNews): void => tell({ kind: 'progress', news })

interface Opened {
  run(operation: string, input: unknown): Promise<Answer<unknown>>
  logMoved?(): void
  close(): void
}

port.once('message', () => {
  try {
    serve(open())
  } catch (error) {
    tell({ kind: 'failed', error: errorReport(error) })
  }
})

function open(): Opened {
  if (setup.role === 'writer') {
    const book = openBook(setup.path, setup.program)
    // Told behind the answer.
    book.writer.log.onLongLog = () => setImmediate(() => tell({ kind: 'long-log' }))
    return {
      run: (operation, input) => runCommand(book.writer, operation, input, Date.now(), tellNews),
      logMoved: () => book.writer.log.moved(),
      close: () => book.close(),
    }
  }
  if (setup.role === 'log-mover') {
    const db = openWriter(setup.path)
    return { run: async () => moved(db), close: () => db.close() }
  }
  if (setup.role === 'copier') {
    copyBook(setup.path, setup.copy)
    return { run: async () => ({ ok: true, output: null }), close: () => undefined }
  }
  const db = openBookToRead(setup.path)
  if (setup.role === 'checker') checkPages(db, setup.path)
  return { run: (operation, input) => runQuery(db, operation, input, tellNews), close: () => db.close() }
}

function moved(db: Connection): Answer<boolean> {
  try {
    return { ok: true, output: moveLog(db) }
  } catch (error) {
    return { ok: false, error: errorReport(translateFailure(error, setup.path)) }
  }
}

/** Answers one call after the other, in the order in which they came. */
function serve(book: Opened): void {
  let last: Promise<void> = Promise.resolve()
  port?.on('message', (message: ToThread) => {
    if (message.kind === 'cancel') {
      cancelJob(message.job)
      return
    }
    if (message.kind === 'log-moved') {
      book.logMoved?.()
      return
    }
    last = last.then(async () => {
      if (message.kind === 'call') {
        tell({ kind: 'answer', id: message.id, answer: await book.run(message.operation, message.input) })
      }
      if (message.kind === 'close') {
        book.close()
        port?.close()
      }
    })
  })
  tell({ kind: 'opened' })
}
