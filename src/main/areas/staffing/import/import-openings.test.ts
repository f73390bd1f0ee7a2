import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import type { InputOf } from '../../../../shared/contract/index.ts'
import { OpeningsMappingFile } from '../../../../shared/openings-mapping-file.ts'
import { allRows } from '../../../testing/all-rows.ts'
import { staffTestBook } from '../../../testing/staff-test-book.ts'
import { type TestBook, testBook } from '../../../testing/test-book.ts'
import { rowsXml, workbookBytes } from '../../../testing/workbook.ts'

type Mapping = InputOf<'importOpenings'>['mapping']

const own = OpeningsMappingFile.parse(
  JSON.parse(
    readFileSync(
      join(import.meta.dirname, '../../../../../resources/openings-mappings/portbook-export.json'),
      'utf8',
    ),
  ),
)
const chinese: Mapping = {
  format: 1,
  date: { column: '日期', pattern: 'YYYY/MM/DD' },
  checkpoint: { code: 'hall' },
  channel: { column: '通道', codes: { '1号': 'm1', '2号': 'm2', 备用: null } },
  direction: { column: '方向', words: { 入: 'entry', 出: 'exit' } },
  times: { column: '时间' },
  heads: { column: '人数' },
}

async function staffed(): Promise<TestBook> {
  const book = testBook()
  await staffTestBook(book)
  return book
}

let book: TestBook
beforeEach(async () => {
  book = await staffed()
})

function file(text: string, name = 'openings.csv'): string {
  const path = join(book.folder, name)
  writeFileSync(path, text)
  return path
}

const stored = ({ writer }: TestBook) =>
  writer.db
    .prepare(
      `SELECT date, shift, channel, plan, direction, starts_minute, ends_minute, head_count FROM opening
       ORDER BY date, channel, starts_minute`,
    )
    .raw()
    .all()

test.each(['csv', 'xlsx'] as const)(
  'an export as %s is taken back: the same in its own book, and everything in another',
  async (format) => {
    const place = { checkpoint: 'hall', date: '2025-02-03' } as const
    const m1 = { channel: 'm1', plan: 'actual', direction: 'entry' } as const
    const duty = { officer: '061234', role: 'inspector', startsMinute: 600, endsMinute: null } as const
    await book.done('recordOpenings', {
      ...place,
      shift: 'morning',
      openings: [
        {
          ...m1,
          startsMinute: 600,
          endsMinute: 700,
          duties: [
            { ...duty, endsMinute: 650 },
            { ...duty, officer: '061235', startsMinute: 640, role: 'assistant' },
          ],
        },
        { ...m1, startsMinute: 700, endsMinute: null, direction: 'exit', headCount: 2 },
        { ...m1, plan: 'planned', startsMinute: 600, endsMinute: 900, duties: [duty] },
      ],
    })
    await book.done('recordOpenings', {
      ...place,
      shift: 'night',
      openings: [
        { ...m1, startsMinute: 1320, endsMinute: 1440 },
        { ...m1, startsMinute: 1440, endsMinute: 1800, headCount: 0, direction: 'exit' },
        {
          ...m1,
          channel: 'm2',
          startsMinute: 1500,
          endsMinute: 1560,
          duties: [{ ...duty, startsMinute: 1520 }],
        },
      ],
    })
    const path = join(book.folder, `export.${format}`)
    expect((await book.done('exportOpenings', { format, file: path })).rows).toBe(6)
    expect(await book.done('importOpenings', { file: path, mapping: own })).toMatchObject({
      rows: 6,
      openings: 6,
      new: 0,
      same: 6,
      changed: 0,
      batch: null,
    })
    const other = await staffed()
    expect(await other.done('importOpenings', { file: path, mapping: own })).toMatchObject({
      new: 6,
      refusedCells: 0,
    })
    const again = join(book.folder, 'again.csv')
    await other.done('exportOpenings', { format: 'csv', file: again })
    const original = join(book.folder, 'original.csv')
    await book.done('exportOpenings', { format: 'csv', file: original })
    expect(readFileSync(again, 'utf8')).toBe(readFileSync(original, 'utf8'))
    expect(readFileSync(original, 'utf8')).toContain('061234 10:00–10:50; 061235 10:40– assistant')
  },
)

test('a list of the office is read by its own words: shifts by their hours, spans, full-width digits, rows left out', async () => {
  const rows = [
    '日期,通道,方向,时间,人数',
    '2025/02/03,1号,入,10:00–13:30,1',
    '2025/02/03,2号,入,１０：００-12:00,',
    '2025/02/03,1号,出,23:00~01:30,2',
    '2025/02/03,1号,出,1:30—,2',
    '2025/02/03,备用,出,1:30—2:00,2',
  ]
  const answer = await book.done('importOpenings', { file: file(rows.join('\n')), mapping: chinese })
  expect(answer).toMatchObject({ rows: 5, openings: 4, new: 4, leftOut: 1, refused: [], written: true })
  expect(stored(book)).toEqual([
    ['2025-02-03', 'morning', 'm1', 'actual', 'entry', 600, 810, 1],
    ['2025-02-03', 'night', 'm1', 'actual', 'exit', 1380, 1530, 2],
    ['2025-02-03', 'night', 'm1', 'actual', 'exit', 1530, null, 2],
    ['2025-02-03', 'morning', 'm2', 'actual', 'entry', 600, 720, null],
  ])
  const { undo } = await book.done('readUndoSteps', {})
  expect(undo).toMatchObject({ operation: 'importOpenings', size: 4 })
  await book.done('undo', { batch: undo?.batch ?? 0 })
  expect(stored(book)).toEqual([])
})

test('a workbook with real dates and times is read like a text', async () => {
  const path = join(book.folder, 'openings.xlsx')
  const rows =
    '<row><c s="1"><v>45691</v></c><c t="inlineStr"><is><t>1号</t></is></c><c t="inlineStr"><is><t>入</t></is></c>'
  const times = `<c><v>${10 / 24}</v></c><c><v>${13.5 / 24}</v></c><c><v>1</v></c></row>`
  const headings = rowsXml([['日期', '通道', '方向', '起', '止', '人数']])
  writeFileSync(path, workbookBytes({ sheets: [{ rows: headings + rows + times }] }))
  const mapping = { ...chinese, times: { from: '起', to: '止' } }
  expect(await book.done('importOpenings', { file: path, mapping })).toMatchObject({ new: 1, refused: [] })
  expect(stored(book)).toEqual([['2025-02-03', 'morning', 'm1', 'actual', 'entry', 600, 810, 1]])
})

test('rows that cannot be are all named with their reasons, and nothing is written', async () => {
  const before = allRows(book.writer.db)
  const rows = [
    '日期,通道,方向,时间,人数',
    '2025/02/03,1号,入,10:00–13:30,1',
    '2025/02/03,1号,出,13:00–14:00,1',
    '2025/02/03,9号,出,13:00–14:00,1',
    '2025/02/03,1号,东,13:30–14:00,1',
    '2025/02/03,2号,入,14:00–13:00,1',
    '2025/02/03,2号,入,25:00–26:00,1',
    '2025/02/31,2号,入,10:00–11:00,1',
    '2025/02/03,2号,入,20:30–21:00,1',
    '2025/02/03,2号,入,10:00–11:00,many',
    '2025/02/03,1号,入,10:00–11:30,1',
  ]
  const answer = await book.done('importOpenings', { file: file(rows.join('\n')), mapping: chinese })
  expect(answer.refused.map(({ row, column, code }) => [row, column, code])).toEqual([
    [3, '', 'channel-open-already'],
    [4, '', 'unknown-channel'],
    [5, '方向', 'word-unknown'],
    [6, '', 'opening-ends-first'],
    [7, '时间', 'time-impossible'],
    [8, '日期', 'date-impossible'],
    [9, '', 'unknown-shift'],
    [10, '人数', 'count-not-whole'],
    [11, '', 'key-twice'],
  ])
  expect(answer.refused[1]?.reason).toBe('The checkpoint has no channel “9号”.')
  expect([answer.written, allRows(book.writer.db)]).toEqual([false, before])
})

test('a trial run says what would be new and changed, and writes nothing', async () => {
  const first = file('日期,通道,方向,时间,人数\n2025/02/03,1号,入,10:00–13:30,1')
  await book.done('importOpenings', { file: first, mapping: chinese })
  const before = allRows(book.writer.db)
  const more = file(
    '日期,通道,方向,时间,人数\n2025/02/03,1号,入,10:00–13:00,1\n2025/02/03,1号,出,13:00–14:00,1',
  )
  expect(await book.done('importOpenings', { file: more, mapping: chinese, dryRun: true })).toMatchObject({
    new: 1,
    changed: 1,
    written: false,
  })
  expect(allRows(book.writer.db)).toEqual(before)
})

test('a file that lacks a column of the mapping, or has no rows, is refused as a whole', async () => {
  expect([
    await book.call('importOpenings', { file: file('日期,通道\n2025/02/03,1号'), mapping: chinese }),
    await book.call('importOpenings', { file: file('日期,通道,方向,时间,人数\n'), mapping: chinese }),
    await book.call('importOpenings', { file: join(book.folder, 'none.csv'), mapping: chinese }),
  ]).toMatchObject([
    { error: { code: 'mapping-mismatch', details: { column: '方向' } } },
    { error: { code: 'file-empty' } },
    { error: { code: 'file-missing' } },
  ])
})
