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

const table = (page: Page): Locator => page.getByRole('grid', { name: /^Departures on/ })
const foot = (page: Page): Locator => page.getByRole('contentinfo')
const beside = (page: Page): Locator => page.getByRole('complementary', { name: 'What the count sheet says' })
const cell = (page: Page, name: string): Locator => table(page).getByRole('textbox', { name, exact: true })

/** The lines of a route as they read, without those for new ones. */
const linesOf = (page: Page, route: string): Promise<string[]> =>
  table(page)
    .locator('tbody tr[data-line]')
    .evaluateAll((rows, wanted) => {
      let at = ''
      return rows.flatMap((row) => {
        const head = row.querySelector('th')?.textContent?.trim()
        if (head) at = head
        if (!at.startsWith(wanted)) return []
        const texts = [...row.querySelectorAll('td')].map(
          (each) => each.querySelector('input')?.value ?? each.textContent ?? '',
        )
        return texts[2] === '' && texts[4] === '' ? [] : [texts.join(' ').trim().replace(/ +/g, ' ')]
      })
    }, route)

/** The buses of 29 February 2024 at Horgos, with the cursor in the first line. */
async function openBuses(portbook: Portbook, date = '2024-02-29'): Promise<Page> {
  const page = await openNewBook(portbook, 'horgos')
  await press(page, 'Control+Digit3')
  await expect(page.getByRole('grid', { name: /^Channels/ })).toBeVisible()
  await showDate(page, date)
  await press(page, 'Alt+KeyB')
  await expect(cell(page, 'Time, new departure, Urumqi, from the port')).toBeFocused()
  return page
}

async function showDate(page: Page, date: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Date' })
  await field.focus()
  await press(page, 'Control+a', `>${date}`, 'Enter')
  await expect(field).not.toHaveAttribute('aria-invalid', 'true')
}

test('departures are typed by route, way and time by keys alone, with both clocks and the sheet beside', async ({
  portbook,
}) => {
  const page = await openBuses(portbook)
  await expect(page.getByRole('main')).toContainText('Asia/Almaty: 2 h behind the port')
  await press(page, 'ArrowLeft', '>4', 'Tab', '>9:30', 'Tab', '>2', 'Tab', '>45+38', 'Enter')
  await expect(cell(page, 'Time, new departure, Urumqi, from the port')).toBeFocused()
  await expect(foot(page)).toContainText('Undo: departure, Urumqi')
  await expect.poll(() => linesOf(page, 'Urumqi')).toEqual(['4 from the port 09:30 2 83 41.5'])

  await cell(page, 'Time, new departure, Almaty, Exit').focus()
  await press(page, '>１:15', 'Tab', 'Tab', '>44', 'Enter', '>0800', 'Enter')
  await expect
    .poll(() => linesOf(page, 'Almaty'))
    .toEqual(['Exit 01:15 23:15, 28 Feb 1 44 44.0', 'Exit 08:00 06:00 1'])
  await expect(beside(page)).toContainText('Buses, Exit2')
  await expect(beside(page)).toContainText('not reported')
  await expect(beside(page).getByRole('row', { name: /^from the port/ })).toContainText('283')

  await askDesk(page, 'recordCounts', {
    checkpoint: 'passenger-hall',
    counts: [{ date: '2024-02-29', period: 'day', direction: 'exit', line: 'buses', value: 3 }],
  })
  await expect(beside(page)).toContainText('Buses, Exit23−1')

  await press(page, 'PageDown')
  await expect(page.getByRole('main')).toContainText('Asia/Almaty: 3 h behind the port')
  await press(page, 'Alt+KeyY')
  // At 01:15 the far side has not put its clocks back yet: it does so at its own midnight.
  await expect
    .poll(() => linesOf(page, 'Almaty'))
    .toEqual(['Exit 01:15 23:15, 29 Feb 1', 'Exit 08:00 05:00 1'])
  await press(page, 'Alt+KeyY')
  await expect(page.getByRole('alert')).toContainText('already has departures')
})

test('what cannot be stays in its cell with the reason, and nothing is written', async ({ portbook }) => {
  const page = await openBuses(portbook)
  const refusals: [cell: string, typed: string, reason: string][] = [
    ['Time, new departure, Almaty, Exit', '24:00', '“24:00” is no time such as 09:30.'],
    ['Time, new departure, Almaty, Exit', 'nine', '“nine” is no time such as 09:30.'],
    ['Vehicles, new departure, Almaty, Exit', '0', '“0” is no number of vehicles from 1 to 9,999.'],
    ['Passengers, new departure, Almaty, Exit', '4.5', '“4.5” is no number of passengers'],
    ['Passengers, new departure, Almaty, Exit', '10000000', '“10000000” is no number of passengers'],
    ['Deployed, new departure, Almaty, Entry', '-1', '“-1” is no number of vehicles from 0 to 9,999.'],
  ]
  for (const [name, typed, reason] of refusals) {
    await cell(page, name).focus()
    await press(page, `>${typed}`, 'Enter')
    await expect(table(page).getByRole('alert')).toContainText(reason)
    await expect(cell(page, name)).toBeFocused()
    await press(page, 'Escape')
    await expect(table(page).getByRole('alert')).toHaveCount(0)
  }
  expect(await linesOf(page, 'Almaty')).toEqual([])
})

test('a departure is changed cell by cell, removed by a key, and comes back by undo', async ({
  portbook,
}) => {
  const page = await openBuses(portbook)
  await cell(page, 'Time, new departure, Yarkent, Entry').focus()
  await press(page, '>10', 'Enter')
  await expect.poll(() => linesOf(page, 'Yarkent')).toEqual(['Entry 10:00 08:00 1'])
  await cell(page, 'Passengers, Yarkent, Entry').focus()
  await press(page, '>45', 'Enter', 'ArrowUp', '>9', 'Escape', '>40', 'Enter')
  await expect.poll(() => linesOf(page, 'Yarkent')).toEqual(['Entry 10:00 08:00 1 40 40.0'])
  await cell(page, 'Vehicles, Yarkent, Entry').focus()
  await press(page, 'Control+Delete')
  await expect.poll(() => linesOf(page, 'Yarkent')).toEqual([])
  await expect(foot(page)).toContainText('Undo: departures removed, Yarkent')
  await press(page, 'Control+z')
  await expect.poll(() => linesOf(page, 'Yarkent')).toEqual(['Entry 10:00 08:00 1 40 40.0'])
})

test('a month shows its days, and the officers their week and hours', async ({ portbook }) => {
  const page = await openBuses(portbook)
  await askDesk(page, 'keepDeparture', {
    departure: null,
    route: 'almaty',
    date: '2024-02-10',
    direction: 'exit',
    minute: 600,
    vehicles: 2,
    passengers: 90,
  })
  await page.getByRole('radio', { name: 'Month', exact: true }).check()
  await expect(page.getByRole('row', { name: /^10 Feb/ })).toContainText('290')
  const always = { from: null, to: null }
  await askDesk(page, 'addTeam', { team: 'a', names: { en: 'Team A' }, ...always })
  await askDesk(page, 'addOfficer', {
    officer: '061234',
    name: 'Li',
    kinds: ['manual'],
    ...always,
    teams: [{ team: 'a', ...always }],
  })
  await askDesk(page, 'keepRota', {
    checkpoint: 'passenger-hall',
    replaces: null,
    from: '2024-02-26',
    to: null,
    cycleDays: 2,
    days: [{ day: 1, shift: 'morning', team: 'a' }],
  })
  await askDesk(page, 'recordOpenings', {
    checkpoint: 'passenger-hall',
    date: '2024-02-26',
    shift: 'morning',
    openings: [
      {
        channel: 'm1',
        plan: 'actual',
        direction: 'entry',
        startsMinute: 360,
        endsMinute: 810,
        headCount: null,
        duties: [{ officer: '061234', role: 'inspector', startsMinute: 360, endsMinute: null }],
      },
    ],
  })
  await press(page, 'Alt+KeyO')
  const morning = page
    .getByRole('table', { name: 'Coverage of the week' })
    .getByRole('row', { name: /^Morning/ })
  await expect(morning).toContainText('Team A1 by the rotaactual: channels 1, people 1')
  await expect(page.getByRole('row', { name: /^061234 Li/ })).toContainText('Team A7.5')
})

test('what is typed of a departure is kept where its screen or the window goes away', async ({
  portbook,
}) => {
  const page = await openBuses(portbook)
  await press(page, 'ArrowLeft', '>4', 'Control+Digit1')
  await expect(foot(page)).toContainText('Undo: buses deployed')
  await press(page, 'Control+Digit3')
  await expect(cell(page, 'Time, new departure, Urumqi, from the port')).toBeFocused()
  await press(page, '>9:30', 'Tab', '>2')
  await page.reload()
  await expect(foot(page)).toContainText('Undo: departure')
})
