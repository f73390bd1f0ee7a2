import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import hs2022 from '../../../../../../e2e/fixtures/tariff-mappings/hs2022.json' with { type: 'json' }
import { TariffMapping } from '../../../../../shared/tariff/tariff-mapping.ts'
import { openBookToRead } from '../../../../book/open-book.ts'
import { rebuildBook } from '../../../../book/rebuild-book.ts'
import { allRows, journalledRows } from '../../../../testing/all-rows.ts'
import { importTariffRows, tariffMapping, tariffRows } from '../../../../testing/tariff-file.ts'
import { type TestBook, testBook } from '../../../../testing/test-book.ts'
import { rowsXml, workbookBytes } from '../../../../testing/workbook.ts'

let book: TestBook
beforeEach(() => {
  book = testBook()
})

/** What the book holds of tariffs. */
const tariffs = () => ({
  editions: book.done('listTariffs', {}),
  lines: book.writer.db
    .prepare('SELECT edition, code, parent, leaf FROM tariff_line ORDER BY id')
    .raw()
    .all(),
})

describe('an import', () => {
  test('says what it did, and the same file again changes nothing', async () => {
    const first = await importTariffRows(book)
    expect(first).toEqual({
      rows: 9,
      lines: 9,
      new: 9,
      same: 0,
      changed: 0,
      gone: 0,
      differences: [],
      levels: [
        { digits: 2, lines: 1 },
        { digits: 4, lines: 2 },
        { digits: 6, lines: 2 },
        { digits: 8, lines: 2 },
        { digits: 10, lines: 2 },
      ],
      languages: ['zh-CN', 'en'],
      skipped: [],
      skippedRows: 0,
      unknownUnits: [],
      refused: [],
      refusedCells: 0,
      hiddenRows: 0,
      from: '0001-01-01',
      replaces: null,
      written: true,
      batch: expect.any(Number),
    })
    expect(await importTariffRows(book)).toMatchObject({ new: 0, same: 9, written: true, batch: null })
  })

  test('keeps the hash of the file, and each line below the nearest above it', async () => {
    await importTariffRows(book)
    const hash = createHash('sha256')
      .update(readFileSync(join(book.folder, 'tariff.csv')))
      .digest('hex')
    expect(await tariffs().editions).toEqual([
      {
        from: '0001-01-01',
        file: 'tariff.csv',
        hash,
        languages: ['zh-CN', 'en'],
        lines: 9,
        importedAt: expect.any(Number),
      },
    ])
    expect(tariffs().lines).toEqual([
      [1, '02', null, 0],
      [1, '0202', '02', 0],
      [1, '020210', '0202', 1],
      [1, '020230', '0202', 0],
      [1, '02023000', '020230', 0],
      [1, '0202300010', '02023000', 1],
      [1, '0202300090', '02023000', 1],
      [1, '0808', null, 0],
      [1, '08081000', '0808', 1],
    ])
  })

  test('of a corrected file takes the place of the one of the same date, and names what is different', async () => {
    await importTariffRows(book)
    const corrected = [
      ...tariffRows.slice(0, -1),
      '08081000,Fresh apples,鲜苹果',
      '08083000,Pears,梨',
    ].filter((row) => !row.startsWith('020210'))
    expect(await importTariffRows(book, corrected)).toMatchObject({
      new: 1,
      same: 7,
      changed: 1,
      gone: 1,
      differences: [
        { code: '08081000', before: { en: 'Apples' }, after: { en: 'Fresh apples' } },
        { code: '08083000', before: null, after: { en: 'Pears' } },
        { code: '020210', before: { en: 'Carcasses' }, after: null },
      ],
      replaces: { from: '0001-01-01', lines: 9 },
    })
    expect(await tariffs().editions).toHaveLength(1)
  })

  test('with a date keeps the tariff that held before it', async () => {
    await importTariffRows(book)
    const later = await importTariffRows(book, tariffRows.slice(0, -1), {}, { from: '2025-01-01' })
    expect(later).toMatchObject({ from: '2025-01-01', gone: 1, replaces: null })
    const state = async (date: string) =>
      (await book.done('readTariffCode', { code: '0808100000', date })).state
    expect([await state('2024-12-31'), await state('2025-01-01')]).toEqual(['known', 'unknown'])
    expect((await tariffs().editions).map(({ from }) => from)).toEqual(['2025-01-01', '0001-01-01'])
  })

  test('that is a trial run or a preview writes nothing, and says the same', async () => {
    const before = allRows(book.writer.db)
    const trial = await importTariffRows(book, tariffRows, {}, { dryRun: true })
    const { written, batch, ...outcome } = trial
    const preview = { job: 'one', file: join(book.folder, 'tariff.csv'), mapping: tariffMapping }
    expect([written, batch, await book.done('previewTariff', preview)]).toEqual([false, null, outcome])
    expect([allRows(book.writer.db), await tariffs().editions]).toEqual([before, []])
  })

  test('of a workbook reads real dates and numbers as codes where no zero is lost', async () => {
    const rows = rowsXml([
      ['code', 'en', 'zh', 'level'],
      [87, 'Vehicles', '车辆', 2],
      [8703, 'Cars', '小客车', 4],
      [870380, 'Electric', '电动', 6],
    ])
    const file = join(book.folder, 'tariff.xlsx')
    writeFileSync(file, workbookBytes({ sheets: [{ rows }] }))
    const mapping = { ...tariffMapping, level: { column: 'level' } }
    expect(await book.done('importTariff', { file, mapping })).toMatchObject({
      lines: 3,
      refused: [],
      written: true,
    })
  })

  test('names rows without a code and takes the others', async () => {
    const rows = [...tariffRows, 'TOTAL,All goods,全部', ',Of which:,其中', '99,Not specified,未列明']
    expect(await importTariffRows(book, rows)).toMatchObject({
      rows: 12,
      lines: 10,
      skipped: [
        { row: 11, text: 'TOTAL' },
        { row: 12, text: '' },
      ],
      skippedRows: 2,
      written: true,
    })
  })

  test('keeps units, one or two, in the words of the program, and names those that it does not know', async () => {
    const rows = ['code,en,zh,unit', '01,a,a,头/千克', '02,b,b,кг', '03,c,c,sack', '04,d,d,-', '05,e,e,box']
    const units = { column: 'unit', words: { box: 'piece' } }
    const result = await importTariffRows(book, rows, { units })
    expect(result.unknownUnits).toEqual([{ word: 'sack', rows: 1 }])
    expect(
      book.writer.db.prepare('SELECT unit, second_unit FROM tariff_line ORDER BY id').raw().all(),
    ).toEqual([
      ['head', 'kg'],
      ['kg', null],
      ['sack', null],
      [null, null],
      ['piece', null],
    ])
  })

  test('takes a code twice where its times do not overlap', async () => {
    const rows = ['code,en,zh,from,to', '01,a,甲,,2023-12-31', '01,b,乙,2024-01-01,']
    const dated = { from: { column: 'from', pattern: 'ISO' }, to: { column: 'to', pattern: 'ISO' } } as const
    expect(await importTariffRows(book, rows, dated)).toMatchObject({ lines: 2, refused: [] })
  })
})

describe('is refused by row and column, and nothing is written', () => {
  const optional = {
    parent: { column: 'parent' },
    section: { column: 'section' },
    level: { column: 'level' },
    units: { column: 'unit' },
    from: { column: 'from', pattern: 'ISO' },
    to: { column: 'to', pattern: 'ISO' },
  } as const
  const heads = 'code,en,zh,parent,section,level,unit,from,to'
  const sound = ['87,Vehicles,车辆,,XVII,2,,,', '8703,Cars,车,87,XVII,4,,,']

  test.each([
    ['a code twice', '8703,Cars,车,87,XVII,4,,,', 'code', 'tariff-code-twice'],
    ['a code that lost its zero', '870,Cars,车,87,XVII,3,,,', 'code', 'tariff-code-length'],
    ['too many digits', '870380001000,x,x,8703,XVII,12,,,', 'code', 'tariff-code-length'],
    [
      'a Cyrillic letter that looks like a zero',
      '87О380,x,x,8703,XVII,6,,,',
      'code',
      'tariff-code-impossible',
    ],
    ['a letter that looks like a one', '8703l0,x,x,8703,XVII,6,,,', 'code', 'tariff-code-impossible'],
    ['a chapter that there is not', '7701,x,x,87,XVII,4,,,', 'code', 'tariff-code-impossible'],
    ['a formula', '=8703+1,x,x,87,XVII,4,,,', 'code', 'tariff-code-impossible'],
    ['a negative number', '-8704,x,x,88,XVII,4,,,', 'parent', 'tariff-parent-missing'],
    [
      'a line above that the file does not have',
      '870480,x,x,8704,XVII,6,,,',
      'parent',
      'tariff-parent-missing',
    ],
    ['a line above of another branch', '8802,x,x,87,XVII,4,,,', 'parent', 'tariff-parent-missing'],
    ['no line above a heading', '8704,x,x,,XVII,4,,,', 'parent', 'tariff-parent-missing'],
    ['itself as the line above', '8704,x,x,8704,XVII,4,,,', 'parent', 'tariff-parent-missing'],
    ['a section that is not the chapter’s', '8704,x,x,87,XVI,4,,,', 'section', 'tariff-section-differs'],
    ['a section in look-alike letters', '8704,x,x,87,ХVII,4,,,', 'section', 'tariff-section-differs'],
    ['another level than the code has', '8704,x,x,87,XVII,6,,,', 'level', 'tariff-code-length'],
    ['no text', '8704,,,87,XVII,4,,,', 'en', 'tariff-text-missing'],
    ['text of 10,000 characters', `8704,${'x'.repeat(10_000)},x,87,XVII,4,,,`, 'en', 'tariff-text-wrong'],
    ['control characters', '8704,x\u0007,x,87,XVII,4,,,', 'en', 'tariff-text-wrong'],
    [
      'a unit of 10,000 characters',
      `8704,x,x,87,XVII,4,${'x'.repeat(10_000)},,`,
      'unit',
      'tariff-text-wrong',
    ],
    ['a date that is none', '8704,x,x,87,XVII,4,,2024-02-30,', 'from', 'date-impossible'],
    ['a date in another way', '8704,x,x,87,XVII,4,,1.2.2024,', 'from', 'date-unreadable'],
    ['an end before the beginning', '8704,x,x,87,XVII,4,,2024-02-02,2024-02-01', 'to', 'ends-before-begins'],
    ['too few cells', '8704,x', '', 'row-ragged'],
    ['too many cells', '8704,x,x,87,XVII,4,,,,more', '', 'row-ragged'],
  ])('%s', async (_, row, column, code) => {
    const before = allRows(book.writer.db)
    const result = await importTariffRows(book, [heads, ...sound, row], optional)
    expect(result.refused.map((refusal) => [refusal.row, refusal.column, refusal.code])).toEqual([
      [4, column, code],
    ])
    expect([result.written, allRows(book.writer.db), await tariffs().editions]).toEqual([false, before, []])
  })

  test('every one of a hundred thousand repeats is counted, and the first thousand are named', async () => {
    const result = await importTariffRows(book, [
      'code,en,zh',
      ...Array.from({ length: 20_001 }, () => '87,a,a'),
    ])
    expect([result.refusedCells, result.refused.length, result.written]).toEqual([20_000, 1_000, false])
  })

  test.each([
    ['a file without a code', ['code,en,zh', 'TOTAL,all,全部'], {}, 'tariff-empty'],
    ['a file without rows', ['code,en,zh'], {}, 'file-empty'],
    ['a column that the file does not have', tariffRows, { parent: { column: 'above' } }, 'mapping-mismatch'],
  ])('%s', async (_, rows, change, code) => {
    await expect(importTariffRows(book, rows, change)).rejects.toMatchObject({ code })
    expect(await tariffs().editions).toEqual([])
  })

  test('a date or a mapping that cannot be', async () => {
    const file = join(book.folder, 'tariff.csv')
    writeFileSync(file, tariffRows.join('\n'))
    const codes = [
      { file, mapping: tariffMapping, from: '2025-02-30' },
      { file, mapping: { ...tariffMapping, texts: {} } },
      { file, mapping: { ...tariffMapping, headings: false } },
      { file: join(book.folder, 'none.csv'), mapping: tariffMapping },
    ].map(async (input) => {
      const answer = await book.call('importTariff', input)
      return answer.ok ? 'ok' : answer.error.code
    })
    expect(await Promise.all(codes)).toEqual([
      'invalid-input',
      'invalid-input',
      'invalid-input',
      'file-missing',
    ])
  })
})

test('a tariff is taken out by its date, and one that is not there is refused', async () => {
  await importTariffRows(book)
  await book.done('removeTariff', { from: '0001-01-01' })
  expect([await tariffs().editions, tariffs().lines]).toEqual([[], []])
  const answer = await book.call('removeTariff', { from: '0001-01-01' })
  expect(answer).toMatchObject({ ok: false, error: { code: 'tariff-gone' } })
})

test('the journal says which file it was, and a rebuilt book has the same journalled tables without the tariff', async () => {
  await importTariffRows(book)
  const entries = await book.done('readHistory', { entity: 'tariff_edition', key: ['0001-01-01'] })
  expect(entries).toMatchObject([
    { operation: 'importTariff', before: null, after: { file_name: 'tariff.csv', lines: 9 } },
  ])
  const target = join(book.folder, 'rebuilt.portbook')
  rebuildBook(book.writer.db, target)
  const rebuilt = openBookToRead(target)
  expect(journalledRows(rebuilt)).toEqual(journalledRows(book.writer.db))
  expect(rebuilt.prepare('SELECT count(*) FROM tariff_line').pluck().get()).toBe(0)
  rebuilt.close()
})

test('what was typed before a tariff came can still be undone', async () => {
  const counts = [
    { line: 'trucks', direction: 'entry', date: '2025-02-03', period: 'day', value: 5 } as const,
  ]
  await book.done('recordCounts', { checkpoint: 'yard', counts })
  const before = await book.done('readUndoSteps', {})
  await importTariffRows(book)
  expect((await book.done('readUndoSteps', {})).undo).toEqual(before.undo)
  await book.done('undo', { batch: before.undo?.batch ?? 0 })
  expect(await tariffs().editions).toHaveLength(1)
})

const real = '../shared/data/hs2022.csv'
describe.skipIf(!existsSync(real))(
  'the Harmonized System of 2022 as it is published (skipped without the file)',
  () => {
    test('is guessed, taken whole but its total, and searched', async () => {
      const { mapping, headings } = await book.done('guessTariff', { file: real })
      expect([headings, mapping]).toEqual([
        ['section', 'hscode', 'description', 'parent', 'level'],
        {
          format: 1,
          separator: ',',
          skipRows: 0,
          headings: true,
          code: { column: 'hscode', lengths: [2, 4, 6, 8, 10] },
          texts: { en: 'description' },
          parent: { column: 'parent' },
          section: { column: 'section' },
          level: { column: 'level' },
        },
      ])
      if (!mapping) throw new Error('no mapping')
      // The one that people are shown says the same.
      expect(TariffMapping.parse(hs2022)).toEqual(mapping)
      expect(await book.done('importTariff', { file: real, mapping })).toMatchObject({
        rows: 6_940,
        lines: 6_939,
        new: 6_939,
        levels: [
          { digits: 2, lines: 97 },
          { digits: 4, lines: 1_229 },
          { digits: 6, lines: 5_613 },
        ],
        skipped: [{ row: 6_941, text: 'TOTAL' }],
        refusedCells: 0,
        written: true,
      })
      const find = async (text: string) =>
        (await book.done('findTariffCodes', { text, language: 'zh-CN', limit: 3 })).hits.map(
          ({ code }) => code,
        )
      expect([
        await find('live crabs'),
        await find('sunflower seeds'),
        await find('新能源汽车'),
        await find('9999'),
      ]).toEqual([
        ['030633', '030614', '030693'],
        ['1206', '120600'],
        ['870220', '870230', '870240'],
        ['9999', '999999'],
      ])
    })
  },
)
