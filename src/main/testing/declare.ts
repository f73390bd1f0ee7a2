import type { DeclarationReceipt, DeclarationRecord } from '../../shared/contract/declarations.ts'
import { soundDeclaration } from './arbitrary-trade.ts'
import type { TestBook } from './test-book.ts'

let numbers = 0

/** A whole declaration with a number of its own, and with what is given changed. */
export function someDeclaration(change: Partial<DeclarationRecord> = {}): DeclarationRecord {
  numbers += 1
  return { ...soundDeclaration, number: `T${numbers}`, ...change }
}

/** Writes a draft. */
export function draft(book: TestBook, change: Partial<DeclarationRecord> = {}): Promise<DeclarationReceipt> {
  return book.done('saveDeclaration', {
    declaration: null,
    revision: null,
    record: someDeclaration(change),
  })
}

/** A declaration that went all the way in one day: drafted, registered, inspected and released. */
export async function released(
  book: TestBook,
  change: Partial<DeclarationRecord> = {},
): Promise<DeclarationReceipt> {
  const { date = soundDeclaration.date } = change
  const answered = { accepted: ['same-load' as const, 'value-unusual' as const, 'unit-unusual' as const] }
  let last = await draft(book, change)
  const next = () => ({ declaration: last.declaration, revision: last.revision })
  last = await book.done('registerDeclaration', { ...next(), date: null, ...answered })
  last = await book.done('inspectDeclaration', { ...next(), date, reason: null })
  return book.done('releaseDeclaration', { ...next(), date, clearedDate: null })
}
