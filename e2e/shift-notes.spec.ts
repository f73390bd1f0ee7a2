import type { Locator, Page } from '@playwright/test'
import { expect, test } from './hosts.ts'
import { cell, field, foot, showMorning, startBook, type } from './sheet-page.ts'

const notes = (page: Page): Locator => page.getByRole('region', { name: 'Notes of the shift' })
const items = (page: Page): Locator => notes(page).getByRole('option').and(page.locator('[data-note]'))
const newNote = (page: Page): Locator =>
  notes(page).getByRole('textbox', { name: 'A note for the next shift' })

test('notes are written by keys alone, and an open item is carried from shift to shift until it is settled', async ({
  portbook,
}) => {
  const page = await startBook(portbook)
  await page.keyboard.press('F6')
  await expect(newNote(page)).toBeFocused()
  await page.keyboard.type('E1 is being repaired')
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.type('until 12:00')
  await page.keyboard.press('Enter')
  await page.keyboard.type('King crab, 20 t, expected')
  await page.keyboard.press('Control+Enter')
  await expect(items(page)).toHaveText([
    'E1 is being repaired\nuntil 12:00',
    'King crab, 20 t, expectedopen item',
  ])
  await expect(foot(page)).toContainText('Undo: note added: “King crab, 20 t, expected”')
  await expect(foot(page)).toContainText(/Saved \d\d:\d\d:\d\d/)
  await page.keyboard.press('F6')
  await expect(field(page, 'Residents of the mainland, entry')).toBeFocused()

  await page.keyboard.press('PageDown')
  await expect(page.getByRole('grid', { name: /30 Aug 2024, Afternoon/ })).toBeVisible()
  await expect(items(page)).toHaveText(['King crab, 20 t, expectedopen since 30 Aug, Morning'])
  await type(page, 'PageDown')
  await expect(page.getByRole('grid', { name: /31 Aug 2024, Morning/ })).toBeVisible()
  await type(page, 'F6', 'ArrowUp', 's')
  await expect(items(page)).toHaveText(['King crab, 20 t, expectedsettled 31 Aug, Morning'])
  await expect(foot(page)).toContainText('Undo: item settled: “King crab, 20 t, expected”')
  await type(page, 'Escape', 'PageDown')
  await expect(page.getByRole('grid', { name: /31 Aug 2024, Afternoon/ })).toBeVisible()
  await expect(newNote(page)).toBeVisible()
  await expect(items(page)).toHaveCount(0)

  await page.keyboard.press('Control+z')
  await expect(items(page)).toHaveText(['King crab, 20 t, expectedopen since 30 Aug, Morning'])
  await portbook.kill()
  const again = await portbook.reopen()
  await again.getByRole('combobox', { name: /Language|语言|Язык|Тіл/ }).selectOption('en')
  await showMorning(again)
  await expect(items(again)).toHaveText([
    'E1 is being repaired\nuntil 12:00',
    'King crab, 20 t, expectedopen item',
  ])
})

test('a note is changed, made an open item and back, and removed; each is one step to undo', async ({
  portbook,
}) => {
  const page = await startBook(portbook)
  await type(page, 'F6')
  await page.keyboard.type('Gate 2 is stuck')
  // The note that is still on its way takes the focus, the key and what is typed behind it.
  const written = Promise.withResolvers<void>()
  await page.route('**/invoke/writeNote', (route) => written.promise.then(() => route.continue()))
  await type(page, 'Enter', 'ArrowUp', 'F2')
  await page.keyboard.type(' again')
  await page.keyboard.press('Enter')
  written.resolve()
  await expect(items(page)).toHaveText(['Gate 2 is stuck again'])
  await expect(items(page)).toBeFocused()
  await page.keyboard.press('o')
  await expect(items(page)).toHaveText(['Gate 2 is stuck againopen item'])
  await page.keyboard.press('o')
  await expect(items(page)).toHaveText(['Gate 2 is stuck again'])
  await page.keyboard.press('Delete')
  await expect(items(page)).toHaveCount(0)
  await expect(newNote(page)).toBeFocused()
  await expect(foot(page)).toContainText('Undo: note removed: “Gate 2 is stuck again”')
  for (const text of ['Gate 2 is stuck again', 'Gate 2 is stuck againopen item', 'Gate 2 is stuck again']) {
    await page.keyboard.press('Control+z')
    await expect(items(page)).toHaveText([text])
  }
  await page.keyboard.press('Control+z')
  await expect(items(page)).toHaveText(['Gate 2 is stuck'])
  await page.keyboard.press('Control+z')
  await expect(items(page)).toHaveCount(0)

  let answer = () => {}
  const late = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route('**/invoke/changeNote', (route) => late.then(() => route.continue()))
  await newNote(page).focus()
  await page.keyboard.type('Gate 3')
  await type(page, 'Enter')
  await expect(items(page)).toHaveText(['Gate 3'])
  await type(page, 'ArrowUp', 'F2')
  await page.keyboard.type(' is open')
  await type(page, 'Enter', 'F2')
  await page.keyboard.type(' again')
  await type(page, 'Enter', 'o')
  answer()
  await expect(items(page)).toHaveText(['Gate 3 is open againopen item'])
})

test('what is typed of a note is never lost: leaving sends it, Esc keeps it, a composition ends first', async ({
  portbook,
}) => {
  const page = await startBook(portbook)
  await type(page, 'F6')
  await page.keyboard.type('half a note')
  await page.keyboard.press('Escape')
  await expect(field(page, 'Residents of the mainland, entry')).toBeFocused()
  await expect(newNote(page)).toHaveValue('half a note')
  await type(page, 'F6')
  const input = await page.context().newCDPSession(page)
  await input.send('Input.imeSetComposition', { text: 'jiao', selectionStart: 4, selectionEnd: 4 })
  await newNote(page).dispatchEvent('keydown', { key: 'Enter', isComposing: true, keyCode: 229 })
  await expect(items(page)).toHaveCount(0)
  await input.send('Input.insertText', { text: '交班' })
  await page.keyboard.press('F6')
  await expect(items(page)).toHaveText(['half a note交班'])
  await type(page, 'F6')
  await page.keyboard.type('left open')
  await page.close()
  const again = await portbook.reopen()
  await again.getByRole('combobox', { name: /Language|语言|Язык|Тіл/ }).selectOption('en')
  await showMorning(again)
  await expect(items(again)).toHaveText(['half a note交班', 'left open'])
})

test('odd input is refused in words, stays to be changed, and writes nothing', async ({ portbook }) => {
  const page = await startBook(portbook)
  const long = '报'.repeat(10_000)
  await newNote(page).fill(long)
  await newNote(page).press('Enter')
  await expect(notes(page).getByRole('alert')).toContainText('10,000 characters. At most 2,000')
  await expect(newNote(page)).toHaveValue(long)
  await newNote(page).fill('E1\u0007')
  await newNote(page).press('Enter')
  await expect(notes(page).getByRole('alert')).toContainText('U+0007')
  await newNote(page).fill(' \n ')
  await newNote(page).press('Enter')
  await expect(notes(page).getByRole('alert')).toHaveCount(0)
  await expect(items(page)).toHaveCount(0)
  await newNote(page).fill('')
  // The sheet's own fields.
  const mainland = 'Residents of the mainland, entry'
  for (const text of [
    '9'.repeat(10_000),
    `1${'+1'.repeat(5_000)}`,
    'x'.repeat(10_000),
    '5\u00075',
    '\u202e12',
  ]) {
    await field(page, mainland).fill(text)
    await field(page, mainland).press('Enter')
    await expect(cell(page, mainland)).toHaveAttribute('aria-invalid', 'true')
    await field(page, mainland).focus()
    await page.keyboard.press('Escape')
    await expect(cell(page, mainland)).toHaveText('not reported')
  }
  for (const text of ['x'.repeat(10_000), '2024-02-30', '\u0007']) {
    await field(page, 'Date').fill(text)
    await field(page, 'Date').press('Enter')
    await expect(page.getByRole('banner').getByRole('alert')).toContainText('is not a date')
    await page.keyboard.press('Escape')
  }
  await expect(foot(page)).not.toContainText('Undo:')
})
