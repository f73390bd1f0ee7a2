import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { askDesk } from './ask-desk.ts'
import { takeFirstSteps } from './first-start.ts'
import { expect, type Portbook, test } from './hosts.ts'
import { foot, paste, showMorning } from './sheet-page.ts'

const field = (page: Page, name: string) => page.getByLabel(name, { exact: true })
const sums = (page: Page) => page.getByLabel('Items against the header')
const bar = (page: Page) => page.getByRole('banner')
const table = (page: Page) => page.getByRole('grid', { name: /^All / })

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** Types each text into its field and goes on with Enter. */
async function enter(page: Page, ...texts: string[]): Promise<void> {
  for (const text of texts) {
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
  }
}

const soy = {
  hsCode: '12060090',
  goods: '葵花籽',
  quantity: { millionths: 20_000_000_000, unit: 'kg' },
  secondQuantity: null,
  netGrams: 20_000_000,
  valueMinor: 1_500_000,
  origin: 'KZ',
  destination: 'CN',
}

/** A declaration that the port had before, as it is sent to the desk. */
const before = {
  number: '941120241000000001',
  date: '2024-08-20',
  checkpoint: 'cargo-yard',
  direction: 'import' as const,
  tradeMode: '0110',
  transportMode: 'road' as const,
  consignor: 'ТОО «Алтын Дән»',
  consignee: '吉木乃顺通贸易有限公司',
  declarant: '阿勒泰报关行',
  partner: 'KZ',
  incoterm: 'DAP',
  currency: 'USD',
  packages: 400,
  grossGrams: 20_500_000,
  items: [soy],
  vehicles: [],
}

/** A new book for Jeminay that knows one released declaration, with its table on the screen. */
async function openTable(portbook: Portbook): Promise<Page> {
  const page = await portbook.open()
  await takeFirstSteps(page, { language: 'English', port: 'Jeminay' })
  const answer = await askDesk(page, 'recordDeclarations', {
    declarations: [
      {
        record: before,
        events: [
          { kind: 'registered', date: '2024-08-20', reason: null },
          { kind: 'inspected', date: '2024-08-21', reason: null },
          { kind: 'released', date: '2024-08-21', reason: null },
        ],
      },
    ],
  })
  expect(answer).toMatchObject({ ok: true })
  await press(page, 'Control+Digit4')
  await expect(table(page)).toBeFocused()
  return page
}

test('a declaration is entered, checked, registered, inspected and released by keys alone', async ({
  portbook,
}) => {
  const page = await openTable(portbook)
  await press(page, 'Alt+KeyN')
  await expect(field(page, 'number')).toBeFocused()
  // Its number and date; the yard, import and road stand already.
  await enter(page, '941120241000000002', '2024-08-30', '', '', '0110', '', 'kz')
  await expect(field(page, 'partner country')).toHaveValue('Kazakhstan')
  // A party that is known is found by a part of its name.
  await page.keyboard.type('Алтын')
  await expect(page.getByRole('option', { name: /Алтын Дән/ })).toBeVisible()
  await press(page, 'ArrowDown', 'Enter')
  await expect(field(page, 'consignor')).toHaveValue('ТОО «Алтын Дән»')
  await enter(page, 'New firm', '', 'DAP', 'USD', '800', '41.2 t')
  await expect(field(page, 'item 1, HS code')).toBeFocused()

  // All columns of items stand on a screen of 1280; a code that is still short is not judged.
  const overflow = page
    .getByRole('main')
    .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
  expect(await overflow).toBe(0)
  await page.keyboard.type('1206')
  const panel = page.getByRole('complementary')
  await expect(panel.getByRole('heading', { name: '1206', exact: true })).toBeVisible()
  await page.keyboard.type('0010')
  await expect(panel).toContainText('12060010 not checked: no tariff of this date')
  await press(page, 'Control+a')
  // What is no code and no word is not taken for the beginning of one.
  await page.keyboard.type('-12')
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible()
  await press(page, 'Tab')
  await expect(field(page, 'item 1, HS code')).toHaveValue('-12')
  await press(page, 'Shift+Tab')
  // The code is found by words of the port's own goods, and what usually stands beside it is filled in.
  await page.keyboard.type('葵花')
  await expect(page.getByRole('option', { name: /12060090/ })).toBeVisible()
  await press(page, 'Tab')
  await expect(field(page, 'item 1, HS code')).toHaveValue('12060090')
  await expect(field(page, 'item 1, goods')).toHaveValue('葵花籽')
  await expect(field(page, 'item 1, origin')).toHaveValue('Kazakhstan')
  await press(page, 'Tab')
  await page.keyboard.type('20000')
  await press(page, 'Tab', 'Tab')
  await page.keyboard.type('20 t')
  await press(page, 'Tab')
  await page.keyboard.type('15000.10')
  await expect(sums(page)).toContainText('20,000 kg')
  // The second item comes from Excel.
  await press(page, 'Enter')
  await paste(page, '12060090\t葵花籽仁\t21,000.5\tkg\t21,000.5\t15,750.20\tKZ\t中国\n')
  await expect(sums(page)).toContainText('41,000.5 kg')
  await expect(sums(page)).toContainText('Gross less net199.5 kg')
  await expect(sums(page)).toContainText('30,750.30 USD')
  await press(page, 'Control+End', 'Enter')
  await expect(field(page, 'vehicle 1, plate')).toBeFocused()
  await paste(page, '新H12345\tH0001挂\t20700\t2024-08-30\n新H12346\t\t20600\t2024-08-30\n')
  await expect(sums(page)).toContainText('41,300 kg')

  // A draft is on disk as soon as typing rests.
  await expect(bar(page).getByRole('status')).toHaveText('saved')
  for (const [key, state] of [
    ['Alt+KeyR', 'registered'],
    ['Alt+KeyI', 'inspected'],
    ['Alt+KeyL', 'released'],
  ] as const) {
    await press(page, key)
    await field(page, 'Date').fill('2024-08-31')
    await press(page, 'Enter')
    await expect(bar(page).getByRole('heading')).toHaveText(`941120241000000002 ${state}`)
  }
  await expect(page.getByRole('complementary')).toContainText('Counted on 31 Aug 2024')
  await expect(foot(page)).toContainText('Undo: declaration 941120241000000002 released')
  await press(page, 'Control+z')
  await expect(bar(page).getByRole('heading')).toHaveText('941120241000000002 inspected')
  // A step that is being typed stays where another window goes a step back.
  await press(page, 'Alt+KeyX')
  const reason = bar(page).getByLabel('Reason')
  await reason.fill('Half a reason')
  const steps = (await askDesk(page, 'readUndoSteps', {})) as { output: { undo: { batch: number } } }
  expect(await askDesk(page, 'undo', { batch: steps.output.undo.batch })).toMatchObject({ ok: true })
  await expect(bar(page).getByRole('heading')).toHaveText('941120241000000002 registered')
  await expect(reason).toHaveValue('Half a reason')
  await press(page, 'Escape', 'Control+Shift+z')
  await expect(bar(page).getByRole('heading')).toHaveText('941120241000000002 inspected')
  // What is typed over it is amended or taken back before the next step.
  await expect(bar(page).getByRole('button', { name: /Release/ })).toBeVisible()
  await field(page, 'packages').focus()
  await page.keyboard.type('many')
  await expect(field(page, 'packages').locator('..')).toContainText('packages: This is not a number.')
  await expect(bar(page).getByRole('button', { name: /Release/ })).toHaveCount(0)
  await press(page, 'Alt+KeyZ')
  await expect(field(page, 'packages')).toHaveValue('800')
  await expect(bar(page).getByRole('button', { name: /Release/ })).toBeVisible()

  await press(page, 'Escape')
  await expect(table(page)).toBeFocused()
  await expect(table(page).getByRole('row').nth(1)).toContainText('inspected')
  await expect(page.getByLabel('What is filtered comes to')).toContainText('61.0005 t')
})

test('goods that the port may not import are stopped with the rule, a supervisor lets them pass, and a refused value names its field', async ({
  portbook,
}) => {
  const page = await openTable(portbook)
  const record = {
    ...before,
    number: '941120241000000003',
    items: [{ ...soy, hsCode: '08081000', goods: '鲜苹果' }],
  }
  await askDesk(page, 'saveDeclaration', { declaration: null, revision: null, record })
  await press(page, 'Home', 'Control+KeyF')
  await page.keyboard.type('苹果')
  await press(page, 'Enter')
  await expect(table(page).getByRole('row').nth(1)).toContainText('鲜苹果')
  await press(page, 'Enter')
  await expect(field(page, 'item 1, goods')).toHaveValue('鲜苹果')

  // What is wrong is told at each of its fields, also at one that the book refuses while another cannot be read.
  await field(page, 'number').fill('=1+1')
  await field(page, 'packages').fill('-5')
  await field(page, 'item 1, goods').focus()
  await expect(field(page, 'packages')).toHaveAttribute('aria-invalid', 'true')
  await expect(field(page, 'number')).toHaveAttribute('aria-invalid', 'true')
  await field(page, 'number').fill('941120241000000003')
  await field(page, 'packages').fill('400')
  await field(page, 'item 1, net, kg').focus()
  await page.keyboard.type('20600')
  await expect(field(page, 'item 1, net, kg')).toHaveAttribute('aria-invalid', 'true')
  await press(page, 'Alt+KeyR', 'Enter')
  await expect(page.getByRole('alert')).toContainText(/net weight/)
  await field(page, 'item 1, net, kg').focus()
  await page.keyboard.type('20000')

  await press(page, 'Alt+KeyR', 'Enter')
  await expect(page.getByRole('alert')).toContainText(/not qualified/)
  await press(page, 'Alt+KeyP')
  await page.keyboard.type('Allowed by the letter of 19 August')
  await press(page, 'Enter')
  await expect(bar(page).getByRole('heading')).toHaveText('941120241000000003 registered')
  await expect(page.getByRole('complementary')).toContainText('Allowed by the letter of 19 August')

  // Far below the screen too: of four hundred items only those on it are drawn.
  const many = [...Array<typeof soy>(399).fill(soy), { ...soy, hsCode: '77011000', goods: '苹果' }]
  const long = { ...before, number: '941120241000000004', date: '2024-08-30', grossGrams: 9e9, items: many }
  await askDesk(page, 'saveDeclaration', { declaration: null, revision: null, record: long })
  await press(page, 'Escape')
  await expect(table(page).getByRole('row').nth(1)).toContainText('941120241000000004')
  await press(page, 'Home', 'Enter')
  await expect(page.getByRole('grid', { name: 'items' })).toHaveAttribute('aria-rowcount', '402')
  await press(page, 'Alt+KeyR', 'Enter')
  await expect(page.getByRole('alert')).toHaveText('There is no HS chapter 77: item 400, HS code, 77011000.')
  await expect(field(page, 'item 400, HS code')).toBeFocused()
  await expect(field(page, 'item 1, HS code')).toHaveCount(0)
})

test('goods that are announced and do not come are told on the day sheet, and are matched to the declaration they come with', async ({
  portbook,
}) => {
  const page = await openTable(portbook)
  await press(page, 'Alt+KeyT', 'Alt+KeyT', 'Alt+KeyN')
  await expect(field(page, 'goods')).toBeFocused()
  await page.keyboard.type('帝王蟹')
  await press(page, 'Tab', 'Tab')
  await page.keyboard.type('20 t')
  await press(page, 'Tab', 'Tab')
  await page.keyboard.type('2024-08-01')
  await press(page, 'Enter')
  await expect(page.getByRole('alert')).toHaveText('This is needed.')
  await expect(field(page, 'last date')).toBeFocused()
  await page.keyboard.type('2024-08-27')
  await press(page, 'Enter')
  await expect(page.getByRole('row', { name: /帝王蟹 20 t/ })).toBeFocused()

  await press(page, 'Control+Digit1')
  await showMorning(page)
  const late = page.getByRole('region', { name: 'Expected and not yet here' })
  await expect(late).toContainText('帝王蟹 20 t, by 27 Aug 2024: late by 3 d')
  await press(page, 'Alt+KeyG')
  await expect(page.getByRole('grid', { name: 'Expected goods' })).toContainText('帝王蟹')

  const items = [{ ...soy, hsCode: '03061490', goods: '活帝王蟹' }]
  const record = { ...before, number: '941120241000000004', date: '2024-08-30', items }
  await askDesk(page, 'saveDeclaration', { declaration: null, revision: null, record })
  await press(page, 'Alt+KeyT')
  await expect(table(page).getByRole('row').nth(1)).toContainText('活帝王蟹')
  await press(page, 'Home', 'Enter')
  await expect(page.getByRole('complementary')).toContainText('This is what was expected: 帝王蟹')
  await press(page, 'Alt+KeyG')
  await expect(page.getByRole('complementary')).toContainText('came with this declaration')
  await expect(foot(page)).toContainText('Undo: arrival of 帝王蟹')
  await press(page, 'Control+Digit1')
  await expect(page.getByRole('grid', { name: /30 Aug 2024, Morning/ })).toBeVisible()
  await expect(late).toHaveCount(0)
})

test('what is filtered is found by two Chinese characters, added up, kept as a view, and saved as files', async ({
  portbook,
}) => {
  const page = await openTable(portbook)
  const items = [{ ...soy, hsCode: '08081000', goods: '新疆鲜苹果', netGrams: 20_000_500 }]
  const record = { ...before, number: '941120241000000005', direction: 'export' as const, items }
  await askDesk(page, 'saveDeclaration', { declaration: null, revision: null, record })
  const found = page.getByRole('main').getByRole('status').first()
  await expect(found).toHaveText('Declarations: 2')
  await press(page, 'Control+KeyF')
  await page.keyboard.type('苹果')
  await expect(found).toHaveText('Declarations: 1')
  const totals = page.getByLabel('What is filtered comes to')
  await expect(totals).toContainText('20.0005 t')
  await expect(totals).toContainText('15,000.00 USD')

  // A column less, another order, and the whole as a view.
  await page.getByText('Columns', { exact: true }).press('Enter')
  await page.getByRole('checkbox', { name: 'Counted' }).uncheck()
  await press(page, 'Escape')
  await page.getByText('Views', { exact: true }).press('Enter')
  await page.getByRole('textbox', { name: 'save as …' }).fill('Apples')
  await press(page, 'Enter')
  await press(page, 'Control+Shift+KeyL')
  await expect(found).toHaveText('Declarations: 2')
  // Each of the two spans still has one beginning and one end.
  await expect(page.locator('.table-date input')).toHaveCount(4)

  const again = await portbook.reopen()
  await expect(again.getByRole('grid').first()).toBeVisible()
  await press(again, 'Control+Digit4')
  await expect(again.getByRole('columnheader', { name: 'Date' })).toBeVisible()
  await expect(again.getByRole('columnheader', { name: 'Counted' })).toHaveCount(0)
  await again.getByText('Views', { exact: true }).press('Enter')
  await again.getByRole('button', { name: 'Apples', exact: true }).press('F2')
  await again.getByRole('textbox', { name: 'New name of the view Apples' }).fill('Fruit')
  await press(again, 'Enter')
  await expect(again.getByRole('button', { name: 'Fruit', exact: true })).toBeFocused()
  await press(again, 'Enter')
  await expect(again.getByRole('main').getByRole('status').first()).toHaveText('Declarations: 1')

  const file = async (key: string) => {
    const saved = again.waitForEvent('download')
    await press(again, key)
    const download = await saved
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
  }
  const csv = await file('Control+KeyE')
  expect(csv.name).toMatch(/^Jeminay declarations .*\.csv$/)
  expect(csv.bytes.toString('utf8').trimEnd().split('\r\n').slice(1)).toEqual([
    expect.stringMatching(/^941120241000000005,2024-08-20,.*,20\.?.*新疆鲜苹果$/),
  ])
  await expect(again.getByRole('main')).toContainText('(rows: 1)')
  const workbook = await file('Control+Shift+KeyE')
  expect(workbook.name).toMatch(/\.xlsx$/)
  expect(workbook.bytes.subarray(0, 2).toString('latin1')).toBe('PK')
})
