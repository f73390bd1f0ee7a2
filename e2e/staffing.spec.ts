import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { askDesk } from './ask-desk.ts'
import { expect, test } from './hosts.ts'
import { foot, paste, startBook } from './sheet-page.ts'
import { hallChannels, recordMorning, staffHall } from './staffed-hall.ts'

const board = (page: Page): Locator => page.getByRole('grid', { name: /^Channels, Passenger hall/ })
const bars = (page: Page): Locator => board(page).locator('[data-opening]')
const panel = (page: Page): Locator => page.getByRole('complementary')

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** The board of 30 August 2024, Morning (10:00–15:00), in a hall with three manual channels and two e-gates. */
async function openBoard(page: Page): Promise<void> {
  await press(page, 'Control+Digit3')
  await expect(board(page)).toBeFocused()
}

/** A point over a channel's time. */
async function pointAt(page: Page, channel: string, minute: number): Promise<{ x: number; y: number }> {
  const lane = board(page).locator(`[data-channel="${channel}"] .lane`)
  const box = await lane.boundingBox()
  if (!box) throw new Error(`no lane of ${channel}`)
  return { x: box.x + (box.width * (minute - 600)) / 300, y: box.y + box.height / 2 }
}

async function drag(page: Page, channel: string, from: number, to: number): Promise<void> {
  const begin = await pointAt(page, channel, from)
  const end = await pointAt(page, channel, to)
  await page.mouse.move(begin.x, begin.y)
  await page.mouse.down()
  await page.mouse.move((begin.x + end.x) / 2, begin.y)
  await page.mouse.move(end.x, end.y)
  await page.mouse.up()
}

test('a checkpoint without channels says what to do and leads to the settings', async ({ portbook }) => {
  const page = await startBook(portbook)
  for (const channel of hallChannels) await askDesk(page, 'removeChannel', { channel })
  await press(page, 'Control+Digit3')
  await expect(page.getByRole('main')).toContainText('has no channels yet')
  await press(page, 'Enter')
  await expect(page.getByRole('grid', { name: /Channels/ })).toBeVisible()
})

test('an opening is drawn with the mouse, its end moved, and each is a step with a name to undo', async ({
  portbook,
}) => {
  const page = await startBook(portbook)
  await staffHall(page)
  await openBoard(page)
  await drag(page, 'm1', 615, 720)
  await expect(bars(page)).toHaveCount(1)
  await expect(bars(page)).toHaveAttribute('aria-label', /entry, 10:15–12:00/)
  await expect(foot(page)).toContainText('Undo: channel M1 opened')
  // By its end.
  const end = await pointAt(page, 'm1', 720)
  await page.mouse.move(end.x - 3, end.y)
  await page.mouse.down()
  const later = await pointAt(page, 'm1', 780)
  await page.mouse.move(later.x, later.y)
  await expect(bars(page)).toHaveAttribute('aria-label', /10:15–13:00/)
  await page.mouse.up()
  await expect(foot(page)).toContainText('Undo: opening of M1')
  await page.keyboard.press('Control+z')
  await expect(bars(page)).toHaveAttribute('aria-label', /10:15–12:00/)
  await page.keyboard.press('Control+z')
  await expect(bars(page)).toHaveCount(0)
  await page.keyboard.press('Control+y')
  await expect(bars(page)).toHaveCount(1)
  // What is taken back before the button is let go was never written.
  const begin = await pointAt(page, 'm2', 600)
  const there = await pointAt(page, 'm2', 700)
  await page.mouse.move(begin.x + 1, begin.y)
  await page.mouse.down()
  await page.mouse.move(there.x, there.y)
  await expect(bars(page)).toHaveCount(2)
  await page.keyboard.press('Escape')
  await expect(bars(page)).toHaveCount(1)
  await page.mouse.up()
  await expect(bars(page)).toHaveCount(1)
})

test('a shift is staffed by keys alone: open, close, move the end, turn round, heads, remove', async ({
  portbook,
}) => {
  const page = await startBook(portbook)
  await staffHall(page)
  await openBoard(page)
  await press(page, 'Enter', '2')
  await expect(bars(page)).toHaveAttribute('aria-label', /entry · 2 officers, 10:00–15:00/)
  // To 12:00, and closed there.
  for (let quarter = 0; quarter < 8; quarter += 1) await press(page, 'ArrowRight')
  await press(page, 'c')
  await expect(bars(page)).toHaveAttribute('aria-label', /entry · 2 officers, 10:00–12:00/)
  await expect(foot(page)).toContainText('Undo: channel M1 closed')
  await press(page, 'Control+ArrowLeft', ']', 'Shift+ArrowRight', '[', 'Shift+]')
  await expect(bars(page)).toHaveAttribute('aria-label', /10:05–12:15/)
  // Half way round.
  for (let quarter = 0; quarter < 4; quarter += 1) await press(page, 'ArrowRight')
  await press(page, 'r')
  await expect(bars(page)).toHaveCount(2)
  await expect(bars(page).nth(0)).toHaveAttribute('aria-label', /entry · 2 officers, 10:05–11:00/)
  await expect(bars(page).nth(1)).toHaveAttribute('aria-label', /exit · 2 officers, 11:00–12:15/)
  await press(page, '3')
  await expect(bars(page).nth(1)).toHaveAttribute('aria-label', /exit · 3 officers/)
  // To the minute, in the panel, and back to the board.
  await press(page, 'Enter')
  await expect(panel(page).getByRole('textbox', { name: 'From–to' })).toBeFocused()
  await page.keyboard.type('１１：００-12:07')
  await press(page, 'Enter')
  await expect(board(page)).toBeFocused()
  await expect(bars(page).nth(1)).toHaveAttribute('aria-label', /11:00–12:07/)
  // Esc takes the typing back, and a start past the cursor takes the cursor along.
  await press(page, 'Enter')
  await page.keyboard.type('10:00-12:00')
  await press(page, 'Escape')
  await expect(board(page)).toBeFocused()
  await press(page, 'Enter')
  await page.keyboard.type('11:55-12:10')
  await press(page, 'Enter')
  await expect(board(page)).toBeFocused()
  await press(page, '4')
  await expect(bars(page).nth(1)).toHaveAttribute('aria-label', /exit · 4 officers, 11:55–12:10/)
  await press(page, 'ArrowDown', 'Enter')
  await expect(bars(page)).toHaveCount(3)
  await press(page, 'Delete')
  await expect(bars(page)).toHaveCount(2)
  await expect(foot(page)).toContainText('Undo: openings removed')
  await press(page, 'PageDown')
  await expect(page.getByRole('grid', { name: /Afternoon/ })).toBeVisible()
  await press(page, 'PageUp')
  await expect(bars(page)).toHaveCount(2)
})

test('what cannot be is refused in words beside the bar, and the bar goes back', async ({ portbook }) => {
  const page = await startBook(portbook)
  await staffHall(page, 'named')
  await openBoard(page)
  // An officer in two places at once.
  await press(page, 'Enter', '0')
  await page.keyboard.type('231')
  await press(page, 'Enter')
  await expect(bars(page)).toHaveAttribute('aria-label', /entry · 0231, 10:00–15:00/)
  await press(page, 'ArrowDown', 'Enter')
  await expect(bars(page)).toHaveCount(2)
  await press(page, '0')
  await page.keyboard.type('231')
  await press(page, 'Enter')
  await expect(board(page).getByRole('alert')).toContainText('0231 is at the channel')
  await expect(bars(page).nth(1)).toHaveAttribute('aria-label', /: entry, 10:00–15:00/)
  await press(page, 'F2', 'Tab')
  await expect(panel(page).getByRole('textbox', { name: 'Staff numbers' })).toHaveValue('0231')
  await press(page, 'Escape')
  // Relief in the middle.
  await press(page, 'ArrowUp', 'F2', 'Tab')
  await page.keyboard.type('0231 until 12:00, 0244 from 12:00')
  await press(page, 'Enter')
  await expect(bars(page).nth(0)).toHaveAttribute('aria-label', /0231, 0244/)
  await expect(foot(page)).toContainText('Undo: opening of M1')
  // An end before its start.
  await press(page, 'F2')
  await page.keyboard.type('12:00-11:00')
  await press(page, 'Enter')
  await expect(board(page).getByRole('alert')).toContainText('12:00–11:00 ends before it begins')
  await expect(bars(page).nth(0)).toHaveAttribute('aria-label', /10:00–15:00/)
  // What was typed is there to be corrected, until Esc.
  const times = panel(page).getByRole('textbox', { name: 'From–to' })
  await press(page, 'F2')
  await expect(times).toHaveValue('12:00-11:00')
  await press(page, 'Escape', 'F2')
  await expect(times).toHaveValue('10:00–15:00')
  await expect(board(page).getByRole('alert')).toHaveCount(0)
})

test('openings are typed as a table, pasted from Excel, and refused by line', async ({ portbook }) => {
  const page = await startBook(portbook)
  await staffHall(page)
  await openBoard(page)
  await press(page, 'Alt+t')
  const rows = board(page).getByRole('row')
  await page.keyboard.type('m1')
  await press(page, 'Tab')
  await page.keyboard.type('entry')
  await press(page, 'Tab')
  await page.keyboard.type('10-13:30')
  await press(page, 'Tab')
  await page.keyboard.type('2')
  await press(page, 'Enter')
  await expect(rows).toHaveCount(3)
  await expect(board(page).getByRole('textbox', { name: /^From–to, M1: entry · 2 officers/ })).toHaveValue(
    '10:00–13:30',
  )
  // The same channel twice, in words on its line; what was typed stays.
  await page.keyboard.type('m1')
  await press(page, 'Tab', 'Tab')
  await page.keyboard.type('13：00－14：00')
  await press(page, 'Enter')
  await expect(board(page).getByRole('alert')).toContainText('already open from 10:00 to 13:30')
  await page.keyboard.type('13:30-14')
  await press(page, 'Enter')
  await expect(rows).toHaveCount(4)
  // A cell that is there already.
  await board(page)
    .getByRole('textbox', { name: /^From–to, M1: entry · 2 officers/ })
    .focus()
  await page.keyboard.type('nonsense')
  await press(page, 'Enter')
  await expect(board(page).getByRole('alert')).toContainText('“nonsense” is no time')
  await press(page, 'Escape')
  // The book's own refusals too leave what was typed, to be corrected.
  await page.keyboard.type('9-13:30')
  await press(page, 'Enter')
  await expect(board(page).getByRole('alert')).toContainText('lies outside the shift')
  await expect(page.locator('input:focus')).toHaveValue('9-13:30')
  await press(page, 'Escape')
  await expect(page.locator('input:focus')).toHaveValue('10:00–13:30')
  await paste(page, 'M2\tentry\t10:00-12:00\t1\nM9\texit\t10-12\t1\n')
  await expect(board(page).getByRole('alert')).toContainText('Line 2: “M9” is no channel')
  await expect(rows).toHaveCount(4)
  await paste(page, 'Channel\tDirection\tFrom–to\tOfficers\nM2\tentry\t10:00-12:00\t1\nM3\texit\t10-12\t1\n')
  await expect(rows).toHaveCount(6)
  await expect(foot(page)).toContainText('Undo: openings entered')
  await page.keyboard.press('Control+z')
  await expect(rows).toHaveCount(4)
  // More than fit on the screen: a few are drawn, all are reached by keys, and all are printed.
  const clock = (minute: number) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`
  const lines = Array.from(
    { length: 100 },
    (_, at) => `M2\tentry\t${clock(600 + 3 * at)}-${clock(603 + 3 * at)}\t1`,
  )
  await paste(page, Array.from({ length: 1_001 }, () => lines[0]).join('\n'))
  await expect(board(page).getByRole('alert')).toContainText('1,001 openings; at most 1,000')
  await paste(page, lines.join('\n'))
  await expect(board(page)).toHaveAttribute('aria-rowcount', '104')
  await expect.poll(() => rows.count()).toBeLessThan(80)
  await press(page, 'Control+End', 'ArrowUp')
  const focused = page.locator('input:focus')
  await expect(focused).toHaveAttribute('aria-label', /^Officers, M2: .*14:57–15:00/)
  await press(page, 'Control+Delete')
  await expect(board(page)).toHaveAttribute('aria-rowcount', '103')
  await expect(focused).toHaveAttribute('aria-label', 'Officers, new opening')
  await press(page, 'Control+Home')
  await expect(focused).toHaveAttribute('aria-label', /^Channel, M1: .*10:00–13:30/)
  await page.emulateMedia({ media: 'print' })
  await expect(rows).toHaveCount(103)
})

test('the plan of another day is copied by a key, asks before it replaces, and becomes what was', async ({
  portbook,
}) => {
  const page = await startBook(portbook)
  await staffHall(page)
  await recordMorning(page, '2024-08-29')
  await recordMorning(page, '2024-08-23')
  await openBoard(page)
  await press(page, 'Alt+y')
  await expect(page.getByRole('status').filter({ hasText: 'Copied: 3' })).toBeVisible()
  await expect(bars(page)).toHaveCount(3)
  await expect(page.getByRole('radio', { name: 'Planned' })).toBeChecked()
  await press(page, 'Alt+w')
  await expect(page.getByRole('alert')).toContainText('openings: 3')
  await press(page, 'Escape')
  await expect(bars(page)).toHaveCount(3)
  await press(page, 'Alt+a')
  await expect(page.getByRole('radio', { name: 'Actual' })).toBeChecked()
  await expect(bars(page)).toHaveCount(3)
  await expect(foot(page)).toContainText('Undo: plan copied')
})

test('below the count sheet stand its channels and what they lack, and a key leads to the board and the methods', async ({
  portbook,
}) => {
  const page = await startBook(portbook)
  await staffHall(page)
  await recordMorning(page, '2024-08-30')
  for (const [direction, value] of [
    ['entry', 900],
    ['exit', 40],
  ] as const) {
    await askDesk(page, 'recordCounts', {
      checkpoint: 'passenger-hall',
      counts: [
        {
          line: 'kazakhstan',
          direction,
          date: '2024-08-30',
          period: 'morning',
          value,
        },
      ],
    })
  }
  const below = page.getByRole('region', { name: 'Channels' })
  await expect(below.locator('[data-opening]')).toHaveCount(5)
  await expect(below).toContainText(/\d+ manual entry channels needed from 1\d:\d\d to 1\d:\d\d, \d open/)
  await below.getByRole('button', { name: /To the board/ }).click()
  await expect(board(page)).toBeFocused()
  const heading = page.getByRole('heading', { name: /^Channels/ })
  await expect(heading).toContainText(/manual entry channels needed/)
  const before = await heading.textContent()
  // A channel that stays open to the end changes the answer at once.
  await press(page, 'Shift+ArrowRight', 'Shift+ArrowRight')
  await expect(heading).not.toHaveText(before ?? '')
  await expect(
    page.getByRole('region', { name: 'Load' }).getByRole('row', { name: /^Entry, manual/ }),
  ).toContainText('900')
  await press(page, 'Alt+m')
  const methods = page.getByRole('complementary', { name: 'How the need is worked out' })
  await expect(methods).toContainText('Arrivals reach what the channels can do')
  await expect(methods.getByRole('img', { name: /^Bars: queue/ }).first()).toBeVisible()
  await expect(page.getByRole('region', { name: 'Expected arrivals' })).toContainText('a forecast needs')
})

test('the plan of the next shift is chosen by a command and printed to hang up', async ({ portbook }) => {
  const page = await startBook(portbook)
  await staffHall(page)
  await askDesk(page, 'recordOpenings', {
    checkpoint: 'passenger-hall',
    date: '2024-08-30',
    shift: 'afternoon',
    openings: [
      {
        channel: 'm2',
        plan: 'planned',
        direction: 'exit',
        startsMinute: 900,
        endsMinute: 1080,
        headCount: 2,
      },
    ],
  })
  await press(page, 'Control+k')
  await page.keyboard.type('plan to hang up')
  await press(page, 'Enter')
  const paper = page.getByRole('article', {
    name: /Channel plan, Passenger hall, .*30 August 2024 · Afternoon/,
  })
  await expect(paper.getByRole('row', { name: /^M2 manual Exit 15:00–18:00 2$/ })).toBeVisible()
  await page.evaluate("window.print = () => document.documentElement.setAttribute('data-printed', '')")
  await press(page, 'Control+p')
  await expect(page.locator('html[data-printed]')).toHaveCount(1)
  await page.emulateMedia({ media: 'print' })
  await expect(paper).toBeVisible()
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden()
  await page.emulateMedia({ media: null })
  const planned = page.waitForEvent('download')
  await press(page, 'Control+e')
  expect((await planned).suggestedFilename()).toBe(
    'Jeminay Channel plan 2024-08-30 Afternoon Passenger hall.xlsx',
  )
  // The table of the month, on the screen and in its file.
  await page.getByRole('combobox', { name: 'Kind of report' }).selectOption('Month report')
  const table = page.getByRole('table', { name: 'By channel' })
  await expect(table.getByRole('row', { name: 'M2 manual 0 0.0 0.0 0.0 3.0 —' })).toBeVisible()
  await page.getByRole('combobox', { name: 'Format of the export' }).selectOption('CSV')
  const started = page.waitForEvent('download')
  await press(page, 'Control+e')
  const download = await started
  expect(download.suggestedFilename()).toBe('Jeminay Staffing 2024-08 Passenger hall.csv')
  const rows: string[][] = parse(readFileSync(await download.path(), 'utf8'), { bom: true })
  expect(
    rows.filter((row) => row[2] === 'm2' && row[5] === 'planned channel-hours').map((row) => row[6]),
  ).toEqual(['3'])
})
