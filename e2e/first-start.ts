import type { Page } from '@playwright/test'
import { expect } from './hosts.ts'

/** What is chosen at first start; what is left out stays as it is offered. */
export interface FirstChoice {
  language?: string
  port?: string
  sample?: boolean
}

/** Takes the four steps of the first start, from the first one to the cursor in the first cell. */
export async function takeFirstSteps(
  page: Page,
  { language, port, sample }: FirstChoice = {},
): Promise<void> {
  const at = async (step: number) =>
    expect(page.locator('.steps > li').nth(step)).toHaveAttribute('aria-current', 'step')
  await at(0)
  if (language !== undefined) await page.getByRole('radio', { name: language }).check()
  await page.keyboard.press('Enter')
  await at(1)
  if (port !== undefined) await page.getByRole('radio', { name: port }).check()
  await page.keyboard.press('Enter')
  await at(2)
  if (sample) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await at(3)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('grid')).toBeVisible({ timeout: 90_000 })
}
