import { expect, test } from 'vitest'
import { csvOf } from './csv-text.ts'

test('the list opens in Excel as text: quoted where needed, no formula, and a negative number stays one', () => {
  expect(
    csvOf([
      ['行', '列', '单元格'],
      ['7', '旅客, "外籍"', '=1+1'],
      ['8', 'a\nb', '-3'],
      ['9', '＝HYPERLINK', '-x'],
    ]),
  ).toBe('\ufeff行,列,单元格\r\n7,"旅客, ""外籍""",\'=1+1\r\n8,"a\nb",-3\r\n9,\'＝HYPERLINK,\'-x\r\n')
})
