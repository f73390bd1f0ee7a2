import path from 'node:path'
import { takeFirstSteps } from './first-start.ts'
import { expect, test } from './hosts.ts'

test('the program opens without a book and offers a first one', async ({ portbook }) => {
  const page = await portbook.open()
  await expect(page).toHaveTitle(/Portbook/)
  await expect(page.getByRole('button').first()).toBeVisible()
})

test('a book that is not there is said to be missing, by name, and another one is begun by keys', async ({
  portbook,
}) => {
  const page = await portbook.open(path.join(portbook.folder, 'nowhere.portbook'))
  await expect(page.getByText('nowhere.portbook').first()).toBeVisible()
  const another = page.getByRole('button', { name: /Another book|另一本台账/ })
  await another.press('Enter')
  await expect(page.getByRole('radio', { name: 'English' })).toBeVisible()
  await page.keyboard.press('Escape')
  await another.press('Enter')
  await takeFirstSteps(page)
  await expect(page.getByRole('grid')).toBeVisible()
})

test('what was called saved is there after a kill, without naming the book again', async ({ portbook }) => {
  const page = await portbook.open()
  await takeFirstSteps(page)
  const grid = page.getByRole('grid')
  await expect(grid).toBeVisible()
  await page.keyboard.type('312')
  await page.keyboard.press('Enter')
  // The foot line names the saved change as what undo would take back.
  await expect(page.getByRole('contentinfo')).toContainText('312')
  await portbook.kill()

  const again = await portbook.reopen()
  // At night a direction has two cells, one for each date.
  await expect(again.getByRole('gridcell', { name: /, entry/ }).first()).toContainText('312')
})
