import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { takeFirstSteps } from './first-start.ts'
import { expect, type Portbook, test } from './hosts.ts'

/** A new book for Jeminay with a morning of the passenger hall, typed by keys alone. */
async function typeMorning(portbook: Portbook): Promise<Page> {
  const page = await portbook.open()
  await takeFirstSteps(page, { language: 'English', port: 'Jeminay' })
  const date = page.getByRole('textbox', { name: 'Date' })
  await date.fill('2024-08-30')
  await date.press('Enter')
  await page.getByRole('radio', { name: /^Morning/ }).check()
  await expect(page.getByRole('grid', { name: /30 Aug 2024, Morning/ })).toBeVisible()
  await page.getByRole('textbox', { name: 'Residents of the mainland, entry', exact: true }).focus()
  for (const count of ['1086', '112', '0', '2', '143', '58', '7']) {
    await page.keyboard.type(count)
    await page.keyboard.press('Tab')
  }
  return page
}

/** The numbers of a row of the report before its bases: entry, exit, both. */
const rowOf = (page: Page, name: string) =>
  page
    .getByRole('article')
    .getByRole('row', { name: new RegExp(`^${name} `) })
    .locator('td:not(.base)')

test('a typed shift is one key away from its report, with the same numbers', async ({ portbook }) => {
  const page = await typeMorning(portbook)
  await page.keyboard.press('F9')
  const paper = page.getByRole('article', {
    name: /Jeminay · Shift report, Passenger hall, .*30 August 2024 · Morning/,
  })
  await expect(paper).toBeVisible()
  await expect(rowOf(page, 'Residents of the mainland')).toHaveText(['1,086', '112', '1,198'])
  await expect(rowOf(page, 'Hong Kong, Macao, Taiwan')).toHaveText(['0', '2', '2'])
  await expect(rowOf(page, 'Kazakhstan')).toHaveText(['143', '58', '201'])
  await expect(rowOf(page, 'Other foreigners')).toHaveText(['7', 'not reported', '7'])
  await expect(rowOf(page, 'Passengers')).toHaveText(['1,236', '172', '1,408'])
  await page.keyboard.press('Control+1')
  await expect(page.getByRole('grid', { name: /30 Aug 2024, Morning/ })).toBeVisible()
  await page.keyboard.press('Control+5')
  await expect(paper).toBeVisible()
})

test('the report goes by day and month, and a day back and forth, by keys alone', async ({ portbook }) => {
  const page = await typeMorning(portbook)
  await page.keyboard.press('F9')
  await page.getByRole('combobox', { name: 'Kind of report' }).selectOption('Day report')
  await expect(
    page.getByRole('article', { name: /Day report, Passenger hall, Friday 30 August 2024$/ }),
  ).toBeVisible()
  await page.keyboard.press('Alt+ArrowRight')
  await expect(page.getByRole('article', { name: /Saturday 31 August 2024$/ })).toBeVisible()
  await expect(rowOf(page, 'Kazakhstan')).toHaveText(['not reported', 'not reported', 'not reported'])
  await page.getByRole('combobox', { name: 'Kind of report' }).selectOption('Month report')
  await page.getByRole('combobox', { name: 'Checkpoint' }).selectOption('Whole port')
  await expect(page.getByRole('article', { name: /Month report, Whole port, August 2024/ })).toBeVisible()
  await expect(rowOf(page, 'Passengers').first()).toHaveText('1,236')
})

test('the page keys go from shift to shift, and a range has both its ends typed', async ({ portbook }) => {
  const page = await typeMorning(portbook)
  await page.keyboard.press('F9')
  await expect(page.getByRole('article', { name: /Friday 30 August 2024 · Morning/ })).toBeVisible()
  await page.keyboard.press('PageDown')
  await expect(page.getByRole('article', { name: /Friday 30 August 2024 · Afternoon/ })).toBeVisible()
  await page.keyboard.press('PageDown')
  await page.keyboard.press('PageUp')
  await page.keyboard.press('PageUp')
  await expect(page.getByRole('article', { name: /Friday 30 August 2024 · Morning/ })).toBeVisible()
  await page.getByRole('combobox', { name: 'Kind of report' }).selectOption('Report of a period')
  await expect(page.getByRole('article', { name: /1 Aug 2024 – 30 Aug 2024$/ })).toBeVisible()
  const first = page.getByRole('textbox', { name: 'From' })
  await first.fill('2024-08-21')
  await first.press('Enter')
  await expect(page.getByRole('article', { name: /21 Aug 2024 – 30 Aug 2024$/ })).toBeVisible()
  await expect(rowOf(page, 'Passengers')).toHaveText(['1,236', '172', '1,408'])
  await page.keyboard.press('PageUp')
  await expect(page.getByRole('article', { name: /11 Aug 2024 – 20 Aug 2024$/ })).toBeVisible()
})

test('the report as PDF has the numbers of the screen, and the format is remembered', async ({
  portbook,
}) => {
  const page = await typeMorning(portbook)
  await page.keyboard.press('F9')
  await expect(rowOf(page, 'Passengers')).toHaveText(['1,236', '172', '1,408'])
  const format = page.getByRole('combobox', { name: 'Format of the export' })
  await format.selectOption('PDF')
  const started = page.waitForEvent('download')
  await page.keyboard.press('Control+e')
  const download = await started
  expect(download.suggestedFilename()).toBe('Jeminay 2024-08-30 Morning Passenger hall.pdf')
  const pdf = await download.path()
  expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-')
  const reader = spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' })
  if (!reader.error) expect(reader.stdout.replace(/ +/g, ' ')).toContain('Passengers 1,236 172 1,408')
  const again = await portbook.reopen()
  await expect(again.getByRole('grid')).toBeVisible()
  await again.keyboard.press('F9')
  await expect(again.getByRole('combobox', { name: 'Format of the export' })).toHaveValue('pdf')
})

test('Ctrl+P prints, and only the report is on the paper', async ({ portbook }) => {
  const page = await typeMorning(portbook)
  await page.evaluate(
    "window.print = () => document.documentElement.setAttribute('data-printed', document.querySelector('article')?.ariaLabel ?? '')",
  )
  // Pressed before the report is there, it prints the report all the same.
  await page.keyboard.press('F9')
  await page.keyboard.press('Control+p')
  await expect(page.locator('html[data-printed*="Shift report"]')).toHaveCount(1)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('article')).toBeVisible()
  await expect(page.getByRole('navigation')).toBeHidden()
  await expect(page.getByRole('contentinfo').filter({ hasText: 'Saved' })).toBeHidden()
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden()
})

test('Ctrl+E exports the report that is shown', async ({ portbook }) => {
  const page = await typeMorning(portbook)
  await page.keyboard.press('F9')
  await page.getByRole('combobox', { name: 'Format of the export' }).selectOption('CSV')
  const started = page.waitForEvent('download')
  await page.keyboard.press('Control+e')
  const download = await started
  expect(download.suggestedFilename()).toBe('Jeminay 2024-08-30 Morning Passenger hall.csv')
  const rows: string[][] = parse(readFileSync(await download.path(), 'utf8'), { bom: true })
  expect(
    rows.filter(([section, , code]) => section === 'Total' && code === 'passengers').map((row) => row[6]),
  ).toEqual(['1236', '172', '1408'])
  await expect(
    page.getByText('Saved to the downloads: Jeminay 2024-08-30 Morning Passenger hall.csv'),
  ).toBeVisible()
})
