import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { MappingFileInput } from '../../../../shared/mapping-file.ts'
import { allRows } from '../../../testing/all-rows.ts'
import { importFile, plainMapping } from '../../../testing/import-file.ts'
import { testBook } from '../../../testing/test-book.ts'

const good = '2025-02-03,120,40\n'
const headings = 'Date,Domestic,Foreign\n'
/** 口岸 as GB18030 has it; no UTF-8. */
const gb = Buffer.from([0xbf, 0xda, 0xb0, 0xb6])
const around = (before: string, middle: Buffer, after: string): Buffer =>
  Buffer.concat([Buffer.from(before), middle, Buffer.from(after)])
const hex = (text: string): Buffer => Buffer.concat([Buffer.from(text, 'hex'), Buffer.alloc(600, 7)])
const manyRows = Array.from({ length: 30_000 }, (_, day) => `${day},120,40\n`).join('')

test.each<[string, string | Buffer, Partial<MappingFileInput>, string, object]>([
  ['an empty file', '', {}, 'file-empty', {}],
  ['a file of a byte-order mark alone', '\ufeff', {}, 'file-empty', {}],
  ['a file of empty rows', '\n\n,,\n', {}, 'file-empty', {}],
  ['headings only', headings, {}, 'file-empty', {}],
  ['a workbook of Excel that is cut', hex('504b0304'), {}, 'workbook-damaged', {}],
  ['an old workbook of Excel', hex('d0cf11e0a1b11ae1'), {}, 'workbook-old', {}],
  ['a web page named .xls', '\ufeff\n<html><table><tr><td>Date</td></tr></table>', {}, 'workbook-page', {}],
  ['a picture', hex('89504e470d0a1a0a'), {}, 'not-a-table', {}],
  ['a book', hex(Buffer.from('SQLite format 3').toString('hex')), {}, 'not-a-table', {}],
  ['binary data', Buffer.from([1, 2, 0, 4, 5, 0, 0, 9]), {}, 'not-a-table', {}],
  ['UTF-16 without saying so', Buffer.from(headings + good, 'utf16le'), {}, 'not-a-table', {}],
  [
    'another separator',
    `${headings}${good}`.replaceAll(',', ';'),
    {},
    'mapping-mismatch',
    { column: 'Date' },
  ],
  ['a missing column', `Date,Domestic\n2025-02-03,120\n`, {}, 'mapping-mismatch', { column: 'Foreign' }],
  [
    'a position that the file does not have',
    headings + good,
    { counts: { columns: [{ column: 4, line: 'domestic' }] } },
    'mapping-mismatch',
    { column: 4 },
  ],
])('%s is refused as a whole, and nothing is written', async (_, content, change, code, details) => {
  const book = testBook()
  const before = allRows(book.writer.db)
  const answer = await importFile(book, content, change)
  const file = join(book.folder, 'counts.csv')
  expect({ answer, rows: allRows(book.writer.db) }).toEqual({
    answer: { ok: false, error: { code, details: code === 'mapping-mismatch' ? details : { file } } },
    rows: before,
  })
})

test.each<[string, string | Buffer, Partial<MappingFileInput>, object[]]>([
  [
    'another encoding, named with the row where it first shows',
    around(`${headings}${good}2025-02-04,`, gb, ',1\n2025-02-05,1,1\n'),
    {},
    [{ row: 3, code: 'wrong-encoding', details: { row: 3, encoding: 'utf-8' } }],
  ],
  [
    'another encoding in the headings alone',
    around('Date,', gb, `,Foreign\n${good}2025-02-04,1,1\n`),
    {},
    [{ row: 1, code: 'wrong-encoding', details: { row: 1, encoding: 'utf-8' } }],
  ],
  [
    'another encoding far down a long file, after characters that chunks may cut',
    around(`${headings}${'2020-01-01,口岸,1\n'.repeat(40_000)}`, gb, ',1,1\n'),
    { notReported: ['', '口岸'], counts: { columns: [{ column: 'Domestic', line: 'domestic' }] } },
    [{ row: 40_002, code: 'wrong-encoding', details: { row: 40_002, encoding: 'utf-8' } }],
  ],
  [
    'half a character at the end',
    around(headings + good, Buffer.from([0xe5, 0x8f]), ''),
    {},
    [{ row: 3, code: 'wrong-encoding', details: { row: 3, encoding: 'utf-8' } }],
  ],
  [
    'a quotation mark that is never closed',
    `${headings}${good}2025-02-04,"80,40\n2025-02-05,1,2\n`,
    {},
    [{ row: 3, code: 'row-unreadable', details: { row: 3 } }],
  ],
  [
    'a quotation mark that is never closed in a long file',
    `${headings}${good}2025-02-04,"80,40\n${manyRows.repeat(5)}`,
    {},
    [{ row: 3, code: 'row-unreadable', details: { row: 3 } }],
  ],
  [
    'a quotation mark inside a cell',
    `${headings}${good}2025-02-04,8"0,40\n`,
    {},
    [{ row: 3, code: 'row-unreadable', details: { row: 3 } }],
  ],
  [
    'a NUL character beyond the start of the file',
    `${headings}${'2025-02-03,120,40\n'.repeat(400)}2025-02-04,1\0,2\n`,
    {},
    [{ row: 402, code: 'row-unreadable', details: { row: 402 } }],
  ],
])('%s is refused, and nothing is written', async (_, content, change, refused) => {
  const book = testBook()
  const before = allRows(book.writer.db)
  const answer = await importFile(book, content, change)
  expect({
    refused: answer.ok && answer.output.refused.map(({ row, code, details }) => ({ row, code, details })),
    written: answer.ok && answer.output.written,
    rows: allRows(book.writer.db),
  }).toEqual({ refused, written: false, rows: before })
})

test.each<[string, (folder: string) => string, string]>([
  ['a file that is not there', (folder) => join(folder, 'none.csv'), 'file-missing'],
  [
    'a file inside a file',
    (folder) => {
      writeFileSync(join(folder, 'counts.csv'), good)
      return join(folder, 'counts.csv', 'counts.csv')
    },
    'file-missing',
  ],
  [
    'a folder',
    (folder) => {
      mkdirSync(join(folder, 'counts'))
      return join(folder, 'counts')
    },
    'file-unreadable',
  ],
  ['a name that no system takes', () => 'x'.repeat(5_000), 'file-unreadable'],
  ['a name with a NUL character', () => 'counts\0.csv', 'file-unreadable'],
])('%s is refused', async (_, place, code) => {
  const book = testBook()
  const file = place(book.folder)
  const before = allRows(book.writer.db)
  const answer = await book.call('importCounts', { file, mapping: plainMapping })
  expect({ answer, rows: allRows(book.writer.db) }).toEqual({
    answer: { ok: false, error: { code, details: { file } } },
    rows: before,
  })
})
