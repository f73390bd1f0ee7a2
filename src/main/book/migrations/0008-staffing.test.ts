import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { testFolder } from '../../testing/test-book.ts'
import { prepareEmptyBook } from '../create-book.ts'
import { journalledTableNames } from '../journalled-tables.ts'
import { migrateBook, schemaVersion } from '../migrate-book.ts'
import { migrations } from './index.ts'

test('staffing brings its empty tables, and the names of a book before say what they said and take channels too', () => {
  const path = join(testFolder(), 'before.portbook')
  const db = new Database(path)
  prepareEmptyBook(db, 'desk', 7, migrations.slice(0, 7))
  db.pragma('foreign_keys = ON')
  const name = ['checkpoint', 'hall', 'en', '0001-01-01', 'Hall']
  const put = 'INSERT INTO name VALUES (?, ?, ?, ?, ?)'
  db.prepare(put).run(...name)
  expect(() => db.prepare(put).run('channel', 'e1', 'en', '0001-01-01', 'E1')).toThrow(/CHECK/)
  const before = journalledTableNames(db)
  migrateBook(db, path, 1, migrations.slice(0, 8))
  const added = journalledTableNames(db).filter((table) => !before.includes(table))
  expect([schemaVersion(db), added, db.prepare('SELECT * FROM name').raw().all()]).toEqual([
    8,
    [
      'channel',
      'channel_outage',
      'departure',
      'deployment',
      'duty',
      'officer',
      'opening',
      'rota',
      'route',
      'service_time',
      'staffing_rule',
      'team',
      'team_member',
    ],
    [name],
  ])
  for (const table of added) expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0)
  db.prepare(put).run('channel', 'e1', 'en', '0001-01-01', 'E1')
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
  db.close()
})
