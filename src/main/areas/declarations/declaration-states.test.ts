import { describe, expect, test } from 'vitest'
import { journalledRows } from '../../testing/all-rows.ts'
import { draft, released, someDeclaration } from '../../testing/declare.ts'
import { type TestBook, testBook } from '../../testing/test-book.ts'

const monday = '2025-02-03'
const tuesday = '2025-02-04'
const thursday = '2025-02-06'
const of = ({ declaration, revision }: { declaration: string; revision: number }) => ({
  declaration,
  revision,
})

async function inspected(book: TestBook, direction: 'import' | 'export' = 'import') {
  const saved = await draft(book, { direction, vehicles: [] })
  const registered = await book.done('registerDeclaration', { ...of(saved), date: null })
  return book.done('inspectDeclaration', { ...of(registered), date: tuesday, reason: 'seal intact' })
}

describe('a declaration', () => {
  test('goes from draft to release, each step with its date, and counts as an import on its release', async () => {
    const book = testBook()
    const record = someDeclaration()
    const saved = await book.done('saveDeclaration', { declaration: null, revision: null, record })
    const read = (id = saved.declaration) => book.done('readDeclaration', { declaration: id })
    const asDraft = await read()
    const registered = await book.done('registerDeclaration', { ...of(saved), date: null })
    const seen = await book.done('inspectDeclaration', {
      ...of(registered),
      date: tuesday,
      reason: 'seal intact',
    })
    await book.done('releaseDeclaration', { ...of(seen), date: thursday, clearedDate: null })
    expect(asDraft).toEqual({
      declaration: saved.declaration,
      revision: saved.revision,
      state: 'draft',
      amended: false,
      countedDate: null,
      accepted: [],
      record,
      events: [],
      hsCodes: ['unchecked'],
      totals: { netGrams: 20_000_000, valueMinor: 1_250_000 },
    })
    expect(await read()).toMatchObject({
      state: 'released',
      countedDate: thursday,
      record,
      events: [
        { kind: 'registered', date: monday, reason: null },
        { kind: 'inspected', date: tuesday, reason: 'seal intact' },
        { kind: 'released', date: thursday, reason: null },
      ],
    })
  })

  test('counts as an export on its clearance, which is the date of release until another is given', async () => {
    const book = testBook()
    const seen = await inspected(book, 'export')
    const out = await book.done('releaseDeclaration', { ...of(seen), date: tuesday, clearedDate: null })
    const counted = async () =>
      (await book.done('readDeclaration', { declaration: out.declaration })).countedDate
    const first = await counted()
    await book.done('clearExport', { ...of(out), date: thursday })
    const other = await inspected(book, 'export')
    const { declaration } = await book.done('releaseDeclaration', {
      ...of(other),
      date: tuesday,
      clearedDate: thursday,
    })
    const both = await book.done('readDeclaration', { declaration })
    expect([first, await counted(), both.countedDate, both.events.map(({ kind }) => kind)]).toEqual([
      tuesday,
      thursday,
      thursday,
      ['registered', 'inspected', 'released', 'cleared'],
    ])
  })

  test('that is refused or withdrawn counts no more and is final', async () => {
    const book = testBook()
    const refused = await book.done('refuseDeclaration', {
      ...of(await inspected(book)),
      date: tuesday,
      reason: 'wrong seal',
    })
    const out = await released(book)
    const withdrawn = await book.done('withdrawDeclaration', {
      ...of(out),
      date: tuesday,
      reason: 'entered twice',
    })
    const [one, two] = await Promise.all(
      [refused, withdrawn].map(({ declaration }) => book.done('readDeclaration', { declaration })),
    )
    expect([one?.state, one?.countedDate, two?.state, two?.countedDate]).toEqual([
      'refused',
      null,
      'withdrawn',
      null,
    ])
    const again = await book.call('inspectDeclaration', { ...of(refused), date: thursday, reason: null })
    expect(again).toMatchObject({
      ok: false,
      error: { code: 'declaration-state-impossible', details: { state: 'refused' } },
    })
    const [entry] = await book.done('readHistory', { entity: 'declaration', key: [refused.declaration] })
    expect(entry).toMatchObject({ operation: 'refuseDeclaration', reason: 'wrong seal' })
  })

  test('is amended after registration with a reason, which the journal keeps; nothing changed is no amendment', async () => {
    const book = testBook()
    const out = await released(book)
    const { record } = await book.done('readDeclaration', { declaration: out.declaration })
    const amendment = { ...of(out), date: tuesday, reason: 'weighed again' }
    const same = await book.done('amendDeclaration', { ...amendment, record })
    expect(same).toMatchObject({ batch: null, changed: 0, revision: out.revision })
    const lighter = { ...record, grossGrams: 20_500_000, vehicles: [] }
    await book.done('amendDeclaration', { ...amendment, record: lighter })
    const read = await book.done('readDeclaration', { declaration: out.declaration })
    expect(read).toMatchObject({
      state: 'released',
      amended: true,
      countedDate: monday,
      record: lighter,
    })
    expect(read.events.at(-1)).toEqual({ kind: 'amended', date: tuesday, reason: 'weighed again' })
    const [entry] = await book.done('readHistory', { entity: 'declaration', key: [out.declaration] })
    expect(entry).toMatchObject({ operation: 'amendDeclaration', reason: 'weighed again' })
  })
})

describe('a declaration is not', () => {
  test('released before it is inspected, nor on a date before its inspection', async () => {
    const book = testBook()
    const saved = await draft(book)
    const registered = await book.done('registerDeclaration', { ...of(saved), date: null })
    const early = await book.call('releaseDeclaration', {
      ...of(registered),
      date: tuesday,
      clearedDate: null,
    })
    const seen = await inspected(book)
    const before = await book.call('releaseDeclaration', { ...of(seen), date: monday, clearedDate: null })
    expect([early, before]).toEqual([
      { ok: false, error: { code: 'not-inspected', details: { declaration: saved.declaration } } },
      {
        ok: false,
        error: { code: 'state-date-early', details: { field: 'date', date: monday, last: tuesday } },
      },
    ])
  })

  test('cleared before its release, nor as an import, nor at all in the future', async () => {
    const book = testBook()
    const out = await inspected(book, 'export')
    const imported = await released(book)
    const codes = await Promise.all([
      book.call('releaseDeclaration', { ...of(out), date: thursday, clearedDate: tuesday }),
      book.call('clearExport', { ...of(imported), date: thursday }),
      book.call('releaseDeclaration', { ...of(out), date: '2999-01-01', clearedDate: null }),
    ])
    expect(codes.map((answer) => (answer.ok ? 'done' : answer.error.code))).toEqual([
      'state-date-early',
      'not-an-export',
      'date-ahead',
    ])
  })

  test('amended to a date after its registration, nor into the other direction', async () => {
    const book = testBook()
    const out = await released(book)
    const { record } = await book.done('readDeclaration', { declaration: out.declaration })
    const amending = (change: object) =>
      book.call('amendDeclaration', {
        ...of(out),
        date: thursday,
        reason: 'slip',
        record: { ...record, ...change },
      })
    expect([await amending({ date: tuesday }), await amending({ direction: 'export' })]).toEqual([
      { ok: false, error: { code: 'date-after-registration', details: { field: 'date', date: monday } } },
      { ok: false, error: { code: 'direction-fixed', details: { field: 'direction' } } },
    ])
  })

  test('written over what somebody else wrote meanwhile, and a draft is the only thing that is saved or removed', async () => {
    const book = testBook()
    const saved = await draft(book)
    const record = someDeclaration()
    await book.done('saveDeclaration', { ...of(saved), record })
    const late = await book.call('saveDeclaration', { ...of(saved), record: someDeclaration() })
    const out = await released(book)
    const saving = await book.call('saveDeclaration', { ...of(out), record: someDeclaration() })
    const removing = await book.call('removeDraft', of(out))
    const unknown = await book.call('readDeclaration', {
      declaration: '01948000-0000-7000-8000-ffffffffffff',
    })
    expect(
      [late, saving, removing, unknown].map((answer) => (answer.ok ? 'done' : answer.error.code)),
    ).toEqual([
      'declaration-changed-since',
      'declaration-not-draft',
      'declaration-not-draft',
      'unknown-declaration',
    ])
  })
})

test('a draft demands nothing but a date, a place and a direction, and is removed whole', async () => {
  const book = testBook()
  const before = journalledRows(book.writer.db).declaration
  const nothing = {
    ...{ number: null, tradeMode: null, transportMode: null, consignor: null, consignee: null },
    ...{ declarant: null, partner: null, incoterm: null, currency: null, packages: null, grossGrams: null },
  }
  const saved = await draft(book, { ...nothing, items: [], vehicles: [] })
  const whole = await book.done('saveDeclaration', {
    ...of(saved),
    record: someDeclaration({ number: 'X1' }),
  })
  await book.done('removeDraft', of(whole))
  const rows = journalledRows(book.writer.db)
  expect([rows.declaration, rows.declaration_item, rows.declaration_vehicle]).toEqual([before, [], []])
})

test('every step is undone and redone, back to nothing', async () => {
  const book = testBook()
  const out = await released(book)
  const { record } = await book.done('readDeclaration', { declaration: out.declaration })
  await book.done('amendDeclaration', {
    ...of(out),
    date: tuesday,
    reason: 'fewer',
    record: { ...record, packages: 19, vehicles: [] },
  })
  const whole = journalledRows(book.writer.db)
  const step = async (way: 'undo' | 'redo') => {
    const steps = await book.done('readUndoSteps', {})
    await book.done(way, { batch: steps[way]?.batch ?? 0 })
  }
  for (let steps = 0; steps < 5; steps += 1) await step('undo')
  expect(journalledRows(book.writer.db).declaration).toEqual([])
  for (let steps = 0; steps < 5; steps += 1) await step('redo')
  expect(journalledRows(book.writer.db)).toEqual(whole)
})

test('parties are found by any part of their name, those that begin with it first, by use', async () => {
  const book = testBook()
  await draft(book, { consignor: 'ТОО «Алтай Агро»', consignee: '新疆粮油' })
  await draft(book, { consignor: 'Алтай Экспорт', consignee: '新疆粮油' })
  await draft(book, { consignor: 'Алтай Экспорт', consignee: 'Beijing Feed', declarant: '新疆粮油' })
  const find = async (text: string, role: 'consignor' | 'consignee' | null = null) =>
    (await book.done('findParties', { text, role })).map(
      ({ name, declarations }) => `${name} ${declarations}`,
    )
  expect([
    await find('алтай'),
    await find('新疆'),
    await find('新疆', 'consignee'),
    await find('feed', 'consignor'),
    await find('%'),
  ]).toEqual([['Алтай Экспорт 2', 'ТОО «Алтай Агро» 1'], ['新疆粮油 3'], ['新疆粮油 2'], [], []])
})

test('undo does not bring back a number that another declaration has got meanwhile', async () => {
  const book = testBook()
  const saved = await draft(book, { number: 'A-1' })
  const record = someDeclaration({ number: 'A-2' })
  const { batch } = await book.done('saveDeclaration', { ...of(saved), record })
  const other = book.writer.begin({ operation: 'signShift', at: 1, person: null, undoes: 1 })
  other.put('declaration', ['01948000-0000-7000-8000-ffffffffffff'], {
    ...{ number: 'A-1', date: monday, checkpoint: 'yard', direction: 'import', state: 'draft', revision: 1 },
  })
  other.commit()
  const before = journalledRows(book.writer.db)
  expect(await book.call('undo', { batch: batch ?? 0 })).toMatchObject({
    ok: false,
    error: { code: 'undo-changed-since', details: { key: 'A-1' } },
  })
  expect(journalledRows(book.writer.db)).toEqual(before)
})

test('a checkpoint with declarations is ended, not removed, and takes none outside its dates', async () => {
  const book = testBook()
  await draft(book)
  const yard = { checkpoint: 'yard', kind: 'cargo' as const, directions: ['entry' as const, 'exit' as const] }
  const removing = await book.call('removeCheckpoint', { checkpoint: 'yard' })
  const early = await book.call('changeCheckpoint', { ...yard, from: null, to: '2025-02-02' })
  await book.done('changeCheckpoint', { ...yard, from: null, to: '2025-02-03' })
  const late = await draft(book, { date: tuesday, vehicles: [] })
  const registering = await book.call('registerDeclaration', { ...of(late), date: null })
  expect(
    [removing, early, registering].map((answer) =>
      answer.ok ? 'done' : [answer.error.code, answer.error.details],
    ),
  ).toEqual([
    ['has-figures', { first: monday, last: monday }],
    ['figures-outside', { first: monday, last: monday }],
    ['checkpoint-not-in-service', { field: 'checkpoint', checkpoint: 'yard', date: tuesday }],
  ])
})
