import type { Locator, Page } from '@playwright/test'
import { askDesk } from './ask-desk.ts'
import { expect, type Portbook, test } from './hosts.ts'
import { openNewBook } from './sheet-page.ts'

/** Keys one after the other; what begins with `>` is typed. */
async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    if (key.startsWith('>')) await page.keyboard.type(key.slice(1))
    else await page.keyboard.press(key)
  }
}

const row = (page: Page, name: string | RegExp): Locator => page.getByRole('main').getByRole('row', { name })
const side = (page: Page): Locator => page.getByRole('complementary')
const foot = (page: Page): Locator => page.getByRole('contentinfo')

/** The settings of a new book for Jeminay. */
async function openSettings(portbook: Portbook): Promise<Page> {
  const page = await openNewBook(portbook)
  await press(page, 'Control+7')
  return page
}

/** A section with the cursor in its rows. */
async function openSection(page: Page, section: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Parts of the settings' })
    .getByRole('button', { name: section })
    .click()
  await expect(page.getByRole('grid', { name: section, exact: true })).toBeVisible()
  await press(page, 'ArrowRight')
  await expect(page.getByRole('grid', { name: section, exact: true }).locator('tr:focus')).toHaveCount(1)
}

test('a channel is added, taken out of service over an opening after a question, and set back', async ({
  portbook,
}) => {
  const page = await openSettings(portbook)
  await openSection(page, 'Channels')
  await expect(row(page, /^E1 e-gate Entry, Exit Residents of the mainland, Hong Kong/)).toBeVisible()
  await press(page, 'n', '>人工4', 'Tab', '>M4', 'Enter')
  await expect(row(page, /^M4 manual Entry, Exit everybody always/)).toBeFocused()
  await expect(foot(page)).toContainText('Undo: new channel M4')
  await askDesk(page, 'recordOpenings', {
    checkpoint: 'passenger-hall',
    date: '2024-08-30',
    shift: 'morning',
    openings: [{ channel: 'm4', plan: 'actual', direction: 'entry', startsMinute: 600, endsMinute: 720 }],
  })
  await openSection(page, 'Out of service')
  await press(page, 'n')
  await side(page).getByRole('combobox', { name: 'Channel' }).selectOption('M4')
  await side(page).getByRole('textbox', { name: 'Since' }).fill('2024-08-30')
  await side(page).getByRole('textbox', { name: 'Reason' }).fill('Scanner')
  await press(page, 'Enter')
  await expect(side(page).getByRole('alert')).toContainText(
    'The channel is entered as open then (openings: 1',
  )
  await press(page, 'Enter')
  await expect(row(page, /^M4 30 Aug 2024 00:00 no end yet Scanner/)).toBeFocused()
  await press(page, 'Delete', 'Enter')
  await expect(page.getByRole('main')).toContainText('No channel is out of service.')
})

test('service times and rules say where they come from, and odd numbers are refused at their fields', async ({
  portbook,
}) => {
  const page = await openSettings(portbook)
  await openSection(page, 'Service times')
  await expect(
    row(page, /^manual everywhere 74 s per passenger measured elsewhere where none is set/),
  ).toBeVisible()
  await press(page, 'n')
  for (const typed of ['', '0', '-5', '1.5', '86401', 'x']) {
    await side(page).getByRole('textbox', { name: 'Seconds per unit' }).fill(typed)
    await press(page, 'Enter')
    await expect(side(page).getByRole('alert')).toContainText(
      typed === '' ? 'This is needed.' : 'A whole number from 1 to 86,400 is needed.',
    )
  }
  await side(page).getByRole('textbox', { name: 'Seconds per unit' }).fill('６０')
  await side(page).getByRole('textbox', { name: 'First day' }).fill('')
  await press(page, 'Enter')
  await expect(row(page, /^manual everywhere 60 s per passenger set here always/)).toBeFocused()
  await openSection(page, 'Staffing rules')
  await expect(row(page, /^always at most 30 min for everybody how many people no rule/)).toBeFocused()
  await press(
    page,
    'n',
    '>2024-09-01',
    'Tab',
    '>20',
    'Tab',
    '>95',
    'Tab',
    'ArrowDown',
    'Tab',
    '>120',
    'Enter',
  )
  await expect(
    row(page, /^from 1 Sept? 2024 at most 20 min for 95 % which officers at most 120 min/),
  ).toBeFocused()
})

test('teams, officers and a rota are set up by keys, and another team holds from a date on', async ({
  portbook,
}) => {
  const page = await openSettings(portbook)
  await openSection(page, 'Rotas')
  await press(page, 'n')
  await expect(side(page)).toContainText('A rota needs teams: enter them first.')
  await openSection(page, 'Teams')
  await press(page, 'n', 'Tab', '>Team A', 'Enter')
  await expect(row(page, /^Team A 0 always/)).toBeFocused()
  await press(page, 'n', 'Tab', '>Team B', 'Enter')
  await expect(row(page, /^Team B 0 always/)).toBeFocused()

  await openSection(page, 'Officers')
  await press(page, 'n', '>no number', 'Enter')
  await expect(side(page).getByRole('alert')).toContainText('A staff number is 1 to 24 letters')
  await press(page, 'Control+a', '>０６１２３４', 'Tab', '>Li', 'Tab', 'ArrowDown', 'Enter')
  await expect(row(page, /^061234 Li Team A manual always/)).toBeFocused()
  await side(page).getByRole('combobox', { name: 'Team' }).selectOption('Team B')
  await side(page).getByRole('textbox', { name: 'In it since' }).fill('2024-08-01')
  await press(page, 'Enter')
  await expect(row(page, /^061234 Li Team B/)).toBeFocused()
  await expect(side(page)).toContainText('Team A: until 31 Jul 2024')

  await openSection(page, 'Rotas')
  await press(page, 'n')
  await side(page).getByRole('combobox', { name: 'Day 1, Morning' }).selectOption('Team A')
  await side(page).getByRole('combobox', { name: 'Day 2, Afternoon' }).selectOption('Team B')
  await press(page, 'Enter')
  await expect(row(page, /2 Team A, Team B/)).toBeFocused()
  await expect(foot(page)).toContainText('Undo: rota')
  await openSection(page, 'Teams')
  await press(page, 'Delete', 'Enter')
  await expect(side(page).getByRole('alert')).toContainText('The team has members or stands in a rota.')
})

test('a bus route says what it is compared with, and a zone that there is not is refused', async ({
  portbook,
}) => {
  const page = await openSettings(portbook)
  await openSection(page, 'Bus routes')
  await press(page, 'n', 'Tab', '>Zaysan', 'Enter')
  await expect(row(page, /^Zaysan crosses the border/)).toBeFocused()
  await side(page).getByRole('combobox', { name: 'Line of the buses' }).selectOption('Buses')
  await side(page).getByRole('textbox', { name: 'Clock of the far side' }).fill('Mars/Base')
  await press(page, 'Enter')
  await expect(side(page).getByRole('alert')).toContainText('is no time zone')
  await side(page).getByRole('textbox', { name: 'Clock of the far side' }).fill('Asia/Almaty')
  await press(page, 'Enter')
  await expect(row(page, /^Zaysan crosses the border Buses Asia\/Almaty always/)).toBeFocused()
})
