import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { journalledRows } from '../../testing/all-rows.ts'
import { draft, someDeclaration } from '../../testing/declare.ts'
import { testBook, testFolder } from '../../testing/test-book.ts'
import { prepareEmptyBook } from '../create-book.ts'
import { journalledTableNames } from '../journalled-tables.ts'
import { migrateBook, schemaVersion } from '../migrate-book.ts'
import { rebuildBook } from '../rebuild-book.ts'
import { migrations } from './index.ts'

test('a book before gets the empty tables of trade; the tariff and what triggers count are not journalled', () => {
  const path = join(testFolder(), 'before.portbook')
  const db = new Database(path)
  prepareEmptyBook(db, 'desk', 8, migrations.slice(0, 8))
  db.prepare("INSERT INTO name VALUES ('line', 'domestic', 'en', '0001-01-01', 'Domestic')").run()
  const before = journalledTableNames(db)
  migrateBook(db, path, 1, migrations.slice(0, 9))
  const added = journalledTableNames(db).filter((name) => !before.includes(name))
  expect([schemaVersion(db), added]).toEqual([
    9,
    [
      'commodity_group',
      'declaration',
      'declaration_event',
      'declaration_item',
      'declaration_number_format',
      'declaration_vehicle',
      'exchange_rate',
      'expected_goods',
      'group_prefix',
      'qualification',
      'reporting_currency',
      'saved_view',
    ],
  ])
  for (const table of [...added, 'tariff_edition', 'tariff_line', 'hs_code_use', 'party_use']) {
    expect([table, db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()]).toEqual([table, 0])
  }
  expect(db.prepare('SELECT text FROM name').pluck().all()).toEqual(['Domestic'])
  db.close()
})

test('how often a code and a party stand in the book follows every change, and a rebuild counts them again', async () => {
  const book = testBook()
  const uses = (db: Database.Database) => ({
    codes: db.prepare('SELECT * FROM hs_code_use ORDER BY hs_code').raw().all(),
    parties: db.prepare("SELECT * FROM party_use WHERE role = 'consignor' ORDER BY name").raw().all(),
  })
  const saved = await draft(book, { consignor: 'Altai' })
  await draft(book, { consignor: 'Altai', date: '2025-02-05' })
  const both = uses(book.writer.db)
  const other = someDeclaration({ consignor: 'Tarim' })
  const [item] = other.items
  const apples = { ...other, items: item ? [{ ...item, hsCode: '080810' }, item] : [] }
  const { declaration, revision } = saved
  const again = await book.done('saveDeclaration', { declaration, revision, record: apples })
  const changed = uses(book.writer.db)
  const target = join(book.folder, 'rebuilt.portbook')
  rebuildBook(book.writer.db, target)
  const rebuilt = new Database(target, { readonly: true })
  expect([uses(rebuilt), journalledRows(rebuilt)]).toEqual([changed, journalledRows(book.writer.db)])
  rebuilt.close()
  await book.done('removeDraft', { declaration, revision: again.revision })
  expect([both, changed, uses(book.writer.db)]).toEqual([
    { codes: [['12060010', 2, '2025-02-05']], parties: [['consignor', 'Altai', 2, '2025-02-05']] },
    {
      codes: [
        ['080810', 1, '2025-02-03'],
        ['12060010', 2, '2025-02-05'],
      ],
      parties: [
        ['consignor', 'Altai', 1, '2025-02-05'],
        ['consignor', 'Tarim', 1, '2025-02-03'],
      ],
    },
    { codes: [['12060010', 1, '2025-02-05']], parties: [['consignor', 'Altai', 1, '2025-02-05']] },
  ])
})
