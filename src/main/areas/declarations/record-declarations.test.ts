import { expect, test } from 'vitest'
import type { DeclarationEvent } from '../../../shared/contract/declarations.ts'
import { journalledRows } from '../../testing/all-rows.ts'
import { someDeclaration } from '../../testing/declare.ts'
import { testBook } from '../../testing/test-book.ts'

const event = (kind: DeclarationEvent['kind'], date: string, reason: string | null = null) => ({
  kind,
  date,
  reason,
})
const monday = '2025-02-03'
const tuesday = '2025-02-04'
const friday = '2025-02-07'

test('declarations of another system come as far as it took them, in one batch that is undone as one', async () => {
  const book = testBook()
  const known = (events: DeclarationEvent[], direction: 'import' | 'export' = 'import') => ({
    record: someDeclaration({ direction, vehicles: [] }),
    events: [event('registered', monday), ...events],
  })
  const before = journalledRows(book.writer.db)
  const { batch } = await book.done('recordDeclarations', {
    declarations: [
      known([]),
      known([event('released', tuesday)]),
      known([event('inspected', tuesday), event('released', tuesday), event('cleared', friday)], 'export'),
      known([event('released', tuesday)], 'export'),
      known([event('amended', tuesday, 'weight'), event('withdrawn', friday, 'twice')]),
    ],
  })
  const rows = book.writer.db
    .prepare('SELECT state, released_date, cleared_date, counted_date, amended FROM declaration ORDER BY id')
    .raw()
    .all()
  await book.done('undo', { batch: batch ?? 0 })
  expect([rows, journalledRows(book.writer.db)]).toEqual([
    [
      ['registered', null, null, null, null],
      ['released', tuesday, null, tuesday, null],
      ['released', tuesday, friday, friday, null],
      ['released', tuesday, tuesday, tuesday, null],
      ['withdrawn', null, null, null, 1],
    ],
    before,
  ])
})

test.each<[string, DeclarationEvent[], string, string]>([
  ['without registration', [event('released', monday)], 'events-impossible', 'events.0'],
  [
    'inspected after release',
    [event('registered', monday), event('released', monday), event('inspected', tuesday)],
    'events-impossible',
    'events.2',
  ],
  [
    'released on a date before its inspection',
    [event('registered', monday), event('inspected', friday), event('released', tuesday)],
    'state-date-early',
    'events.2',
  ],
  [
    'refused without a reason',
    [event('registered', monday), event('refused', monday)],
    'events-impossible',
    'events.1',
  ],
  [
    'cleared as an import',
    [event('registered', monday), event('released', monday), event('cleared', monday)],
    'not-an-export',
    'events.2',
  ],
  ['to come', [event('registered', '2999-01-01')], 'date-ahead', 'events.0'],
])('one %s refuses all of them and says which it is', async (_, events, code, field) => {
  const book = testBook()
  const before = journalledRows(book.writer.db)
  const answer = await book.call('recordDeclarations', {
    declarations: [
      { record: someDeclaration({ vehicles: [] }), events: [event('registered', monday)] },
      { record: someDeclaration({ vehicles: [] }), events },
    ],
  })
  expect(answer).toMatchObject({ ok: false, error: { code, details: { field, index: 1 } } })
  expect(journalledRows(book.writer.db)).toEqual(before)
})
