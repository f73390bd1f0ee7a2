import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { Connection } from '../../book/connection.ts'
import { rebuildBook } from '../../book/rebuild-book.ts'
import { journalledRows } from '../../testing/all-rows.ts'
import { soundDeclaration } from '../../testing/arbitrary-trade.ts'
import { makeTestBook, type TestBook } from '../../testing/test-book.ts'

// Many runs, on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const accepted = ['value-unusual' as const, 'same-load' as const, 'unit-unusual' as const]
const dates = ['2025-02-03', '2025-02-04', '2025-02-05'] as const
const [item] = soundDeclaration.items

const step = fc.record({
  what: fc.constantFrom(
    ...[
      'save',
      'save',
      'register',
      'register',
      'inspect',
      'inspect',
      'release',
      'release',
      'clear',
      'refuse',
    ],
    ...['withdraw', 'amend', 'remove', 'undo', 'undo', 'redo'],
  ),
  which: fc.nat({ max: 3 }),
  date: fc.constantFrom(...dates),
  direction: fc.constantFrom('import' as const, 'export' as const),
  party: fc.constantFrom('Altai', 'Tarim', null),
  codes: fc.array(fc.constantFrom('12060010', '080810', '87038000'), { minLength: 1, maxLength: 3 }),
})

interface Known {
  id: string
  revision: number
}

function declarationsOf({ writer: { db } }: TestBook): Known[] {
  return db.prepare<[], Known>('SELECT id, revision FROM declaration ORDER BY number').all()
}

/** Takes a step, whatever it answers. */
async function take(
  book: TestBook,
  { what, which, date, direction, party, codes }: typeof step extends fc.Arbitrary<infer S> ? S : never,
) {
  const record = {
    ...soundDeclaration,
    ...{ number: `N${which}`, date: what === 'amend' ? date : dates[0], direction, consignor: party },
    items: codes.map((hsCode) => ({ ...item, hsCode, netGrams: 1_000, quantity: null, valueMinor: 1 })),
  } as typeof soundDeclaration
  const known = declarationsOf(book).find((_, index) => index === which)
  if (what === 'undo' || what === 'redo') {
    const steps = await book.done('readUndoSteps', {})
    await book.call(what, { batch: steps[what]?.batch ?? 0 })
  } else if (what === 'save') {
    const place = known ? { declaration: known.id, revision: known.revision } : null
    await book.call('saveDeclaration', { ...(place ?? { declaration: null, revision: null }), record })
  } else if (known) {
    const of = { declaration: known.id, revision: known.revision }
    const reason = 'because'
    if (what === 'register') await book.call('registerDeclaration', { ...of, date: null, accepted })
    else if (what === 'inspect') await book.call('inspectDeclaration', { ...of, date, reason: null })
    else if (what === 'release') await book.call('releaseDeclaration', { ...of, date, clearedDate: null })
    else if (what === 'clear') await book.call('clearExport', { ...of, date })
    else if (what === 'refuse') await book.call('refuseDeclaration', { ...of, date, reason })
    else if (what === 'withdraw') await book.call('withdrawDeclaration', { ...of, date, reason })
    else if (what === 'amend') await book.call('amendDeclaration', { ...of, date, reason, record, accepted })
    else await book.call('removeDraft', of)
  }
}

/** Rows that break what must hold of every declaration. */
function broken(db: Connection): unknown[] {
  return db
    .prepare(
      `SELECT 'counted', id FROM declaration WHERE counted_date IS NOT
         CASE WHEN state <> 'released' THEN NULL WHEN direction = 'import' THEN released_date ELSE cleared_date END
       UNION ALL SELECT 'without items', id FROM declaration
         WHERE NOT EXISTS (SELECT 1 FROM declaration_item WHERE declaration = id)
       UNION ALL SELECT 'amended', id FROM declaration WHERE (amended IS NOT NULL) <>
         EXISTS (SELECT 1 FROM declaration_event WHERE declaration = id AND kind = 'amended')
       UNION ALL SELECT 'registered early', id FROM declaration JOIN declaration_event AS event
         ON event.declaration = id WHERE event.date < declaration.date
       UNION ALL SELECT 'codes', hs_code FROM (
         SELECT hs_code, items FROM hs_code_use EXCEPT
         SELECT hs_code, count(*) FROM declaration_item GROUP BY hs_code)
       UNION ALL SELECT 'parties', name FROM (
         SELECT name, declarations FROM party_use WHERE role = 'consignor' EXCEPT
         SELECT consignor, count(*) FROM declaration GROUP BY consignor)`,
    )
    .raw()
    .all()
}

test('after any walk of steps, undone or not, what is counted is what was released, and a rebuild says the same', async () => {
  const states = new Set<unknown>()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), async (steps) => {
      const book = makeTestBook()
      try {
        for (const taken of steps) await take(book, taken)
        const { db } = book.writer
        expect(broken(db)).toEqual([])
        for (const state of db.prepare('SELECT state FROM declaration').pluck().all()) states.add(state)
        const target = join(book.folder, 'rebuilt.portbook')
        rebuildBook(db, target)
        const rebuilt = new Database(target, { readonly: true })
        expect(journalledRows(rebuilt)).toEqual(journalledRows(db))
        expect(broken(rebuilt)).toEqual([])
        rebuilt.close()
      } finally {
        book.remove()
      }
    }),
    { numRuns: 40, seed: 20_261_121 },
  )
  expect([...states].toSorted()).toEqual([
    'draft',
    'inspected',
    'refused',
    'registered',
    'released',
    'withdrawn',
  ])
})
