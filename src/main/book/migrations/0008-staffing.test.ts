import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { journalledRows } from '../../testing/all-rows.ts'
import { testFolder } from '../../testing/test-book.ts'
import { BookWriter } from '../batch.ts'
import { prepareEmptyBook } from '../create-book.ts'
import { journalledTableNames } from '../journalled-tables.ts'
import { migrateBook, schemaVersion } from '../migrate-book.ts'
import { rebuildBook } from '../rebuild-book.ts'
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

test('a book that was begun before staffing and has channels since is made again from its journal, names and all', () => {
  const folder = testFolder()
  const path = join(folder, 'before.portbook')
  const db = new Database(path)
  prepareEmptyBook(db, 'desk', 7, migrations.slice(0, 7))
  const first = new BookWriter(db).begin({ operation: 'createBook', at: 1, person: null })
  first.note('schema', ['version'], null, { version: 7 })
  const always = { from_date: '0001-01-01', to_date: '9999-12-31' }
  first.put('checkpoint', ['hall'], { kind: 'passengers', directions: '["entry"]', position: 0, ...always })
  first.put('name', ['checkpoint', 'hall', 'en', '0001-01-01'], { text: 'Hall' })
  first.commit()
  migrateBook(db, path, 2, migrations)
  const later = new BookWriter(db).begin({ operation: 'addChannel', at: 3, person: null })
  const channel = { checkpoint: 'hall', kind: 'manual', directions: '["entry"]', position: 0, ...always }
  later.put('channel', ['e1'], channel)
  later.put('name', ['channel', 'e1', 'en', '0001-01-01'], { text: 'E1' })
  later.put('opening', ['id'], {
    checkpoint: 'hall',
    date: '2025-02-03',
    shift: 'day',
    channel: 'e1',
    plan: 'actual',
    direction: 'entry',
    starts_minute: 600,
  })
  later.put('duty', ['id', '061234', 600], { role: 'inspector' })
  later.commit()
  rebuildBook(db, join(folder, 'again.portbook'))
  const again = new Database(join(folder, 'again.portbook'), { readonly: true })
  expect(journalledRows(again)).toEqual(journalledRows(db))
  again.close()
  expect(() => db.exec("DELETE FROM channel WHERE code = 'e1'")).toThrow(/can only be ended/)
  db.close()
})
