import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { askDesk } from './ask-desk.ts'
import { sampleBook } from './command-line.ts'
import { expect, type Portbook, test } from './hosts.ts'
import { openNewBook } from './sheet-page.ts'

const counts = (page: Page) => page.getByRole('grid', { name: 'All counts of the book' })
const found = (page: Page) => page.getByRole('main').getByRole('status').first()

test('a clerk finds typed counts in the table by keys alone, and goes back to their sheet', async ({
  portbook,
}) => {
  const page = await openNewBook(portbook)
  const day = page.getByRole('textbox', { name: 'Date' })
  for (const [on, entry, exit] of [
    ['2024-08-29', '30', '4'],
    ['2024-08-30', '86', '12'],
  ] as const) {
    await day.fill(on)
    await day.press('Enter')
    await page.getByRole('radio', { name: /^Morning/ }).check()
    await expect(
      page.getByRole('grid', { name: new RegExp(`${on.slice(-2)} Aug 2024, Morning`) }),
    ).toBeVisible()
    const cell = page.getByRole('textbox', { name: 'Kazakhstan, entry', exact: true })
    await cell.focus()
    await page.keyboard.type(entry)
    await page.keyboard.press('Tab')
    await page.keyboard.type(exit)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('contentinfo')).toContainText(/Saved \d\d:\d\d:\d\d/)
    await expect(page.getByRole('grid').locator('[aria-busy=true]')).toHaveCount(0)
  }

  await page.keyboard.press('Control+2')
  await expect(found(page)).toHaveText('Counts: 4')
  const values = counts(page).getByRole('row').locator('[data-column=count][role=gridcell]')
  await expect(values).toHaveText(['86', '12', '30', '4'])
  const date = page.getByRole('columnheader', { name: 'Date' })
  await expect(date).toHaveAttribute('aria-sort', 'descending')
  await date.getByRole('button').press('Enter')
  await expect(date).toHaveAttribute('aria-sort', 'ascending')
  await expect(values).toHaveText(['30', '4', '86', '12'])

  const from = page.getByRole('textbox', { name: 'From' })
  await from.fill('2024-08-30')
  await from.press('Enter')
  await page.getByRole('radio', { name: 'Entry' }).check()
  await expect(values).toHaveText(['86'])
  await expect(found(page)).toHaveText('Counts: 1')

  await counts(page).focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('grid', { name: /30 Aug 2024, Morning/ })).toBeVisible()
})

/** The sample book of Jeminay, its table on the screen. */
async function openTable(portbook: Portbook): Promise<Page> {
  const page = await portbook.open(sampleBook(portbook.folder))
  await expect(page.getByRole('grid')).toBeVisible()
  await page.keyboard.press('Control+2')
  await expect(found(page)).toHaveText(/^Counts: \d\d,\d\d\d$/)
  return page
}

/** Types into a field of the filter and takes it. */
async function type(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: label, exact: true })
  await field.fill(text)
  await field.press('Enter')
}

const totals = (page: Page) => page.getByRole('table', { name: 'What is filtered comes to' })
const active = (page: Page) => counts(page).locator('[role=row][aria-selected=true]')

test('the totals of a month are the figures of its report, and an of-which line says that it adds to none', async ({
  portbook,
}) => {
  const page = await openTable(portbook)
  await type(page, 'From', '2024-08')
  await expect(page.getByRole('textbox', { name: 'To', exact: true })).toHaveValue('2024-08-31')
  await expect(totals(page)).toContainText('1 Aug 2024 – 31 Aug 2024')
  const passengers = totals(page).getByRole('row', { name: 'Sum of passengers' })
  const cells = await passengers.getByRole('cell').allTextContents()
  expect(cells[2]).toMatch(/^\d\d,\d\d\d$/)

  await page.getByRole('combobox', { name: 'Line', exact: true }).selectOption({ label: 'visa-free' })
  await expect(totals(page)).toContainText('a part of others, adds to no sum')
  await page.keyboard.press('Control+Shift+KeyL')
  await expect(page.getByRole('textbox', { name: 'From' })).toHaveValue('from …')
  await expect(totals(page)).toContainText('1 Jul 2023 – 31 Aug 2024')

  await page.keyboard.press('Control+5')
  await page.getByRole('combobox', { name: 'Kind of report' }).selectOption('Month report')
  const report = page.getByRole('article', { name: /Month report, Whole port, August 2024/ })
  for (const figure of cells.slice(0, 3)) await expect(report).toContainText(figure)
})

test('a day is found by keys, Enter opens its sheet, and the row in focus is known wherever one scrolls', async ({
  portbook,
}) => {
  const page = await openTable(portbook)
  await page.getByRole('columnheader', { name: 'Line' }).getByRole('button').click()
  await expect(page.getByRole('columnheader', { name: 'Line' })).toHaveAttribute('aria-sort', 'ascending')

  await page.keyboard.press('Control+KeyF')
  // Without a year it is in that of the sample's last day, not of the computer's clock.
  await page.keyboard.type('15.2')
  await page.keyboard.press('Enter')
  await expect(counts(page)).toBeFocused()
  await expect(page.getByRole('columnheader', { name: 'Date' })).toHaveAttribute('aria-sort', 'descending')
  await expect(active(page)).toContainText('15 Feb 2024')

  await page.keyboard.press('Control+KeyF')
  await page.keyboard.type('2022-01-01')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toContainText('No counts on 1 Jan 2022')
  await expect(active(page)).toContainText('1 Jul 2023')
  await page.keyboard.press('Control+KeyF')
  await page.keyboard.type('15.2.24')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('is not a date')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('15.2')
  await page.keyboard.press('Enter')
  await expect(active(page)).toContainText('15 Feb 2024')

  const place = await counts(page).getAttribute('aria-activedescendant')
  await counts(page).evaluate((grid) => grid.scrollTo(0, 0))
  await expect(counts(page).getByRole('row').nth(2)).toContainText('31 Aug 2024')
  await expect(page.locator(`#${place}`)).toContainText('15 Feb 2024')

  await page.keyboard.press('ArrowDown')
  await expect(active(page)).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('grid', { name: /15 Feb 2024/ })).toBeVisible()
})

test('columns are moved, made wider and hidden by keys, and stay so after a new start', async ({
  portbook,
}) => {
  const page = await openTable(portbook)
  const heads = (of: Page) => counts(of).getByRole('columnheader').allTextContents()
  await page.locator('.column-choice summary').press('Enter')
  await page.getByRole('checkbox', { name: 'Count' }).focus()
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('Alt+ArrowUp')
  await page.keyboard.press('Alt+ArrowRight')
  await page.getByRole('checkbox', { name: 'Unit' }).press('Space')
  await page.keyboard.press('Escape')
  await page.getByRole('columnheader', { name: 'Checkpoint' }).getByRole('button').press('Enter')
  const chosen = ['Count', 'Date', 'Checkpoint↑', 'Period', 'Direction', 'Line', 'Source', 'Provisional']
  expect(await heads(page)).toEqual(chosen)
  await expect
    .poll(() => askDesk(page, 'readWindowSettings', {}))
    .toMatchObject({ output: { tables: { counts: { sort: { column: 'checkpoint' } } } } })

  const again = await portbook.reopen()
  await expect(again.getByRole('grid')).toBeVisible()
  await again.keyboard.press('Control+2')
  await expect(counts(again).getByRole('row').nth(1)).toBeVisible()
  expect(await heads(again)).toEqual(chosen)
  const count = counts(again).getByRole('columnheader').first()
  expect(await count.evaluate((head) => head.offsetWidth)).toBe(106)
})

test('what is filtered is saved as a file by Ctrl+E', async ({ portbook }) => {
  const page = await openTable(portbook)
  // Thousands until the two days are taken as well.
  await page.getByRole('radio', { name: 'Entry' }).check()
  await type(page, 'From', '2024-08-30')
  await expect(found(page)).toHaveText(/^Counts: \d{1,3}$/)
  const number = (await found(page).textContent())?.slice('Counts: '.length)
  const saved = page.waitForEvent('download')
  await page.keyboard.press('Control+KeyE')
  const download = await saved
  expect(download.suggestedFilename()).toBe('Jeminay counts 2024-08-31.csv')
  const rows = readFileSync(await download.path(), 'utf8')
    .trimEnd()
    .split('\r\n')
    .slice(1)
  expect(rows.length).toBe(Number(number))
  expect(rows.filter((row) => !/^[^,]+,2024-08-3[01],[^,]+,entry,/.test(row))).toEqual([])
})

test('a part that cannot be read says why, and is read when one asks again', async ({ portbook, host }) => {
  test.skip(host !== 'web', 'only the web host answers over HTTP, where a test can answer in its place')
  const page = await openTable(portbook)
  await page.route('**/invoke/readCounts', (route) =>
    route.fulfill({ json: { ok: false, error: { code: 'internal', details: {} } } }),
  )
  await page.getByRole('columnheader', { name: 'Line' }).getByRole('button').press('Enter')
  const problem = page.getByRole('alert')
  await expect(problem).toContainText('A part of the table could not be read.')
  await page.unroute('**/invoke/readCounts')
  await problem.getByRole('button', { name: 'Try again' }).press('Enter')
  await expect(counts(page).getByRole('row').nth(1)).toContainText('Residents of the mainland')
  await expect(problem).toHaveCount(0)
})

test('a text that is no date is refused in a message of one line inside the window, however long', async ({
  portbook,
}) => {
  const page = await openTable(portbook)
  await page.keyboard.press('Control+f')
  await page.keyboard.insertText(`3\u00071${'9'.repeat(10_000)}`)
  await page.keyboard.press('Enter')
  const refusal = page.getByRole('main').getByRole('alert')
  await expect(refusal).toHaveText('“3 199999999999999999…” is not a date, for example 2024-08-31')
  const box = await refusal.boundingBox()
  expect((box?.x ?? 0) + (box?.width ?? Infinity)).toBeLessThanOrEqual(1280)
})
