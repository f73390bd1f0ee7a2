import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { busesContract } from '../../shared/contract/buses.ts'
import { declarationsContract } from '../../shared/contract/declarations.ts'
import { expectedGoodsContract } from '../../shared/contract/expected-goods.ts'
import { contract, type OperationName } from '../../shared/contract/index.ts'
import { settingsContract } from '../../shared/contract/settings.ts'
import { staffingContract } from '../../shared/contract/staffing.ts'
import { staffingSettingsContract } from '../../shared/contract/staffing-settings.ts'
import { tradeSettingsContract } from '../../shared/contract/trade-settings.ts'
import { type Connection, openReader } from '../book/connection.ts'
import { allRows } from '../testing/all-rows.ts'
import { fuzzDepartures } from '../testing/arbitrary-buses.ts'
import { fuzzMapping, fuzzNotes, fuzzPreview, mutated, shapedInputs } from '../testing/arbitrary-inputs.ts'
import { fuzzOpenings } from '../testing/arbitrary-staffing.ts'
import { writeFuzzTrade, writeFuzzTradeSettings } from '../testing/arbitrary-trade.ts'
import { busTestBook } from '../testing/bus-test-book.ts'
import { staffTestBook } from '../testing/staff-test-book.ts'
import { makeTestBook, type TestBook, testBook } from '../testing/test-book.ts'
import { type BookOperation, handlers } from './handlers.ts'
import { isCommand } from './operation-names.ts'
import { runCommand, runQuery } from './run-operation.ts'

// Hundreds of runs, on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

const operations = Object.keys(handlers) as BookOperation[]
const seed = 20_250_203
/** Done only where a batch or an id is guessed; see take-back.test.ts and settings.test.ts. */
const guessing: BookOperation[] = [
  'undo',
  'redo',
  'removeMidnightRule',
  'removeSeason',
  'removeClosure',
  'removeHoliday',
  'removeEvent',
  'removeOutage',
  'removeServiceTime',
  'removeStaffingRule',
]
let book: TestBook

const isOf = (contract: object, operation: string): boolean => Object.hasOwn(contract, operation)
const isSetting = (operation: string): boolean =>
  [settingsContract, staffingSettingsContract, tradeSettingsContract].some((each) => isOf(each, operation))

/** Changes of the settings look at the whole port every time. */
const runsOf = (operation: BookOperation): number => (isSetting(operation) ? 50 : 120)

/** The book for an operation: settings and trade have one of their own, so that the others find the port they know. */
async function bookFor(operation: OperationName): Promise<TestBook> {
  const isTrade = isOf(declarationsContract, operation) || isOf(expectedGoodsContract, operation)
  const isStaffing = isOf({ ...staffingContract, ...staffingSettingsContract }, operation)
  if (isOf(busesContract, operation)) return bookWithBuses()
  if (!isTrade && !isStaffing && !isSetting(operation)) return book
  const own = testBook()
  if (isTrade) writeFuzzTrade(own.writer)
  if (isOf(tradeSettingsContract, operation)) writeFuzzTradeSettings(own.writer)
  if (isStaffing) {
    await staffTestBook(own)
    writeOpenings(own)
  }
  return own
}

/** Openings of 2025-02-03 in pieces of ten minutes. */
function writeOpenings({ writer }: TestBook): void {
  const batch = writer.begin({ operation: 'recordOpenings', at: 1, person: null })
  const shift = { checkpoint: 'hall', date: '2025-02-03', shift: 'morning' }
  for (const [index, id] of fuzzOpenings.entries()) {
    const starts = 600 + index * 10
    const minutes = { starts_minute: starts, ends_minute: starts + 10 }
    batch.put('opening', [id], { ...shift, channel: 'm1', plan: 'actual', direction: 'entry', ...minutes })
  }
  batch.commit()
}

/** Departures of 2025-02-03, the first with the most passengers. */
async function bookWithBuses(): Promise<TestBook> {
  const own = testBook()
  await busTestBook(own)
  const batch = own.writer.begin({ operation: 'keepDeparture', at: 1, person: null })
  for (const [index, id] of fuzzDepartures.entries()) {
    const bus = { route: 'almaty', date: '2025-02-03', direction: 'exit', minute: 600 + index }
    batch.put('departure', [id], { ...bus, vehicles: 1, passengers: 45 - index })
  }
  batch.commit()
  return own
}

beforeAll(async () => {
  book = makeTestBook()
  const batch = book.writer.begin({ operation: 'writeNote', at: 1, person: null })
  const shift = { checkpoint: 'hall', date: '2025-02-03', shift: 'morning' }
  for (const id of fuzzNotes) batch.put('handover_note', [id], { ...shift, text: 'Gate', open_item: 1 })
  batch.commit()
  mkdirSync(join(book.folder, 'folder'))
  writeFileSync(join(book.folder, 'empty.csv'), '')
  copyFileSync('resources/holidays/kz.json', join(book.folder, 'holidays.json'))
  writeFileSync(
    join(book.folder, 'openings.csv'),
    'date,channel,from,to,heads,plan\n2025-02-05,m1,10:00,12:00,1,actual\n2025-02-05,m2,22:30,01:00,,planned',
  )
  writeFileSync(join(book.folder, 'zip.csv'), Buffer.from('504b030400000000', 'hex'))
  writeFileSync(
    join(book.folder, 'table.csv'),
    'date,place,way,trucks\n2025-02-03,yard,in,12\n2025-02-04,Cargo yard,out,7\n2025-02-05,new place,in,x',
  )
  writeFileSync(join(book.folder, 'tariff.csv'), 'code,text\n12,Seeds\n1206,Sunflower\n120600,Sunflower')
  const file = join(book.folder, 'table.csv')
  await book.done('previewImport', { job: fuzzPreview, file, mapping: fuzzMapping })
})
afterAll(() => book.remove())

const rowsWritten = (db: Connection): unknown => db.prepare('SELECT total_changes()').pluck().get()

/** The book as it is now, however it is changed until the connection is closed. */
function snapshot(path: string): Connection {
  const reader = openReader(path)
  reader.exec('BEGIN; SELECT 1 FROM desk')
  return reader
}

/** Runs an operation and holds its answer against what every answer must be. */
async function judged(used: TestBook, operation: OperationName, input: unknown): Promise<boolean> {
  const { writer, path } = used
  const before = isCommand(operation) ? snapshot(path) : null
  try {
    const written = rowsWritten(writer.db)
    const answer = isCommand(operation)
      ? await runCommand(writer, operation, input)
      : await runQuery(writer.db, operation, input)
    expect(writer.db.inTransaction).toBe(false)
    if (answer.ok) {
      expect(contract[operation].output.safeParse(answer.output).error?.issues).toBeUndefined()
      return true
    }
    expect(answer.error.code).not.toBe('internal')
    // Where not one row was written there is nothing to compare.
    if (before && rowsWritten(writer.db) !== written) expect(allRows(writer.db)).toEqual(allRows(before))
    return false
  } finally {
    before?.close()
  }
}

test.each(operations)('%s answers any input at all with a listed error', async (operation) => {
  const used = await bookFor(operation)
  await fc.assert(
    fc.asyncProperty(
      fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true }),
      async (input) => {
        await judged(used, operation, input)
      },
    ),
    { numRuns: 60, seed },
  )
})

test.each(operations)(
  '%s is done or refused by a listed error, and then changes nothing',
  async (operation) => {
    const used = await bookFor(operation)
    const shaped = shapedInputs(book.folder)[operation]
    let done = 0
    await fc.assert(
      fc.asyncProperty(shaped, async (input) => {
        if (await judged(used, operation, input)) done += 1
      }),
      { numRuns: runsOf(operation), seed },
    )
    if (!guessing.includes(operation)) expect(done).toBeGreaterThan(0)
  },
)

test.each(operations)('%s survives an input of the right shape with a wrong part', async (operation) => {
  const used = await bookFor(operation)
  const shaped = shapedInputs(book.folder)[operation]
  await fc.assert(
    fc.asyncProperty(
      shaped.chain((input) => mutated(input)),
      async (input) => {
        await judged(used, operation, input)
      },
    ),
    { numRuns: runsOf(operation), seed },
  )
})

test('after all that the journal is sound', async () => {
  expect(await book.done('verifyJournal', {})).toMatchObject({ sound: true })
})
