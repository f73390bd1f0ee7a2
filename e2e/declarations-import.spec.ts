import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './hosts.ts'
import { openNewBook } from './sheet-page.ts'

const heads = '报关单号,申报日期,方式,监管方式,运输方式,贸易国,毛重,放行日期,商品编码,商品名称,净重,车牌号'
const row = (number: string, way: string, net = '19000', code = '23040010') =>
  `9405202400000000${number},2024-08-20,${way},0110,公路运输,哈萨克斯坦,20000,2024-08-20,${code},豆粕,${net},新F1${number}`

function csv(folder: string, name: string, ...rows: string[]): string {
  const file = path.join(folder, name)
  writeFileSync(file, [heads, ...rows, ''].join('\r\n'))
  return file
}

const panel = (page: Page) => page.getByRole('complementary', { name: 'What is asked' })
const importButton = (page: Page) => panel(page).getByRole('button', { name: /^Import/ })
const foot = (page: Page) => page.getByRole('contentinfo')
const rowsInTable = (page: Page) => page.getByRole('main').getByRole('status').first()

test('declarations of another system come in by keys alone: columns shown, unknown words asked, refusals named, taken back by one key', async ({
  portbook,
}) => {
  const page = await openNewBook(portbook)
  let nextFile = ''
  page.on('filechooser', (chooser) => chooser.setFiles(nextFile))
  const choose = async (key: string, ...rows: string[]) => {
    nextFile = csv(portbook.folder, 'customs.csv', ...rows)
    await page.keyboard.press(key)
  }
  await page.keyboard.press('Control+4')
  await expect(rowsInTable(page)).toHaveText('Declarations: 0')
  await page.keyboard.press('Control+i')
  await expect(page.getByRole('button', { name: /^Choose a file/ })).toBeFocused()

  // No heading says which column has the direction: it is what the cursor stands on.
  await choose('Enter', row('01', '出口'), row('02', '出关货'), row('03', '出口', '20001'))
  await expect(panel(page)).toContainText('Import or export?')
  await page.getByLabel('Use of “方式”').selectOption('direction')
  await expect(panel(page)).toContainText('Unknown words: 1')
  const word = panel(page).getByLabel('Meaning of “出关货”')
  await expect(word).toBeFocused()
  await word.selectOption('export')
  await expect(panel(page)).toContainText('Refused cells')
  await page.getByRole('radio', { name: 'Refused 1' }).check()
  await expect(page.getByRole('grid', { name: 'Refused 1' }).getByRole('row')).toHaveText([
    'RowColumnReason',
    /^4净重More than the gross weight of the declaration, 20,000 kg/,
  ])
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save the list of refusals' }).press('Enter')
  expect(readFileSync(await (await download).path(), 'utf8')).toMatch(
    /^\ufeffRow,Column,Cell,Reason\r\n4,净重,/,
  )
  await expect(importButton(page)).toHaveAttribute('aria-disabled', 'true')
  await panel(page).getByLabel('Save this mapping as').fill('Customs')
  await page.keyboard.press('Enter')
  await expect(panel(page)).toContainText('Saved: Customs')

  // The mended file is read by the mapping that was kept, without being asked anything.
  await choose('Control+o', row('01', '出口'), row('02', '出关货'), row('03', '出口', '19001'))
  await expect(importButton(page)).toBeFocused()
  await expect(page.getByRole('group', { name: 'How the file is laid out' })).toContainText('Customs')
  await page.keyboard.press('Control+Enter')
  await expect(panel(page)).toContainText('Declarations: 3 new, 0 changed, 0 same. Items: 3.')
  await expect(foot(page)).toContainText('Undo: declarations imported')
  await page.keyboard.press('Escape')
  await expect(rowsInTable(page)).toHaveText('Declarations: 3')
  await page.keyboard.press('Control+z')
  await expect(rowsInTable(page)).toHaveText('Declarations: 0')
})
