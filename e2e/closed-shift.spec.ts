import { expect, test } from './hosts.ts'
import { cell, expectSaved, field, foot, openClosedBook, showMorning, startBook, type } from './sheet-page.ts'

const mainland = 'Residents of the mainland, entry'

test('a shift that the calendar closes is opened by one key, takes a number at once, and undo goes back both steps', async ({
  portbook,
}) => {
  const page = await openClosedBook(portbook)
  const panel = page.getByRole('complementary')
  const date = field(page, 'Date')
  await date.fill('2024-08-30')
  await date.press('Enter')
  await page.getByRole('radio', { name: /^Morning/ }).check()
  await expect(page.getByRole('grid', { name: /30 Aug 2024, Morning/ })).toBeVisible()
  await expect(cell(page, mainland)).toHaveText('closed')
  await expect(cell(page, 'Sum of passengers, entry')).toHaveText('closed')
  await expect(cell(page, 'Total on the paper sheet, entry').first()).toHaveText('closed')
  await cell(page, mainland).focus()
  await expect(panel).toContainText('Snow')
  await page.keyboard.type('5')
  await expect(cell(page, mainland)).toHaveText('closed')

  // The key and the number after it without a pause, as one types.
  await type(page, 'c', '86', 'Enter')
  await expect(cell(page, mainland)).toHaveText('86')
  await expectSaved(page)
  await expect(page.getByRole('banner')).toContainText('open after all')

  // Not while the shift has figures.
  await field(page, 'Kazakhstan, entry').focus()
  await page.keyboard.press('c')
  await expect(panel.getByRole('alert')).toContainText('The shift has figures')
  await page.keyboard.press('Control+z')
  await expect(cell(page, mainland)).toHaveText('not reported')
  await expect(foot(page)).toContainText('Undo: closed → open after all, Passenger hall, 30 Aug 10:00–15:00')
  await page.keyboard.press('Control+z')
  await expect(cell(page, mainland)).toHaveText('closed')
  await expect(foot(page)).toContainText('Redo: closed → open after all')
  await page.keyboard.press('Control+y')
  await expect(cell(page, mainland)).toHaveText('not reported')
  await field(page, mainland).focus()
  await page.keyboard.press('c')
  await expect(cell(page, mainland)).toHaveText('closed')
  await expect(foot(page)).toContainText('Undo: open after all → closed')
})

test('a night that the calendar closes before midnight is opened there, and counts on after it', async ({
  portbook,
}) => {
  const page = await openClosedBook(portbook)
  const date = field(page, 'Date')
  await date.fill('2024-08-30')
  await date.press('Enter')
  await page.getByRole('radio', { name: /^Night/ }).check()
  await expect(page.getByRole('grid', { name: /30 Aug 2024, Night/ })).toBeVisible()
  const before = 'Residents of the mainland, entry, 30 Aug 22:00–24:00'
  const after = 'Residents of the mainland, entry, 31 Aug 00:00–06:00'
  await expect(cell(page, before)).toHaveText('closed')
  await expect(cell(page, after)).toHaveText('not reported')
  await cell(page, before).focus()
  await type(page, 'c', '12', 'Tab', '30', 'Enter')
  await expect(cell(page, before)).toHaveText('12')
  await expect(cell(page, after)).toHaveText('30')
  await expectSaved(page)
})

test('where the calendar is open C marks a cell closed and N not applicable, in any layout, and again takes it back', async ({
  portbook,
}) => {
  const page = await startBook(portbook)
  const panel = page.getByRole('complementary')
  await type(page, 'c')
  await expect(cell(page, mainland)).toHaveText('closed')
  await expect(foot(page)).toContainText('Undo: not reported → closed, Residents of the mainland entry')
  await expect(panel).toContainText('Cnot reported')
  await type(page, 'n')
  await expect(cell(page, mainland)).toHaveText('not applicable')
  await type(page, 'n')
  await expect(cell(page, mainland)).toHaveText('not reported')
  await type(page, 'c', '5', 'Enter')
  await expect(cell(page, mainland)).toHaveText('5')
  // The same key on a Russian layout, and while a Chinese input method is on, which then has nothing to compose.
  await field(page, mainland).dispatchEvent('keydown', { key: 'с', code: 'KeyC' })
  await expect(cell(page, mainland)).toHaveText('closed')
  await page.keyboard.press('ArrowUp')
  await field(page, mainland).focus()
  await field(page, mainland).dispatchEvent('keydown', { key: 'Process', code: 'KeyN', keyCode: 229 })
  const input = await page.context().newCDPSession(page)
  await input
    .send('Input.imeSetComposition', { text: 'n', selectionStart: 1, selectionEnd: 1 })
    .catch(() => {})
  await field(page, mainland).dispatchEvent('keyup', { key: 'n', code: 'KeyN' })
  await expect(cell(page, mainland)).toHaveText('not applicable')
  await expectSaved(page)
  await type(page, '7', 'Enter')
  await expect(cell(page, mainland)).toHaveText('7')
  // Inside a text the letters are letters.
  await field(page, mainland).focus()
  await type(page, '1c', 'Enter')
  await expect(cell(page, mainland)).toContainText('1c')
})

test('a total on the paper sheet knows no such mark, and the sums of a day say what they lack', async ({
  portbook,
}) => {
  const page = await startBook(portbook)
  const total = cell(page, 'Total on the paper sheet, entry').first()
  await field(page, 'Total on the paper sheet, entry').first().focus()
  await type(page, 'c', 'n', '45+38', 'Enter', 'ArrowUp')
  await expect(total).toContainText('83')
  await expect(page.getByRole('complementary').getByRole('listitem')).toHaveText([/45\+38 → 83/])
  await showMorning(page)
  await type(page, '86', 'Enter')
  await expectSaved(page)
  await page.getByRole('radio', { name: 'Day' }).check()
  await expect(page.getByRole('grid', { name: /30 Aug 2024, Day/ })).toBeVisible()
  await expect(cell(page, 'Sum of passengers, entry')).toContainText('incomplete')
})
