import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { openBook } from '../src/main/book/open-book.ts'
import { makeBook } from '../src/main/dispatch/make-book.ts'
import { runCommand } from '../src/main/dispatch/run-operation.ts'
import { addDays } from '../src/shared/dates.ts'
import { benchPort } from './ten-year-book.ts'

const declarations = 167_000
const itemsOfDeclaration = 3
const perBatch = 1_000

const goods = [
  ['03063399', '帝王蟹 冷冻', 'kg'],
  ['03038930', 'Судак мороженый', 'kg'],
  ['12060010', '葵花籽 Семена подсолнечника', 'kg'],
  ['87042300', '重型卡车', 'vehicle'],
  ['87036000', '新能源汽车', 'vehicle'],
  ['08081000', 'Яблоки свежие', 'kg'],
  ['27111100', '液化天然气', 't'],
  ['84329000', 'Части сельхозмашин', 'kg'],
] as const
const partners = ['KZ', 'KZ', 'KZ', 'KZ', 'RU', 'UZ', 'DE', 'KG', 'TR', 'NO']
const parties = Array.from({ length: 400 }, (_, index) =>
  index % 2 === 0 ? `ТОО «Алтай ${index}»` : `吉木乃第${index}贸易有限公司`,
)

/**
 * A book of ten years with 501,000 items in 167,000 declarations, the groups that ship and a rate. Invented, always the
 * same; PORTBOOK_BENCH_DECLARATIONS keeps it.
 */
export async function makeDeclarationsBook(folder: string): Promise<string> {
  const path = join(folder, 'declarations.portbook')
  const kept = process.env.PORTBOOK_BENCH_DECLARATIONS
  if (kept && existsSync(kept)) {
    copyFileSync(kept, path)
    return path
  }
  console.log('making the book of declarations …')
  fillBook(path)
  await fillSettings(path)
  if (kept) copyFileSync(path, kept)
  return path
}

function fillBook(path: string): void {
  makeBook(path, benchPort())
  const book = openBook(path, 'bench')
  let seed = 7
  const below = (most: number): number => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % most
  }
  for (let first = 0; first < declarations; first += perBatch) {
    const batch = book.writer.begin({ operation: 'recordDeclarations', at: first, person: null })
    for (let at = first; at < first + perBatch; at += 1) {
      const id = `01948000-0000-7000-8000-${String(at).padStart(12, '0')}`
      const date = addDays('2011-01-01', Math.floor((at * 3_652) / declarations))
      const isReleased = below(10) > 0
      batch.put('declaration', [id], {
        number: `9411${date.slice(0, 4)}${String(at).padStart(9, '0')}`,
        date,
        checkpoint: `hall-${1 + below(4)}`,
        direction: below(5) === 0 ? 'import' : 'export',
        state: isReleased ? 'released' : below(2) === 0 ? 'registered' : 'withdrawn',
        trade_mode: '0110',
        transport_mode: below(12) === 0 ? 'rail' : 'road',
        consignor: parties[below(400)] ?? null,
        consignee: parties[below(400)] ?? null,
        partner: partners[below(partners.length)] ?? null,
        currency: below(4) === 0 ? 'USD' : 'CNY',
        gross_grams: 5_000_000 + below(30_000_000),
        released_date: isReleased ? date : null,
        counted_date: isReleased ? date : null,
        revision: 1,
      })
      for (let position = 1; position <= itemsOfDeclaration; position += 1) {
        const [hsCode, name, unit] = goods[below(goods.length)] ?? goods[0]
        batch.put('declaration_item', [id, position], {
          hs_code: hsCode,
          goods: `${name} ${below(5_000)}`,
          quantity_millionths: below(40_000) * 1_000_000,
          unit,
          net_grams: 1_000_000 + below(9_000_000),
          value_minor: below(90_000_000),
          origin: 'CN',
          destination: 'KZ',
        })
      }
      batch.put('declaration_vehicle', [id, 1], {
        plate: `${100 + below(899)}ABC${10 + below(9)}`,
        weighbridge_grams: 30_000_000,
        crossing_date: date,
      })
    }
    batch.commit()
  }
  book.close()
}

/** Groups to count in and a rate to convert by. */
async function fillSettings(path: string): Promise<void> {
  const book = openBook(path, 'bench')
  for (const [operation, input] of [
    ['loadShippedGroups', {}],
    ['keepExchangeRate', { currency: 'USD', from: '2011-01-01', rate: '7.1' }],
  ] as const) {
    const answer = await runCommand(book.writer, operation, input)
    if (!answer.ok) throw new Error(JSON.stringify(answer))
  }
  book.close()
}
