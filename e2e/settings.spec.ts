import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { askDesk } from './ask-desk.ts'
import { expect, test } from './hosts.ts'
import { openNewBook } from './sheet-page.ts'

/** A holiday file as a port would write one of its own. */
const oneHoliday = {
  format: 1,
  country: 'KZ',
  holidays: { 'port-day': { en: 'Day of the port' } },
  years: [
    {
      year: 2026,
      certain: true,
      source: 'order of the port',
      days: [{ holiday: 'port-day', from: '2026-06-01', to: '2026-06-02' }],
    },
  ],
}

/** Keys one after the other; what begins with `>` is typed. */
async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    if (key.startsWith('>')) await page.keyboard.type(key.slice(1))
    else await page.keyboard.press(key)
  }
}

const foot = (page: Page): Locator => page.getByRole('contentinfo')
const rows = (page: Page, section: string): Locator => page.getByRole('grid', { name: section, exact: true })
const row = (page: Page, name: string | RegExp): Locator => page.getByRole('main').getByRole('row', { name })
const side = (page: Page): Locator => page.getByRole('complementary')

/** The settings at a section, with the cursor in its rows. */
async function openSection(page: Page, section: string): Promise<void> {
  await press(page, 'Control+7')
  const sections = page.getByRole('navigation', { name: 'Parts of the settings' })
  for (let step = 0; step < 30 && !(await rows(page, section).isVisible()); step += 1) {
    await expect(sections).toBeVisible()
    const before = await sections.locator('[aria-current]').textContent()
    if (before === section) break
    await press(page, 'PageDown')
    await expect(sections.locator('[aria-current]')).not.toHaveText(before ?? '')
  }
  await expect(rows(page, section).locator('tr:focus')).toHaveCount(1)
}

/** The day sheet of a date. */
async function showSheet(page: Page, date: string, shown: RegExp): Promise<void> {
  await press(page, 'Control+1')
  const field = page.getByRole('textbox', { name: 'Date' })
  await field.focus()
  await press(page, 'Control+a', `>${date}`, 'Enter')
  await expect(page.getByRole('grid', { name: shown })).toBeVisible()
}

/** One count in the morning of 30 August 2024. */
async function typeCount(page: Page): Promise<void> {
  await showSheet(page, '2024-08-30', /30 Aug 2024/)
  await page.getByRole('radio', { name: /^Morning/ }).check()
  await expect(page.getByRole('grid', { name: /30 Aug 2024, Morning/ })).toBeVisible()
  await page.getByRole('textbox', { name: 'Kazakhstan, entry', exact: true }).focus()
  await press(page, '>86', 'Enter')
  await expect(foot(page)).toContainText('86, Kazakhstan entry')
}

test('a checkpoint is added with its names, sheet and shift by keys alone, and stands on the day sheet', async ({
  portbook,
}) => {
  const page = await openNewBook(portbook)
  await openSection(page, 'Checkpoints')
  await press(page, 'n', '>铁路查验场', 'Tab', '>Rail yard', 'Enter')
  await expect(row(page, /^Rail yard/)).toBeFocused()
  await expect(foot(page)).toContainText('Undo: new checkpoint Rail yard')

  await press(page, 'PageDown', 'PageDown')
  await expect(rows(page, 'Count sheets')).toBeVisible()
  const checkpoint = page.getByRole('combobox', { name: 'Checkpoint' })
  await checkpoint.focus()
  await press(page, 'ArrowDown', 'ArrowDown', 'Enter')
  await expect(checkpoint.locator('option:checked')).toHaveText('Rail yard')
  await press(page, 'n')
  await expect(side(page).getByRole('combobox', { name: 'Line' })).toBeFocused()
  await press(page, 'Enter')
  await expect(row(page, /^Trucks, loaded/)).toBeFocused()
  await press(page, 'Alt+ArrowUp')
  await expect(rows(page, 'Count sheets').getByRole('row').last()).toContainText('Cars')
  await expect(row(page, /^Trucks, loaded/)).toBeFocused()

  await press(page, 'PageDown')
  await expect(rows(page, 'Shifts')).toContainText('Counts by day, without shifts.')
  await press(page, 'n', 'Tab', '>Early', 'Tab', 'Tab', 'Tab', 'Tab', '>8', 'Tab', '>２０：３０', 'Enter')
  await expect(row(page, /^Early 08:00–20:30 always/)).toBeFocused()

  await press(page, 'Control+1')
  await expect(checkpoint.locator('option')).toHaveText(['Passenger hall', 'Highway cargo yard', 'Rail yard'])
  await checkpoint.focus()
  await press(page, 'ArrowDown')
  await expect(page.getByRole('grid', { name: /^Count sheet: Highway cargo yard/ })).toBeVisible()
  await press(page, 'ArrowDown')
  await expect(page.getByRole('grid', { name: /^Count sheet: Rail yard/ })).toBeVisible()
  await expect(page.getByRole('radio', { name: 'Early 08:00–20:30' })).toBeVisible()
  const cell = page.getByRole('textbox', { name: 'Trucks, loaded, entry', exact: true })
  await cell.focus()
  await press(page, '>12', 'Enter')
  await expect(foot(page)).toContainText('12, Trucks, loaded entry')
})

test('a name with a date holds from that date on, and the days before keep theirs', async ({ portbook }) => {
  const page = await openNewBook(portbook)
  await openSection(page, 'Checkpoints')
  await press(page, 'r', '>2024-03-01', 'Tab', 'Tab', '>Passenger building', 'Enter')
  await expect(row(page, /^Passenger building/)).toBeFocused()
  await expect(foot(page)).toContainText('Undo: name of Passenger building')
  await expect(side(page).getByRole('combobox', { name: 'Which names' }).locator('option')).toHaveText([
    'at first: Passenger hall',
    'from 1 Mar 2024: Passenger building',
  ])
  await showSheet(page, '2024-02-29', /^Count sheet: Passenger hall, Thu 29 Feb 2024/)
  await showSheet(page, '2024-03-01', /^Count sheet: Passenger building, Fri 1 Mar 2024/)
  await press(page, 'Control+z')
  await expect(page.getByRole('grid', { name: /^Count sheet: Passenger hall, Fri 1 Mar 2024/ })).toBeVisible()
})

test('what another window changes shows at once, on the sheet and in the settings', async ({ portbook }) => {
  const page = await openNewBook(portbook)
  const name = (en: string) =>
    askDesk(page, 'keepNames', {
      of: { entity: 'checkpoint', checkpoint: 'passenger-hall' },
      from: null,
      names: { en },
    })
  await name('Arrivals')
  await expect(page.getByRole('grid', { name: /^Count sheet: Arrivals/ })).toBeVisible()
  await openSection(page, 'Checkpoints')
  await expect(row(page, /^Arrivals/)).toBeFocused()
  await name('Departures')
  await expect(row(page, /^Departures/)).toBeFocused()
  await expect(side(page).getByRole('textbox', { name: 'English' })).toHaveValue('Departures')

  // What was saved and is read late is neither taken back by what is typed next nor taken for what is typed again.
  const type = async (field: string, text: string) => {
    await side(page).getByRole('textbox', { name: field }).fill(text)
    await press(page, 'Enter')
    await expect(row(page, /^Departures/)).toBeFocused()
  }
  await type('First day', '2020-01-01')
  await expect(row(page, /^Departures.*2020/)).toBeVisible()
  let answer = () => {}
  const late = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route('**/invoke/readSettings', (route) => late.then(() => route.continue()))
  await type('First day', '2021-01-01')
  await type('First day', '2020-01-01')
  await type('Last day', '2030-12-31')
  answer()
  await expect(row(page, /^Departures.*2020.*2030/)).toBeVisible()
})

test('closing over figures says how many there are, and one key closes the cells all the same', async ({
  portbook,
}) => {
  const page = await openNewBook(portbook)
  await typeCount(page)
  await openSection(page, 'Closures')
  await press(
    page,
    'n',
    '>2024-08-30',
    'Tab',
    '>2024-08-30',
    'Tab',
    'Tab',
    'Tab',
    'Tab',
    '>Sandstorm',
    'Enter',
  )
  const question = side(page).getByRole('alert')
  await expect(question).toContainText('(figures: 1)')
  await press(page, 'Enter')
  await expect(foot(page)).toContainText('Undo: closure')
  await expect(rows(page, 'Closures')).toContainText('No closure lies ahead.')
  await page.getByRole('checkbox', { name: 'also what has ended' }).press('Space')
  await expect(row(page, /^30 Aug 2024 whole days Sandstorm/)).toBeVisible()

  await showSheet(page, '2024-08-30', /30 Aug 2024/)
  await expect(page.getByRole('gridcell', { name: 'Kazakhstan, exit', exact: true })).toHaveAttribute(
    'data-hatched',
    'true',
  )
  await expect(page.getByRole('gridcell', { name: 'Kazakhstan, entry', exact: true })).toContainText('86')
})

test('a line with counts cannot be removed but ended, and is gone from the sheet after its end', async ({
  portbook,
}) => {
  const page = await openNewBook(portbook)
  await typeCount(page)
  await openSection(page, 'Lines')
  await press(page, 'ArrowDown', 'ArrowDown')
  await expect(row(page, /^Kazakhstan/)).toBeFocused()
  await press(page, 'Delete')
  await expect(side(page)).toContainText('It has figures from 30 Aug 2024 to 30 Aug 2024')
  const end = side(page).getByRole('textbox', { name: 'Last day' })
  await expect(end).toBeFocused()
  await press(page, '>2024-08-01', 'Enter')
  await expect(side(page).getByRole('alert')).toContainText('30 Aug 2024')
  await expect(end).toBeFocused()
  await press(page, 'Control+a', '>30.8.2024', 'Enter')
  await expect(row(page, /^Kazakhstan/)).toHaveCount(0)
  await expect(foot(page)).toContainText('Undo: line Kazakhstan')

  await showSheet(page, '2024-08-30', /30 Aug 2024/)
  await expect(page.getByRole('gridcell', { name: 'Kazakhstan, entry', exact: true })).toBeVisible()
  await showSheet(page, '2024-08-31', /31 Aug 2024/)
  await expect(page.getByRole('gridcell', { name: 'Kazakhstan, entry', exact: true })).toHaveCount(0)

  await openSection(page, 'Lines')
  await press(page, 'Control+z')
  await expect(row(page, /^Kazakhstan Travellers passengers always/)).toBeVisible()
})

test('opening hours are said by weekday, and what is no span of hours is refused at its day', async ({
  portbook,
}) => {
  const page = await openNewBook(portbook)
  await openSection(page, 'Opening hours')
  await expect(row(page, /^always daily 10:00–20:00/)).toBeFocused()
  const day = (name: string) => side(page).getByRole('textbox', { name })
  await day('Saturday').focus()
  await press(page, 'Control+a', '>8-12、14-18', 'Tab', 'Control+a', '>20-8', 'Enter')
  await expect(day('Sunday')).toBeFocused()
  await expect(side(page).getByRole('alert')).toContainText('“20-8” is not a span of hours')
  await press(page, 'Control+a', 'Delete', 'Enter')
  await expect(
    row(page, /^always Mon–Fri 10:00–20:00; Sat 08:00–12:00, 14:00–18:00; Sun closed/),
  ).toBeFocused()
})

test('an event is entered by keys with its kind and place, and undone', async ({ portbook }) => {
  const page = await openNewBook(portbook)
  await openSection(page, 'Events')
  await press(page, 'n', '>2999-06-01', 'Tab', '>2999-06-03', 'Tab', 'Tab', '>fair', 'Tab', 'Tab')
  await press(page, '>Border fair', 'Enter')
  await expect(row(page, /^1 Jun 2999 – 3 Jun 2999 Border fair whole port fair/)).toBeFocused()
  await expect(foot(page)).toContainText('Undo: event')
  await press(page, 'Control+z')
  await expect(rows(page, 'Events')).toContainText('No event lies ahead.')
})

test('holidays come with the program or from a file, and a wrong file is refused', async ({ portbook }) => {
  const page = await openNewBook(portbook)
  const file = path.join(portbook.folder, 'holidays.json')
  await openSection(page, 'Holidays')
  await press(page, 'l')
  await expect(side(page).getByRole('button', { name: /^China, 20/ })).toBeFocused()
  await press(page, 'Enter')
  await expect(side(page).getByRole('status')).toContainText(/^China, 20.*: new /)

  page.on('filechooser', (chooser) => chooser.setFiles(file))
  async function choose(content: string): Promise<void> {
    writeFileSync(file, content)
    await side(page).getByRole('button', { name: 'From a file …' }).press('Enter')
  }
  await choose('{"no": "holidays"}')
  await expect(side(page).getByRole('alert')).toContainText('not a file of holidays')
  await choose(JSON.stringify(oneHoliday))
  await expect(side(page).getByRole('status')).toContainText(/^Kazakhstan, 2026: new 1, same 0/)
  await expect(rows(page, 'Holidays')).toContainText('Day of the port')
})

test('letters, control characters and 10,000 characters are refused at their field, and nothing is lost', async ({
  portbook,
}) => {
  const page = await openNewBook(portbook)
  await openSection(page, 'Checkpoints')
  await press(page, 'n', 'Tab')
  await page.keyboard.insertText('x'.repeat(10_000))
  await press(page, 'Enter')
  await expect(side(page).getByRole('alert')).toHaveText('A name has at most 120 characters.')
  await expect(foot(page)).toContainText('not saved: 1')
  await press(page, 'Control+1', 'Control+7')
  const english = side(page).getByRole('textbox', { name: 'English' })
  await expect(english).toHaveValue('x'.repeat(10_000))
  await english.focus()
  await press(page, 'Control+a', '>Rail yard')
  await side(page).getByRole('textbox', { name: 'First day' }).focus()
  await press(page, 'Control+a', '>tomorrow', 'Enter')
  await expect(side(page).getByRole('alert')).toContainText('“tomorrow” is not a date')
  await press(page, 'Escape')
  await expect(row(page, /^Passenger hall/)).toBeFocused()
  await expect(rows(page, 'Checkpoints').getByRole('row')).toHaveCount(3)
})

test('the port is exported as a file, and the theme chosen, by keys alone', async ({ portbook }) => {
  const page = await openNewBook(portbook)
  await openSection(page, 'Port')
  const started = page.waitForEvent('download')
  await press(page, 'Control+e')
  expect((await started).suggestedFilename()).toMatch(/jeminay.*\.json$/i)
  await press(page, 'PageUp')
  await expect(page.getByRole('radio', { name: 'English' })).toBeFocused()
  await press(page, 'Tab', 'ArrowRight', 'ArrowRight')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})
