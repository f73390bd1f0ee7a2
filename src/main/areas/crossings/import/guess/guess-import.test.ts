import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ImportGuess } from '../../../../../shared/contract/import.ts'
import { mappingFrom } from '../../../../../shared/import/mapping-from-uses.ts'
import { MappingFile } from '../../../../../shared/mapping-file.ts'
import { PortFile } from '../../../../../shared/port-file.ts'
import { plainMapping } from '../../../../testing/import-file.ts'
import { type TestBook, testBook } from '../../../../testing/test-book.ts'

const root = join(import.meta.dirname, '../../../../../..')
const read = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'))
const horgos = (): TestBook => testBook(PortFile.parse(read('resources/ports/horgos.json')))

async function guessed(book: TestBook, content: string | Buffer): Promise<ImportGuess> {
  const file = join(book.folder, 'guess.csv')
  writeFileSync(file, content)
  return book.done('guessImport', { file })
}

const mappingOf = ({ uses, reading, headings }: ImportGuess) => mappingFrom(uses, reading, headings)
const brief = ({ uses }: ImportGuess): string[] =>
  uses.map((use) => Object.values(use).filter(Boolean).join(' '))

describe('published files are guessed without any help but the port’s own names', () => {
  const files: [string, string, string, object][] = [
    [
      'hk-daily-passengers-2021-2023.csv',
      'hong-kong',
      'hk-daily',
      // Both names of the ferry terminal are in the book, so the guess needs no codes; nobody can guess the source.
      { checkpoint: { column: 'Control Point', by: 'name', codes: {}, create: [] }, source: undefined },
    ],
    [
      'bts-border-crossing-2018-2019.csv',
      'us-land-border',
      'bts-monthly',
      { unknownPlaces: 'refuse', source: undefined },
    ],
  ]
  for (const [name, port, mapping, but] of files) {
    const file = join(root, '../shared/data', name)
    const there = existsSync(file)
    test.skipIf(!there)(
      there ? name : `${name}: skipped, since ../shared/data has no such file`,
      async () => {
        const book = testBook(PortFile.parse(read(`e2e/fixtures/ports/${port}.json`)))
        const guess = await book.done('guessImport', { file })
        expect(mappingOf(guess)).toEqual({
          mapping: { ...MappingFile.parse(read(`e2e/fixtures/mappings/${mapping}.json`)), ...but },
          gaps: [],
        })
      },
    )
  }
})

test('Portbook’s own export is guessed to be read as its ready-made mapping reads it', async () => {
  const book = testBook()
  await book.done('recordCounts', {
    checkpoint: 'hall',
    counts: [
      { line: 'domestic', direction: 'entry', date: '2025-02-03', period: 'night/1@22', value: 12 },
      { line: 'foreign', direction: 'exit', date: '2025-02-03', period: 'day', value: 7, provisional: true },
    ],
  })
  const file = join(book.folder, 'export.csv')
  await book.done('exportCounts', { format: 'csv', file })
  const guess = await book.done('guessImport', { file })
  expect(mappingOf(guess)).toEqual({
    mapping: {
      ...MappingFile.parse(read('resources/mappings/portbook-export.json')),
      date: { column: 'date', pattern: 'YYYY-MM-DD' },
      period: { column: 'period', words: {} },
    },
    gaps: [],
  })
})

test('a Chinese sheet with a title, groups of directions and GB18030 is read', async () => {
  const gb = (text: string): Buffer => Buffer.from(gb18030(text))
  const guess = await guessed(
    horgos(),
    gb(
      [
        '霍尔果斯口岸旅客日报,,,,,,',
        '日期,入境,,,出境,,',
        ',内地居民,哈萨克斯坦旅客,合计,内地居民,哈萨克斯坦旅客,合计',
        '2024/8/31,"1,143",86,"1,229",112,-,112',
        '2024/9/1,停,停,,1,2,3',
      ].join('\r\n'),
    ),
  )
  expect({
    uses: brief(guess),
    headings: guess.headings,
    reading: {
      encoding: guess.reading.encoding,
      skipRows: guess.reading.skipRows,
      headings: guess.reading.headings,
      datePattern: guess.reading.datePattern,
      notReported: guess.reading.notReported,
      closed: guess.reading.closed,
      thousands: guess.reading.thousands,
    },
  }).toMatchInlineSnapshot(`
    {
      "headings": [
        "日期",
        "入境 / 内地居民",
        "入境 / 哈萨克斯坦旅客",
        "入境 / 合计",
        "出境 / 内地居民",
        "出境 / 哈萨克斯坦旅客",
        "出境 / 合计",
      ],
      "reading": {
        "closed": [
          "closed",
          "停",
        ],
        "datePattern": "YYYY/MM/DD",
        "encoding": "gb18030",
        "headings": 2,
        "notReported": [
          "",
          "-",
        ],
        "skipRows": 1,
        "thousands": ",",
      },
      "uses": [
        "date",
        "count mainland entry",
        "count kazakhstan entry",
        "total persons entry",
        "count mainland exit",
        "count kazakhstan exit",
        "total persons exit",
      ],
    }
  `)
})

/** Bytes of the few characters that the sheet above has: Node decodes GB18030 and does not encode it. */
function gb18030(text: string): number[] {
  const bytes = new Map<string, number[]>()
  const decoder = new TextDecoder('gb18030')
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1)
      bytes.set(decoder.decode(Uint8Array.of(high, low)), [high, low])
  }
  return [...text].flatMap((character) =>
    character < '\x80' ? [character.charCodeAt(0)] : (bytes.get(character) ?? []),
  )
}

test.each<[string, string, string[]]>([
  [
    'one row a direction',
    'Day;Place;Direction;Shift;Domestic;Foreign nationals;Total\n03.02.2025;Passenger hall;in;Morning;1;2;3\n03.02.2025;Joint inspection hall;out;Night;1;2;3\n',
    ['date', 'checkpoint', 'direction', 'period', 'count domestic', 'count foreign', 'total persons'],
  ],
  [
    'directions in the headings',
    'Date,Domestic (entry),Domestic (exit),Exits - Foreign\n2025-02-03,1,2,3\n',
    ['date', 'count domestic entry', 'count domestic exit', 'count foreign exit'],
  ],
  [
    'one measure a row',
    'Дата\tПункт пропуска\tНаправление\tПоказатель\tКоличество\n03.02.2025\thall\tвъезд\tDomestic\t5\n04.02.2025\thall\tвыезд\tCrew\t6\n',
    ['date', 'checkpoint', 'direction', 'measure', 'value'],
  ],
  [
    'a line under a name that is nearly its own, and a column of no use',
    'Date|Remark|Domestics|Foregn\n2025-02-03|windy|1|2\n2025-02-04|cold|1|2\n',
    ['date', 'nothing', 'count domestic', 'count foreign'],
  ],
])('columns are found by headings and cells: %s', async (_, content, uses) => {
  expect(brief(await guessed(testBook(), content))).toEqual(uses)
})

test('a table without headings is known by its cells, as far as they tell', async () => {
  const guess = await guessed(testBook(), '2025-02-03,hall,in,12\n2025-02-04,hall,out,13\n')
  expect({ uses: brief(guess), headings: guess.reading.headings, gaps: mappingOf(guess).gaps }).toEqual({
    uses: ['date', 'checkpoint', 'direction', 'nothing'],
    headings: false,
    gaps: [{ gap: 'no-counts', columns: [] }],
  })
})

test('a mapping that the book has is the guess where the file has all of its columns', async () => {
  const book = testBook()
  const mapping = MappingFile.parse({ ...plainMapping, source: 'Ours' })
  await book.done('saveMapping', { name: 'Daily', mapping })
  await book.done('saveMapping', {
    name: 'Other',
    mapping: { ...plainMapping, date: { column: 'Tag', pattern: 'ISO' } },
  })
  const fits = await guessed(book, 'Remark,Date,Domestic,Foreign\nx,2025-02-03,1,2\n')
  const differs = await guessed(book, 'Remark,Date,Foreign\nx,2025-02-03,1\n')
  expect({ saved: [fits.saved, differs.saved], mapping: mappingOf(fits).mapping }).toEqual({
    saved: ['Daily', null],
    mapping,
  })
})

test('what the user says of the layout is taken as it is', async () => {
  const book = testBook()
  const file = join(book.folder, 'guess.csv')
  writeFileSync(file, 'note\nDate;Domestic\n2025-02-03;1\n2025-02-04;2\n')
  const guess = await book.done('guessImport', {
    file,
    layout: { separator: ';', skipRows: 2, headings: false },
  })
  expect({ headings: guess.headings, rows: guess.rows }).toEqual({
    headings: ['', ''],
    rows: [
      { row: 3, cells: ['2025-02-03', '1'] },
      { row: 4, cells: ['2025-02-04', '2'] },
    ],
  })
})
