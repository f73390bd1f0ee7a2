import type { Page } from '@playwright/test'
import { askDesk } from './ask-desk.ts'
import { takeFirstSteps } from './first-start.ts'
import { expect, test } from './hosts.ts'

test('the language and the columns are as one left them after the program was started again', async ({
  portbook,
}) => {
  const page = await portbook.open()
  await page.getByRole('radio', { name: 'Русский' }).check()
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru')
  await takeFirstSteps(page)
  await page.keyboard.press('Control+2')
  await page.locator('.column-choice summary').click()
  await page.getByRole('checkbox', { name: 'Источник' }).uncheck()
  await expect(page.getByRole('columnheader', { name: 'Источник' })).toHaveCount(0)
  await expect
    .poll(() => askDesk(page, 'readWindowSettings', {}))
    .toMatchObject({ output: { language: 'ru', tables: { counts: { hidden: ['source'] } } } })

  const again = await portbook.reopen()
  await expect(again.getByRole('grid')).toBeVisible()
  await again.keyboard.press('Control+2')
  await expect(again.getByRole('columnheader', { name: 'Дата' })).toBeVisible()
  await expect(again.getByRole('columnheader', { name: 'Источник' })).toHaveCount(0)
})

test('a language and a theme chosen in one window are those of every window, and of the next start', async ({
  portbook,
}) => {
  const page = await portbook.open()
  await expect(page.getByRole('radio').first()).toBeVisible()
  const ground = (of: Page) => of.evaluate('getComputedStyle(document.body).backgroundColor')
  for (const [theme, color] of [
    ['light', 'rgb(251, 250, 247)'],
    ['dark', 'rgb(20, 24, 29)'],
  ] as const) {
    await askDesk(page, 'keepWindowSettings', { theme, language: 'kk' })
    await expect.poll(() => ground(page)).toBe(color)
  }
  await expect(page.getByRole('radio', { name: 'Қазақша' })).toBeChecked()

  const again = await portbook.reopen()
  await expect(again.getByRole('radio', { name: 'Қазақша' })).toBeChecked()
  expect(await ground(again)).toBe('rgb(20, 24, 29)')
})

test('no text is shown in another language before the chosen one', async ({ portbook }) => {
  const page = await portbook.open()
  await page.getByRole('radio', { name: 'Қазақша' }).check()
  await expect(page.locator('html')).toHaveAttribute('lang', 'kk')
  await page.addInitScript(`
    window.texts = []
    new MutationObserver(() => {
      const text = document.getElementById('root')?.innerText
      if (text) window.texts.push(text)
    }).observe(document, { childList: true, subtree: true, characterData: true })`)
  await page.reload()
  await expect(page.getByRole('radio', { name: 'Қазақша' })).toBeChecked()
  const texts = (await page.evaluate('window.texts')) as string[]
  expect(texts.length).toBeGreaterThan(0)
  expect(texts.filter((text) => /Language|语言|Opening|打开/.test(text))).toEqual([])
})
