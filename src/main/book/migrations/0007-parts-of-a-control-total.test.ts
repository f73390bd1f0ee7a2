import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { testFolder } from '../../testing/test-book.ts'
import { prepareEmptyBook } from '../create-book.ts'
import { migrateBook, schemaVersion } from '../migrate-book.ts'
import { migrations } from './index.ts'

test('control totals of a book before keep what they say and have no parts', () => {
  const path = join(testFolder(), 'before.portbook')
  const db = new Database(path)
  prepareEmptyBook(db, 'desk', 6, migrations.slice(0, 6))
  const total = ['hall', 'entry', 'persons', '2025-02-03', 'morning', 236]
  db.prepare('INSERT INTO control_total VALUES (?, ?, ?, ?, ?, ?)').run(...total)
  migrateBook(db, path, 1, migrations.slice(0, 7))
  expect([schemaVersion(db), db.prepare('SELECT * FROM control_total').raw().all()]).toEqual([
    7,
    [[...total, null]],
  ])
  db.close()
})
