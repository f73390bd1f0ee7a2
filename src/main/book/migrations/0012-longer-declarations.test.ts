import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { testFolder } from '../../testing/test-book.ts'
import { prepareEmptyBook } from '../create-book.ts'
import { migrateBook, schemaVersion } from '../migrate-book.ts'
import { migrations } from './index.ts'

const item = ['one', 3, '12060010', '葵花籽', 7_000_000, 'kg', null, null, 20_000, 125, 'KZ', 'CN']
const marks = item.map(() => '?').join()

test('items of a book before stay as they are, are counted once and found at their places', () => {
  const path = join(testFolder(), 'before.portbook')
  const db = new Database(path)
  prepareEmptyBook(db, 'desk', 11, migrations.slice(0, 11))
  db.exec(`
    INSERT INTO checkpoint VALUES ('yard', 'cargo', '[]', 1, '0001-01-01', '9999-12-31');
    INSERT INTO declaration (id, date, checkpoint, direction, state, revision)
      VALUES ('one', '2025-02-03', 'yard', 'import', 'draft', 1)`)
  db.prepare(`INSERT INTO declaration_item VALUES (${marks})`).run(...item)
  migrateBook(db, path, 1, migrations.slice(0, 12))
  const read = () => ({
    version: schemaVersion(db),
    items: db.prepare('SELECT * FROM declaration_item').raw().all(),
    uses: db.prepare('SELECT * FROM hs_code_use').raw().all(),
    found: db
      .prepare("SELECT rowid % 4096 FROM declaration_search WHERE declaration_search MATCH '12060010'")
      .pluck()
      .all(),
    due: db.prepare('SELECT count(*) FROM declaration_search_due').pluck().get(),
  })
  expect(read()).toEqual({
    ...{ version: 12, items: [item], uses: [['12060010', 1, '2025-02-03']], found: [3], due: 0 },
  })
  const lone = item.with(1, 4).with(4, null).with(2, '080810')
  db.prepare(`INSERT INTO declaration_item VALUES (${marks})`).run(...lone)
  expect([read().uses, read().due]).toEqual([
    [
      ['080810', 1, '2025-02-03'],
      ['12060010', 1, '2025-02-03'],
    ],
    1,
  ])
  db.close()
})
