import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testBook } from '../../../../testing/test-book.ts'
import { rowsXml, workbookBytes } from '../../../../testing/workbook.ts'

async function guessed(name: string, content: string | Buffer) {
  const book = testBook()
  const file = join(book.folder, name)
  writeFileSync(file, content)
  const guess = await book.done('guessTariff', { file })
  if (guess.mapping === null) return { guess, imported: null }
  const imported = await book.done('importTariff', { file, mapping: guess.mapping, dryRun: true })
  return { guess, imported }
}

test('a national tariff in four languages is guessed with its units and dates, below a title', async () => {
  const rows = [
    '进出口税则 2025,,,,,,,',
    '税则号列,商品名称,Description,Наименование,Атауы,计量单位,实施日期,失效日期',
    '87,车辆,Vehicles,Средства транспорта,Көлік құралдары,,2025-01-01,',
    '8703,载人机动车辆,Motor cars,Автомобили легковые,Жеңіл автомобильдер,,2025-01-01,',
    '8703.80,仅装有驱动电动机,Electric only,Только с электродвигателем,Тек электр қозғалтқышы бар,,2025-01-01,',
    '8703.8000,仅装有驱动电动机,Electric only,Только с электродвигателем,Тек электр қозғалтқышы бар,辆/千克,2025-01-01,2025-12-31',
    '8703.8000.10,小轿车,Saloon cars,Седаны,Седан автомобильдері,辆/千克,2025-01-01,2025-12-31',
  ]
  const { guess, imported } = await guessed('税则.csv', rows.join('\n'))
  expect(guess.mapping).toEqual({
    format: 1,
    separator: ',',
    skipRows: 1,
    headings: true,
    code: { column: '税则号列', lengths: [2, 4, 6, 8, 10] },
    texts: { 'zh-CN': '商品名称', en: 'Description', ru: 'Наименование', kk: 'Атауы' },
    units: { column: '计量单位', words: {} },
    from: { column: '实施日期', pattern: 'YYYY-MM-DD' },
    to: { column: '失效日期', pattern: 'YYYY-MM-DD' },
  })
  expect(imported).toMatchObject({
    lines: 5,
    refused: [],
    unknownUnits: [],
    languages: ['zh-CN', 'en', 'ru', 'kk'],
  })
})

test('a file without headings has its columns by position', async () => {
  const { guess, imported } = await guessed(
    'hs.txt',
    '01;Live animals\n0101;Horses\n010121;Pure-bred breeding animals',
  )
  expect(guess.mapping).toMatchObject({
    separator: ';',
    headings: false,
    code: { column: 1 },
    texts: { en: 2 },
  })
  expect(imported).toMatchObject({ lines: 3, refused: [] })
})

test('a workbook is guessed as a text file is', async () => {
  const rows = rowsXml([
    ['Код', 'Наименование'],
    ['8703', 'Автомобили'],
    ['870380', 'Автомобили только с электродвигателем'],
  ])
  const { guess, imported } = await guessed('тнвэд.xlsx', workbookBytes({ sheets: [{ rows }] }))
  expect([guess.kind, guess.mapping]).toMatchObject([
    'xlsx',
    { code: { column: 'Код' }, texts: { ru: 'Наименование' } },
  ])
  expect(imported).toMatchObject({ lines: 2, refused: [] })
})

test.each([
  ['words without codes', 'name,text\nfish,Fish of the sea\nmeat,Meat of the land'],
  ['codes without words', 'code,number\n0101,1\n0102,2'],
])('there is no guess for %s', async (_, content) => {
  expect((await guessed('table.csv', content)).guess.mapping).toBeNull()
})
