import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { contract, type InputOf, type OperationName, type OutputOf } from '../../shared/contract/index.ts'
import { type Answer, AppError } from '../../shared/errors.ts'
import type { PortFile } from '../../shared/port-file.ts'
import type { BookWriter } from '../book/batch.ts'
import { type OpenBook, openBook } from '../book/open-book.ts'
import { makeBook } from '../dispatch/make-book.ts'
import { isCommand } from '../dispatch/operation-names.ts'
import { runCommand, runQuery } from '../dispatch/run-operation.ts'
import { testPort } from './test-port.ts'

/** A real book in a folder of its own, opened in this thread. */
export interface TestBook {
  /** The folder that the book is in, for further files of the test. */
  folder: string
  path: string
  /** The open book's writer; another one after `reopen`. */
  readonly writer: BookWriter
  /** Runs one operation as dispatch does, holds its output against the contract, and answers what the window would get. */
  call<Name extends OperationName>(operation: Name, input: InputOf<Name>): Promise<Answer<OutputOf<Name>>>
  /** The output of an operation that must not be refused. @throws AppError */
  done<Name extends OperationName>(operation: Name, input: InputOf<Name>): Promise<OutputOf<Name>>
  reopen(): void
  close(): void
  /** Closes the book and removes its folder. */
  remove(): void
}

/** A temporary folder that is removed when the running test has finished. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'portbook-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A book that is removed when the running test has finished; call it inside a test or `beforeEach`. */
export function testBook(port: PortFile = testPort): TestBook {
  const book = makeTestBook(port)
  onTestFinished(() => book.remove())
  return book
}

/** A book that its caller removes: for `beforeAll`. */
export function makeTestBook(port: PortFile = testPort): TestBook {
  const folder = mkdtempSync(join(tmpdir(), 'portbook-test-'))
  const path = join(folder, 'test.portbook')
  makeBook(path, port)
  let open: OpenBook | null = openBook(path, 'test')
  const writer = (): BookWriter => {
    if (!open) throw new Error('the test book is closed')
    return open.writer
  }
  const close = (): void => {
    open?.close()
    open = null
  }
  let last: Promise<unknown> = Promise.resolve()
  const call: TestBook['call'] = <Name extends OperationName>(operation: Name, input: InputOf<Name>) => {
    const turn = last.then(async () => {
      const answer = isCommand(operation)
        ? await runCommand(writer(), operation, input)
        : await runQuery(writer().db, operation, input)
      if (answer.ok) contract[operation].output.parse(answer.output)
      return answer as Answer<OutputOf<Name>>
    })
    last = turn.catch(() => undefined)
    return turn
  }
  return {
    folder,
    path,
    get writer() {
      return writer()
    },
    call,
    done: async (operation, input) => {
      const answer = await call(operation, input)
      if (answer.ok) return answer.output
      throw new AppError(answer.error.code, answer.error.details)
    },
    reopen: () => {
      close()
      open = openBook(path, 'test')
    },
    close,
    remove: () => {
      close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
