import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { DeskEvent } from '../../shared/bridge.ts'
import type { DeskState } from '../../shared/contract/desk.ts'
import type { InputOf, OperationName, OutputOf } from '../../shared/contract/index.ts'
import { eachDate } from '../../shared/dates.ts'
import type { Answer } from '../../shared/errors.ts'
import { startChild } from '../testing/child.ts'
import { testFolder } from '../testing/test-book.ts'
import { testPort } from '../testing/test-port.ts'
import { type Desk, startDesk } from './desk.ts'
import { makeBook } from './make-book.ts'

// Processes and threads start slowly on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

const realThread = new URL('./book-thread.ts', import.meta.url)
const dyingThread = new URL('../testing/dying-thread.ts', import.meta.url)

function newBook(): string {
  const path = join(testFolder(), 'test.portbook')
  makeBook(path, testPort)
  return path
}

/** A desk as a host starts it, with the events that it told. */
async function deskOn(
  book: string | null,
  options: { booksFolder?: string; threadScript?: URL } = {},
): Promise<{ desk: Desk; events: DeskEvent[] }> {
  const { booksFolder = testFolder(), threadScript = realThread } = options
  const settingsFolder = testFolder()
  const desk = await startDesk({ book, booksFolder, settingsFolder, threadScript, program: 'web' })
  onTestFinished(() => desk.close())
  const events: DeskEvent[] = []
  desk.onEvent((event) => events.push(event))
  return { desk, events }
}

const ask = <Name extends OperationName>(
  desk: Desk,
  operation: Name,
  input: InputOf<Name>,
): Promise<Answer<OutputOf<Name>>> => desk.call(operation, input) as Promise<Answer<OutputOf<Name>>>

async function stateOf(desk: Desk): Promise<Pick<DeskState, 'state' | 'book' | 'error'>> {
  const answer = await ask(desk, 'readDesk', {})
  if (!answer.ok) throw new Error(answer.error.code)
  const { state, book, error } = answer.output
  return { state, book, error }
}

const trucks = (value: number, date = '2025-02-03'): InputOf<'recordCounts'> => ({
  checkpoint: 'yard',
  counts: [{ line: 'trucks', direction: 'entry', date, period: 'day', value }],
})

test('commands run one after the other in the order in which they were called', async () => {
  const { desk, events } = await deskOn(newBook())
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, value) => ask(desk, 'recordCounts', trucks(value))),
  )
  const batches = answers.map((answer) => (answer.ok ? answer.output.batch : null))
  const first = Number(batches[0])
  expect(batches).toEqual(Array.from({ length: 40 }, (_, value) => first + value))
  expect(events).toEqual(batches.map((batch) => ({ kind: 'changed', batch })))
  const key = ['yard', 'trucks', 'entry', '2025-02-03', 'day']
  const history = await ask(desk, 'readHistory', { entity: 'count', key })
  expect(history.ok && history.output.map(({ after }) => after?.value).reverse()).toEqual(
    Array.from({ length: 40 }, (_, value) => value),
  )
})

test('a command that changes nothing tells no window of a change', async () => {
  const { desk, events } = await deskOn(newBook())
  await ask(desk, 'recordCounts', trucks(1))
  await ask(desk, 'recordCounts', trucks(1))
  await ask(desk, 'readUndoSteps', {})
  expect(events.length).toBe(1)
})

test('while a long file is imported queries are answered, and a typed count waits its turn', async () => {
  const book = newBook()
  const { desk, events } = await deskOn(book)
  const file = join(testFolder(), 'history.csv')
  const rows = [...eachDate('1990-01-01', '2024-12-31')].flatMap((date) => [
    `${date},entry,5`,
    `${date},exit,6`,
  ])
  writeFileSync(file, ['date,direction,trucks', ...rows].join('\n'))
  const order: string[] = []
  const noted = <Result>(name: string, call: Promise<Result>): Promise<Result> =>
    call.finally(() => order.push(name))
  const importing = noted(
    'imported',
    ask(desk, 'importCounts', {
      file,
      mapping: {
        format: 1,
        date: { column: 'date', pattern: 'YYYY-MM-DD' },
        checkpoint: { code: 'yard' },
        direction: { column: 'direction', words: { entry: 'entry', exit: 'exit' } },
        counts: { columns: [{ column: 'trucks', line: 'trucks' }] },
      },
    }),
  )
  const typing = noted('typed', ask(desk, 'recordCounts', trucks(1)))
  await pause(50)
  const sheets = [1, 2, 3].map(() =>
    noted('read', ask(desk, 'readDaySheet', { checkpoint: 'yard', date: '2024-01-01', shift: 'day' })),
  )
  const [imported, typed, ...read] = await Promise.all([importing, typing, ...sheets])
  expect(order).toEqual(['read', 'read', 'read', 'imported', 'typed'])
  expect(read.map((sheet) => sheet.ok && sheet.output.groups[0]?.sums[0]?.values)).toEqual(
    Array.from({ length: 3 }, () => [null, null]),
  )
  expect([imported.ok && imported.output.new, typed.ok && typed.output.changed]).toEqual([rows.length, 1])
  expect(events.map(({ kind }) => kind)).toEqual(['changed', 'changed'])
})

test('closing finishes what was asked, ends the threads, and leaves no log beside the book', async () => {
  const path = newBook()
  const { desk } = await deskOn(path)
  const calls = [1, 2, 3].map((value) => ask(desk, 'recordCounts', trucks(value)))
  const queries = Array.from({ length: 8 }, () => ask(desk, 'verifyJournal', {}))
  await desk.close()
  expect((await Promise.all([...calls, ...queries])).map((answer) => answer.ok)).toEqual(Array(11).fill(true))
  expect(readdirSync(join(path, '..'))).toEqual(['test.portbook', 'test.portbook-lock'])
  expect(await ask(desk, 'describePort', {})).toEqual({ ok: false, error: { code: 'no-book', details: {} } })
})

test('a second desk on the same book is told who holds it, and opens it once the first has closed', async () => {
  const path = newBook()
  const first = await deskOn(path)
  const second = await deskOn(path)
  expect(await stateOf(second.desk)).toEqual({
    state: 'failed',
    book: path,
    error: {
      code: 'book-in-use',
      details: expect.objectContaining({ path, program: 'web', pid: process.pid }),
    },
  })
  expect(await ask(second.desk, 'describePort', {})).toMatchObject({ error: { code: 'no-book' } })
  await ask(second.desk, 'retryBook', {})
  expect((await stateOf(second.desk)).state).toBe('failed')
  await first.desk.close()
  await ask(second.desk, 'retryBook', {})
  expect([await stateOf(second.desk), second.events]).toEqual([
    { state: 'open', book: path, error: null },
    [{ kind: 'desk' }, { kind: 'desk' }],
  ])
})

test('a copy of a book that another desk holds is opened in its stead; the folder may refuse it first', async () => {
  const path = newBook()
  await deskOn(path)
  const booksFolder = testFolder()
  const { desk } = await deskOn(path, { booksFolder })
  const copyTo = (folder: string) => ask(desk, 'openCopy', { folder })
  const codeOf = (answer: Answer<unknown>) => (answer.ok ? 'open' : answer.error.code)
  expect([
    (await ask(desk, 'readDesk', {})) as Answer<DeskState>,
    codeOf(await copyTo(join(path, 'below-a-file'))),
    codeOf(await copyTo('not/absolute')),
    (await stateOf(desk)).state,
    (await Promise.all([copyTo(booksFolder), copyTo(booksFolder)])).map(codeOf),
    await stateOf(desk),
    readdirSync(booksFolder).filter((name) => name.endsWith('.portbook')),
  ]).toEqual([
    expect.objectContaining({ output: expect.objectContaining({ state: 'failed', canCopy: true }) }),
    'folder-not-writable',
    'folder-not-writable',
    'failed',
    ['open', 'open'],
    { state: 'open', book: join(booksFolder, 'test-copy.portbook'), error: null },
    ['test-copy.portbook'],
  ])
  expect(await ask(desk, 'recordCounts', trucks(7))).toMatchObject({ ok: true, output: { changed: 1 } })
})

test('a change of the settings, and its undo, tells every window to read the port again', async () => {
  const { desk, events } = await deskOn(newBook())
  const before = events.length
  const cell = { line: 'domestic', direction: 'entry', date: '2025-02-03', period: 'morning' } as const
  await ask(desk, 'recordCounts', { checkpoint: 'hall', counts: [{ ...cell, value: 1 }] })
  const languages = { languages: ['kk' as const] }
  const kept = await ask(desk, 'keepLanguages', languages)
  await ask(desk, 'keepLanguages', languages)
  await ask(desk, 'undo', { batch: (kept as { output: { batch: number } }).output.batch })
  expect(events.slice(before).map(({ kind }) => kind)).toEqual([
    'changed',
    'port',
    'changed',
    'port',
    'changed',
  ])
})

test('two windows that retry at the same moment open the book once', async () => {
  const path = newBook()
  const holder = startChild('hold-book.ts', [path, 'the other program'])
  await holder.lines.next()
  const { desk } = await deskOn(path)
  await holder.kill()
  await Promise.all([1, 2, 3].map(() => ask(desk, 'retryBook', {})))
  expect(await stateOf(desk)).toEqual({ state: 'open', book: path, error: null })
  expect(await ask(desk, 'recordCounts', trucks(1))).toMatchObject({ ok: true })
})

test('without a book there is none until one is started for a ready-made port, also by two windows at once', async () => {
  const booksFolder = testFolder()
  const { desk } = await deskOn(null, { booksFolder })
  expect(await stateOf(desk)).toEqual({ state: 'none', book: null, error: null })
  const start = (port: string) => ask(desk, 'startBook', { port, sample: false, folder: booksFolder })
  const answers = await Promise.all([1, 2].map(() => start('jeminay')))
  const path = join(booksFolder, 'jeminay.portbook')
  expect([answers.map((answer) => (answer.ok ? 'open' : answer.error.code)), await stateOf(desk)]).toEqual([
    ['open', 'book-exists'],
    { state: 'open', book: path, error: null },
  ])
})

test('a book is made from a port file of one’s own; a file with a fault is refused and says where', async () => {
  const folder = testFolder()
  const good = join(folder, 'port.json')
  writeFileSync(good, `\uFEFF${JSON.stringify(testPort)}`)
  const bad = join(folder, 'bad.json')
  writeFileSync(bad, JSON.stringify({ ...testPort, zone: 'Nowhere' }))
  const { desk } = await deskOn(null)
  const start = (file: string) => ask(desk, 'startBook', { port: { file }, sample: false, folder })
  expect([
    await ask(desk, 'readPortFile', { file: good }),
    await ask(desk, 'readPortFile', { file: bad }),
    await start(bad),
    await start(join(folder, 'none.json')),
  ]).toEqual([
    {
      ok: true,
      output: {
        code: testPort.code,
        names: testPort.names,
        checkpoints: testPort.checkpoints.length,
        lines: testPort.lines.length,
      },
    },
    {
      ok: false,
      error: {
        code: 'port-file-wrong',
        details: { field: 'zone', message: 'a time zone such as Asia/Shanghai' },
      },
    },
    expect.objectContaining({ error: expect.objectContaining({ code: 'port-file-wrong' }) }),
    { ok: false, error: { code: 'file-missing', details: { file: join(folder, 'none.json') } } },
  ])
  await start(good)
  expect(await stateOf(desk)).toEqual({
    state: 'open',
    book: join(folder, `${testPort.code}.portbook`),
    error: null,
  })
})

test('a new book never takes the place of one that is there: that one can be opened', async () => {
  const folder = testFolder()
  const path = join(folder, 'jeminay.portbook')
  makeBook(path, testPort)
  const before = readFileSync(path)
  const { desk, events } = await deskOn(null)
  const start = (port: string, place = folder) =>
    ask(desk, 'startBook', { port, sample: false, folder: place })
  expect([
    await start('atlantis'),
    await start('jeminay'),
    await start('jeminay', join(path, 'below-a-file')),
    await start('jeminay', 'not/absolute'),
    await ask(desk, 'openBook', { path: join(folder, 'other.portbook') }),
    await stateOf(desk),
    events,
    readFileSync(path).equals(before),
  ]).toEqual([
    { ok: false, error: { code: 'unknown-port', details: {} } },
    { ok: false, error: { code: 'book-exists', details: { path } } },
    { ok: false, error: { code: 'folder-not-writable', details: { path: join(path, 'below-a-file') } } },
    { ok: false, error: { code: 'folder-not-writable', details: { path: 'not/absolute' } } },
    { ok: false, error: { code: 'book-missing', details: { path: join(folder, 'other.portbook') } } },
    { state: 'none', book: null, error: null },
    [],
    true,
  ])
  await ask(desk, 'openBook', { path })
  expect(await stateOf(desk)).toEqual({ state: 'open', book: path, error: null })
})

test('a sample book is started beside the books to work in, and says where its today is', async () => {
  const booksFolder = testFolder()
  const { desk } = await deskOn(null, { booksFolder })
  const start = (port: string) => ask(desk, 'startBook', { port, sample: true, folder: booksFolder })
  const answer = await start('horgos')
  const described = await ask(desk, 'describePort', {})
  expect([
    answer.ok && [answer.output.book, answer.output.booksFolder],
    answer.ok && answer.output.ports.map(({ code, sample }) => ({ code, sample })),
    described.ok && { sample: described.output.sample, today: described.output.today },
    await start('jeminay'),
  ]).toEqual([
    [join(booksFolder, 'sample-horgos.portbook'), booksFolder],
    [
      { code: 'horgos', sample: { from: '2023-10-01', to: '2023-12-31' } },
      { code: 'jeminay', sample: { from: '2023-07-01', to: '2024-08-31' } },
    ],
    { sample: true, today: '2023-12-31' },
    expect.objectContaining({ error: expect.objectContaining({ code: 'book-exists' }) }),
  ])
})

test('a book that cannot be opened is a state with its reason, and the file stays as it is', async () => {
  const path = join(testFolder(), 'letter.portbook')
  writeFileSync(path, 'Dear port,')
  const { desk } = await deskOn(path)
  expect([await stateOf(desk), readFileSync(path, 'utf8')]).toEqual([
    { state: 'failed', book: path, error: { code: 'book-not-a-book', details: { path } } },
    'Dear port,',
  ])
})

test.each([
  ['writer', 'undo', { batch: 1 }],
  ['reader', 'readHistory', { entity: 'count', key: ['yard'] }],
] as const)(
  'a %s thread that dies makes the state failed; the book can be opened again',
  async (_, operation, input) => {
    const path = newBook()
    const { desk, events } = await deskOn(path, { threadScript: dyingThread })
    await ask(desk, 'recordCounts', trucks(312))
    const lost = { ok: false, error: { code: 'internal', details: {} } }
    expect(await desk.call(operation, input)).toEqual(lost)
    while (!events.some(({ kind }) => kind === 'desk')) await pause(5)
    expect(await stateOf(desk)).toEqual({
      state: 'failed',
      book: path,
      error: { code: 'internal', details: { path } },
    })
    await ask(desk, 'retryBook', {})
    expect(await stateOf(desk)).toEqual({ state: 'open', book: path, error: null })
    expect(await ask(desk, 'recordCounts', trucks(321))).toMatchObject({ ok: true, output: { changed: 1 } })
  },
)

test('the settings of the window are kept without a book, refused where they are none, and told to every window', async () => {
  const { desk, events } = await deskOn(null)
  const kept = await ask(desk, 'keepWindowSettings', { language: 'kk' })
  const refused = await desk.call('keepWindowSettings', { language: 'xx' })
  expect({ kept, read: await ask(desk, 'readWindowSettings', {}), refused, events }).toMatchObject({
    kept: { ok: true, output: { language: 'kk', theme: 'system', tables: {} } },
    read: { ok: true, output: { language: 'kk' } },
    refused: { ok: false, error: { code: 'invalid-input', details: { field: 'language' } } },
    events: [{ kind: 'settings' }],
  })
})
