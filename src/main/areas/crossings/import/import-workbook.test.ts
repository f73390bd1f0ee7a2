import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeXlsx } from 'hucre'
import { describe, expect, test } from 'vitest'
import { mappingFrom } from '../../../../shared/import/mapping-from-uses.ts'
import type { MappingFileInput } from '../../../../shared/mapping-file.ts'
import { dateOfSerial } from '../../../import/workbook/sheet-rows.ts'
import { allRows } from '../../../testing/all-rows.ts'
import { importFile, storedCounts } from '../../../testing/import-file.ts'
import { type TestBook, testBook } from '../../../testing/test-book.ts'
import { rowsXml, type WorkbookXml, workbookBytes, workbookParts, zipOf } from '../../../testing/workbook.ts'

const headings = ['Date', 'Domestic', 'Foreign']
const headRow = rowsXml([headings])
/** 3 February 2025 as Excel counts it. */
const day = 45_691

/** What the book holds after a workbook was imported into a new one, or what was refused. */
async function taken(
  workbook: WorkbookXml | Buffer,
  change: Partial<MappingFileInput> = {},
): Promise<unknown[]> {
  const book = testBook()
  const bytes = Buffer.isBuffer(workbook) ? workbook : workbookBytes(workbook)
  const answer = await importFile(book, bytes, change)
  if (!answer.ok) return [answer.error.code]
  const { refused } = answer.output
  if (refused.length === 0) return storedCounts(book)
  return refused.map(({ row, column, code, details }) => [row, column, code, details])
}

const oneSheet = (rows: string, more: Partial<WorkbookXml> = {}): WorkbookXml => ({
  sheets: [{ rows: headRow + rows }],
  ...more,
})
const two = ['hall domestic entry 2025-02-03 day 120', 'hall foreign entry 2025-02-03 day 40']
const rowOf = (...cells: string[]): string => `<row>${cells.join('')}</row>`
const text = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`
const number = (value: number | string): string => `<c><v>${value}</v></c>`

describe('cells of a workbook', () => {
  test.each<[string, WorkbookXml]>([
    ['real dates and numbers', oneSheet(rowOf(`<c s="1"><v>${day}</v></c>`, number(120), number(40)))],
    [
      'a date in a format of its own, with a time of day',
      oneSheet(rowOf(`<c s="2"><v>${day}.75</v></c>`, number(120), number(40))),
    ],
    [
      'dates counted from 1904',
      oneSheet(rowOf(`<c s="1"><v>${day - 1462}</v></c>`, number(120), number(40)), { from1904: true }),
    ],
    [
      'a date as ISO 8601',
      oneSheet(rowOf('<c t="d"><v>2025-02-03T00:00:00</v></c>', number(120), number(40))),
    ],
    ['a date as text, and numbers as text', oneSheet(rowOf(text('2025-02-03'), text('120'), text(' 40 ')))],
    [
      'shared strings, rich text without its phonetic guide',
      oneSheet(rowOf('<c t="s"><v>0</v></c>', '<c t="s"><v>1</v></c>', number(40)), {
        strings: [
          '<r><t>2025-</t></r><r><rPr><b/></rPr><t xml:space="preserve">02-03</t></r><rPh sb="0" eb="1"><t>x</t></rPh>',
          '<t>120</t>',
        ],
      }),
    ],
    [
      'rich text in its cell',
      oneSheet(
        rowOf(
          '<c t="inlineStr"><is><r><t>2025-02</t></r><r><t>-03</t></r></is></c>',
          number(120),
          number(40),
        ),
      ),
    ],
    [
      'the stored values of formulas',
      oneSheet(
        rowOf(
          `<c t="str"><f>TEXT(A9,"yyyy-mm-dd")</f><v>2025-02-03</v></c>`,
          '<c><f>SUM(X1:X9)</f><v>120</v></c>',
          '<c><f t="shared" si="0"/><v>40</v></c>',
        ),
      ),
    ],
    [
      'a sum that is whole but for what lies beyond 15 digits',
      oneSheet(rowOf(text('2025-02-03'), number('120.00000000000001'), number('4e1'))),
    ],
    [
      'cells and rows with references, some left out',
      oneSheet(
        `<row r="5"><c r="A5" t="inlineStr"><is><t>2025-02-03</t></is></c><c r="B5"><v>120</v></c><c r="C5"><v>40</v></c><c r="H5" s="1"/></row>`,
      ),
    ],
  ])('are read: %s', async (_, workbook) => {
    expect(await taken(workbook)).toEqual(two)
  })

  test.each<[string, string, unknown[]]>([
    ['a formula without a stored value', '<c><f>SUM(X1:X9)</f></c>', ['formula-unsaved', {}]],
    ['an error', '<c t="e"><v>#N/A</v></c>', ['cell-error', { text: '#N/A' }]],
    ['an error of a formula', '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', ['cell-error', { text: '#DIV/0!' }]],
    ['a number with decimals', number(1.5), ['count-not-whole', { text: '1.5' }]],
    ['a truth value', '<c t="b"><v>1</v></c>', ['count-not-whole', { text: 'TRUE' }]],
    ['a date', `<c s="1"><v>${day}</v></c>`, ['count-not-whole', { text: '2025-02-03' }]],
    ['a negative number', number(-3), ['count-out-of-range', { text: '-3' }]],
  ])('are refused by name: %s', async (_, cell, [code, details]) => {
    expect(await taken(oneSheet(rowOf(text('2025-02-03'), number(120), cell)))).toEqual([
      [2, 'Foreign', code, details],
    ])
  })

  test('an error in a column that nobody needs does not matter', async () => {
    const rows =
      rowsXml([[...headings, 'Share']]) +
      rowOf(text('2025-02-03'), number(120), number(40), '<c t="e"><v>#REF!</v></c>')
    expect(await taken({ sheets: [{ rows }] })).toEqual(two)
  })

  test('a decimal point is none between thousands', async () => {
    const rows = rowOf(text('2025-02-03'), number(1.234), number(40))
    expect(await taken(oneSheet(rows), { thousands: '.' })).toEqual([
      [2, 'Domestic', 'count-not-whole', { text: '1.234' }],
    ])
  })

  test('months are real dates of their first day', async () => {
    const rows = rowOf('<c s="1"><v>45689</v></c>', number(120), number(40))
    expect(await taken(oneSheet(rows), { date: { column: 'Date', pattern: 'YYYY-MM' } })).toEqual([
      'hall domestic entry 2025-02 month 120',
      'hall foreign entry 2025-02 month 40',
    ])
  })

  test('a date that only Excel knows is no date', async () => {
    expect([59, 60, 61, 0, 45_691].map((serial) => dateOfSerial(serial, false))).toEqual([
      '1900-02-28',
      null,
      '1900-03-01',
      null,
      '2025-02-03',
    ])
  })
})

describe('merged cells', () => {
  test('say the same of every row that they cover: dates, places and marks', async () => {
    const rows = rowsXml([
      ['Date', 'Way', 'Domestic', 'Foreign'],
      ['2025-02-03', 'in', 1, 2],
      [null, 'out', 3, 4],
      ['2025-02-04', 'in', 'closed', null],
    ])
    expect(
      await taken(
        { sheets: [{ rows, merged: ['A2:A3', 'C4:D4'] }] },
        { direction: { column: 'Way', words: { in: 'entry', out: 'exit' } } },
      ),
    ).toEqual([
      'hall domestic entry 2025-02-03 day 1',
      'hall domestic exit 2025-02-03 day 3',
      'hall foreign entry 2025-02-03 day 2',
      'hall foreign exit 2025-02-03 day 4',
      'hall domestic entry 2025-02-04 day closed',
      'hall foreign entry 2025-02-04 day closed',
    ])
  })

  test('with a number in them are refused, since it is unclear whose it is', async () => {
    const rows = rowsXml([headings, ['2025-02-03', 1, 2], ['2025-02-04', null, 3]])
    expect(await taken({ sheets: [{ rows, merged: ['B2:B3'] }] })).toEqual([
      [3, 'Domestic', 'cell-merged', { text: '1' }],
    ])
  })
})

test('a sheet under a title, with groups of directions merged above the headings, is guessed and imported', async () => {
  const rows = rowsXml([
    ['Daily figures of the passenger hall', null, null, null, null],
    ['Date', 'Entry', null, 'Exit', null],
    [null, 'Domestic', 'Foreign', 'Domestic', 'Foreign'],
  ])
  const data = rowOf(`<c s="1"><v>${day}</v></c>`, number(1), number(2), number(3), number(4))
  const book = testBook()
  const file = join(book.folder, 'two-rows.xlsx')
  const merged = ['A1:E1', 'A2:A3', 'B2:C2', 'D2:E2']
  writeFileSync(file, workbookBytes({ sheets: [{ rows: rows + data, merged }] }))
  const guess = await book.done('guessImport', { file })
  const { mapping } = mappingFrom(guess.uses, guess.reading, guess.headings)
  const imported = mapping && (await book.done('importCounts', { file, mapping }))
  expect({ headings: guess.headings, new: imported?.new, counts: storedCounts(book) }).toEqual({
    headings: ['Date', 'Entry / Domestic', 'Entry / Foreign', 'Exit / Domestic', 'Exit / Foreign'],
    new: 4,
    counts: [
      'hall domestic entry 2025-02-03 day 1',
      'hall domestic exit 2025-02-03 day 3',
      'hall foreign entry 2025-02-03 day 2',
      'hall foreign exit 2025-02-03 day 4',
    ],
  })
})

describe('sheets', () => {
  const good = headRow + rowsXml([['2025-02-03', 120, 40]])
  const other = headRow + rowsXml([['2025-02-04', 1, 2]])
  const sheets = [
    { name: 'Old', rows: other, state: 'veryHidden' as const },
    { name: 'Empty', rows: '' },
    { name: 'Data', rows: good },
    { name: 'More', rows: other },
  ]

  test('that are hidden are named and not read, and the first one with rows is guessed', async () => {
    const book = testBook()
    const file = join(book.folder, 'sheets.csv')
    writeFileSync(file, workbookBytes({ sheets }))
    const first = await book.done('guessImport', { file })
    const asked = await book.done('guessImport', { file, layout: { sheet: 'More' } })
    const hidden = await book.call('guessImport', { file, layout: { sheet: 'Old' } })
    expect({
      kind: first.kind,
      sheets: first.sheets,
      sheet: [first.reading.sheet, asked.reading.sheet],
      rows: [first, asked].map(({ rows }) => rows.map(({ cells }) => cells.join())),
      hidden: !hidden.ok && hidden.error.code,
    }).toEqual({
      kind: 'xlsx',
      sheets: sheets.map(({ name, state }) => ({ name, hidden: state !== undefined })),
      sheet: ['Data', 'More'],
      rows: [['2025-02-03,120,40'], ['2025-02-04,1,2']],
      hidden: 'sheet-missing',
    })
  })

  test.each([
    [undefined, ['file-empty']],
    ['Data', two],
    ['Old', ['sheet-missing']],
    ['Nowhere', ['sheet-missing']],
  ])('are imported by name: %s', async (sheet, expected) => {
    expect(await taken({ sheets }, sheet === undefined ? {} : { sheet })).toEqual(expected)
  })

  test('have hidden rows and empty rows: the first are taken and counted, the second left out', async () => {
    const book = testBook()
    const rows = `<row r="1">${text('Date')}${text('Domestic')}${text('Foreign')}</row><row r="4" hidden="1">${text('2025-02-03')}${number(120)}${number(40)}</row><row r="5"/><row r="6"><c/></row>`
    const answer = await importFile(book, workbookBytes({ sheets: [{ rows }] }))
    expect({
      told: answer.ok && [answer.output.rows, answer.output.hiddenRows],
      counts: storedCounts(book),
    }).toEqual({ told: [1, 1], counts: two })
  })
})

test('a workbook as a real library writes it is read', async () => {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: 'Counts',
        columns: [
          { header: 'Date', key: 'date', numFmt: 'yyyy-mm-dd' },
          { header: 'Domestic', key: 'domestic', numFmt: '#,##0' },
          { header: 'Foreign', key: 'foreign' },
        ],
        data: [{ date: new Date('2025-02-03T00:00:00Z'), domestic: 120, foreign: 40 }],
      },
    ],
  })
  expect(await taken(Buffer.from(bytes))).toEqual(two)
})

const plain = oneSheet(rowsXml([['2025-02-03', 120, 40]]))
const cut = (part: string): Buffer => {
  const parts = workbookParts(plain)
  return zipOf(new Map([...parts].map(([name, xml]) => [name, name === part ? xml.slice(0, -30) : xml])))
}
const without = (part: string): Buffer =>
  zipOf(new Map([...workbookParts(plain)].filter(([name]) => name !== part)))
const withPart = (part: string, content: string): Buffer =>
  zipOf(new Map([...workbookParts(plain), [part, content]]))
const ole = (name: string): Buffer =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1024), Buffer.from(name, 'utf16le')])
const binary = (): Buffer =>
  zipOf(
    new Map([
      [
        '_rels/.rels',
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.bin"/></Relationships>',
      ],
      ['xl/workbook.bin', 'of no xml'],
    ]),
  )
const flipped = (): Buffer => {
  const bytes = workbookBytes(plain)
  bytes[bytes.indexOf('sheet1.xml') + 40] = 0xff
  return bytes
}

test.each<[string, () => Buffer, string]>([
  ['an old workbook (.xls)', () => ole('Workbook'), 'workbook-old'],
  ['a binary workbook (.xlsb)', binary, 'workbook-old'],
  ['one under a password', () => ole('EncryptedPackage'), 'workbook-protected'],
  ['one that is cut in the middle', () => workbookBytes(plain).subarray(0, 900), 'workbook-damaged'],
  ['one with changed bytes', flipped, 'workbook-damaged'],
  ['one whose sheet ends early', () => cut('xl/worksheets/sheet1.xml'), 'workbook-damaged'],
  ['one without its sheet', () => without('xl/worksheets/sheet1.xml'), 'not-a-table'],
  ['another kind of zip file', () => zipOf(new Map([['word/document.xml', '<a/>']])), 'not-a-table'],
  [
    'one with entities that grow without end',
    () =>
      withPart(
        'xl/worksheets/sheet1.xml',
        '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><worksheet><sheetData><row><c t="str"><v>&c;</v></c></row></sheetData></worksheet>',
      ),
    'workbook-damaged',
  ],
  [
    'one that unpacks to hundreds of times its size',
    () => withPart('xl/worksheets/sheet1.xml', `<worksheet>${' '.repeat(40_000_000)}</worksheet>`),
    'workbook-too-large',
  ],
  [
    'one with rows beyond Excel’s last',
    () =>
      withPart(
        'xl/worksheets/sheet1.xml',
        '<worksheet><sheetData><row r="1048577"/></sheetData></worksheet>',
      ),
    'workbook-damaged',
  ],
])('%s is refused as a whole in words of its own, and nothing is written', async (_, content, code) => {
  const book = testBook()
  const before = allRows(book.writer.db)
  const answer = await importFile(book, content())
  const file = join(book.folder, 'counts.csv')
  const guess = await book.call('guessImport', { file })
  expect({
    code: [!answer.ok && answer.error.code, !guess.ok && guess.error.code],
    rows: allRows(book.writer.db),
  }).toEqual({ code: [code, code], rows: before })
})

test('what a file is, its content says and not its name', async () => {
  const book: TestBook = testBook()
  const csv = join(book.folder, 'really-csv.xlsx')
  writeFileSync(csv, 'Date,Domestic,Foreign\n2025-02-03,120,40\n')
  const guess = await book.done('guessImport', { file: csv })
  expect({ kind: guess.kind, workbook: await taken(plain) }).toEqual({ kind: 'csv', workbook: two })
})

test('texts beyond what memory should hold are found all the same', async () => {
  const long = 'x'.repeat(30_000)
  const strings = [...Array.from({ length: 280 }, () => `<t>${long}</t>`), '<t>2025-02-03</t>', '<t>120</t>']
  const rows = rowOf('<c t="s"><v>280</v></c>', '<c t="s"><v>281</v></c>', number(40))
  expect(await taken(oneSheet(rows, { strings }))).toEqual(two)
})
