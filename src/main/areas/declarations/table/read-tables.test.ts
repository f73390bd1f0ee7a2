import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DeclarationRecord } from '../../../../shared/contract/declarations.ts'
import {
  type DeclarationPosition,
  type DeclarationRow,
  type DeclarationsFilter,
  declarationSorts,
  type ItemRow,
  itemSorts,
} from '../../../../shared/contract/declarations-table.ts'
import { draft, released, someDeclaration } from '../../../testing/declare.ts'
import { type TestBook, testBook } from '../../../testing/test-book.ts'
import {
  selectDeclarationPage,
  selectDeclarationsPart,
  selectItemPage,
  selectItemsPart,
} from './pages.sql.ts'
import { soughtOf } from './read-tables.ts'

const [sunflower] = someDeclaration().items
const item = (change: Partial<DeclarationRecord['items'][number]>) => ({
  ...(sunflower as DeclarationRecord['items'][number]),
  ...change,
})

const crab = item({ hsCode: '03063399', goods: '帝王蟹 King crab', netGrams: 900_000, valueMinor: 5_000_000 })
const fish = item({ hsCode: '03038930', goods: 'Судак мороженый', netGrams: 4_000_000, valueMinor: 70_000 })
const truck = item({ hsCode: '87042300', goods: '重型卡车', netGrams: 9_000_000, valueMinor: 9_000_000 })

/** Two dozen declarations of both directions, some of them released, with one to three items. */
async function filledBook(): Promise<TestBook> {
  const book = testBook()
  const lists = [[crab], [fish, crab], [truck], [item({})], [truck, fish, item({ netGrams: null })], []]
  for (let at = 0; at < 24; at += 1) {
    const change: Partial<DeclarationRecord> = {
      date: `2025-02-${String(3 + (at % 5)).padStart(2, '0')}`,
      direction: at % 3 === 0 ? 'export' : 'import',
      checkpoint: at % 4 === 0 ? 'hall' : 'yard',
      partner: at % 2 === 0 ? 'KZ' : 'RU',
      currency: at % 7 === 0 ? 'KZT' : 'USD',
      transportMode: at % 5 === 0 ? 'rail' : 'road',
      consignor: at % 6 === 0 ? '北屯水产有限公司' : 'ТОО «Алтай»',
      grossGrams: 21_000_000 + (at % 4) * 500_000,
      items: lists[at % lists.length] ?? [],
      vehicles: at % 3 === 1 ? [] : someDeclaration().vehicles,
    }
    if (at % 2 === 0 && at % 6 !== 4) await released(book, change)
    else await draft(book, { ...change, number: at % 9 === 1 ? null : `D${at}` })
  }
  return book
}

const newest = { column: 'date', direction: 'descending' } as const

async function everything(book: TestBook): Promise<{ declarations: DeclarationRow[]; items: ItemRow[] }> {
  const all = { filter: {}, sort: newest, offset: 0, limit: 200 }
  const declarations = await book.done('readDeclarations', all)
  const items = await book.done('readDeclarationItems', all)
  return { declarations: declarations.rows, items: items.rows }
}

const value = (row: DeclarationRow | ItemRow, column: string): string | number | null => {
  const named = { hsCode: 'hsCode', net: 'netGrams', gross: 'grossGrams', value: 'valueMinor' }
  const key = named[column as keyof typeof named] ?? column
  return (row as Record<string, unknown>)[key] as string | number | null
}

/** As SQLite orders them: nothing before everything else. */
const compare = (a: string | number | null, b: string | number | null): number => {
  if (a === b) return 0
  if (a === null || b === null) return a === null ? -1 : 1
  return a < b ? -1 : 1
}

const place = (row: DeclarationRow | ItemRow): string =>
  `${row.declaration} ${'position' in row ? row.position : ''}`

const byDate = ['state', 'checkpoint', 'direction', 'partner']

function sorted<Row extends DeclarationRow | ItemRow>(
  rows: readonly Row[],
  column: string,
  descending: boolean,
) {
  const sign = descending ? -1 : 1
  return rows.toSorted(
    (a, b) =>
      sign *
      (compare(value(a, column), value(b, column)) ||
        (byDate.includes(column) ? compare(a.date, b.date) : 0) ||
        compare(a.declaration, b.declaration) ||
        compare(value(a, 'position'), value(b, 'position'))),
  )
}

function headerMatches(row: DeclarationRow | ItemRow, filter: DeclarationsFilter): boolean {
  const { from = '0', to = '9', countedFrom, countedTo } = filter
  const same = (['state', 'direction', 'checkpoint', 'partner', 'currency', 'transportMode'] as const).every(
    (column) => filter[column] === undefined || row[column] === filter[column],
  )
  const isCounted =
    (countedFrom === undefined && countedTo === undefined) ||
    (row.countedDate !== null &&
      row.countedDate >= (countedFrom ?? '0') &&
      row.countedDate <= (countedTo ?? '9'))
  return same && row.date >= from && row.date <= to && isCounted
}

/** Fish of some days only, and trucks of others: a declaration of another day has none of them. */
async function addGroup(book: TestBook): Promise<(row: ItemRow) => boolean> {
  await book.done('addCommodityGroup', {
    commodityGroup: 'of-some-days',
    names: { en: 'Of some days' },
    parent: null,
    measure: 'mass',
    restricted: [],
    from: '2025-02-04',
    to: null,
    prefixes: [
      { prefix: '03', from: null, to: '2025-02-05' },
      { prefix: '8704', from: '2025-02-05', to: '2025-02-06' },
    ],
  })
  return ({ date, hsCode }) =>
    (hsCode?.startsWith('03') === true && date >= '2025-02-04' && date <= '2025-02-05') ||
    (hsCode?.startsWith('8704') === true && date >= '2025-02-05' && date <= '2025-02-06')
}

test('every page of every sort and filter is the part of the whole table that it should be', async () => {
  const book = await filledBook()
  const { declarations, items } = await everything(book)
  const isInGroup = await addGroup(book)
  const date = fc.constantFrom('2025-02-02', '2025-02-04', '2025-02-06', '2025-02-09')
  const filters = fc.record(
    {
      from: date,
      to: date,
      countedFrom: date,
      countedTo: date,
      state: fc.constantFrom('draft', 'released', 'refused'),
      direction: fc.constantFrom('import', 'export'),
      checkpoint: fc.constantFrom('yard', 'hall', 'nowhere'),
      partner: fc.constantFrom('KZ', 'RU', 'CN'),
      currency: fc.constantFrom('USD', 'KZT'),
      transportMode: fc.constantFrom('road', 'rail', 'air'),
      hsPrefix: fc.constantFrom('03', '0306', '87', '99'),
      group: fc.constant('of-some-days'),
      text: fc.constantFrom('帝王', '北屯', 'king cr', 'алтай', '重型卡', 'D1', '0306', 'nobody'),
    },
    { requiredKeys: [] },
  )
  const texts: Record<string, (row: ItemRow) => boolean> = {
    帝王: ({ goods }) => goods === crab.goods,
    北屯: ({ consignor }) => consignor?.startsWith('北屯') ?? false,
    'king cr': ({ goods }) => goods === crab.goods,
    алтай: ({ consignor }) => consignor?.includes('Алтай') ?? false,
    重型卡: ({ goods }) => goods === truck.goods,
    '0306': ({ hsCode }) => hsCode === crab.hsCode,
    nobody: () => false,
  }
  const twoParts = (filter: DeclarationsFilter, first: number): DeclarationsFilter => {
    const parts = Object.entries(filter).filter(([, value]) => value !== 'D1')
    return Object.fromEntries(parts.slice(first % (parts.length + 1)).slice(0, 2))
  }
  await fc.assert(
    fc.asyncProperty(
      // More parts at once find nothing, and show nothing.
      fc.tuple(filters, fc.nat(9)).map(([filter, first]) => twoParts(filter, first)),
      fc.constantFrom(...declarationSorts),
      fc.constantFrom(...itemSorts),
      fc.constantFrom<'ascending' | 'descending'>('ascending', 'descending'),
      fc.nat({ max: 12 }),
      fc.integer({ min: 1, max: 30 }),
      async (filter, column, itemColumn, direction, offset, limit) => {
        const { hsPrefix, group, text } = filter
        const isOfGoods = (row: ItemRow) =>
          (hsPrefix === undefined || (row.hsCode?.startsWith(hsPrefix) ?? false)) &&
          (group === undefined || isInGroup(row))
        const ofItem = (row: ItemRow) =>
          isOfGoods(row) && (text === undefined || (texts[text]?.(row) ?? false))
        const found = items.filter((row) => headerMatches(row, filter) && ofItem(row))
        // A word of the header finds declarations without items too; each word and each prefix looks at any item.
        const has = (row: DeclarationRow, test: (item: ItemRow) => boolean) =>
          items.some((each) => each.declaration === row.declaration && test(each))
        const whole = declarations.filter(
          (row) =>
            headerMatches(row, filter) &&
            ((hsPrefix === undefined && group === undefined) || has(row, isOfGoods)) &&
            (text === undefined ||
              has(row, texts[text] ?? (() => false)) ||
              (texts[text]?.({ ...row, position: 0, hsCode: null, goods: null } as unknown as ItemRow) ??
                false)),
        )
        const descending = direction === 'descending'
        const page = { filter, offset, limit }
        // Along an index, as where a filter finds many.
        const { db } = book.writer
        const sought = soughtOf(db, filter)
        const along = {
          declarations: selectDeclarationPage(db, sought, { column, direction }, page, 0),
          items: selectItemPage(db, sought, { column: itemColumn, direction }, page, 0),
        }
        const pages = {
          declarations: await book.done('readDeclarations', { ...page, sort: { column, direction } }),
          items: await book.done('readDeclarationItems', {
            ...page,
            sort: { column: itemColumn, direction },
          }),
        }
        const wanted = () => ({
          declarations: sorted(whole, column, descending)
            .slice(offset, offset + limit)
            .map(place),
          items: sorted(found, itemColumn, descending)
            .slice(offset, offset + limit)
            .map(place),
        })
        expect({
          declarations: pages.declarations.rows.map(place),
          items: pages.items.rows.map(place),
          along: {
            declarations: along.declarations.map((id) => `${id} `),
            items: along.items.map(({ declaration, position }) => `${declaration} ${position}`),
          },
          rows: [
            (await book.done('numberOfDeclarations', { filter, of: 'declarations' })).rows,
            (await book.done('numberOfDeclarations', { filter, of: 'items' })).rows,
          ],
        }).toEqual({
          ...wanted(),
          along: wanted(),
          rows: [whole.length, found.length],
        })
      },
    ),
    { numRuns: 300, seed: 5, endOnFailure: true },
  )
})

test('what is filtered adds up exactly, values by currency, and vehicles once', async () => {
  const book = await filledBook()
  const { declarations, items } = await everything(book)
  const filter = { direction: 'import', hsPrefix: '03' } as const
  const own = items.filter((row) => row.direction === 'import' && row.hsCode?.startsWith('03'))
  const headers = declarations.filter((row) => own.some((each) => each.declaration === row.declaration))
  const sum = (numbers: (number | null)[]) => numbers.reduce<number>((total, each) => total + (each ?? 0), 0)
  const values = (rows: (DeclarationRow | ItemRow)[]) =>
    ['KZT', 'USD'].flatMap((currency) => {
      const of = rows.filter((row) => row.currency === currency)
      return of.length > 0 ? [{ currency, minor: sum(of.map((row) => row.valueMinor)) }] : []
    })
  const both = {
    declarations: headers.length,
    grossGrams: sum(headers.map((row) => row.grossGrams)),
    vehicles: sum(headers.map((row) => row.vehicles)),
    weighbridgeGrams: sum(headers.map((row) => row.vehicles)) * 21_040_000,
  }
  expect({
    declarations: await book.done('readDeclarationTotals', { filter, of: 'declarations' }),
    items: await book.done('readDeclarationTotals', { filter, of: 'items' }),
  }).toEqual({
    declarations: {
      ...both,
      items: sum(headers.map((row) => row.items)),
      netGrams: sum(headers.map((row) => row.netGrams)),
      values: values(headers),
    },
    items: {
      ...both,
      items: own.length,
      netGrams: sum(own.map((row) => row.netGrams)),
      values: values(own),
    },
  })
})

test('a text is found after every way of changing it, and no more after it is gone', async () => {
  const book = testBook()
  const found = async (text: string) =>
    (await book.done('numberOfDeclarations', { filter: { text }, of: 'declarations' })).rows
  const saved = await draft(book, { consignor: '霍尔果斯水产公司', number: 'X-77' })
  const first = [await found('水产'), await found('果斯'), await found('x-77'), await found('葵花')]
  const record = someDeclaration({ consignor: 'Алматы', number: 'X-78' })
  const { declaration, revision } = saved
  const again = await book.done('saveDeclaration', { declaration, revision, record })
  const changed = [await found('水产'), await found('алматы'), await found('x-77')]
  const { undo } = await book.done('readUndoSteps', {})
  await book.done('undo', { batch: undo?.batch ?? 0 })
  const undone = [await found('水产'), await found('алматы')]
  await book.done('removeDraft', { declaration, revision })
  expect({ first, changed, undone, gone: await found('水产'), revision: again.revision > revision }).toEqual({
    first: [1, 1, 1, 1],
    changed: [0, 1, 0],
    undone: [1, 0],
    gone: 0,
    revision: true,
  })
})

test('a view gets another name that no other view has, and its old one back by undo', async () => {
  const book = testBook()
  const view = { filter: { hsPrefix: '03' }, sort: newest, hidden: ['goods'], order: ['date'] }
  for (const name of ['水产', 'Fruit'])
    await book.done('keepSavedView', { of: 'items', view: { name, ...view } })
  const names = async () => (await book.done('readSavedViews', { of: 'items' })).map(({ name }) => name)
  const refused = [
    await book.call('renameSavedView', { of: 'items', name: '水产', to: 'Fruit' }),
    await book.call('renameSavedView', { of: 'items', name: 'Crab', to: 'Fish' }),
  ]
  const { batch } = await book.done('renameSavedView', { of: 'items', name: '水产', to: 'Fish' })
  const renamed = await book.done('readSavedViews', { of: 'items' })
  await book.done('undo', { batch: batch ?? 0 })
  expect([refused, renamed, await names()]).toEqual([
    [
      { ok: false, error: { code: 'view-name-taken', details: { name: 'Fruit' } } },
      { ok: false, error: { code: 'setting-gone', details: {} } },
    ],
    [
      { name: 'Fish', ...view },
      { name: 'Fruit', ...view },
    ],
    ['Fruit', '水产'],
  ])
})

test('a view is kept under its name, said anew under the same, and removed', async () => {
  const book = testBook()
  const view = { name: '水产', filter: { hsPrefix: '03' }, sort: newest, hidden: ['goods'], order: ['date'] }
  await book.done('keepSavedView', { of: 'items', view })
  const other = { ...view, filter: { hsPrefix: '0306' } }
  await book.done('keepSavedView', { of: 'items', view: other })
  const kept = await book.done('readSavedViews', { of: 'items' })
  await book.done('removeSavedView', { of: 'items', name: '水产' })
  expect([
    kept,
    await book.done('readSavedViews', { of: 'items' }),
    await book.done('readSavedViews', { of: 'declarations' }),
    await book.call('removeSavedView', { of: 'items', name: '水产' }),
  ]).toEqual([[other], [], [], { ok: false, error: { code: 'setting-gone', details: {} } }])
})

test('a part of a table is text with exact numbers, and goes on where the part before it ended', async () => {
  const book = testBook()
  await draft(book, { number: 'E1', items: [crab], consignor: '=1+1' })
  const items = await book.done('writeDeclarationsPart', { of: 'items', filter: {}, after: null })
  const declarations = await book.done('writeDeclarationsPart', {
    of: 'declarations',
    filter: {},
    after: null,
  })
  expect([items, declarations].map(({ text, rows, next }) => [text.split('\r\n')[1], rows, next])).toEqual([
    [
      "E1,2025-02-03,,draft,yard,import,road,'=1+1,吉木乃贸易有限公司,KZ,USD,1,03063399,帝王蟹 King crab,20000,kg,900,50000,KZ,CN",
      1,
      null,
    ],
    [
      "E1,2025-02-03,,draft,yard,import,road,'=1+1,吉木乃贸易有限公司,KZ,USD,21000,900,50000,1,1,帝王蟹 King crab",
      1,
      null,
    ],
  ])
})

test('parts of an export one after the other are what a filter finds, as it was entered', async () => {
  const book = await filledBook()
  const { declarations, items } = await everything(book)
  const { db } = book.writer
  const sought = soughtOf(db, { direction: 'import' })
  const inParts = (part: typeof selectItemsPart | typeof selectDeclarationsPart) => {
    const places: string[] = []
    let after: DeclarationPosition | null = null
    do {
      const rows: { declaration: string; position?: number }[] = part(db, sought, after, 3)
      places.push(...rows.map((row) => place(row as ItemRow)))
      const last = rows.at(-1)
      after = last ? { declaration: last.declaration, position: last.position ?? 0 } : null
    } while (after !== null)
    return places
  }
  const imported = (rows: readonly (DeclarationRow | ItemRow)[]) =>
    rows
      .filter(({ direction }) => direction === 'import')
      .map(place)
      .toSorted()
  expect([inParts(selectDeclarationsPart), inParts(selectItemsPart)]).toEqual([
    imported(declarations),
    imported(items),
  ])
})
