import type { Page } from '@playwright/test'
import { expect, test } from './hosts.ts'
import { cell, expectSaved, field, foot, showMorning, startBook, type } from './sheet-page.ts'

const mainland = 'Residents of the mainland, entry'
const items = (page: Page) => page.getByRole('region', { name: 'Notes of the shift' }).getByRole('option')

/** A second window on the same book: the first one's session in another tab. */
async function secondWindow(page: Page): Promise<Page> {
  const session = await page.evaluate("sessionStorage.getItem('portbook-session')")
  const other = await page.context().newPage()
  await other.addInitScript(`sessionStorage.setItem('portbook-session', ${JSON.stringify(session)})`)
  await other.goto(page.url())
  await expect(other.getByRole('grid')).toBeVisible()
  await other.getByRole('combobox', { name: /Language|语言|Язык|Тіл/ }).selectOption('en')
  await showMorning(other)
  return other
}

test.beforeEach(({ host }) => {
  test.skip(host !== 'web', 'the desktop has one window on a book')
})

test('two windows on one sheet show each other’s figures, and neither takes back what the other changed since', async ({
  portbook,
}) => {
  const page = await startBook(portbook)
  const other = await secondWindow(page)
  await field(page, mainland).focus()
  await type(page, '312', 'Enter')
  await expect(cell(other, mainland)).toHaveText('312')

  // Both in the same cell: the one that leaves it later has the last word, and the history both.
  await field(page, mainland).focus()
  await type(page, '400')
  await field(other, mainland).focus()
  await type(other, '321', 'Enter')
  await expect(cell(other, mainland)).toHaveText('321')
  await expect(field(page, mainland)).toHaveValue('400')
  await type(page, 'Enter')
  await expect(cell(other, mainland)).toHaveText('400')
  await field(page, mainland).focus()
  await expect(page.getByRole('complementary').getByRole('listitem')).toHaveText([
    /321 → 400/,
    /312 → 321/,
    /not reported → 312/,
  ])

  // Undo is the book's: in either window it names, and takes back, the last change of both.
  await expect(foot(other)).toContainText('Undo: 321 → 400')
  await other.keyboard.press('Control+z')
  await expect(cell(page, mainland)).toHaveText('321')

  // An undo that another window overtook is refused, and says so.
  await page.route(
    '**/invoke/undo',
    async (route) => {
      await field(other, mainland).focus()
      await type(other, '500', 'Enter')
      await expect(cell(other, mainland)).toHaveText('500')
      await expectSaved(other)
      await route.continue()
    },
    { times: 1 },
  )
  await page.keyboard.press('Control+z')
  await expect(foot(page).getByRole('alert')).toContainText('changed since')
  await expect(cell(page, mainland)).toHaveText('500')
})

test('notes in both windows stay in step, and a note changed in both is not written over', async ({
  portbook,
}) => {
  const page = await startBook(portbook)
  const other = await secondWindow(page)
  await page.keyboard.press('F6')
  await page.keyboard.type('Gate 2')
  await page.keyboard.press('Enter')
  await expect(items(other)).toHaveText(['Gate 2'])
  await expect(items(page)).toHaveText(['Gate 2'])
  await type(page, 'ArrowUp', 'F2')
  await page.keyboard.type(' is stuck')
  await items(other).focus()
  await type(other, 'F2')
  await other.keyboard.type(' works')
  await type(other, 'Enter')
  await expect(items(other)).toHaveText(['Gate 2 works'])
  await page.bringToFront()
  await page.keyboard.press('Enter')
  const region = page.getByRole('region', { name: 'Notes of the shift' })
  await expect(region.getByRole('alert')).toContainText('somebody has changed this note')
  await expect(region.getByRole('textbox', { name: 'Change the note' })).toHaveValue('Gate 2 is stuck')
  await page.keyboard.press('Escape')
  await expect(items(page)).toHaveText(['Gate 2 works'])
  await page.keyboard.press('Delete')
  await expect(items(other)).toHaveCount(0)
})

test('while the book is slow, what is typed shows that it waits, and everything arrives in its order', async ({
  portbook,
}) => {
  const page = await startBook(portbook)
  let release = () => {}
  const slow = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/invoke/recordCounts', async (route) => {
    await slow
    await route.continue()
  })
  await type(page, '86', 'Enter', '7', 'Enter', 'F6')
  await page.keyboard.type('Slow disk')
  await page.keyboard.press('Enter')
  await expect(foot(page)).toContainText('waiting: 3')
  await expect(cell(page, mainland)).toHaveAttribute('aria-busy', 'true')
  await expect(page.getByRole('region', { name: 'Notes of the shift' })).toContainText('waiting to be saved')
  release()
  await expectSaved(page)
  await expect(items(page)).toHaveText(['Slow disk'])
  await expect(cell(page, mainland)).toHaveText('86')
})

test('a note that one window removes while the other changes it stays there as the draft of a new one', async ({
  portbook,
}) => {
  const page = await startBook(portbook)
  const other = await secondWindow(page)
  const notes = page.getByRole('region', { name: 'Notes of the shift' })
  const draft = notes.getByRole('textbox', { name: 'A note for the next shift' })
  await page.keyboard.press('F6')
  await page.keyboard.type('e-gate 2 is slow')
  await page.keyboard.press('Enter')
  await expect(items(page)).toHaveText(['e-gate 2 is slow'])
  await items(page).focus()
  await page.keyboard.press('F2')
  await page.keyboard.type(', ask for a spare')
  await items(other).focus()
  await other.keyboard.press('Delete')
  await expect(items(page)).toHaveCount(0)
  await expect(draft).toHaveValue('e-gate 2 is slow, ask for a spare')
  await expect(draft).toBeFocused()
  await expect(notes.getByRole('status')).toContainText('removed in another window')
  // Looking elsewhere writes nothing.
  await page.keyboard.press('Escape')
  await expect(draft).toHaveValue('e-gate 2 is slow, ask for a spare')
  await expect(items(other)).toHaveCount(0)
  await draft.focus()
  await page.keyboard.press('Enter')
  await expect(items(other)).toHaveText(['e-gate 2 is slow, ask for a spare'])
})
