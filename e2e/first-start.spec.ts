import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './hosts.ts'

const step = (page: Page) => page.locator('.steps > [aria-current=step]')
const place = 'Folder of the book'

test('from nothing to the first typed number it takes four times Enter', async ({ portbook }) => {
  const page = await portbook.open()
  await page.getByRole('radio', { name: 'English' }).check()
  for (const name of ['Language', 'Port', 'Figures', 'Place']) {
    await expect(step(page)).toHaveText(name)
    await page.keyboard.press('Enter')
  }
  await expect(page.getByRole('grid')).toBeVisible({ timeout: 30_000 })
  await page.keyboard.type('312')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('contentinfo')).toContainText('not reported → 312')
})

test('Esc goes back, and what was chosen before stays chosen', async ({ portbook }) => {
  const page = await portbook.open()
  await page.getByRole('radio', { name: 'English' }).check()
  await page.keyboard.press('Enter')
  await page.getByRole('radio', { name: 'Jeminay' }).check()
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByText(/Invented figures from 1 Jul 2023 to 31 Aug 2024/)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText('sample-jeminay.portbook')).toBeVisible()
  await expect(page.getByRole('textbox', { name: place })).toHaveValue(new RegExp(`^${portbook.folder}`))
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(step(page)).toHaveText('Port')
  await expect(page.getByRole('radio', { name: 'Jeminay' })).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(step(page)).toHaveText('Language')
})

test('a refusal stands where it happened: a folder that takes nothing, and a book that is there and is opened instead', async ({
  portbook,
}) => {
  const books = path.join(portbook.folder, 'books')
  const page = await portbook.open()
  await page.getByRole('radio', { name: 'English' }).check()
  for (let at = 0; at < 3; at += 1) await page.keyboard.press('Enter')
  writeFileSync(path.join(portbook.folder, 'file'), '')
  await page.getByRole('textbox', { name: place }).fill(path.join(portbook.folder, 'file'))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('Nothing can be written into this folder')

  mkdirSync(books, { recursive: true })
  writeFileSync(path.join(books, 'horgos.portbook'), 'Dear port,')
  await page.getByRole('textbox', { name: place }).fill(books)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('There is already a file of this name.')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('This file is not a book of Portbook.')
  expect(readFileSync(path.join(books, 'horgos.portbook'), 'utf8')).toBe('Dear port,')

  const other = path.join(portbook.folder, 'other')
  await page.getByRole('textbox', { name: place }).fill(other)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('grid')).toBeVisible({ timeout: 30_000 })
  expect(readdirSync(other)).toContain('horgos.portbook')
})

test('a port file of one’s own is read before a book is made from it, and a fault in it is named', async ({
  portbook,
}) => {
  const port = JSON.parse(readFileSync('e2e/fixtures/ports/hong-kong.json', 'utf8'))
  const bad = path.join(portbook.folder, 'bad.json')
  writeFileSync(bad, JSON.stringify({ ...port, zone: 'Nowhere' }))
  const page = await portbook.open()
  await page.getByRole('radio', { name: 'English' }).check()
  await page.keyboard.press('Enter')
  await page.getByRole('radio', { name: 'A port file of one’s own' }).check()
  await expect(page.getByRole('button', { name: /Next/ })).toBeDisabled()
  let chosen = ''
  page.on('filechooser', (chooser) => chooser.setFiles(chosen))
  const choose = async (file: string) => {
    chosen = file
    await page.getByRole('button', { name: 'Choose the file' }).press('Enter')
  }
  await choose(bad)
  await expect(page.getByRole('alert')).toContainText('zone: a time zone such as Asia/Shanghai')
  await choose('e2e/fixtures/ports/hong-kong.json')
  await expect(page.getByRole('status')).toContainText('Checkpoints: ')
  await expect(page.getByRole('button', { name: /Next/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(step(page)).toHaveText('Place')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('grid')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByRole('contentinfo')).toContainText('hong-kong.portbook')
})
