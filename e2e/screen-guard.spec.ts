import { takeFirstSteps } from './first-start.ts'
import { expect, test } from './hosts.ts'

test('a screen that does not load leaves the others, says so, and comes with the window loaded again', async ({
  portbook,
}) => {
  const page = await portbook.open()
  await takeFirstSteps(page, { language: 'English' })
  await page.route(/crossings.*\.js$/, (route) => route.abort())
  await page.reload()
  await expect(page.getByRole('grid')).toBeVisible()
  await page.keyboard.press('Control+2')
  await expect(page.getByRole('alert')).toHaveText(
    'This part of the window cannot be shown. Nothing was changed.',
  )
  await page.keyboard.press('Control+1')
  await expect(page.getByRole('grid')).toBeVisible()

  await page.unroute(/crossings.*\.js$/)
  await page.keyboard.press('Control+2')
  await expect(page.getByRole('button', { name: 'Load the window again' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('grid')).toBeVisible()
  await page.keyboard.press('Control+2')
  await expect(page.getByRole('main').getByRole('status').first()).toHaveText('Counts: 0')
})

test('channels that do not load leave the count sheet above them', async ({ portbook }) => {
  const page = await portbook.open()
  await takeFirstSteps(page, { language: 'English' })
  await page.route(/sheet-board.*\.js$/, (route) => route.abort())
  await page.reload()
  await expect(page.getByRole('alert')).toHaveText(
    'This part of the window cannot be shown. Nothing was changed.',
  )
  await page.keyboard.type('312')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('contentinfo')).toContainText('312')
})
