import { describe, expect, test } from 'vitest'
import { journalledRows } from '../../testing/all-rows.ts'
import { signShift } from '../../testing/sign-shift.ts'
import { type TestBook, testBook } from '../../testing/test-book.ts'
import { notesOfShifts } from './notes.sql.ts'

const monday = '2025-02-03'
const tuesday = '2025-02-04'
const at = (date: string, shift: string, checkpoint = 'hall') => ({ checkpoint, date, shift })
const morning = at(monday, 'morning')
const afternoon = at(monday, 'afternoon')
const night = at(monday, 'night')

async function write(book: TestBook, place: ReturnType<typeof at>, text: string, openItem = false) {
  return book.done('writeNote', { ...place, text, openItem })
}

async function noteIn(book: TestBook, place: ReturnType<typeof at>, text: string) {
  const { own, carried } = await book.done('readNotes', place)
  const note = [...carried, ...own].find((each) => each.text === text)
  if (!note) throw new Error(`no note ${text}`)
  return note
}

/** What a shift is shown: `own` and `carried` texts, each with who settled it. */
async function shown(book: TestBook, place: ReturnType<typeof at>) {
  const notes = await book.done('readNotes', place)
  const said = (list: typeof notes.own) =>
    list.map(({ text, from, settledIn }) =>
      [text, `${from.date} ${from.shift}`, settledIn && `${settledIn.date} ${settledIn.shift}`]
        .filter(Boolean)
        .join(' | '),
    )
  return { carried: said(notes.carried), own: said(notes.own) }
}

describe('notes of a shift', () => {
  test('are its own in the order of writing; the day shows those of all its shifts', async () => {
    const book = testBook()
    await write(book, afternoon, 'E1 works again')
    await write(book, morning, 'E1 is being repaired\r\nuntil 12:00\t ')
    await write(book, morning, 'Second')
    await write(book, at(monday, 'morning', 'hall'), 'Third')
    await write(book, at(monday, 'day', 'yard'), 'Of the yard')
    expect({
      morning: await book.done('readNotes', morning),
      day: await shown(book, at(monday, 'day')),
      yard: await shown(book, at(monday, 'day', 'yard')),
      span: notesOfShifts(book.writer.db, 'hall', monday, monday).map((note) => `${note.shift} ${note.text}`),
    }).toEqual({
      morning: {
        carried: [],
        own: ['E1 is being repaired\nuntil 12:00', 'Second', 'Third'].map((text) => ({
          id: expect.any(String),
          text,
          from: { date: monday, shift: 'morning', names: { en: 'Morning' } },
          openItem: false,
          settledIn: null,
        })),
        editable: true,
      },
      day: {
        carried: [],
        own: [
          `E1 is being repaired\nuntil 12:00 | ${monday} morning`,
          `Second | ${monday} morning`,
          `Third | ${monday} morning`,
          `E1 works again | ${monday} afternoon`,
        ],
      },
      yard: { carried: [], own: [`Of the yard | ${monday} day`] },
      span: [
        'afternoon E1 works again',
        'morning E1 is being repaired\nuntil 12:00',
        'morning Second',
        'morning Third',
      ],
    })
  })

  test('that are open items are carried from shift to shift until one settles them', async () => {
    const book = testBook()
    await write(book, morning, 'Broken scanner', true)
    await write(book, night, 'King crab expected', true)
    const item = await noteIn(book, at(tuesday, 'morning'), 'Broken scanner')
    await book.done('settleItem', { note: item.id, date: tuesday, shift: 'afternoon' })
    const scanner = `Broken scanner | ${monday} morning | ${tuesday} afternoon`
    const crab = `King crab expected | ${monday} night`
    expect({
      before: await shown(book, at('2025-02-02', 'night')),
      own: await shown(book, morning),
      afternoon: await shown(book, afternoon),
      night: await shown(book, night),
      monday: await shown(book, at(monday, 'day')),
      settling: await shown(book, at(tuesday, 'afternoon')),
      after: await shown(book, at(tuesday, 'night')),
      tuesday: await shown(book, at(tuesday, 'day')),
      elsewhere: await shown(book, at(tuesday, 'day', 'yard')),
    }).toEqual({
      before: { carried: [], own: [] },
      own: { carried: [], own: [scanner] },
      afternoon: { carried: [scanner], own: [] },
      night: { carried: [scanner], own: [crab] },
      monday: { carried: [], own: [scanner, crab] },
      settling: { carried: [scanner, crab], own: [] },
      after: { carried: [crab], own: [] },
      tuesday: { carried: [scanner, crab], own: [] },
      elsewhere: { carried: [], own: [] },
    })
    await book.done('reopenItem', { note: item.id })
    expect((await shown(book, at(tuesday, 'night'))).carried).toEqual([
      `Broken scanner | ${monday} morning`,
      crab,
    ])
  })

  test('are written, changed, settled, reopened and removed step by step, and undo takes each back', async () => {
    const book = testBook()
    await write(book, morning, 'Gate', true)
    const { id } = await noteIn(book, morning, 'Gate')
    await book.done('changeNote', { note: id, was: 'Gate', text: 'Gate 2', openItem: true })
    await book.done('settleItem', { note: id, date: monday, shift: 'afternoon' })
    await book.done('reopenItem', { note: id })
    await book.done('removeNote', { note: id })
    const seen = [await shown(book, afternoon)]
    for (let step = 0; step < 5; step += 1) {
      const { undo } = await book.done('readUndoSteps', {})
      await book.done('undo', { batch: undo?.batch ?? 0 })
      seen.push(await shown(book, afternoon))
    }
    expect(seen.map(({ carried }) => carried)).toEqual([
      [],
      [`Gate 2 | ${monday} morning`],
      [`Gate 2 | ${monday} morning | ${monday} afternoon`],
      [`Gate 2 | ${monday} morning`],
      [`Gate | ${monday} morning`],
      [],
    ])
  })
})

describe('a note is refused', () => {
  test.each([
    ['nothing', '', 'note-empty', {}],
    ['white space', ' \n\u3000\t', 'note-empty', {}],
    ['2,001 characters', '报'.repeat(2_001), 'note-too-long', { length: 2_001, most: 2_000 }],
    ['a control character', 'E1\u0007', 'note-unreadable', { character: 'U+0007' }],
    ['one of the later control characters', 'a\u0085b', 'note-unreadable', { character: 'U+0085' }],
    ['half a character', 'a\ud83db', 'note-unreadable', { character: 'U+FFFD' }],
  ])('where its text is %s', async (_, text, code, details) => {
    const book = testBook()
    const before = journalledRows(book.writer.db)
    expect(await book.call('writeNote', { ...morning, text, openItem: false })).toEqual({
      ok: false,
      error: { code, details },
    })
    expect(journalledRows(book.writer.db)).toEqual(before)
  })

  test('nowhere else: 2,000 characters outside the basic plane are kept as they are', async () => {
    const book = testBook()
    const text = '😀'.repeat(2_000)
    await write(book, morning, text)
    expect((await noteIn(book, morning, text)).text).toBe(text)
  })

  test.each([
    ['an unknown checkpoint', at(monday, 'morning', 'nowhere'), 'unknown-checkpoint'],
    ['an unknown shift', at(monday, 'evening'), 'unknown-shift'],
    ['a day that is made up of shifts', at(monday, 'day'), 'unknown-shift'],
    ['a shift of a checkpoint that counts by day', at(monday, 'morning', 'yard'), 'unknown-shift'],
    ['a shift that is still to come', at('2999-12-31', 'morning'), 'date-ahead'],
  ])('in %s', async (_, place, code) => {
    const answer = await testBook().call('writeNote', { ...place, text: 'Gate', openItem: false })
    expect(answer).toMatchObject({ ok: false, error: { code } })
  })

  test('where somebody changed or removed it meanwhile', async () => {
    const book = testBook()
    await write(book, morning, 'Gate')
    const { id } = await noteIn(book, morning, 'Gate')
    await book.done('changeNote', { note: id, was: 'Gate', text: 'Gate 2', openItem: false })
    const change = { note: id, was: 'Gate', text: 'Gate 3', openItem: false }
    const late = await book.call('changeNote', change)
    await book.done('removeNote', { note: id })
    expect([
      late,
      await book.call('changeNote', change),
      await book.call('removeNote', { note: id }),
    ]).toEqual([
      { ok: false, error: { code: 'note-changed-since', details: { note: id } } },
      { ok: false, error: { code: 'unknown-note', details: { note: id } } },
      { ok: false, error: { code: 'unknown-note', details: { note: id } } },
    ])
  })

  test('for settling where it is no open item of the shift', async () => {
    const book = testBook()
    await write(book, afternoon, 'Plain')
    await write(book, afternoon, 'Open', true)
    const plain = await noteIn(book, afternoon, 'Plain')
    const open = await noteIn(book, afternoon, 'Open')
    const settle = (note: { id: string }, date: string, shift: string) =>
      book.call('settleItem', { note: note.id, date, shift })
    const refused = { ok: false, error: { code: 'item-not-open', details: expect.anything() } }
    expect([
      await settle(plain, monday, 'night'),
      await settle(open, monday, 'morning'),
      await settle(open, monday, 'night'),
      await settle(open, monday, 'night'),
      await settle(open, tuesday, 'morning'),
    ]).toEqual([
      refused,
      refused,
      { ok: true, output: expect.objectContaining({ changed: 1 }) },
      { ok: true, output: expect.objectContaining({ changed: 0 }) },
      refused,
    ])
  })
})

test('notes of a signed shift do not change, but its open items are settled by a later one', async () => {
  const book = testBook()
  await write(book, morning, 'Scanner', true)
  await write(book, morning, 'Plain')
  const item = await noteIn(book, morning, 'Scanner')
  const plain = await noteIn(book, morning, 'Plain')
  signShift(book, 'hall', monday, 'morning')
  const before = journalledRows(book.writer.db)
  const refused = {
    ok: false,
    error: { code: 'shift-signed', details: { checkpoint: 'hall', date: monday, shift: 'morning' } },
  }
  expect([
    (await book.done('readNotes', morning)).editable,
    await book.call('writeNote', { ...morning, text: 'Late', openItem: false }),
    await book.call('changeNote', { note: plain.id, was: 'Plain', text: 'Other', openItem: false }),
    await book.call('removeNote', { note: plain.id }),
    await book.call('settleItem', { note: item.id, date: monday, shift: 'morning' }),
  ]).toEqual([false, refused, refused, refused, refused])
  expect(journalledRows(book.writer.db)).toEqual(before)
  await book.done('settleItem', { note: item.id, date: monday, shift: 'afternoon' })
  signShift(book, 'hall', monday, 'afternoon')
  expect(await book.call('reopenItem', { note: item.id })).toEqual({
    ok: false,
    error: { code: 'shift-signed', details: { checkpoint: 'hall', date: monday, shift: 'afternoon' } },
  })
})

test('undo changes no note of a signed shift and no settling by one', async () => {
  const book = testBook()
  const sign = (shift: string) => {
    // Undo passes over what takes something back.
    const batch = book.writer.begin({ operation: 'signShift', at: 1, person: null, undoes: 1 })
    batch.put('shift_state', ['hall', monday, shift], { state: 'signed' })
    batch.commit()
  }
  await write(book, morning, 'Scanner', true)
  const { id } = await noteIn(book, morning, 'Scanner')
  sign('morning')
  await book.done('settleItem', { note: id, date: monday, shift: 'afternoon' })
  const undo = async () => {
    const { undo: step } = await book.done('readUndoSteps', {})
    return book.call('undo', { batch: step?.batch ?? 0 })
  }
  const refused = (shift: string) => ({
    ok: false,
    error: { code: 'shift-signed', details: { checkpoint: 'hall', date: monday, shift } },
  })
  const settling = await undo()
  const writing = await undo()
  await book.done('settleItem', { note: id, date: monday, shift: 'night' })
  sign('night')
  expect([settling, writing, await undo()]).toEqual([
    { ok: true, output: expect.objectContaining({ changed: 1 }) },
    refused('morning'),
    refused('night'),
  ])
})
