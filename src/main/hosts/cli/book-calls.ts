import type { CommandName, InputOf, OutputOf, QueryName } from '../../../shared/contract/index.ts'
import { type Answer, AppError } from '../../../shared/errors.ts'
import { openBook, openBookToRead } from '../../book/open-book.ts'
import { runCommand, runQuery } from '../../dispatch/run-operation.ts'

/**
 * Runs one query on a book, beside whatever program has it open.
 * @param open `openBookToVerify` for a book whose journal may have been tampered with
 * @throws AppError
 */
export async function queryBook<Name extends QueryName>(
  path: string,
  operation: Name,
  input: InputOf<Name>,
  open = openBookToRead,
): Promise<OutputOf<Name>> {
  const db = open(path)
  try {
    return outputOf(await runQuery(db, operation, input)) as OutputOf<Name>
  } finally {
    db.close()
  }
}

/** Runs one command on a book that no other program has open. @throws AppError */
export async function commandBook<Name extends CommandName>(
  path: string,
  operation: Name,
  input: InputOf<Name>,
): Promise<OutputOf<Name>> {
  const book = openBook(path, 'portbook command line')
  try {
    return outputOf(await runCommand(book.writer, operation, input)) as OutputOf<Name>
  } finally {
    book.close()
  }
}

function outputOf(answer: Answer<unknown>): unknown {
  if (answer.ok) return answer.output
  throw new AppError(answer.error.code, answer.error.details)
}
