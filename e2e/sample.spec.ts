import { takeFirstSteps } from './first-start.ts'
import { expect, test } from './hosts.ts'

test('at first start the sample book opens by keys alone, marked as a sample, on its last day', async ({
  portbook,
}) => {
  const page = await portbook.open()
  await takeFirstSteps(page, { language: 'English', port: 'Jeminay', sample: true })
  await expect(page.getByRole('grid', { name: /31 Aug 2024/ })).toBeVisible()
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
