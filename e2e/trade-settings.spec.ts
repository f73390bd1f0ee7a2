import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { takeFirstSteps } from './first-start.ts'
import { expect, test } from './hosts.ts'

/** Keys one after the other; what begins with `>` is typed. */
async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    if (key.startsWith('>')) await page.keyboard.type(key.slice(1))
    else await page.keyboard.press(key)
  }
}

const row = (page: Page, name: string | RegExp) => page.getByRole('main').getByRole('row', { name })
const side = (page: Page) => page.getByRole('complementary')
const foot = (page: Page) => page.getByRole('contentinfo')

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

test('groups, qualifications, numbers, rates and a tariff are set by keys, what is refused is told, and undone', async ({
  portbook,
}) => {
  const page = await portbook.open()
  await takeFirstSteps(page, { language: 'English', port: 'Jeminay' })
  await press(page, 'Control+7')

  await openSection(page, 'Commodity groups')
  await press(page, 'KeyN', 'Tab', '>Honey', 'Tab', 'Tab', 'Tab', 'Tab', '>04.09, honey', 'Enter')
  await expect(side(page).getByRole('alert')).toHaveText(
    '“honey” is no beginning of an HS code: 2 to 10 digits',
  )
  await press(page, 'Control+a', '>04.09', 'Tab', 'Tab', 'Tab', 'Space', 'Enter')
  await expect(row(page, /Honey 0409 weight import/)).toBeFocused()

  await openSection(page, 'Qualifications')
  await press(page, 'KeyN')
  await side(page).getByRole('combobox', { name: 'Commodity group' }).selectOption('Honey')
  await press(page, 'Tab', 'Tab', 'Tab', 'Tab', '>Notice 12 of 2024', 'Enter')
  await expect(row(page, /Honey import .* Notice 12 of 2024/)).toBeFocused()
  await expect(foot(page)).toContainText('Undo: qualification')
  await press(page, 'Control+z')
  await expect(row(page, /Honey/)).toHaveCount(0)

  await openSection(page, 'Currencies')
  await press(page, 'KeyN', 'Tab', '>usd', 'Tab', '>0', 'Tab', '>2024-08-01', 'Enter')
  await expect(side(page).getByRole('alert')).toContainText('A rate is a number above zero')
  await press(page, '>7.1040', 'Enter')
  await expect(row(page, /USD 7\.104 CNY from 1 Aug 2024/)).toBeFocused()

  await openSection(page, 'Declaration numbers')
  await press(page, 'KeyN', '>jm-######', 'Tab', 'Tab', '>JM and six digits', 'Enter')
  await expect(row(page, /JM-###### JM and six digits/)).toBeFocused()

  await openSection(page, 'Tariff')
  await press(page, 'KeyN')
  const file = path.join(portbook.folder, 'tariff.csv')
  const lines = ['03,Fish', '0302,Fish fresh or chilled', '030214,Salmon', 'TOTAL,All goods']
  writeFileSync(file, ['code,description', ...lines].join('\n'))
  await side(page).locator('input[type=file]').setInputFiles(file)
  await expect(side(page)).toContainText('Rows without a code: 1')
  await side(page).getByRole('button', { name: 'Take this tariff' }).press('Enter')
  await expect(row(page, /always tariff\.csv 3 English/)).toBeFocused()
})
