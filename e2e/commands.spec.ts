import type { Page } from '@playwright/test'
import { newBook } from './command-line.ts'
import { expect, test } from './hosts.ts'

let book: string
let page: Page

test.beforeEach(async ({ portbook }) => {
  book = newBook(portbook.folder, 'jeminay')
  page = await portbook.open(book)
  await page.getByRole('combobox', { name: /Language|语言/ }).selectOption('en')
  await expect(page.getByRole('grid')).toBeVisible()
})

const field = () => page.getByRole('combobox', { name: 'Find anything' })
const cell = (name: string) => page.getByRole('textbox', { name, exact: true })
const options = () => page.getByRole('listbox').getByRole('option')
const first = 'Residents of the mainland, entry'

test('the list of commands leaves a cell being typed as it was, and runs what is chosen', async () => {
  await cell(first).focus()
  await page.keyboard.type('12')
  await page.keyboard.press('ArrowLeft')
  await cell(first).focus()
  await page.keyboard.type('97')
  await page.keyboard.press('Control+KeyK')
  await expect(field()).toBeFocused()
  await page.keyboard.type('jour')
  await expect(page.getByText('Nothing by these words')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(field()).toBeHidden()
  await expect(cell(first)).toBeFocused()
  await page.keyboard.type('5')
  await expect(cell(first)).toHaveValue('975')
  await expect(page.getByRole('contentinfo')).toContainText('Undo: not reported → 12')

  await page.keyboard.press('Control+KeyK')
  await page.keyboard.type('month rep')
  await expect(options()).toHaveText(['Month report'])
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Kind of report' })).toHaveValue('month')
  // Another screen takes the focus from the cell, and so what was typed into it is saved.
  await expect(page.getByRole('contentinfo')).toContainText('975')
})

test('a date and a shift are gone to, by English words in a Chinese window and by the first letters of pinyin', async () => {
  await page.getByRole('combobox', { name: 'Language' }).selectOption('zh-CN')
  await page.keyboard.press('Control+KeyK')
  await page.keyboard.type('sheet 2024-08-31')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('grid', { name: /2024年8月31日/ })).toBeVisible()

  await page.keyboard.press('Control+KeyK')
  await page.keyboard.type('yuebb')
  await expect(options()).toHaveCount(0)
  await page.keyboard.press('Control+KeyA')
  await page.keyboard.type('ybb')
  await expect(options()).toHaveText(['月报表'])
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: '报表种类' })).toHaveValue('month')

  // What was used last stands first.
  await page.keyboard.press('Control+KeyK')
  await expect(options().nth(0)).toContainText('月报表')
})

test('what cannot act now says why and does nothing', async () => {
  await page.keyboard.press('Control+KeyK')
  await page.keyboard.type('redo')
  const redo = options()
  await expect(redo).toHaveAttribute('aria-disabled', 'true')
  await expect(redo).toContainText('There is nothing to redo.')
  await page.keyboard.press('Enter')
  await expect(field()).toBeVisible()
})

test('Enter that ends a Chinese composition runs nothing', async () => {
  await page.keyboard.press('Control+KeyK')
  await page.keyboard.type('crossings')
  await field().dispatchEvent('keydown', { key: 'Enter', code: 'Enter', isComposing: true, bubbles: true })
  await expect(field()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(
    page.getByRole('table', { name: 'All counts of the book' }).or(page.getByText('Counts: 0')),
  ).toBeVisible()
})

test('F1 tells every key that acts, beside the figures, and Esc goes back to the cell', async () => {
  await cell(first).focus()
  await page.keyboard.type('8')
  await page.keyboard.press('F1')
  const help = page.getByRole('complementary', { name: 'Help on keys' })
  await expect(help).toBeFocused()
  await expect(page.getByRole('grid')).toBeVisible()
  // DESIGN, section 6, as far as it exists.
  for (const key of [
    '↑ ↓ ← →',
    'Enter',
    'Tab',
    '0–9',
    'F2',
    'Esc',
    'Delete',
    '+45, 45+38',
    'Ctrl C, Ctrl V',
    'Ctrl Z',
    'Ctrl Y, Ctrl Shift Z',
    'PgUp',
    'PgDn',
    'Ctrl K',
    'Ctrl 1',
    'Ctrl 2',
    'Ctrl 5',
    'F9',
    'F1',
  ])
    await expect(help.getByText(key, { exact: true }).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(help).toBeHidden()
  await page.keyboard.type('4')
  await expect(cell(first)).toHaveValue('84')

  await page.keyboard.press('Control+Digit5')
  await page.keyboard.press('F1')
  for (const key of ['Ctrl P', 'Ctrl E']) await expect(help.getByText(key, { exact: true })).toBeVisible()
  await expect(help.getByText(/Alt ←/)).toBeVisible()
  await expect(help.getByText('F2', { exact: true })).toBeHidden()
})

test('a key pressed the moment the window appears is heard', async () => {
  await page.addInitScript(`
    const watch = new MutationObserver(() => {
      if (!document.querySelector('nav')) return
      watch.disconnect()
      const press = { key: 'i', code: 'KeyI', ctrlKey: true, bubbles: true, cancelable: true }
      document.body.dispatchEvent(new KeyboardEvent('keydown', press))
    })
    watch.observe(document, { childList: true, subtree: true })
  `)
  await page.reload()
  await expect(page.getByRole('button', { name: /^Choose a file/ })).toBeFocused()
})
