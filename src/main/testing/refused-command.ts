import { expect } from 'vitest'
import type { CommandName, InputOf } from '../../shared/contract/index.ts'
import { allRows } from './all-rows.ts'
import type { TestBook } from './test-book.ts'

/** The code and details of the refusal of a command, which must change nothing; null where it is done. */
export async function refusal<Name extends CommandName>(book: TestBook, name: Name, input: InputOf<Name>) {
  const before = allRows(book.writer.db)
  const answer = await book.call(name, input)
  if (answer.ok) return null
  expect(allRows(book.writer.db)).toEqual(before)
  return [answer.error.code, answer.error.details]
}
