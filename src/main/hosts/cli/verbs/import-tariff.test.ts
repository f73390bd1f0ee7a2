import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { portbook, portbookJson } from '../../../testing/command-line.ts'
import { tariffRows } from '../../../testing/tariff-file.ts'
import { testBook } from '../../../testing/test-book.ts'

// Processes start slowly on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

test('import tariff guesses the mapping or takes one, tries, writes, says what it did again, and refuses with status 1', async () => {
  const book = testBook()
  book.close()
  const file = join(book.folder, 'tariff.csv')
  const mapping = join(book.folder, 'mapping.json')
  writeFileSync(file, [...tariffRows, 'TOTAL,All goods,全部'].join('\n'))
  writeFileSync(mapping, JSON.stringify({ format: 1, code: { column: 'code' }, texts: { en: 'en' } }))
  const importing = ['import', 'tariff', '--book', book.path, '--file', file]
  const trial = await portbookJson(...importing, '--dry-run')
  const first = await portbookJson(...importing)
  const again = await portbookJson(...importing, '--mapping', mapping, '--from', '2025-01-01')
  expect([trial, first, again]).toMatchObject([
    { status: 0, answer: { lines: 9, new: 9, languages: ['zh-CN', 'en'], written: false } },
    { status: 0, answer: { lines: 9, new: 9, skipped: [{ row: 11, text: 'TOTAL' }], written: true } },
    { status: 0, answer: { changed: 9, languages: ['en'], from: '2025-01-01', written: true } },
  ])
  writeFileSync(file, [...tariffRows, '0202,Again,又'].join('\n'))
  const refused = await portbook(importing)
  expect([refused.status, refused.out]).toEqual([
    1,
    expect.stringContaining('row 11, code: 0202 stands in row 3 already.'),
  ])
  writeFileSync(file, 'a,b\nx,y\n')
  expect(await portbook(importing)).toMatchObject({ status: 2 })
  expect(await portbook(['import', 'tariff', '--book', book.path])).toMatchObject({ status: 2 })
})
