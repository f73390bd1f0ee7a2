import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { refusalOf } from '../../testing/refusal.ts'
import { testBook, testFolder } from '../../testing/test-book.ts'
import { prepareEmptyBook } from '../create-book.ts'
import { migrateBook, schemaVersion } from '../migrate-book.ts'
import { openBookToRead } from '../open-book.ts'
import { migrations } from './index.ts'

test('counts of a first book keep what they say and have no parts', () => {
  const path = join(testFolder(), 'first.portbook')
  const db = new Database(path)
  prepareEmptyBook(db, 'desk', 1)
  db.exec(
    "INSERT INTO count VALUES ('hall', 'domestic', 'entry', '2025-02-03', 'morning', 95, NULL, 'Bus', 1)",
  )
  migrateBook(db, path, 1, migrations.slice(0, 2))
  expect([schemaVersion(db), db.prepare('SELECT * FROM count').raw().all()]).toEqual([
    2,
    [['hall', 'domestic', 'entry', '2025-02-03', 'morning', 95, null, 'Bus', 1, null]],
  ])
  db.close()
})

test('a reader asks for the program that brings an older book up to date, instead of misreading it', () => {
  const book = testBook()
  book.close()
  const db = new Database(book.path)
  db.pragma('user_version = 1')
  db.close()
  expect(refusalOf(() => openBookToRead(book.path))).toMatchObject({
    code: 'book-older',
    details: { book: 1 },
  })
})
