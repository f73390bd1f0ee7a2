import path from 'node:path'
import type { Page } from '@playwright/test'
import { cutTexts } from '../scripts/cut-texts.ts'
import { languageOrder } from '../src/shared/languages/names.ts'
import { newBook } from './command-line.ts'
import { takeFirstSteps } from './first-start.ts'
import { expect, test } from './hosts.ts'
import { field, startBook } from './sheet-page.ts'

/** 1280 × 800 at 200 %. */
const zoomed = { width: 640, height: 400 }

/** What is wider than the window, by name. */
const tooWide = async (page: Page) => (await cutTexts(page)).filter(({ element }) => element === 'html')

const language = (page: Page) => page.locator('.language-choice select')

test('at 200 % every screen is as wide as the window in every language, and the cell in focus is seen', async ({
  portbook,
}) => {
  const page = await portbook.open(newBook(portbook.folder, 'jeminay'))
  await page.setViewportSize(zoomed)
  await expect(page.getByRole('grid')).toBeVisible()
  for (const code of languageOrder) {
    await language(page).selectOption(code)
    await expect(page.locator('html')).toHaveAttribute('lang', code)
    const cells = page.locator('[role=grid] input.field')
    await cells.last().focus()
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('ArrowDown')
    await expect(page.locator('input.field:focus')).toBeInViewport()
    expect(await tooWide(page), `day sheet, ${code}`).toEqual([])
    await page.keyboard.press('F1')
    await expect(page.locator('.key-help')).toBeInViewport()
    expect(await tooWide(page), `help on keys, ${code}`).toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+KeyK')
    await expect(page.getByRole('listbox').getByRole('option').first()).toBeInViewport()
    expect(await tooWide(page), `list of commands, ${code}`).toEqual([])
    await page.keyboard.press('Escape')
    for (const screen of await page.locator('.rail .area[title]').all()) {
      await screen.click()
      await expect(page.locator('main')).toBeVisible()
      expect(await tooWide(page), `${await screen.textContent()}, ${code}`).toEqual([])
    }
    await page.keyboard.press('Control+Digit1')
    await expect(page.getByRole('grid')).toBeVisible()
  }
})

test('at 200 % the first start and the failure screen are as wide as the window, and one can go on', async ({
  portbook,
}) => {
  const page = await portbook.open()
  await page.setViewportSize(zoomed)
  for (const name of ['Қазақша', 'Русский', '中文', 'English']) {
    await page.getByRole('radio', { name }).check()
    for (let step = 0; step < 3; step += 1) {
      expect(await tooWide(page), `step ${step}, ${name}`).toEqual([])
      await page.keyboard.press('Enter')
    }
    await expect(page.locator('button[type=submit]')).toBeInViewport()
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Escape')
  }
  await takeFirstSteps(page)

  const failed = await portbook.open(path.join(portbook.folder, 'none', 'of', 'this', 'name.portbook'))
  await failed.setViewportSize(zoomed)
  await expect(failed.locator('button.primary')).toBeInViewport()
  expect(await tooWide(failed)).toEqual([])
})

test('at 200 % the heads of the sheet stay in sight, and the keys of the panel are reached by keys alone', async ({
  portbook,
}) => {
  const page = await startBook(portbook)
  await page.setViewportSize(zoomed)
  await field(page, 'Crew and drivers, entry').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('columnheader', { name: 'Entry' })).toBeInViewport()
  await page.getByRole('complementary').focus()
  await page.keyboard.press('End')
  await expect(page.locator('.side .key-list dd').last()).toBeInViewport()
})
