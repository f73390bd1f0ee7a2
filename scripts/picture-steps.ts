import type { Page } from 'playwright'

/** The book a screen is shown on: none, a port's sample, or a file that is no book. */
export type PictureBook = 'none' | 'jeminay' | 'horgos' | 'damaged'

export interface PictureScreen {
  /** The name of its picture. */
  name: string
  book: PictureBook
  /** CSS pixels of the window; 1280 × 800 without it. */
  size?: readonly [width: number, height: number]
  /** Emulates paper. */
  print?: true
  /** From the opened window to what is worth seeing, by keys that every language has. */
  steps?(page: Page): Promise<void>
}

export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** Runs a command by its English words, whatever the window speaks. */
export async function run(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+KeyK')
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
  await settle(page)
}

/** Until what was asked for is shown, and nothing is under way any more. */
export async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(600)
  await page.locator('[aria-busy=true], progress').first().waitFor({ state: 'detached' })
}

/** Opens the import of the screen that is shown and gives it a file. */
export async function importFile(page: Page, name: string, lines: readonly string[]): Promise<void> {
  const buffer = Buffer.from(lines.join('\n'))
  // Listened for before anything is pressed: the browser is told of it in its own time.
  page.once('filechooser', (chooser) => chooser.setFiles({ name, mimeType: 'text/csv', buffer }))
  await press(page, 'Control+KeyI')
  await page.locator('main button.primary:focus').waitFor()
  await press(page, 'Enter')
  await settle(page)
  await settle(page)
}
