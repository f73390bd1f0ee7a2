import { z } from 'zod'
import { contract } from '../../shared/contract/index.ts'
import { type Answer, AppError } from '../../shared/errors.ts'
import type { BookWriter } from '../book/batch.ts'
import { refuseBookAt } from '../book/book-location.ts'
import type { Connection } from '../book/connection.ts'
import type { CommandContext, QueryContext } from '../book/handlers.ts'
import { translateFailure } from '../book/sqlite-errors.ts'
import { authorise } from './authorise.ts'
import { errorReport } from './error-report.ts'
import { type BookOperation, handlers } from './handlers.ts'
import { isOperation } from './operation-names.ts'

type Handler<Context> = (context: Context, input: unknown) => unknown

type Tell = QueryContext['tell']
const toNobody: Tell = () => undefined

/**
 * Runs a query on a connection that only reads: validate → authorise → run → translate errors.
 * All its statements see the book as it was at one instant, so that the parts of a report agree.
 */
export async function runQuery(
  db: Connection,
  operation: string,
  input: unknown,
  tell: Tell = toNobody,
): Promise<Answer<unknown>> {
  return answering(db.name, async () => {
    const { name, parsed } = admit(operation, 'query', input)
    refuseBookAsTarget(parsed, db.name)
    const handler = handlers[name] as Handler<QueryContext>
    // The first read fixes the instant.
    db.exec('BEGIN; SELECT number FROM desk')
    try {
      return await handler({ db, now: Date.now(), tell }, parsed)
    } finally {
      if (db.inTransaction) db.exec('COMMIT')
    }
  })
}

/**
 * Runs a command as one batch: all of it is on disk when this answers, or nothing is.
 * @param now the instant it is given; another than this moment only where a sample book's past is invented
 */
export async function runCommand(
  writer: BookWriter,
  operation: string,
  input: unknown,
  now = Date.now(),
  tell: Tell = toNobody,
): Promise<Answer<unknown>> {
  return answering(writer.db.name, async () => {
    const { name, parsed } = admit(operation, 'command', input)
    const handler = handlers[name] as Handler<CommandContext>
    const batch = writer.begin({ operation: name, at: now, person: null })
    try {
      const output = await handler({ db: writer.db, now, batch, tell }, parsed)
      batch.commit()
      return output
    } catch (error) {
      batch.abandon()
      throw error
    }
  })
}

/** A connection that only reads knows no commands, and the writer no queries: neither is there for it. */
function admit(
  operation: string,
  kind: 'query' | 'command',
  input: unknown,
): { name: BookOperation; parsed: unknown } {
  if (!isOperation(operation) || !Object.hasOwn(handlers, operation) || contract[operation].kind !== kind) {
    throw new AppError('unknown-operation', { operation })
  }
  authorise(operation, null)
  return { name: operation as BookOperation, parsed: contract[operation].input.parse(input) }
}

/** An export never takes the place of a book. @throws AppError book-exists */
function refuseBookAsTarget(parsed: unknown, bookPath: string): void {
  const target = z.object({ file: z.string() }).safeParse(parsed)
  if (target.success) refuseBookAt(target.data.file, bookPath)
}

/** Expected failures become codes of the closed list; anything else is a bug: logged, and shown without internals. */
async function answering(path: string, work: () => Promise<unknown>): Promise<Answer<unknown>> {
  try {
    return { ok: true, output: await work() }
  } catch (error) {
    return { ok: false, error: errorReport(translateFailure(error, path)) }
  }
}
