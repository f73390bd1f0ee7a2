import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { sampleBook } from './command-line.ts'
import { expect, test } from './hosts.ts'

const rowsOf = (file: string): Record<string, string>[] =>
  parse(readFileSync(file), { bom: true, columns: true })

test('the year of the sample stands as it was published, and by keys alone a number leads to its declarations and back', async ({
  portbook,
}) => {
  const page = await portbook.open(sampleBook(portbook.folder))
  await expect(page.getByRole('grid', { name: /31 Aug 2024/ })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Trade report')
  await page.keyboard.press('Enter')
  const kind = page.getByRole('combobox', { name: 'Kind of report' })
  await kind.selectOption('Year report')
  await expect(kind).toHaveValue('year')
  await page.keyboard.press('Alt+ArrowLeft')
  const paper = page.getByRole('article', { name: 'Jeminay · Imports and exports, Whole port, 2023' })
  await expect(paper.getByRole('region', { name: 'Statement' })).toContainText(
    'Jeminay, 2023: trade of 210,700 t (+86.0% against 2022: 113,280 t).',
  )
  const groups = paper.getByRole('grid', { name: /By commodity group/ })
  const cells = (name: string) => groups.getByRole('row', { name: new RegExp(`^${name}`) }).locator('td')
  await expect(cells('Aquatic products')).toHaveText(['970.0', '0.0', '970.0', '326.0', '+197.5%', '–', '52'])
  await expect(cells('Total, gross').first()).toHaveText('3,700.0')

  const vehicles = cells('Motor vehicles')
  await expect(vehicles.nth(5)).toHaveText('19,827')
  await vehicles.nth(4).focus()
  await page.keyboard.press('ArrowRight')
  await expect(vehicles.nth(5)).toBeFocused()
  await page.keyboard.press('Enter')
  const behind = page.getByRole('article', { name: 'Both: Motor vehicles' })
  await expect(behind).toContainText('501 declarations · these goods net 39,992.0 t · number 19,827')
  await expect(behind.getByText('1–200 of 501')).toBeVisible()
  const [list] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+KeyE')])
  expect(list.suggestedFilename()).toBe('Jeminay 2023 Both  Motor vehicles.csv')
  const listed = rowsOf(await list.path())
  const sumOf = (column: string) => listed.reduce((sum, row) => sum + Number(row[column]), 0)
  expect([listed.length, Math.round(sumOf('Net, t')), sumOf('Number of pieces')]).toEqual([
    501, 39_992, 19_827,
  ])
  await page.keyboard.press('PageDown')
  await expect(behind.getByText('201–400 of 501')).toBeVisible()
  await expect(behind.getByRole('row').nth(1)).toBeFocused()
  const number = await behind.getByRole('row').nth(2).locator('td').first().innerText()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(number)
  await page.keyboard.press('Control+5')
  await expect(behind).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(vehicles.nth(5)).toBeFocused()

  await page.getByRole('combobox', { name: 'Rolled up by' }).selectOption('By month')
  await page.getByRole('combobox', { name: 'Format' }).selectOption('CSV')
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+KeyE')])
  expect(download.suggestedFilename()).toBe('Jeminay 2023 trade By month.csv')
  expect(
    rowsOf(await download.path())
      .filter(({ Code }) => Code === 'total')
      .map((row) => [row.Direction, row['tonnes, gross'], row.Change?.slice(0, 5)]),
  ).toEqual([
    ['Import', '3700', '1.920'],
    ['Export', '207000', '0.847'],
    ['Both', '210700', '0.859'],
  ])
})
