import { expect, test } from 'vitest'
import { texts } from '../../../shared/languages/index.ts'
import { tradeDetails } from '../../../shared/trade/refusal-words.ts'
import { soundDeclaration } from '../../testing/arbitrary-trade.ts'
import { draft } from '../../testing/declare.ts'
import { type TestBook, testBook } from '../../testing/test-book.ts'
import { readyMadePorts } from '../reference/ready-made-ports.ts'

const yard = 'cargo-yard'
let number = 0

/** What registering goods at Jeminay answers. */
async function registering(
  book: TestBook,
  hsCodes: string[],
  direction: 'import' | 'export' = 'import',
  date = '2025-02-03',
) {
  const [item] = soundDeclaration.items
  if (!item) throw new Error('no item')
  number += 1
  const { declaration, revision } = await draft(book, {
    number: String(number).padStart(18, '0'),
    checkpoint: yard,
    direction,
    date,
    vehicles: [],
    items: hsCodes.map((hsCode) => ({
      ...item,
      hsCode,
      quantity: null,
      netGrams: 1_000,
      valueMinor: null,
    })),
  })
  const input = { declaration, revision, date: null }
  return { input, answer: await book.call('registerDeclaration', input) }
}

const said = ({ answer }: Awaited<ReturnType<typeof registering>>) =>
  answer.ok
    ? 'registered'
    : [answer.error.code, answer.error.details.field, answer.error.details.commodityGroup]

test('what the port is not qualified for is stopped at registration; what needs no qualification passes', async () => {
  const book = testBook(readyMadePorts.get('jeminay'))
  expect([
    said(await registering(book, ['03063390'])),
    said(await registering(book, ['230990'])),
    said(await registering(book, ['12060010'])),
    said(await registering(book, ['843280'])),
    said(await registering(book, ['03063390', '080810'])),
    said(await registering(book, ['87038000'])),
    said(await registering(book, ['080810', '87038000'], 'export')),
  ]).toEqual([
    'registered',
    'registered',
    'registered',
    'registered',
    ['not-qualified', 'items.1.hsCode', 'fruit'],
    ['not-qualified', 'items.0.hsCode', 'new-energy-vehicles'],
    'registered',
  ])
})

test('a qualification holds on its dates, and one for a part of a group lets that part pass', async () => {
  const book = testBook(readyMadePorts.get('jeminay'))
  await book.done('keepQualification', {
    commodityGroup: 'fruit',
    direction: 'import',
    from: '2025-02-03',
    to: '2025-02-28',
    note: null,
  })
  expect([
    said(await registering(book, ['080810'], 'import', '2025-02-02')),
    said(await registering(book, ['080810'], 'import', '2025-02-03')),
    said(await registering(book, ['080810'], 'import', '2025-03-01')),
    said(await registering(book, ['070310'], 'import', '2025-02-03')),
  ]).toEqual([
    ['not-qualified', 'items.0.hsCode', 'fruit'],
    'registered',
    ['not-qualified', 'items.0.hsCode', 'fruit'],
    ['not-qualified', 'items.0.hsCode', 'vegetables'],
  ])
})

test('a supervisor lets it pass with a reason, which the declaration and the journal keep', async () => {
  const book = testBook(readyMadePorts.get('jeminay'))
  const { input } = await registering(book, ['080810'])
  await book.done('letDeclarationPass', { ...input, reason: 'by order of the customs district' })
  const read = await book.done('readDeclaration', { declaration: input.declaration })
  const [entry] = await book.done('readHistory', { entity: 'declaration', key: [input.declaration] })
  expect([read.state, read.events, entry?.operation, entry?.reason]).toEqual([
    'registered',
    [
      { kind: 'registered', date: '2025-02-03', reason: null },
      { kind: 'let-pass', date: '2025-02-03', reason: 'by order of the customs district' },
    ],
    'letDeclarationPass',
    'by order of the customs district',
  ])
})

test('an amendment brings in no goods that the port is not qualified for; those it had already stay', async () => {
  const book = testBook(readyMadePorts.get('jeminay'))
  const { input, answer } = await registering(book, ['03063390'])
  if (!answer.ok) throw new Error(answer.error.code)
  const { record } = await book.done('readDeclaration', { declaration: input.declaration })
  const amending = async (hsCode: string, qualified: boolean) => {
    const items = record.items.map((item) => ({ ...item, hsCode }))
    if (!qualified) {
      await book.done('removeQualification', { commodityGroup: 'aquatic', direction: 'import', from: null })
    }
    return book.call('amendDeclaration', {
      declaration: answer.output.declaration,
      revision: answer.output.revision,
      date: '2025-02-04',
      reason: 'another code',
      record: { ...record, packages: qualified ? 1 : 2, items },
    })
  }
  const apples = await amending('080810', true)
  const same = await amending('03063390', false)
  expect([apples.ok ? 'done' : apples.error.code, same.ok]).toEqual(['not-qualified', true])
})

test('the refusal says which goods they are and what the port may import instead', async () => {
  const book = testBook(readyMadePorts.get('jeminay'))
  const { answer } = await registering(book, ['080810'])
  if (answer.ok) throw new Error('registered')
  const words = tradeDetails(answer.error, 'en', texts.en.trade)
  expect([words.group, words.direction, words.field, words.qualified]).toEqual([
    'Fruit and nuts',
    'import',
    'item 1, HS code',
    'Aquatic products, Animal feed, Oil and gas',
  ])
})
