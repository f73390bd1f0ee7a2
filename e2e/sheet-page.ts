import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Locator, Page } from '@playwright/test'
import { newBook } from './command-line.ts'
import { expect, type Portbook } from './hosts.ts'

/** A new book of a ready-made port, shown for the first time: the cursor is in the first cell of the sheet of now. */
export async function openNewBook(portbook: Portbook, port = 'jeminay'): Promise<Page> {
  const page = await portbook.open(newBook(portbook.folder, port))
  await expect(page.getByRole('grid').first()).toBeVisible()
  return page
}

/** A new book for Jeminay with the sheet of the passenger hall's morning. */
export async function startBook(portbook: Portbook): Promise<Page> {
  const page = await openNewBook(portbook)
  await showMorning(page)
  return page
}

/** The sheet of a day that lies behind us, so that the tests mean the same at every hour. */
export async function showMorning(page: Page, date = '2024-08-30'): Promise<void> {
  const dateField = page.getByRole('textbox', { name: 'Date' })
  await dateField.fill(date)
  await dateField.press('Enter')
  await page.getByRole('radio', { name: /^Morning/ }).check()
  await expect(page.getByRole('grid', { name: /30 Aug 2024, Morning/ })).toBeVisible()
  await field(page, 'Residents of the mainland, entry').focus()
}

export const cell = (page: Page, name: string): Locator => page.getByRole('gridcell', { name, exact: true })
export const field = (page: Page, name: string): Locator => page.getByRole('textbox', { name, exact: true })
export const foot = (page: Page): Locator => page.getByRole('contentinfo')

export async function type(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    if (/^[\d.+＋a-z-]+$/.test(key)) await page.keyboard.type(key)
    else await page.keyboard.press(key)
  }
}

/** Waits until every cell is on disk: nothing waits, and the foot says when it was saved. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(foot(page)).toContainText(/Saved \d\d:\d\d:\d\d/)
  await expect(foot(page)).not.toContainText('waiting')
  await expect(page.getByRole('grid').locator('[aria-busy=true]')).toHaveCount(0)
}

/** What Excel hands over when its cells are pasted. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate(`{
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', ${JSON.stringify(text)})
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.activeElement.dispatchEvent(event)
  }`)
}

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * A book for Jeminay whose hall works a night too and keeps no hours; it is closed the whole of 30 August 2024, and in the
 * morning before until 12:00.
 */
export async function openClosedBook(portbook: Portbook): Promise<Page> {
  const port = JSON.parse(readFileSync(path.join(root, 'resources/ports/jeminay.json'), 'utf8'))
  const [hall] = port.checkpoints
  hall.hours = []
  hall.shifts.push({ code: 'night', names: { en: 'Night' }, starts: '22:00', ends: '06:00' })
  const reason = { en: 'Snow' }
  hall.closures = [
    { from: '2024-08-30', to: '2024-08-30', reason },
    { from: '2024-08-29', to: '2024-08-29', starts: '10:00', ends: '12:00', reason },
  ]
  const file = path.join(portbook.folder, 'port.json')
  writeFileSync(file, JSON.stringify(port))
  const page = await portbook.open(newBook(portbook.folder, file))
  await page.getByRole('combobox', { name: /Language|语言|Язык|Тіл/ }).selectOption('en')
  return page
}
