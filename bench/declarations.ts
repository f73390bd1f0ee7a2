import { join } from 'node:path'
import { openBook, openBookToRead } from '../src/main/book/open-book.ts'
import { makeBook } from '../src/main/dispatch/make-book.ts'
import { runQuery } from '../src/main/dispatch/run-operation.ts'
import { declarationSorts, itemSorts } from '../src/shared/contract/declarations-table.ts'
import { addDays } from '../src/shared/dates.ts'
import { type Figure, median, timed } from './figures.ts'
import { benchPort } from './ten-year-book.ts'

const runs = 3
const goalMs = 40
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

/** A book of ten years with 501,000 items in 167,000 declarations of one to three vehicles. Invented, always the same. */
export function makeDeclarationsBook(folder: string): string {
  const path = join(folder, 'declarations.portbook')
  console.log('making the book of declarations …')
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
  return path
}

const filters = {
  'no filter': {},
  'a month': { from: '2018-06-01', to: '2018-06-30' },
  'a year as counted': { countedFrom: '2018-01-01', countedTo: '2018-12-31' },
  'a checkpoint': { checkpoint: 'hall-3' },
  imports: { direction: 'import' },
  'a rare partner': { partner: 'NO' },
  'a partner by rail': { partner: 'KZ', transportMode: 'rail' },
  withdrawn: { state: 'withdrawn' },
  'a chapter': { hsPrefix: '03' },
  'a chapter in a month': { hsPrefix: '87', from: '2018-06-01', to: '2018-06-30' },
  'a code that is not there': { hsPrefix: '99' },
  'a number': { text: '94112018000120000' },
  'a Chinese word of two characters': { text: '卡车' },
  'two words': { text: 'судак 4711' },
  'a firm': { text: '第77贸' },
  'a word that all have': { text: '吉木乃' },
} as const

/** The first page of both tables by every sort and filter, and what each filter comes to. */
export async function benchDeclarations(book: string): Promise<Figure[]> {
  const db = openBookToRead(book)
  const figures: Figure[] = []
  const time = async (operation: string, input: object): Promise<number> => {
    const samples: number[] = []
    for (let run = 0; run < runs; run += 1) {
      samples.push(
        await timed(async () => {
          const answer = await runQuery(db, operation, input)
          if (!answer.ok) throw new Error(JSON.stringify(answer))
        }),
      )
    }
    return median(samples)
  }
  const tables = [
    ['readDeclarations', 'declarations', declarationSorts],
    ['readDeclarationItems', 'items', itemSorts],
  ] as const
  for (const [operation, of, sorts] of tables) {
    for (const [what, filter] of Object.entries(filters)) {
      let slowest = { measured: 0, by: '' }
      for (const column of sorts) {
        for (const direction of ['ascending', 'descending']) {
          const input = { filter, sort: { column, direction }, offset: 0, limit: 100 }
          const measured = await time(operation, input)
          if (measured > slowest.measured) slowest = { measured, by: `${column}, ${direction}` }
        }
      }
      const { measured, by } = slowest
      figures.push(figure(`${of}, first page, ${what} (slowest by ${by})`, measured, goalMs))
    }
    for (const what of ['no filter', 'a year as counted', 'a chapter'] as const) {
      const input = { filter: filters[what], of }
      figures.push(figure(`${of}, number of rows, ${what}`, await time('numberOfDeclarations', input), null))
      figures.push(figure(`${of}, totals, ${what}`, await time('readDeclarationTotals', input), null))
    }
  }
  db.close()
  return figures
}

function figure(what: string, measured: number, goal: number | null): Figure {
  return {
    what,
    measured,
    unit: 'ms',
    floor: null,
    goal: goal === null ? '' : `≤ ${goal} ms`,
    reached: goal === null || measured <= goal,
  }
}
