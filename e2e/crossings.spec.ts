import type { Page } from '@playwright/test'
import { expect, test } from './hosts.ts'

const counts = (page: Page) => page.getByRole('grid', { name: 'All counts of the book' })
const found = (page: Page) => page.getByRole('main').getByRole('status')

test('a clerk finds typed counts in the table by keys alone, and goes back to their sheet', async ({
  portbook,
}) => {
  const page = await portbook.open()
  await page.getByRole('radio', { name: 'English' }).check()
  await page.getByRole('radio', { name: 'Jeminay' }).check()
  await page.keyboard.press('Enter')
  const date = page.getByRole('textbox', { name: 'Date' })
  for (const [day, entry, exit] of [
    ['2024-08-29', '30', '4'],
    ['2024-08-30', '86', '12'],
  ] as const) {
    await date.fill(day)
    await date.press('Enter')
    await page.getByRole('radio', { name: /^Morning/ }).check()
    await expect(
      page.getByRole('grid', { name: new RegExp(`${day.slice(-2)} Aug 2024, Morning`) }),
    ).toBeVisible()
    const cell = page.getByRole('textbox', { name: 'Kazakhstan, entry', exact: true })
    await cell.focus()
    await page.keyboard.type(entry)
    await page.keyboard.press('Tab')
    await page.keyboard.type(exit)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('contentinfo')).toContainText(/Saved \d\d:\d\d:\d\d/)
    await expect(page.getByRole('grid').locator('[aria-busy=true]')).toHaveCount(0)
  }

  await page.keyboard.press('Control+2')
  await expect(found(page)).toHaveText('Counts: 4')
  const values = counts(page).getByRole('row').locator('[data-column=count][role=gridcell]')
  await expect(values).toHaveText(['12', '86', '4', '30'])
  await page.getByRole('combobox', { name: 'Order' }).selectOption('ascending')
  await expect(values).toHaveText(['30', '4', '86', '12'])

  const from = page.getByRole('textbox', { name: 'From' })
  await from.fill('2024-08-30')
  await from.press('Enter')
  await page.getByRole('radio', { name: 'Entry' }).check()
  await expect(values).toHaveText(['86'])
  await expect(found(page)).toHaveText('Counts: 1')

  await counts(page).focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('grid', { name: /30 Aug 2024, Morning/ })).toBeVisible()
})
