import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { testFolder } from '../../testing/test-book.ts'
import { prepareEmptyBook } from '../create-book.ts'
import { journalledTableNames } from '../journalled-tables.ts'
import { migrateBook, schemaVersion } from '../migrate-book.ts'
import { migrations } from './index.ts'

test.each([
  { version: 4, table: 'handover_note' },
  { version: 5, table: 'calendar_exception' },
  { version: 6, table: 'import_mapping' },
  { version: 11, table: 'event' },
])(
  'schema $version brings the empty, journalled table $table and leaves the counts alone',
  ({ version, table }) => {
    const path = join(testFolder(), 'before.portbook')
    const db = new Database(path)
    prepareEmptyBook(db, 'desk', version - 1, migrations.slice(0, version - 1))
    const count = ['hall', 'domestic', 'entry', '2025-02-03', 'morning', 95, null, 'Bus', 1, '45+50']
    db.prepare('INSERT INTO count VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').run(...count)
    const before = journalledTableNames(db)
    migrateBook(db, path, 1, migrations.slice(0, version))
    expect([schemaVersion(db), journalledTableNames(db).filter((name) => !before.includes(name))]).toEqual([
      version,
      [table],
    ])
    expect(db.prepare('SELECT * FROM count').raw().all()).toEqual([count])
    expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0)
    db.close()
  },
)
