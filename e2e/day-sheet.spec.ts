import type { Page } from '@playwright/test'
import { takeFirstSteps } from './first-start.ts'
import { expect, test } from './hosts.ts'
import {
  cell,
  expectSaved,
  field,
  foot,
  openClosedBook,
  paste,
  showMorning,
  startBook,
  type,
} from './sheet-page.ts'

test('a clerk types a shift by keyboard alone, the power fails, and every number is there again', async ({
  portbook,
}) => {
  const page = await startBook(portbook)
  // Down the entries, then line by line with Tab, as on paper.
  await type(page, '86', 'Enter', '0', 'Enter', '143', 'Enter', '7', 'Enter', '131', 'Enter')
  await field(page, 'Residents of the mainland, exit').focus()
  await type(page, '112', 'Enter', '2', 'Enter', '58', 'Enter')
  await field(page, 'Crew and drivers, entry').focus()
  await type(page, '12', 'Tab', '10', 'Tab', '226', 'Tab', '172', 'Enter')
  await type(page, '5', 'Tab', '4', 'Enter', '31', 'Tab', '28', 'Enter')
  await expectSaved(page)

  await expect(cell(page, 'Sum of passengers, entry')).toHaveText('236')
  await expect(cell(page, 'Sum of passengers, exit')).toHaveText('172')
  await expect(cell(page, 'Sum with crew, entry')).toHaveText('248')
  await expect(cell(page, 'Kazakhstan, Both')).toHaveText('201')

  const numbers = {
    'Residents of the mainland, entry': '86',
    'Hong Kong, Macao, Taiwan, entry': '0',
    'Kazakhstan, entry': '143',
    'Other foreigners, entry': '7',
    'of which visa-free, entry': '131',
    'Residents of the mainland, exit': '112',
    'Hong Kong, Macao, Taiwan, exit': '2',
    'Kazakhstan, exit': '58',
    'Other foreigners, exit': 'not reported',
    'Crew and drivers, entry': '12',
    'Crew and drivers, exit': '10',
    'Buses, entry': '5',
    'Buses, exit': '4',
    'Cars, entry': '31',
    'Cars, exit': '28',
  }
  const shown = async (on: Page) => {
    const texts: Record<string, string | null> = {}
    for (const name of Object.keys(numbers)) texts[name] = await cell(on, name).innerText()
    return texts
  }
  expect(await shown(page)).toEqual(numbers)

  await portbook.kill()
  const again = await portbook.reopen()
  await again.getByRole('combobox', { name: /Language|语言|Язык|Тіл/ }).selectOption('en')
  await showMorning(again)
  expect(await shown(again)).toEqual(numbers)
  await expect(foot(again)).toContainText(/Saved \d\d:\d\d:\d\d/)
})

test('the total on the paper sheet agrees, or says by how much it does not', async ({ portbook }) => {
  const page = await startBook(portbook)
  await type(page, '100', 'Tab', '50')
  const entry = field(page, 'Total on the paper sheet, entry').first()
  await entry.focus()
  await type(page, '90', 'Tab', '50', 'Enter')
  await expectSaved(page)
  const total = (direction: string) => cell(page, `Total on the paper sheet, ${direction}`).first()
  await expect(total('entry')).toContainText('sum is 10 over')
  await expect(total('exit')).toContainText('agrees')
  await entry.focus()
  await type(page, '101', 'Enter')
  await expect(total('entry')).toContainText('sum is 1 under')
})

test('what is no count is refused in its cell, stays to be seen, and changes nothing', async ({
  portbook,
}) => {
  const page = await startBook(portbook)
  const name = 'Kazakhstan, entry'
  await field(page, name).focus()
  await type(page, '98', 'Enter')
  await expectSaved(page)
  for (const text of ['12a', '-3', '1.5', '99999999']) {
    await field(page, name).focus()
    await type(page, text, 'Enter')
    await expect(cell(page, name)).toContainText(text)
    await expect(cell(page, name)).toHaveAttribute('aria-invalid', 'true')
    await expect(foot(page)).toContainText('not saved: 1')
    await field(page, name).focus()
    await expect(page.getByRole('complementary')).toContainText(`“${text}” is`)
    await page.keyboard.press('Escape')
    await expect(cell(page, name)).toHaveText('98')
  }
  await expect(page.getByRole('complementary').getByRole('listitem')).toHaveText([/not reported → 98/])
})

test('a refusal by the book keeps the typed number until it is taken back', async ({ portbook }) => {
  const page = await startBook(portbook)
  await type(page, '4', 'Enter', '3', 'Enter', '2', 'Enter', '1', 'Enter', '11', 'Enter')
  const visaFree = cell(page, 'of which visa-free, entry')
  await expect(visaFree).toHaveAttribute('aria-invalid', 'true')
  await expect(visaFree).toContainText('11')
  await field(page, 'of which visa-free, entry').focus()
  await expect(page.getByRole('complementary')).toContainText('visa-free 11, of 10')
  await type(page, '10', 'Enter')
  await expect(visaFree).toHaveText('10')
  await expectSaved(page)
})

test('undo and redo have a name, work by one key, and go to the cell', async ({ portbook }) => {
  const page = await startBook(portbook)
  await field(page, 'Kazakhstan, entry').focus()
  await type(page, '98', 'Enter')
  await field(page, 'Kazakhstan, entry').focus()
  await type(page, '143', 'Enter')
  await expect(foot(page)).toContainText('Undo: 98 → 143, Kazakhstan entry')
  await page.keyboard.press('Control+z')
  await expect(cell(page, 'Kazakhstan, entry')).toHaveText('98')
  await expect(field(page, 'Kazakhstan, entry')).toBeFocused()
  await expect(foot(page)).toContainText('Redo: 98 → 143, Kazakhstan entry')
  await page.keyboard.press('Control+y')
  await expect(cell(page, 'Kazakhstan, entry')).toHaveText('143')
  await expect(page.getByRole('complementary').getByRole('listitem')).toHaveText([
    /98 → 143/,
    /143 → 98/,
    /98 → 143/,
    /not reported → 98/,
  ])
})

test('Delete makes a number not reported, and Esc takes back what is being typed', async ({ portbook }) => {
  const page = await startBook(portbook)
  const mainland = cell(page, 'Residents of the mainland, entry')
  await type(page, '86', 'Enter', 'ArrowUp', '99', 'Escape')
  await expect(mainland).toHaveText('86')
  await page.keyboard.press('Delete')
  await expect(mainland).toHaveText('not reported')
  await expectSaved(page)
  await expect(cell(page, 'Sum of passengers, entry')).toHaveText('not reported')
})

test('PageUp and PageDown go to the shift before and after, and what is being typed is saved first', async ({
  portbook,
}) => {
  const page = await startBook(portbook)
  await type(page, '86', 'PageDown', '15', 'PageUp')
  const mainland = cell(page, 'Residents of the mainland, entry')
  await expect(page.getByRole('grid', { name: /30 Aug 2024, Morning/ })).toBeVisible()
  await expect(mainland).toHaveText('86')
  await page.keyboard.press('PageUp')
  await expect(page.getByRole('grid', { name: /29 Aug 2024, Afternoon/ })).toBeVisible()
  await type(page, 'Alt+ArrowRight')
  await expect(page.getByRole('grid', { name: /30 Aug 2024, Afternoon/ })).toBeVisible()
  await expect(mainland).toHaveText('15')
  await page.getByRole('radio', { name: 'Day' }).check()
  await expect(mainland).toHaveText('101')
  await expect(page.getByRole('grid').getByRole('textbox')).toHaveCount(0)
})

test('a window that is closed while a number is being typed saves it', async ({ portbook }) => {
  const page = await startBook(portbook)
  await type(page, '86')
  await page.close()
  const again = await portbook.reopen()
  await again.getByRole('combobox', { name: /Language|语言|Язык|Тіл/ }).selectOption('en')
  await showMorning(again)
  await expect(cell(again, 'Residents of the mainland, entry')).toHaveText('86')
})

test('the cursor stays on its line where another checkpoint has the line in another row', async ({
  portbook,
}) => {
  const page = await startBook(portbook)
  await field(page, 'Crew and drivers, entry').focus()
  await page.getByRole('combobox', { name: 'Checkpoint' }).selectOption('Highway cargo yard')
  await expect(page.getByRole('grid', { name: /cargo yard/ })).toBeVisible()
  await field(page, 'Crew and drivers, entry').focus()
  await page.getByRole('combobox', { name: 'Checkpoint' }).selectOption('Passenger hall')
  await expect(page.getByRole('grid', { name: /Passenger hall/ })).toBeVisible()
  await type(page, '12', 'ArrowRight', '10', 'ArrowUp')
  await expect(cell(page, 'Crew and drivers, entry')).toHaveText('12')
  await expect(cell(page, 'Crew and drivers, exit')).toHaveText('10')
  await expect(field(page, 'of which minors, exit')).toBeFocused()
})

test('full-width digits are digits, and an Enter that ends a composition does not move', async ({
  portbook,
}) => {
  const page = await startBook(portbook)
  const mainland = field(page, 'Residents of the mainland, entry')
  const input = await page.context().newCDPSession(page)
  await input.send('Input.imeSetComposition', { text: '１', selectionStart: 1, selectionEnd: 1 })
  await mainland.dispatchEvent('keydown', { key: 'Enter', isComposing: true, keyCode: 229 })
  await expect(mainland).toBeFocused()
  await input.send('Input.insertText', { text: '１４３' })
  await page.keyboard.press('Enter')
  await expect(cell(page, 'Residents of the mainland, entry')).toHaveText('143')
  await expect(field(page, 'Hong Kong, Macao, Taiwan, entry')).toBeFocused()
})

test('a sum typed into a cell is added up, and its parts stay in the history', async ({ portbook }) => {
  const page = await startBook(portbook)
  await type(page, '45+38+12', 'Enter')
  const mainland = cell(page, 'Residents of the mainland, entry')
  await expect(mainland).toHaveText('95')
  await type(page, 'ArrowUp', '＋5', 'Enter')
  await expect(mainland).toHaveText('100')
  await type(page, 'ArrowUp', 'F2', '+1', 'Enter', 'ArrowUp')
  await expect(mainland).toHaveText('101')
  await expect(page.getByRole('complementary').getByRole('listitem')).toHaveText([
    /100\+1 → 101/,
    /95\+5 → 100/,
    /45\+38\+12 → 95/,
  ])
})

test('beside each figure stand the shift before and last week, and the cell in focus is compared', async ({
  portbook,
}) => {
  const page = await startBook(portbook)
  await page.keyboard.press('PageUp')
  await expect(page.getByRole('grid', { name: /29 Aug 2024, Afternoon/ })).toBeVisible()
  await type(page, '52', 'Enter')
  for (let day = 0; day < 6; day += 1) await page.keyboard.press('Alt+ArrowLeft')
  await expect(page.getByRole('grid', { name: /23 Aug 2024, Afternoon/ })).toBeVisible()
  await page.getByRole('radio', { name: /^Morning/ }).check()
  await expect(page.getByRole('grid', { name: /23 Aug 2024, Morning/ })).toBeVisible()
  await field(page, 'Residents of the mainland, entry').focus()
  await type(page, '100', 'Enter')
  await expectSaved(page)
  await showMorning(page)
  await type(page, '150', 'Enter', 'ArrowUp')
  const row = page.getByRole('row', { name: /^Residents of the mainland/ })
  await expect(row.locator('.base')).toHaveText(['52', '100', /not reported/, /not reported/])
  const context = page.getByRole('table', { name: 'Compared with' })
  await expect(context.getByRole('row')).toHaveText([
    /shift before52.*188/,
    /last week100.*50/,
    /last yearnot reportedn\/a/,
  ])
})

test('a block is pasted from Excel as one step, selected by keys and copied as it is', async ({
  portbook,
}) => {
  const page = await startBook(portbook)
  await paste(page, '86\t112\r\n0\t2\r\n143\t5８+1\r\n')
  await expect(cell(page, 'Kazakhstan, exit')).toHaveText('59')
  await expectSaved(page)
  await expect(foot(page)).toContainText('and more: 5')
  await type(page, 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowRight', 'Control+c')
  await expect(page.getByRole('grid').locator('[data-selected]')).toHaveCount(6)
  await field(page, 'Crew and drivers, entry').focus()
  await type(page, 'PageDown')
  await expect(page.getByRole('grid', { name: /30 Aug 2024, Afternoon/ })).toBeVisible()
  await field(page, 'Residents of the mainland, entry').focus()
  await type(page, 'Control+v')
  await expect(cell(page, 'Kazakhstan, entry')).toHaveText('143')
  await expect(cell(page, 'Kazakhstan, exit')).toHaveText('59')
  await page.keyboard.press('Control+z')
  await expect(cell(page, 'Residents of the mainland, entry')).toHaveText('not reported')
  await expect(cell(page, 'Kazakhstan, exit')).toHaveText('not reported')
})

test('one bad cell refuses the whole block and is named; one key pastes the others', async ({ portbook }) => {
  const page = await startBook(portbook)
  const panel = page.getByRole('complementary')
  await paste(page, '86\t112\n0\t2x\n143\t58')
  await expect(panel).toContainText('Nothing pasted because of: Hong Kong, Macao, Taiwan, exit')
  await expect(panel).toContainText('“2x” is not a number')
  await expect(cell(page, 'Kazakhstan, entry')).toHaveText('not reported')
  await page.keyboard.press('Escape')
  await expect(panel).not.toContainText('Nothing pasted')
  await paste(page, '86\t112\n0\t2x\n143\t58')
  await page.keyboard.press('Control+Enter')
  await expect(cell(page, 'Kazakhstan, exit')).toHaveText('58')
  await expect(cell(page, 'Hong Kong, Macao, Taiwan, exit')).toHaveText('not reported')
  await expect(panel).not.toContainText('Nothing pasted')
  // The book's own rule: a part above its whole.
  await paste(page, '1\n1\n1\n1\n99\n')
  await expect(panel).toContainText('Nothing pasted because of: of which visa-free, entry')
  await expect(cell(page, 'Kazakhstan, entry')).toHaveText('143')
  await page.keyboard.press('Control+Enter')
  await expect(cell(page, 'Kazakhstan, entry')).toHaveText('1')
  await expect(cell(page, 'of which visa-free, entry')).toHaveText('not reported')
})

test('the language changes every text at once', async ({ portbook }) => {
  const page = await startBook(portbook)
  await type(page, '1234', 'Enter')
  await expectSaved(page)
  await page.getByRole('combobox', { name: 'Language' }).selectOption('zh-CN')
  await expect(cell(page, '内地居民，入境')).toHaveText('1,234')
  await expect(cell(page, '哈萨克斯坦，入境')).toHaveText('未报')
  await expect(foot(page)).toContainText(/已保存 \d\d:\d\d:\d\d/)
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  await page.getByRole('combobox', { name: '语言' }).selectOption('kk')
  await expect(page.getByRole('gridcell', { name: /тұрғындары, кіру/ }).first()).toHaveText('1\u00a0234')
})

test('when the program is gone, what is typed stays and the foot says that it is not saved', async ({
  portbook,
  host,
}) => {
  test.skip(host !== 'web', 'in Electron the window goes with the program')
  const page = await startBook(portbook)
  await page.route('**/invoke/**', (route) => route.abort())
  await type(page, '86', 'Enter')
  const mainland = cell(page, 'Residents of the mainland, entry')
  await expect(foot(page)).toContainText('the connection to Portbook is lost')
  await expect(foot(page)).toContainText('waiting: 1')
  await expect(mainland).toHaveText('86')
  await expect(mainland).toHaveAttribute('aria-busy', 'true')
  await page.unroute('**/invoke/**')
  await expectSaved(page)
  await expect(mainland).toHaveText('86')
})

test('a block with counts and totals from paper is one step, and closed cells are pasted as they were copied', async ({
  portbook,
}) => {
  const page = await startBook(portbook)
  await field(page, 'Crew and drivers, entry').focus()
  // Down over the sums, where nothing can be typed, to the total from paper.
  await paste(page, '12\t10\n\t\n\t\n100\t45+5\n')
  await expect(cell(page, 'Total on the paper sheet, exit').first()).toContainText('50')
  await expectSaved(page)
  await expect(foot(page)).toContainText('and more: 3')
  await page.keyboard.press('Control+z')
  await expect(cell(page, 'Total on the paper sheet, entry').first()).toHaveText('not reported')
  await expect(cell(page, 'Crew and drivers, entry')).toHaveText('not reported')

  await field(page, 'Residents of the mainland, entry').focus()
  await type(page, 'c', 'ArrowDown', '7', 'ArrowUp', 'Shift+ArrowDown', 'Control+c')
  await type(page, 'ArrowRight', 'ArrowUp', 'Control+v')
  await expect(cell(page, 'Residents of the mainland, exit')).toHaveText('closed')
  await expect(cell(page, 'Hong Kong, Macao, Taiwan, exit')).toHaveText('7')
})

test('each of two quick presses counts while a sheet is on its way', async ({ portbook }) => {
  const page = await portbook.open()
  await takeFirstSteps(page, { language: 'English', port: 'Horgos' })
  const checkpoint = page.getByRole('combobox', { name: 'Checkpoint' })
  const [first = '', , third = ''] = await checkpoint.locator('option').allTextContents()
  await page.route('**/invoke/**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 300))
    await route.continue()
  })
  await checkpoint.focus()
  await type(page, 'ArrowDown', 'ArrowDown')
  await expect(checkpoint.locator('option:checked')).toHaveText(third)
  await expect(page.getByRole('grid', { name: third })).toBeVisible()
  await checkpoint.selectOption({ index: 0 })
  await expect(page.getByRole('grid', { name: first })).toBeVisible()
  await field(page, 'Date').fill('2024-08-30')
  await field(page, 'Date').press('Enter')
  await expect(page.getByRole('grid', { name: /30 Aug 2024/ })).toBeVisible()
  await page.getByRole('radio').first().check()
  await expect(page.getByRole('grid', { name: /30 Aug 2024, Morning/ })).toBeVisible()
  await page.getByRole('grid').locator('input').first().focus()
  await type(page, 'PageDown', 'PageDown', 'PageDown')
  await expect(page.getByRole('grid', { name: /31 Aug 2024, Morning/ })).toBeVisible()
  await type(page, 'PageUp', '12', 'Backspace', '7', 'Enter')
  await expect(
    page
      .getByRole('grid', { name: /30 Aug 2024/ })
      .getByRole('gridcell')
      .first(),
  ).toHaveText('17')
  // What was typed before a click stays where it was typed, though its sheet comes after the click.
  await type(page, 'PageDown')
  await expect(page.getByRole('grid', { name: /31 Aug 2024, Morning/ })).toBeVisible()
  await field(page, 'Kazakhstan, entry').focus()
  await type(page, 'PageDown', '31')
  await field(page, 'Kazakhstan, exit').click()
  await type(page, '45', 'Enter')
  await expect(page.getByRole('grid', { name: /31 Aug 2024, Afternoon/ })).toBeVisible()
  await expect(cell(page, 'Kazakhstan, exit')).toHaveText('45')
  await expect(cell(page, 'Kazakhstan, entry')).toHaveText('31')
})

test('the rows of a night are as low as the others, with a total from paper that agrees or differs', async ({
  portbook,
}) => {
  const page = await openClosedBook(portbook)
  await field(page, 'Date').fill('2024-08-28')
  await field(page, 'Date').press('Enter')
  await page.getByRole('radio', { name: /^Night/ }).check()
  await expect(page.getByRole('grid', { name: /28 Aug 2024, Night/ })).toBeVisible()
  await field(page, 'Residents of the mainland, entry, 28 Aug 22:00–24:00').focus()
  await type(page, '9999999', 'ArrowRight', '12', 'Enter')
  const total = (at: number) => page.locator('tr.control').first().locator('input.field').nth(at)
  await total(0).focus()
  await type(page, '9999999', 'ArrowRight', '10', 'Enter')
  await expect(page.locator('tr.control').first()).toContainText(/agrees.*\+2/)
  const heights = await page
    .locator('.count-grid tr:is(.line, .sum, .control)')
    .evaluateAll((rows) => [...new Set(rows.map((row) => row.getBoundingClientRect().height))])
  expect(heights).toEqual([27])
  const both = cell(page, 'Residents of the mainland, Both')
  await expect(both).toHaveText('10,000,011')
})
