import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { testFolder } from '../../testing/test-book.ts'
import { prepareEmptyBook } from '../create-book.ts'
import { migrateBook, schemaVersion } from '../migrate-book.ts'
import { migrations } from './index.ts'

test('goods are read in the order of their weight and of their value from the index alone, those of a book before too', () => {
  const path = join(testFolder(), 'before.portbook')
  const db = new Database(path)
  prepareEmptyBook(db, 'desk', 12, migrations.slice(0, 12))
  db.exec(`
    INSERT INTO checkpoint VALUES ('yard', 'cargo', '[]', 1, '0001-01-01', '9999-12-31');
    INSERT INTO declaration (id, date, checkpoint, direction, state, revision)
      VALUES ('one', '2025-02-03', 'yard', 'import', 'draft', 1);
    INSERT INTO declaration_item (declaration, position, hs_code, net_grams, value_minor)
      VALUES ('one', 1, '12060010', 7, 1), ('one', 2, NULL, 5, 4), ('one', 3, '12060090', NULL, 3)`)
  const inOrderOf = (column: string) => {
    const sql = `SELECT position FROM declaration_item WHERE +hs_code >= '12' AND +hs_code < '12:'
      ORDER BY ${column}, declaration, position`
    const [step] = db.prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all()
    return [step?.detail, db.prepare(sql).pluck().all()]
  }
  const before = [inOrderOf('net_grams'), inOrderOf('value_minor')]
  migrateBook(db, path, 1, migrations.slice(0, 13))
  expect([before, schemaVersion(db), inOrderOf('net_grams'), inOrderOf('value_minor')]).toEqual([
    [
      ['SCAN declaration_item USING INDEX declaration_item_by_net', [3, 1]],
      ['SCAN declaration_item USING INDEX declaration_item_by_value', [1, 3]],
    ],
    13,
    ['SCAN declaration_item USING COVERING INDEX declaration_item_by_net', [3, 1]],
    ['SCAN declaration_item USING COVERING INDEX declaration_item_by_value', [1, 3]],
  ])
  db.close()
})
