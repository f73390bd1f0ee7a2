import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { writeXlsx } from 'hucre/xlsx'
import { newBook, runVerb } from './command-line.ts'
import { expect, test } from './hosts.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const fixture = (name: string) => path.join(root, 'e2e/fixtures', name)
const hongKongFile = path.join(root, '../shared/data/hk-daily-passengers-2021-2023.csv')

/** A book of Hong Kong's control points. */
function hongKongBook(folder: string): string {
  return newBook(folder, fixture('ports/hong-kong.json'))
}

const heads =
  'Date,Control Point,Arrival / Departure,Hong Kong Residents,Mainland Visitors,Other Visitors,Total'
const fewRows = [
  '01-08-2024,Lo Wu,Arrival,1200,340,7,1547',
  '01-08-2024,Lo Wu,Departure,1100,300,9,1409',
  '01-08-2024,Airport,Arrival,880,120,450,1450',
]

function csv(folder: string, name: string, ...rows: string[]): string {
  const file = path.join(folder, name)
  writeFileSync(file, [heads, ...rows, ''].join('\r\n'))
  return file
}

/** The file that the system's own dialog answers next: the one thing that no test can type into. */
let nextFile = ''

/** Gives a file to the import by keys alone. */
async function chooseByKeys(page: Page, file: string, key = 'Enter'): Promise<void> {
  nextFile = file
  await page.keyboard.press(key)
}

async function openImport(page: Page): Promise<void> {
  page.on('filechooser', (chooser) => chooser.setFiles(nextFile))
  await expect(page.getByRole('navigation', { name: 'Areas' })).toBeVisible()
  await page.keyboard.press('Control+i')
  await expect(page.getByRole('button', { name: /^Choose a file/ })).toBeFocused()
}

const panel = (page: Page) => page.getByRole('complementary', { name: 'What is asked' })
const rows = (page: Page) => page.getByRole('grid', { name: 'Rows of the file' })
const outcomes = (page: Page) => rows(page).locator('[role=gridcell].import-outcome')
const importButton = (page: Page) => panel(page).getByRole('button', { name: /^Import/ })
const foot = (page: Page) => page.getByRole('contentinfo')

/** The panel's numbers by their names, as a reader sees them; counts by outcome follow `Counts`. */
async function numbers(page: Page): Promise<string[]> {
  const list = panel(page).locator('.import-numbers dl')
  const [names, values] = [
    await list.locator('dt').allTextContents(),
    await list.locator('dd').allTextContents(),
  ]
  return names.map((name, at) => `${name} ${values[at]}`)
}

/** The table of all counts, from the import. */
async function countsInTable(page: Page): Promise<string> {
  await page.keyboard.press('Escape')
  const status = page.getByRole('main').getByRole('status').first()
  await expect(status).toHaveText(/^Counts: /)
  return (await status.textContent()) ?? ''
}

test('a file is imported by keys alone and taken back by one', async ({ portbook }) => {
  const page = await portbook.open(hongKongBook(portbook.folder))
  await openImport(page)
  await chooseByKeys(page, csv(portbook.folder, 'august.csv', ...fewRows))
  await expect(importButton(page)).toBeFocused()
  expect(await numbers(page)).toEqual(['Rows 3', 'Counts 9', 'new 9', 'Totals of the file 3', 'new 3'])
  await expect(outcomes(page)).toHaveText(['new', 'new', 'new'])

  await page.keyboard.press('Control+Enter')
  await expect(panel(page)).toContainText('Rows: 3. Counts: 9 new, 0 changed, 0 same.')
  await expect(foot(page)).toContainText('Undo: import of a file, figures: 12')
  expect(await countsInTable(page)).toBe('Counts: 9')
  await page.keyboard.press('Control+z')
  await expect(foot(page)).toContainText('Undone: import of a file, figures: 12')
  await expect(page.getByRole('main').getByRole('status').first()).toHaveText('Counts: 0')
})

test('what changes is shown with what it replaces, and what is refused with its reason; then nothing is written', async ({
  portbook,
}) => {
  const page = await portbook.open(hongKongBook(portbook.folder))
  await openImport(page)
  await chooseByKeys(page, csv(portbook.folder, 'first.csv', ...fewRows))
  await expect(importButton(page)).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(panel(page)).toContainText('Counts: 9 new')

  const mended = [
    fewRows[0]?.replace('1200', '1250').replace('1547', '1597') ?? '',
    fewRows[1] ?? '',
    '01-08-2024,Airport,Arrival,12.5,120,450,1450',
  ]
  await chooseByKeys(page, csv(portbook.folder, 'second.csv', ...mended), 'Control+o')
  await expect(outcomes(page)).toHaveText(['changed', 'same', /refused/])
  await expect(rows(page).locator('[data-outcome=changed][role=gridcell]')).toHaveText([
    '1,200 →1250',
    '1,547 →1597',
  ])
  await expect(importButton(page)).toHaveAttribute('aria-disabled', 'true')
  await expect(panel(page)).toContainText('While a cell is refused, nothing of the file is written.')

  await page.getByRole('radio', { name: 'Refused 1' }).check()
  await expect(outcomes(page)).toHaveText([/refused\s*A count is a whole number/])
  await rows(page).focus()
  await expect(panel(page)).toContainText('Row 4: refused')
  await expect(panel(page)).toContainText('Hong Kong Residents')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save the list of refusals' }).press('Enter')
  const list = await (await download).path()
  expect(readFileSync(list, 'utf8')).toBe(
    '\ufeffRow,Column,Cell,Reason\r\n4,Hong Kong Residents,12.5,A count is a whole number.\r\n',
  )
  await page.keyboard.press('Control+Enter')
  expect(await countsInTable(page)).toBe('Counts: 9')
})

test('a place that the book does not know is asked once, suggested, and answered by one key', async ({
  portbook,
}) => {
  const page = await portbook.open(hongKongBook(portbook.folder))
  await openImport(page)
  const strange = fewRows.map((row) => row.replace('Lo Wu', 'Lo Wuu'))
  await chooseByKeys(page, csv(portbook.folder, 'renamed.csv', ...strange))
  await expect(panel(page)).toContainText('Unknown words: 1')
  await expect(panel(page)).toContainText('in rows: 2')
  await expect(panel(page).getByRole('button', { name: 'It is Lo Wu' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(importButton(page)).toBeFocused()
  expect(await numbers(page)).toContain('new 9')

  // Kept under a name, it is asked no more.
  await page.getByRole('textbox', { name: 'Save this mapping as' }).fill('Daily passengers')
  await page.keyboard.press('Enter')
  await expect(panel(page)).toContainText('Saved: Daily passengers')
  await chooseByKeys(page, csv(portbook.folder, 'next.csv', ...strange), 'Control+o')
  await expect(page.getByRole('combobox', { name: 'Read by' })).toHaveValue('Daily passengers')
  await expect(importButton(page)).toHaveAttribute('aria-disabled', 'false')
})

test('what the guess cannot tell is what the cursor stands on, and the choice of a column mends it', async ({
  portbook,
}) => {
  const page = await portbook.open(hongKongBook(portbook.folder))
  await openImport(page)
  const file = path.join(portbook.folder, 'plain.csv')
  writeFileSync(file, 'Date,Hong Kong Residents,Mainland Visitors\r\n2024-08-01,12,3\r\n')
  await chooseByKeys(page, file)
  await expect(page.getByRole('combobox', { name: 'Checkpoint' })).toBeFocused()
  await expect(panel(page)).toContainText('Entry or exit?')
  await page.getByRole('combobox', { name: 'Checkpoint' }).selectOption({ label: 'Lo Wu' })
  await page.getByRole('radio', { name: 'Exit' }).check()
  await expect(importButton(page)).toHaveAttribute('aria-disabled', 'false')
  await page
    .getByRole('combobox', { name: 'Use of “Mainland Visitors”' })
    .selectOption({ label: 'left alone' })
  await expect.poll(() => numbers(page)).toEqual(['Rows 1', 'Counts 1', 'new 1'])
  await page.keyboard.press('Control+Enter')
  await expect(panel(page)).toContainText('Rows: 1. Counts: 1 new')
})

test('the Hong Kong file: the guess is accepted, the numbers are those of the command line, a day is found', async ({
  portbook,
}) => {
  test.skip(!existsSync(hongKongFile), `${hongKongFile} is not there`)
  const book = hongKongBook(portbook.folder)
  const expected = runVerb(
    ...['import', 'counts', '--book', book, '--file', hongKongFile, '--dry-run'],
    ...['--mapping', fixture('mappings/hk-daily.json')],
  )
  const page = await portbook.open(book)
  await openImport(page)
  await chooseByKeys(page, hongKongFile)
  await expect(importButton(page)).toBeFocused()
  const format = (value: unknown) => Number(value).toLocaleString('en')
  const totals = expected.controlTotals as Record<string, number>
  expect(expected.refusedCells).toBe(0)
  expect(await numbers(page)).toEqual([
    `Rows ${format(expected.rows)}`,
    `Counts ${format(expected.counts)}`,
    `new ${format(expected.new)}`,
    `Totals of the file ${format(totals.new)}`,
    `new ${format(totals.new)}`,
  ])
  await rows(page).focus()
  await page.keyboard.press('End')
  await expect(rows(page).locator('[role=row][aria-selected=true] [role=rowheader]')).toHaveText('33,657')

  await page.keyboard.press('Control+Enter')
  await expect(panel(page)).toContainText(
    `Rows: ${format(expected.rows)}. Counts: ${format(expected.new)} new`,
    { timeout: 60_000 },
  )
  expect(await countsInTable(page)).toBe(`Counts: ${format(expected.new)}`)
  await page.keyboard.press('Control+f')
  await page.keyboard.type('2023-02-06')
  await page.keyboard.press('Enter')
  const table = page.getByRole('grid', { name: 'All counts of the book' })
  await expect(table.locator('[role=row][aria-selected=true]')).toContainText('6 Feb 2023')

  await page.keyboard.press('Control+z')
  await expect(foot(page)).toContainText('Undone: import of a file')
  await expect(page.getByRole('main').getByRole('status').first()).toHaveText('Counts: 0')
})

test('an import that is stopped writes nothing, and goes on while another screen is shown', async ({
  portbook,
}) => {
  const page = await portbook.open(hongKongBook(portbook.folder))
  const file = csv(portbook.folder, 'long.csv', ...manyRows(20_000))
  await openImport(page)
  await chooseByKeys(page, file)
  await expect(importButton(page)).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(panel(page).getByRole('progressbar', { name: 'Importing' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(panel(page).getByRole('alert')).toHaveText('Stopped. Nothing was written.')
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('Control+1')
  await expect(foot(page)).toContainText('Undo: import of a file', { timeout: 60_000 })
  await page.keyboard.press('Control+2')
  await expect(panel(page)).toContainText('Rows: 20,000.')
  await page.keyboard.press('Control+z')
  await expect(panel(page)).toContainText('Taken back')
})

test('the key of Crossings leads from the import to the table, where a day is found; an import that is done makes room', async ({
  portbook,
}) => {
  const page = await portbook.open(hongKongBook(portbook.folder))
  await openImport(page)
  await chooseByKeys(page, csv(portbook.folder, 'long.csv', ...manyRows(20_000)))
  await expect(importButton(page)).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(panel(page).locator('[data-running]')).toBeFocused()
  await page.keyboard.press('Control+2')
  await expect(foot(page)).toContainText('Undo: import of a file', { timeout: 60_000 })
  await page.keyboard.press('Control+f')
  await page.keyboard.type('2023-12-30')
  await page.keyboard.press('Enter')
  const counts = page.getByRole('grid', { name: 'All counts of the book' })
  await expect(counts.locator('[role=row][aria-selected=true]')).toContainText('30 Dec 2023')

  await page.keyboard.press('Control+i')
  await expect(panel(page)).toContainText('Rows: 20,000.')
  await page.keyboard.press('Control+2')
  await page.keyboard.press('Control+i')
  await expect(page.getByRole('button', { name: /^Choose a file/ })).toBeFocused()
})

/** A file of days before 2024, both directions, two control points. */
function manyRows(count: number): string[] {
  return Array.from({ length: count }, (_, at) => {
    const day = new Date(Date.UTC(2023, 11, 31 - Math.floor(at / 4)))
    const date = [day.getUTCDate(), day.getUTCMonth() + 1, day.getUTCFullYear()]
      .map((part) => String(part).padStart(2, '0'))
      .join('-')
    return `${date},${at % 2 ? 'Lo Wu' : 'Airport'},${at % 4 < 2 ? 'Arrival' : 'Departure'},${at},1,2,${at + 3}`
  })
}

test('a file that is dropped on any screen is taken to the import', async ({ portbook }) => {
  const page = await portbook.open(hongKongBook(portbook.folder))
  await expect(page.getByRole('navigation', { name: 'Areas' })).toBeVisible()
  const browser = await page.context().newCDPSession(page)
  const file = csv(portbook.folder, 'dropped.csv', ...fewRows)
  const data = { items: [], files: [file], dragOperationsMask: 1 }
  const drag = (type: 'dragEnter' | 'dragOver' | 'drop') =>
    browser.send('Input.dispatchDragEvent', { type, x: 500, y: 400, data })
  const notice = page.getByText('Let go to import this file')
  // The browser lets go only where the page has said, in its own time, that it takes the file.
  await expect(async () => {
    await drag('dragEnter')
    await drag('dragOver')
    await expect(notice).toBeVisible()
    await drag('dragOver')
    await page.waitForTimeout(250)
    await drag('drop')
    await expect(page.getByText('dropped.csv')).toBeVisible({ timeout: 3_000 })
  }).toPass()
  await expect(importButton(page)).toBeFocused()
  await expect(notice).toBeHidden()
  expect(await numbers(page)).toContain('new 9')
})

test('a workbook is read by its visible sheet; its hidden one is named and left alone', async ({
  portbook,
}) => {
  const page = await portbook.open(hongKongBook(portbook.folder))
  const file = path.join(portbook.folder, 'august.xlsx')
  const table = [heads, ...fewRows].map((line, at) =>
    line.split(',').map((text, column) => (at > 0 && column > 2 ? Number(text) : text)),
  )
  const bytes = await writeXlsx({
    sheets: [
      { name: 'Old figures', hidden: true, rows: [['x']] },
      { name: 'August', rows: table },
    ],
  } as Parameters<typeof writeXlsx>[0])
  writeFileSync(file, bytes)
  await openImport(page)
  await chooseByKeys(page, file)
  await expect(importButton(page)).toBeFocused()
  await expect(page.getByRole('combobox', { name: 'Sheet' })).toHaveValue('August')
  await expect(page.getByText('Hidden sheets, not read: Old figures')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(panel(page)).toContainText('Rows: 3. Counts: 9 new')
})

test('a file that cannot be read is refused in words, and the next one can be chosen at once', async ({
  portbook,
}) => {
  const page = await portbook.open(hongKongBook(portbook.folder))
  await openImport(page)
  const container = Buffer.from('d0cf11e0a1b11ae1', 'hex')
  const files: [string, Buffer, RegExp][] = [
    ['locked.xlsx', Buffer.concat([container, Buffer.from('EncryptedPackage', 'utf16le')]), /password/],
    ['old.xls', Buffer.concat([container, Buffer.alloc(600)]), /old or binary kind/],
    ['cut.xlsx', Buffer.from('504b0304aaaa', 'hex'), /damaged/],
    ['empty.csv', Buffer.alloc(0), /no rows/],
    ['page.xls', Buffer.from('<html><table></table>'), /web page/],
    ['picture.csv', Buffer.from('89504e470d0a1a0a0000', 'hex'), /neither a table/],
  ]
  for (const [name, bytes, words] of files) {
    const file = path.join(portbook.folder, name)
    writeFileSync(file, bytes)
    await chooseByKeys(page, file)
    await expect(page.getByRole('alert')).toHaveText(words)
    await expect(page.getByRole('alert')).toContainText(name)
    await expect(page.getByRole('button', { name: /^Choose a file/ })).toBeFocused()
  }
  await chooseByKeys(page, csv(portbook.folder, 'good.csv', ...fewRows))
  await expect(importButton(page)).toBeFocused()
})
