import type { Page } from 'playwright'
import { sections } from '../src/renderer/areas/settings/section-names.ts'
import { importFile, type PictureScreen, press, run, settle } from './picture-steps.ts'
import { tradeScreens } from './picture-trade-screens.ts'

/** 1280 × 800 at 200 %. */
const zoomed = [640, 400] as const

const firstSteps =
  (steps: number, more: string[] = []) =>
  async (page: Page) => {
    for (let step = 0; step < steps; step += 1) await press(page, 'Enter')
    await press(page, ...more)
  }

/** The first field of the sheet that takes typing. */
async function firstCell(page: Page): Promise<void> {
  await page.locator('[role=grid] input.field').first().focus()
}

/** The board of channels, with the cursor on the first one's opening. */
async function openBoard(page: Page): Promise<void> {
  await press(page, 'Control+Digit3')
  await settle(page)
}

async function pasteBlock(page: Page, text: string): Promise<void> {
  await firstCell(page)
  await page.evaluate(`{
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', ${JSON.stringify(text)})
    const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.activeElement.dispatchEvent(paste)
  }`)
  await settle(page)
}

/** Counts with a place that the book does not have. */
const importedLines = [
  'date,checkpoint,shift,direction,line,count',
  '2024-08-31,passenger-hall,morning,entry,mainland,74',
  '2024-08-31,passenger-hall,morning,exit,mainland,70',
  '2024-08-31,ferry,morning,entry,mainland,12',
  '2024-08-31,passenger-hall,morning,entry,mainland,-3',
]

async function buses(page: Page): Promise<void> {
  await press(page, 'Control+Digit3')
  await settle(page)
  await press(page, 'Alt+KeyB')
  await settle(page)
}

const report = (kind: string) => (page: Page) => run(page, `${kind} report`)

/** Every screen and state worth seeing; a new screen is one entry. */
export const pictureScreens: readonly PictureScreen[] = [
  { name: 'first-start-1-language', book: 'none' },
  { name: 'first-start-2-port', book: 'none', steps: firstSteps(1) },
  { name: 'first-start-2-own-port', book: 'none', steps: firstSteps(1, ['ArrowDown', 'ArrowDown']) },
  { name: 'first-start-3-figures', book: 'none', steps: firstSteps(2, ['ArrowDown']) },
  { name: 'first-start-4-place', book: 'none', steps: firstSteps(3) },
  { name: 'day-sheet', book: 'jeminay', steps: firstCell },
  { name: 'day-sheet-day', book: 'jeminay', steps: (page) => run(page, 'sheet: day') },
  {
    name: 'day-sheet-closed',
    book: 'jeminay',
    async steps(page) {
      await run(page, 'sheet: highway')
      await firstCell(page)
      // Closed, and not applicable.
      await press(page, 'KeyC', 'ArrowDown', 'ArrowDown', 'KeyN')
      await settle(page)
    },
  },
  {
    name: 'day-sheet-notes',
    book: 'jeminay',
    async steps(page) {
      await firstCell(page)
      await press(page, 'F6')
      await page.keyboard.type('E1 12:00 ✓')
      await press(page, 'Enter')
      await settle(page)
    },
  },
  {
    name: 'day-sheet-night',
    book: 'horgos',
    async steps(page) {
      await run(page, 'sheet: highway')
      await run(page, 'sheet: night')
    },
  },
  { name: 'staffing', book: 'jeminay', steps: openBoard },
  {
    name: 'staffing-methods',
    book: 'jeminay',
    async steps(page) {
      await openBoard(page)
      await press(page, 'Alt+KeyM')
      await settle(page)
    },
  },
  {
    name: 'staffing-table',
    book: 'jeminay',
    async steps(page) {
      await openBoard(page)
      await press(page, 'Alt+KeyT')
      await page.keyboard.type('m1')
      await press(page, 'Tab', 'Tab')
      await page.keyboard.type('9-25')
      await press(page, 'Enter')
      await settle(page)
    },
  },
  {
    name: 'staffing-refusal',
    book: 'jeminay',
    async steps(page) {
      await openBoard(page)
      // An end before its begin.
      await press(page, 'F2')
      await page.keyboard.type('12:00-11:00')
      await press(page, 'Enter')
      await settle(page)
    },
  },
  {
    name: 'day-sheet-history',
    book: 'jeminay',
    async steps(page) {
      await firstCell(page)
      await page.keyboard.type('45+52')
      await press(page, 'Enter', 'ArrowUp')
      await settle(page)
    },
  },
  {
    name: 'day-sheet-refused',
    book: 'jeminay',
    async steps(page) {
      await firstCell(page)
      await page.keyboard.type('1O2')
      await press(page, 'Enter', 'ArrowUp')
    },
  },
  {
    name: 'day-sheet-block-refused',
    book: 'jeminay',
    steps: (page) => pasteBlock(page, '12\t9\n-4\t7\n8\tx'),
  },
  {
    name: 'crossings',
    book: 'jeminay',
    steps: (page) => press(page, 'Control+Digit2').then(() => settle(page)),
  },
  {
    name: 'crossings-filtered',
    book: 'jeminay',
    async steps(page) {
      await press(page, 'Control+Digit2')
      await settle(page)
      const from = page.locator('header.top .typed-field input').first()
      await from.fill('2024-08-01')
      await from.press('Enter')
      await settle(page)
    },
  },
  { name: 'import', book: 'jeminay', steps: (page) => press(page, 'Control+KeyI').then(() => settle(page)) },
  {
    name: 'import-preview',
    book: 'jeminay',
    steps: (page) => importFile(page, 'counts.csv', importedLines),
  },
  { name: 'report-shift', book: 'jeminay', steps: (page) => press(page, 'F9').then(() => settle(page)) },
  { name: 'report-day', book: 'jeminay', steps: report('day') },
  { name: 'report-month', book: 'jeminay', steps: report('month') },
  { name: 'report-year', book: 'jeminay', steps: report('year') },
  {
    name: 'paper-shift',
    book: 'jeminay',
    print: true,
    steps: (page) => press(page, 'F9').then(() => settle(page)),
  },
  { name: 'report-staffing', book: 'jeminay', steps: (page) => run(page, 'staffing table') },
  {
    name: 'paper-plan',
    book: 'jeminay',
    print: true,
    steps: (page) => run(page, 'plan to hang up'),
  },
  { name: 'paper-year', book: 'jeminay', print: true, steps: report('year') },
  ...tradeScreens,
  { name: 'buses', book: 'horgos', steps: buses },
  {
    name: 'buses-refused',
    book: 'horgos',
    async steps(page) {
      await buses(page)
      await page.keyboard.type('24:00')
      await press(page, 'Enter')
    },
  },
  {
    name: 'buses-month',
    book: 'horgos',
    async steps(page) {
      await buses(page)
      await page.locator('main .segments input').last().check()
      await settle(page)
    },
  },
  {
    name: 'officers',
    book: 'jeminay',
    async steps(page) {
      await press(page, 'Control+Digit3')
      await settle(page)
      await press(page, 'Alt+KeyO')
      await settle(page)
    },
  },
  ...sections.map(
    (section, at): PictureScreen => ({
      name: `settings-${section}`,
      book: 'jeminay',
      async steps(page) {
        await press(page, 'Control+Digit7')
        await settle(page)
        for (let step = 0; step < at; step += 1) await press(page, 'PageDown')
        await settle(page)
      },
    }),
  ),
  { name: 'commands', book: 'jeminay', steps: (page) => press(page, 'Control+KeyK') },
  {
    name: 'commands-found',
    book: 'jeminay',
    async steps(page) {
      await press(page, 'Control+KeyK')
      await page.keyboard.type('2024-08-15')
    },
  },
  { name: 'key-help', book: 'jeminay', steps: (page) => press(page, 'F1') },
  { name: 'failure', book: 'damaged' },
  { name: 'zoomed-first-start', book: 'none', size: zoomed, steps: firstSteps(3) },
  { name: 'zoomed-day-sheet', book: 'jeminay', size: zoomed, steps: firstCell },
  {
    name: 'zoomed-crossings',
    book: 'jeminay',
    size: zoomed,
    steps: (page) => press(page, 'Control+Digit2').then(() => settle(page)),
  },
  { name: 'zoomed-report', book: 'jeminay', size: zoomed, steps: report('day') },
  {
    name: 'zoomed-settings',
    book: 'jeminay',
    size: zoomed,
    steps: (page) => press(page, 'Control+Digit7').then(() => settle(page)),
  },
  { name: 'zoomed-commands', book: 'jeminay', size: zoomed, steps: (page) => press(page, 'Control+KeyK') },
  { name: 'zoomed-key-help', book: 'jeminay', size: zoomed, steps: (page) => press(page, 'F1') },
  { name: 'zoomed-failure', book: 'damaged', size: zoomed },
]
