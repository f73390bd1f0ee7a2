import { expect, test } from './hosts.ts'

test('at first start the sample book opens by keys alone, marked as a sample, on its last day', async ({
  portbook,
}) => {
  const page = await portbook.open()
  await page.getByRole('radio', { name: 'English' }).press('ArrowRight')
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('heading', { name: 'A new book' })).toBeVisible()
  await page.keyboard.press('Tab')
  const jeminay = page.getByRole('radio', { name: 'Jeminay' })
  for (let step = 0; step < 5 && !(await jeminay.isChecked()); step += 1)
    await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: 'A sample to try things on' })).toBeChecked()
  await expect(page.getByText(/Invented figures from 1 Jul 2023 to 31 Aug 2024/)).toBeVisible()
  await page.keyboard.press('Enter')

  await expect(page.getByRole('grid', { name: /31 Aug 2024/ })).toBeVisible({ timeout: 60_000 })
  const foot = page.getByRole('contentinfo')
  await expect(foot).toContainText('Sample book, invented figures')
  await expect(foot).toContainText('sample-jeminay.portbook')
  const cell = page.getByRole('gridcell', { name: 'Residents of the mainland, entry', exact: true })
  await expect(cell).toContainText(/\d/)

  // It takes figures like any other book, and is the book that opens next time.
  await page.getByRole('textbox', { name: 'Residents of the mainland, entry', exact: true }).focus()
  await page.keyboard.type('97')
  await page.keyboard.press('Enter')
  await expect(foot).toContainText('97')
  await portbook.close()
  const again = await portbook.open()
  await expect(
    again.getByRole('gridcell', { name: 'Residents of the mainland, entry', exact: true }),
  ).toContainText('97')
  await expect(again.getByRole('contentinfo')).toContainText('Sample book, invented figures')
})
