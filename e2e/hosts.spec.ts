import path from 'node:path'
import { expect, test } from './hosts.ts'

test('the program opens without a book and offers a first one', async ({ portbook }) => {
  const page = await portbook.open()
  await expect(page).toHaveTitle(/Portbook/)
  await expect(page.getByRole('button').first()).toBeVisible()
})

test('a book that is not there is said to be missing, by name', async ({ portbook }) => {
  const page = await portbook.open(path.join(portbook.folder, 'nowhere.portbook'))
  await expect(page.getByText('nowhere.portbook').first()).toBeVisible()
})
