import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { DeskEvent } from '../../shared/bridge.ts'
import type { InputOf, OperationName, OutputOf } from '../../shared/contract/index.ts'
import { eachDate } from '../../shared/dates.ts'
import type { Answer } from '../../shared/errors.ts'
import { testFolder } from '../testing/test-book.ts'
import { testPort } from '../testing/test-port.ts'
import { type Desk, startDesk } from './desk.ts'
import { makeBook } from './make-book.ts'

vi.setConfig({ testTimeout: 60_000 })

const threadScript = new URL('./book-thread.ts', import.meta.url)

async function newDesk(): Promise<{ desk: Desk; events: DeskEvent[]; folder: string }> {
  const folder = testFolder()
  const book = join(folder, 'test.portbook')
  makeBook(book, testPort)
  const desk = await startDesk({
    book,
    booksFolder: folder,
    settingsFolder: testFolder(),
    threadScript,
    program: 'web',
  })
  onTestFinished(() => desk.close())
  const events: DeskEvent[] = []
  desk.onEvent((event) => events.push(event))
  return { desk, events, folder }
}

const ask = <Name extends OperationName>(
  desk: Desk,
  operation: Name,
  input: InputOf<Name>,
): Promise<Answer<OutputOf<Name>>> => desk.call(operation, input) as Promise<Answer<OutputOf<Name>>>

/** Trucks of every day since 1960, in both directions. */
function longFile(folder: string): InputOf<'previewImport'> {
  const file = join(folder, 'history.csv')
  const rows = [...eachDate('1960-01-01', '2024-12-31')].flatMap((date) => [
    `${date},entry,5`,
    `${date},exit,6`,
  ])
  writeFileSync(file, ['date,direction,trucks', ...rows].join('\n'))
  return {
    job: 'long',
    file,
    mapping: {
      format: 1,
      date: { column: 'date', pattern: 'YYYY-MM-DD' },
      checkpoint: { code: 'yard' },
      direction: { column: 'direction', words: { entry: 'entry', exit: 'exit' } },
      counts: { columns: [{ column: 'trucks', line: 'trucks' }] },
    },
  }
}

const begun = async (events: DeskEvent[]): Promise<void> => {
  while (!events.some(({ kind }) => kind === 'progress')) await pause(1)
}

const stopped = { ok: false, error: { code: 'cancelled', details: {} } }

test('a count typed while a long file is previewed is saved at once, and questions are answered', async () => {
  const { desk, events, folder } = await newDesk()
  const order: string[] = []
  const previewing = ask(desk, 'previewImport', longFile(folder)).finally(() => order.push('previewed'))
  await begun(events)
  const waits: number[] = []
  for (let value = 0; value < 20; value += 1) {
    const asked = performance.now()
    const counts = [{ line: 'trucks', direction: 'entry', date: '2025-02-03', period: 'day', value } as const]
    await ask(desk, 'recordCounts', { checkpoint: 'yard', counts })
    waits.push(performance.now() - asked)
  }
  await ask(desk, 'describePort', {})
  order.push('typed')
  const preview = await previewing
  const rows = await ask(desk, 'readPreviewRows', { job: 'long', filter: 'new', offset: 47_480, limit: 2 })
  expect({
    order,
    rowsBy: preview.ok && preview.output.rowsBy,
    rows: rows.ok && rows.output.rows.map(({ row, cells }) => [row, ...cells]),
    // The median, since other programs of a busy machine come in between.
    quick: (waits.toSorted((a, b) => a - b)[10] ?? 0) < 50,
  }).toEqual({
    order: ['typed', 'previewed'],
    rowsBy: { new: 47_484, same: 0, changed: 0, refused: 0, nothing: 0 },
    rows: [
      [47_482, '2024-12-30', 'entry', '5'],
      [47_483, '2024-12-30', 'exit', '6'],
    ],
    quick: true,
  })
})

test('a preview tells how far it is, stops when asked to, and its rows are gone then', async () => {
  const { desk, events, folder } = await newDesk()
  const previewing = ask(desk, 'previewImport', longFile(folder))
  await begun(events)
  await ask(desk, 'cancelImport', { job: 'long' })
  const news = events.filter((event) => event.kind === 'progress')
  expect({
    answer: await previewing,
    rows: await ask(desk, 'readPreviewRows', { job: 'long', filter: 'all', offset: 0, limit: 1 }),
    sound: news.every(({ job, rows, share }) => job === 'long' && rows > 0 && share > 0 && share <= 1),
  }).toEqual({
    answer: stopped,
    rows: { ok: false, error: { code: 'preview-gone', details: {} } },
    sound: true,
  })
})

test('an import stops when asked to and writes nothing', async () => {
  const { desk, events, folder } = await newDesk()
  const importing = ask(desk, 'importCounts', longFile(folder))
  await begun(events)
  await ask(desk, 'cancelImport', { job: 'long' })
  const answer = await importing
  const counts = await ask(desk, 'numberOfCounts', { filter: {} })
  expect({ answer, counts }).toEqual({ answer: stopped, counts: { ok: true, output: { rows: 0 } } })
})

test('a tariff is previewed on a thread of its own, which stops when asked to and ends with its answer', async () => {
  const { desk, events, folder } = await newDesk()
  const file = join(folder, 'tariff.csv')
  const lines = Array.from({ length: 60_000 }, (_, at) => `${10_000_000 + at},Goods of kind ${at}`)
  writeFileSync(file, ['code,text', ...lines].join('\n'))
  const mapping = { format: 1, code: { column: 'code' }, texts: { en: 'text' } } as const
  const stopping = ask(desk, 'previewTariff', { job: 'tariff', file, mapping })
  await begun(events)
  await ask(desk, 'cancelImport', { job: 'tariff' })
  expect(await stopping).toEqual(stopped)
  expect(await ask(desk, 'previewTariff', { job: 'tariff', file, mapping })).toMatchObject({
    ok: true,
    output: { rows: 60_000, lines: 60_000, new: 60_000 },
  })
  const rows = await ask(desk, 'readPreviewRows', { job: 'tariff', filter: 'all', offset: 0, limit: 1 })
  expect(rows).toEqual({ ok: false, error: { code: 'preview-gone', details: {} } })
})

test('only the newest previews are kept, and all end with the book', async () => {
  const { desk, folder } = await newDesk()
  const file = join(folder, 'short.csv')
  writeFileSync(file, 'date,direction,trucks\n2025-02-03,entry,5\n')
  const { mapping } = longFile(folder)
  for (const job of ['1', '2', '3', '4', '5']) await ask(desk, 'previewImport', { job, file, mapping })
  const page = (job: string) => ask(desk, 'readPreviewRows', { job, filter: 'all', offset: 0, limit: 1 })
  const kept = await Promise.all(['1', '2', '5'].map(page))
  await desk.close()
  expect({ kept: kept.map(({ ok }) => ok), after: (await page('5')).ok }).toEqual({
    kept: [false, true, true],
    after: false,
  })
})

test('a preview without a job is refused as every wrong input is', async () => {
  const { desk } = await newDesk()
  expect(await desk.call('previewImport', {})).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
})
