import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ImportResult } from '../../../../shared/contract/import.ts'
import { MappingFile } from '../../../../shared/mapping-file.ts'
import { PortFile } from '../../../../shared/port-file.ts'
import { makeTestBook, type TestBook } from '../../../testing/test-book.ts'

const root = join(import.meta.dirname, '../../../../..')
const data = join(root, '../shared/data')
const read = (path: string): unknown => JSON.parse(readFileSync(join(root, 'e2e/fixtures', path), 'utf8'))
const none = { new: 0, same: 0, changed: 0 }

/** Published data of others, which are no part of this repository. */
function describeFile(name: string, tests: (file: string) => void): void {
  const file = join(data, name)
  const there = existsSync(file)
  const title = there ? name : `${name}: skipped, since ../shared/data has no such file here`
  describe.skipIf(!there)(title, () => tests(file))
}

/** Entries and exits of each year, and whether the typed totals agree with the lines. */
async function yearOf(book: TestBook, year: number) {
  const report = await book.done('readCrossingsReport', { kind: 'year', date: `${year}-06-30` })
  const { entries, exits } = report.passengers
  const agreeing = report.controlTotals.map(({ typed, sum }) => typed === sum)
  return { entries, exits, agreeing, checkpoints: report.byCheckpoint?.length }
}

describeFile('hk-daily-passengers-2021-2023.csv', (file) => {
  const mapping = MappingFile.parse(read('mappings/hk-daily.json'))
  let book: TestBook
  let first: ImportResult
  beforeAll(async () => {
    book = makeTestBook(PortFile.parse(read('ports/hong-kong.json')))
    first = await book.done('importCounts', { file, mapping })
  }, 60_000)
  afterAll(() => book?.remove())

  test('goes in whole: 33,656 rows, 100,968 counts, none refused, every total agreeing', () => {
    expect(first).toEqual({
      rows: 33_656,
      counts: 100_968,
      new: 100_968,
      same: 0,
      changed: 0,
      controlTotals: { ...none, new: 33_656 },
      disagreeing: [],
      repeated: [],
      refused: [],
      refusedCells: 0,
      createdCheckpoints: [],
      leftOut: 0,
      hiddenRows: 0,
      written: true,
      batch: expect.any(Number),
    })
  })

  test('gives the published totals of each year in 16 checkpoints', async () => {
    const agreeing = { agreeing: [true, true], checkpoints: 16 }
    expect([await yearOf(book, 2021), await yearOf(book, 2022), await yearOf(book, 2023)]).toEqual([
      { entries: 935_185, exits: 965_954, ...agreeing },
      { entries: 2_528_748, exits: 2_733_409, ...agreeing },
      { entries: 105_820_723, exits: 105_937_720, ...agreeing },
    ])
  }, 60_000)

  test('changes nothing when it comes again', async () => {
    const { head } = book.writer
    const again = await book.done('importCounts', { file, mapping })
    expect({ again, head: book.writer.head }).toEqual({
      again: { ...first, new: 0, same: 100_968, controlTotals: { ...none, same: 33_656 }, batch: null },
      head,
    })
  }, 60_000)
})

describeFile('bts-border-crossing-2018-2019.csv', (file) => {
  const mapping = MappingFile.parse(read('mappings/bts-monthly.json'))
  let book: TestBook
  let first: ImportResult
  beforeAll(async () => {
    book = makeTestBook(PortFile.parse(read('ports/us-land-border.json')))
    first = await book.done('importCounts', { file, mapping })
  }, 60_000)
  afterAll(() => book?.remove())

  test('goes in whole: 19,107 counts of 19,117 rows, the ten that stand twice named', () => {
    const rows = readFileSync(file, 'utf8').split('\n')
    const keyOf = (row: number) => rows[row - 1]?.split(',').slice(2, 6).join(',')
    expect({
      first: {
        ...first,
        createdCheckpoints: first.createdCheckpoints.length,
        repeated: first.repeated.length,
      },
      sameKeys: first.repeated.every(({ row, firstRow }) => row > firstRow && keyOf(row) === keyOf(firstRow)),
      months: [...new Set(first.repeated.map(({ row }) => rows[row - 1]?.split(',')[4]))],
    }).toEqual({
      first: {
        rows: 19_117,
        counts: 19_107,
        new: 19_107,
        same: 0,
        changed: 0,
        controlTotals: none,
        disagreeing: [],
        repeated: 10,
        refused: [],
        refusedCells: 0,
        createdCheckpoints: expect.any(Number),
        leftOut: 0,
        hiddenRows: 0,
        written: true,
        batch: expect.any(Number),
      },
      sameKeys: true,
      months: ['Jun 2019'],
    })
  })

  test('gives the published totals, the ten counted once', async () => {
    const read = (year: number) => book.done('readCrossingsReport', { kind: 'year', date: `${year}-06-30` })
    const reports = { 2018: await read(2018), 2019: await read(2019) }
    const lineOf = (year: 2018 | 2019, code: string) =>
      reports[year].lines.find((line) => line.code === code)?.count
    expect({
      personalVehicles2019: lineOf(2019, 'personal-vehicles'),
      trucks2019: lineOf(2019, 'trucks'),
      busPassengers2018: lineOf(2018, 'bus-passengers'),
    }).toEqual({
      personalVehicles2019: 99_227_920,
      trucks2019: 12_121_410,
      busPassengers2018: 3_633_900,
    })
  }, 60_000)

  test('keeps the two places called Eastport apart', async () => {
    const { checkpoints } = await book.done('describePort', {})
    const eastports = checkpoints.filter(({ names }) => names.en?.startsWith('Eastport'))
    expect(eastports.map(({ checkpoint }) => checkpoint)).toEqual(['0103', '3302'])
  })

  test('is refused with both rows named where one of the ten says something else', async () => {
    const repeated = first.repeated[0] ?? { row: 0, firstRow: 0 }
    const rows = readFileSync(file, 'utf8').split('\n')
    const cells = rows[repeated.row - 1]?.split(',') ?? []
    const value = cells[6] ?? ''
    rows[repeated.row - 1] = cells.with(6, `${value}1`).join(',')
    const edited = join(book.folder, 'edited.csv')
    writeFileSync(edited, rows.join('\n'))
    const { head } = book.writer
    const result = await book.done('importCounts', { file: edited, mapping })
    expect({ refused: result.refused, written: result.written, head: book.writer.head }).toEqual({
      refused: [
        {
          row: repeated.row,
          column: 'Value',
          code: 'key-twice',
          reason: expect.stringContaining(`firstRow ${repeated.firstRow}`),
          details: { firstRow: repeated.firstRow, firstValue: value, value: `${value}1` },
        },
      ],
      written: false,
      head,
    })
  }, 60_000)
})
