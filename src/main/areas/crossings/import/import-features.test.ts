import { describe, expect, test } from 'vitest'
import type { MappingFileInput } from '../../../../shared/mapping-file.ts'
import { importFile, storedCounts } from '../../../testing/import-file.ts'
import { testBook } from '../../../testing/test-book.ts'

/** What the book holds after a file was imported into a new one. */
async function taken(content: string | Buffer, change: Partial<MappingFileInput> = {}): Promise<unknown[]> {
  const book = testBook()
  const answer = await importFile(book, content, change)
  if (!answer.ok || answer.output.refused.length > 0) return [answer]
  return storedCounts(book)
}

const two = ['hall domestic entry 2025-02-03 day 120', 'hall foreign entry 2025-02-03 day 40']
const bytes = (...values: number[]): Buffer => Buffer.from(values)

describe('a file is read in its encoding', () => {
  const chinese: Partial<MappingFileInput> = {
    date: { column: '日期', pattern: 'YYYY年MM月DD日' },
    counts: {
      columns: [
        { column: '内地', line: 'domestic' },
        { column: '外国', line: 'foreign' },
      ],
    },
  }
  const text = '日期,内地,外国\r\n2025年2月3日,120,40\r\n'
  /** 日期,内地,外国 and 年, 月, 日 as GB18030 has them. */
  const gb18030 = Buffer.concat([
    bytes(0xc8, 0xd5, 0xc6, 0xda, 0x2c, 0xc4, 0xda, 0xb5, 0xd8, 0x2c, 0xcd, 0xe2, 0xb9, 0xfa, 0x0d, 0x0a),
    Buffer.from('2025'),
    bytes(0xc4, 0xea),
    Buffer.from('2'),
    bytes(0xd4, 0xc2),
    Buffer.from('3'),
    bytes(0xc8, 0xd5),
    Buffer.from(',120,40\r\n'),
  ])
  test.each<[string, Buffer, MappingFileInput['encoding']]>([
    ['UTF-8', Buffer.from(text), undefined],
    ['UTF-8 with a byte-order mark, whatever the mapping says', Buffer.from(`\ufeff${text}`), 'gb18030'],
    ['GB18030', gb18030, 'gb18030'],
    ['UTF-16LE', Buffer.from(text, 'utf16le'), 'utf-16le'],
    ['UTF-16LE with a byte-order mark', Buffer.from(`\ufeff${text}`, 'utf16le'), undefined],
  ])('%s', async (_, content, encoding) => {
    expect(await taken(content, { ...chinese, ...(encoding && { encoding }) })).toEqual(two)
  })
})

test.each([',', ';', '\t', '|'] as const)('cells are separated by %j', async (separator) => {
  const content = 'Date,Domestic,Foreign\n2025-02-03,120,40\n'.replaceAll(',', separator)
  expect(await taken(content, { separator })).toEqual(two)
})

test.each([
  ['YYYY-MM-DD', '2025-02-03'],
  ['YYYY/MM/DD', '2025/2/3'],
  ['YYYYMMDD', '20250203'],
  ['DD-MM-YYYY', '03-02-2025'],
  ['DD/MM/YYYY', '3/2/2025'],
  ['DD.MM.YYYY', '03.02.2025'],
  ['MM/DD/YYYY', '02/03/2025'],
  ['MM-DD-YYYY', '02-03-2025'],
  ['YYYY年MM月DD日', '2025年2月3日'],
  ['ISO', '2025-02-03'],
] as const)('a date written %s is a day: %s', async (pattern, text) => {
  const content = `Date,Domestic,Foreign\n${text},120,40\n`
  expect(await taken(content, { date: { column: 'Date', pattern } })).toEqual(two)
})

test.each([
  ['YYYY-MM', '2025-02'],
  ['YYYY/MM', '2025/2'],
  ['YYYYMM', '202502'],
  ['MM/YYYY', '02/2025'],
  ['MMM YYYY', 'Feb 2025'],
  ['YYYY年MM月', '2025年02月'],
  ['ISO', '2025-02'],
] as const)('a date written %s is a month: %s', async (pattern, text) => {
  const content = `Date,Domestic,Foreign\n${text},120,40\n`
  expect(await taken(content, { date: { column: 'Date', pattern } })).toEqual([
    'hall domestic entry 2025-02 month 120',
    'hall foreign entry 2025-02 month 40',
  ])
})

test.each<[string, string, Partial<MappingFileInput>]>([
  ['by code', 'hall', { checkpoint: { column: 'Place', by: 'code' } }],
  ['by a name of any language', 'Passenger hall', { checkpoint: { column: 'Place', by: 'name' } }],
  ['by a later name', 'Joint inspection hall', { checkpoint: { column: 'Place', by: 'name' } }],
  [
    'by the file’s own word',
    '旅检',
    { checkpoint: { column: 'Place', by: 'name', codes: { 旅检: 'hall' } } },
  ],
])('a place is found %s', async (_, word, change) => {
  expect(await taken(`Place,Date,Domestic,Foreign\n${word},2025-02-03,120,40\n`, change)).toEqual(two)
})

test('a direction column is read by its words, a period column by codes, words and nothing', async () => {
  const content = [
    'Date,Way,Shift,Domestic,Foreign',
    '2025-02-03,In,morning,1,2',
    '2025-02-03,Out,夜前,3,4',
    '2025-02-04,Out,night/2,5,6',
    '2025-02-04,In,,7,8',
    '2025-02-04,In,night/2@5,9,10',
  ]
  const change: Partial<MappingFileInput> = {
    direction: { column: 'Way', words: { In: 'entry', Out: 'exit' } },
    period: { column: 'Shift', words: { 夜前: 'night/1' } },
  }
  expect(await taken(content.join('\n'), change)).toEqual([
    'hall domestic entry 2025-02-03 morning 1',
    'hall foreign entry 2025-02-03 morning 2',
    'hall domestic exit 2025-02-03 night/1 3',
    'hall foreign exit 2025-02-03 night/1 4',
    'hall domestic entry 2025-02-04 day 7',
    'hall foreign entry 2025-02-04 day 8',
    'hall domestic exit 2025-02-04 night/2 5',
    'hall foreign exit 2025-02-04 night/2 6',
    'hall domestic entry 2025-02-04 night/2@5 9',
    'hall foreign entry 2025-02-04 night/2@5 10',
  ])
})

test('a file without headings goes by position, below rows that are no data', async () => {
  const change: Partial<MappingFileInput> = {
    headings: false,
    skipRows: 2,
    date: { column: 1, pattern: 'YYYY-MM-DD' },
    counts: {
      columns: [
        { column: 4, line: 'domestic' },
        { column: 3, line: 'foreign' },
      ],
    },
  }
  expect(await taken('Daily sheet\n2025\n2025-02-03,x,40,120\n', change)).toEqual(two)
})

test('one measure a row is read by its word, and by the line’s own code', async () => {
  const content = 'Date,What,Number\n2025-02-03,domestic,120\n2025-02-03,foreign,40\n'
  const measure = { measureColumn: 'What', valueColumn: 'Number' }
  expect([
    await taken(content, { counts: { ...measure, lines: { domestic: 'domestic', foreign: 'foreign' } } }),
    await taken(content, { counts: { ...measure, lines: 'codes' } }),
  ]).toEqual([two, two])
})

test('numbers may have thousands; words and empty cells say what is no number', async () => {
  const content = [
    'Date,Domestic,Foreign,State,By,Draft',
    '2025-02-03,"1,234","9,999,999",,Border inspection,1',
    '2025-02-04,-,停,,Bus station,0',
    '2025-02-05,n/a,99,,,',
    '2025-02-06,,7,停,,',
  ]
  const change: Partial<MappingFileInput> = {
    thousands: ',',
    notReported: ['', '-', '99'],
    closed: ['停'],
    notApplicable: ['n/a'],
    state: { column: 'State' },
    source: { column: 'By' },
    provisional: { column: 'Draft' },
  }
  expect(await taken(content.join('\n'), change)).toEqual([
    'hall domestic entry 2025-02-03 day 1234 Border inspection provisional',
    'hall foreign entry 2025-02-03 day 9999999 Border inspection provisional',
    'hall foreign entry 2025-02-04 day closed Bus station',
    'hall domestic entry 2025-02-05 day not-applicable',
    'hall domestic entry 2025-02-06 day closed',
    'hall foreign entry 2025-02-06 day 7',
  ])
})

test('one source and provisional mark may stand for the whole file', async () => {
  const change = { source: 'Immigration Department', provisional: true }
  expect(await taken('Date,Domestic,Foreign\n2025-02-03,120,\n', change)).toEqual([
    'hall domestic entry 2025-02-03 day 120 Immigration Department provisional',
  ])
})

test('empty rows and the empty cells that Excel leaves at the end of rows do not matter', async () => {
  expect(await taken('Date,Domestic,Foreign\n\n2025-02-03,120,40,,\n,,\n')).toEqual(two)
})

test('a heading that stands twice is named by position only', async () => {
  const content = 'Date,N,N\n2025-02-03,120,40\n'
  const byPosition = {
    columns: [2, 3].map((column) => ({ column, line: column === 2 ? 'domestic' : 'foreign' })),
  }
  const byName = { columns: [{ column: 'N', line: 'domestic' }] }
  expect([await taken(content, { counts: byPosition }), await taken(content, { counts: byName })]).toEqual([
    two,
    [{ ok: false, error: { code: 'mapping-mismatch', details: { column: 'N' } } }],
  ])
})

test('a wide file leaves the lines empty that a place does not count', async () => {
  const content = 'Place,Date,Domestic,Trucks\nhall,2025-02-03,120,\nyard,2025-02-03,,28\n'
  const columns = [
    { column: 'Domestic', line: 'domestic' },
    { column: 'Trucks', line: 'trucks' },
  ]
  expect(await taken(content, { checkpoint: { column: 'Place', by: 'code' }, counts: { columns } })).toEqual([
    'hall domestic entry 2025-02-03 day 120',
    'yard trucks entry 2025-02-03 day 28',
  ])
})
