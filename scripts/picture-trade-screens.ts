import type { Page } from 'playwright'
import { importFile, type PictureScreen, press, run, settle } from './picture-steps.ts'

async function declarations(page: Page, ...keys: string[]): Promise<void> {
  await press(page, 'Control+Digit4')
  await settle(page)
  for (const key of keys) {
    await press(page, key)
    await settle(page)
  }
}

/** One declaration of another system, and one whose net weight cannot be. */
const importedLines = [
  '报关单号,申报日期,流向,监管方式,运输方式,贸易国,毛重,放行日期,商品编码,商品名称,净重,车牌号',
  '940520240000000011,2024-08-20,进口,0110,公路运输,哈萨克斯坦,20000,2024-08-20,23040010,豆粕,19000,新F11',
  '940520240000000012,2024-08-20,出口,0110,公路运输,哈萨克斯坦,20000,2024-08-20,23040010,豆粕,-19000,新F12',
]

/** The report on trade of the whole year before the sample's last day. */
async function tradeOfYear(page: Page): Promise<void> {
  await run(page, 'trade report')
  await page.locator('header.top select').nth(1).selectOption('year')
  await settle(page)
  await press(page, 'Alt+ArrowLeft')
  await settle(page)
}

/** Declarations, their items and what is reported of them. */
export const tradeScreens: readonly PictureScreen[] = [
  { name: 'declarations', book: 'jeminay', steps: (page) => declarations(page) },
  { name: 'declarations-items', book: 'jeminay', steps: (page) => declarations(page, 'Alt+KeyT') },
  {
    name: 'declarations-expected',
    book: 'jeminay',
    steps: (page) => declarations(page, 'Alt+KeyT', 'Alt+KeyT'),
  },
  { name: 'declaration', book: 'jeminay', steps: (page) => declarations(page, 'Enter') },
  { name: 'declaration-new', book: 'jeminay', steps: (page) => declarations(page, 'Alt+KeyN') },
  {
    name: 'declarations-import',
    book: 'jeminay',
    async steps(page) {
      await declarations(page)
      await importFile(page, 'declarations.csv', importedLines)
    },
  },
  { name: 'report-trade', book: 'jeminay', steps: tradeOfYear },
  { name: 'paper-trade', book: 'jeminay', print: true, steps: tradeOfYear },
]
