import { describe, expect, test } from 'vitest'
import type { MappingFileInput } from '../../../../shared/mapping-file.ts'
import { allRows, journalledRows } from '../../../testing/all-rows.ts'
import { importFile, storedCounts } from '../../../testing/import-file.ts'
import { testBook } from '../../../testing/test-book.ts'
import { testPort } from '../../../testing/test-port.ts'

const content = 'Date,Domestic,Foreign\n2025-02-03,120,40\n2025-02-04,80,0\n'
const none = { new: 0, same: 0, changed: 0 }
const result = {
  rows: 2,
  counts: 4,
  new: 4,
  same: 0,
  changed: 0,
  controlTotals: none,
  disagreeing: [],
  repeated: [],
  refused: [],
  refusedCells: 0,
  createdCheckpoints: [],
  leftOut: 0,
  hiddenRows: 0,
  written: true,
  batch: expect.any(Number),
}

describe('an import', () => {
  test('answers what is new, what was there already and what is changed', async () => {
    const book = testBook()
    const first = await importFile(book, content)
    const again = await importFile(book, content)
    const changed = await importFile(book, content.replace('80', '81'))
    expect({ first, again, changed }).toEqual({
      first: { ok: true, output: result },
      again: { ok: true, output: { ...result, new: 0, same: 4, batch: null } },
      changed: { ok: true, output: { ...result, new: 0, same: 3, changed: 1 } },
    })
  })

  test('is one batch, taken back by one undo', async () => {
    const book = testBook()
    await book.done('recordCounts', {
      checkpoint: 'hall',
      counts: [{ line: 'domestic', direction: 'entry', date: '2025-02-03', period: 'day', value: 7 }],
    })
    const before = journalledRows(book.writer.db)
    await importFile(book, content)
    const { undo } = await book.done('readUndoSteps', {})
    await book.done('undo', { batch: undo?.batch ?? 0 })
    expect({
      step: undo && { operation: undo.operation, size: undo.size },
      rows: journalledRows(book.writer.db),
    }).toEqual({
      step: { operation: 'importCounts', size: 4 },
      rows: before,
    })
  })

  test('as a trial run answers the same and writes nothing, created places included', async () => {
    const book = testBook()
    const before = allRows(book.writer.db)
    const places: Partial<MappingFileInput> = { checkpoint: { column: 'Place', by: 'name' } }
    const withPlace = 'Place,Date,Domestic,Foreign\nNew hall,2025-02-03,120,40\n'
    const answers = [
      await importFile(book, content, {}, { dryRun: true }),
      await importFile(book, withPlace, places, { dryRun: true, unknownPlaces: 'create' }),
    ]
    const trial = { written: false, batch: null }
    expect({ answers, rows: allRows(book.writer.db) }).toEqual({
      answers: [
        { ok: true, output: { ...result, ...trial } },
        {
          ok: true,
          output: { ...result, rows: 1, counts: 2, new: 2, createdCheckpoints: ['new-hall'], ...trial },
        },
      ],
      rows: before,
    })
  })

  test('leaves what the book has where its own cell is empty', async () => {
    const book = testBook()
    await importFile(book, content)
    await importFile(book, 'Date,Domestic,Foreign\n2025-02-03,,41\n')
    expect(storedCounts(book).slice(0, 2)).toEqual([
      'hall domestic entry 2025-02-03 day 120',
      'hall foreign entry 2025-02-03 day 41',
    ])
  })

  test('takes an of-which line that comes before its parent', async () => {
    const book = testBook()
    const answer = await importFile(book, 'Date,Line,N\n2025-02-03,diplomats,5\n2025-02-03,foreign,5\n', {
      counts: { measureColumn: 'Line', valueColumn: 'N', lines: 'codes' },
    })
    expect(answer).toEqual({ ok: true, output: { ...result, counts: 2, new: 2 } })
  })

  test('names a figure that stands twice with the same value, and counts it once', async () => {
    const book = testBook()
    const answer = await importFile(book, `${content}2025-02-03,120,\n`)
    expect(answer).toEqual({
      ok: true,
      output: { ...result, rows: 3, repeated: [{ row: 4, firstRow: 2, column: 'Domestic' }] },
    })
  })
})

describe('a total column', () => {
  const mapping: Partial<MappingFileInput> = { controlTotals: [{ column: 'Total', unit: 'persons' }] }

  test('is kept as control totals, and named where it differs from the sum of its row', async () => {
    const book = testBook()
    const answer = await importFile(
      book,
      'Date,Domestic,Foreign,Total\n2025-02-03,120,40,160\n2025-02-04,80,0,81\n2025-02-05,1,2,\n',
      mapping,
    )
    const kept = book.writer.db.prepare('SELECT date, value FROM control_total ORDER BY date').all()
    expect({ answer, kept }).toEqual({
      answer: {
        ok: true,
        output: {
          ...result,
          rows: 3,
          counts: 6,
          new: 6,
          controlTotals: { ...none, new: 2 },
          disagreeing: [{ row: 3, typed: 81, sum: 80 }],
        },
      },
      kept: [
        { date: '2025-02-03', value: 160 },
        { date: '2025-02-04', value: 81 },
      ],
    })
  })
})

describe('a place that the book does not have', () => {
  const byName: Partial<MappingFileInput> = {
    checkpoint: { column: 'Place', by: 'name', codes: { 'Sha Tau Kok': 'stk' } },
    unknownPlaces: 'create',
  }
  const places = [
    'Place,Date,Domestic,Foreign',
    '罗湖,2025-02-03,1,2',
    'Lo Wu,2025-02-03,3,4',
    'Sha Tau Kok,2025-02-03,5,6',
  ]

  test('is made with the lines and directions that the file can have, and found when the file comes again', async () => {
    const book = testBook()
    const first = await importFile(book, places.join('\n'), byName)
    const again = await importFile(book, places.join('\n'), byName)
    const { checkpoints } = await book.done('describePort', {})
    const sheet = book.writer.db
      .prepare("SELECT line FROM sheet_line WHERE checkpoint = 'lo-wu' ORDER BY position")
      .pluck()
      .all()
    expect({
      created: [first, again].map((answer) => answer.ok && answer.output.createdCheckpoints),
      same: again.ok && again.output.same,
      made: checkpoints
        .slice(2)
        .map(({ checkpoint, names, directions }) => ({ checkpoint, names, directions })),
      sheet,
    }).toEqual({
      created: [['place-3', 'lo-wu', 'stk'], []],
      same: 6,
      made: [
        { checkpoint: 'place-3', names: { en: '罗湖', 'zh-CN': '罗湖' }, directions: ['entry'] },
        { checkpoint: 'lo-wu', names: { en: 'Lo Wu', 'zh-CN': 'Lo Wu' }, directions: ['entry'] },
        { checkpoint: 'stk', names: { en: 'Sha Tau Kok', 'zh-CN': 'Sha Tau Kok' }, directions: ['entry'] },
      ],
      sheet: ['domestic', 'foreign'],
    })
  })

  test('with a code in capitals is made once', async () => {
    const book = testBook()
    const byCode: Partial<MappingFileInput> = {
      checkpoint: { column: 'Place', by: 'code', nameColumn: 'Name' },
      unknownPlaces: 'create',
    }
    const rows = 'Place,Name,Date,Domestic,Foreign\nLMC,Lok Ma Chau,2025-02-03,1,2\n'
    await importFile(book, rows, byCode)
    const renamed = 'UPDATE name SET text = ? WHERE code = ?'
    book.writer.db.prepare(renamed).run('落马洲', 'lmc')
    const again = await importFile(book, rows, byCode)
    const names = book.writer.db.prepare("SELECT DISTINCT text FROM name WHERE code = 'lmc'").pluck().all()
    expect({ again: again.ok && again.output.same, names }).toEqual({ again: 2, names: ['落马洲'] })
  })

  test('of a name that two places have is refused, and taken where the mapping says which is meant', async () => {
    const hall = testPort.checkpoints.slice(0, 1)
    const book = testBook({
      ...testPort,
      checkpoints: [...hall, ...hall.map((place) => ({ ...place, code: 'hall-2' }))],
    })
    const content = 'Place,Date,Domestic,Foreign\nPassenger hall,2025-02-03,1,2\n'
    const checkpoint = { column: 'Place', by: 'name' } as const
    const refused = await importFile(book, content, { checkpoint, unknownPlaces: 'create' })
    await importFile(book, content, { checkpoint: { ...checkpoint, codes: { 'Passenger hall': 'hall-2' } } })
    expect({
      refused: refused.ok && refused.output.refused.map(({ code, details }) => ({ code, details })),
      stored: storedCounts(book),
    }).toEqual({
      refused: [{ code: 'place-unknown', details: { text: 'Passenger hall', places: 'hall hall-2' } }],
      stored: ['hall-2 domestic entry 2025-02-03 day 1', 'hall-2 foreign entry 2025-02-03 day 2'],
    })
  })

  test('is refused where the command line says so, whatever the mapping says', async () => {
    const answer = await importFile(testBook(), places.join('\n'), byName, { unknownPlaces: 'refuse' })
    expect(
      answer.ok &&
        answer.output.refused.map(({ row, column, code, details }) => [row, column, code, details]),
    ).toEqual([
      [2, 'Place', 'place-unknown', { text: '罗湖' }],
      [3, 'Place', 'place-unknown', { text: 'Lo Wu' }],
      [4, 'Place', 'place-unknown', { text: 'Sha Tau Kok' }],
    ])
  })
})
