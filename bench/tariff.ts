import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readyMadePorts } from '../src/main/areas/reference/ready-made-ports.ts'
import { shippedChapters } from '../src/main/areas/reference/tariff/shipped-sections.ts'
import { openBook } from '../src/main/book/open-book.ts'
import { makeBook } from '../src/main/dispatch/make-book.ts'
import { runCommand, runQuery } from '../src/main/dispatch/run-operation.ts'
import { type Figure, median, percentile, timed } from './figures.ts'

const goalMs = 20
const runs = 5
const published = '../shared/data/hs2022.csv'
/** Typed letter by letter, each of which asks again. */
const typed = [
  ...['8703800010', 'frozen fish fillets', 'other parts of machinery', 'a o p m t'],
  ...['新能源汽车', '冻牛肉', 'мороженая рыба прочая', 'мұнай және газ', 'zzzz'],
]
/** Codes in the port's own declarations, more than search looks at. */
const usedCodes = 2_000

/** A keystroke in the search of the tariff, with an invented national tariff of four languages and with the published one. */
export async function benchTariff(folder: string): Promise<Figure[]> {
  const invented = join(folder, 'tariff.csv')
  writeFileSync(invented, inventedTariff().join('\n'))
  const figures = await benchFile(folder, 'national', invented)
  return existsSync(published) ? [...figures, ...(await benchFile(folder, 'HS 2022', published))] : figures
}

async function benchFile(folder: string, name: string, file: string): Promise<Figure[]> {
  const port = readyMadePorts.get('jeminay')
  if (!port) throw new Error('no port')
  const path = join(folder, `${name}.portbook`)
  makeBook(path, port)
  const book = openBook(path, 'bench')
  const { db } = book.writer
  try {
    const answered = async <Output>(running: Promise<{ ok: boolean }>): Promise<Output> => {
      const answer = await running
      if (!answer.ok) throw new Error(JSON.stringify(answer))
      return (answer as unknown as { output: Output }).output
    }
    const { mapping } = await answered<{ mapping: object }>(runQuery(db, 'guessTariff', { file }))
    let lines = 0
    const importMs = await timed(async () => {
      lines = (await answered<{ lines: number }>(runCommand(book.writer, 'importTariff', { file, mapping })))
        .lines
    })
    db.exec(
      `INSERT INTO hs_code_use SELECT code, 1 + id % 50, '2024-08-01' FROM tariff_line WHERE leaf = 1 LIMIT ${usedCodes}`,
    )
    const floor = db.prepare(
      'SELECT rowid FROM tariff_search WHERE tariff_search MATCH ? ORDER BY rowid LIMIT 30',
    )
    const [keystrokes, floors]: number[][] = [[], []]
    for (let run = 0; run < runs; run += 1) {
      for (const text of typed) {
        for (let length = 1; length <= text.length; length += 1) {
          const input = { text: text.slice(0, length), date: '2024-08-31', language: 'zh-CN' }
          keystrokes?.push(await timed(() => answered(runQuery(db, 'findTariffCodes', input))))
          const words = text.slice(0, length).trim().split(' ')
          floors?.push(await timed(() => floor.all(words.map((word) => `"${word}" *`).join(' AND '))))
        }
      }
    }
    const p99 = percentile(keystrokes ?? [], 0.99)
    const size = `${lines.toLocaleString('en')} lines`
    return [
      {
        what: `keystroke in the search of the tariff, ${name}, ${size}, p99`,
        measured: p99,
        unit: 'ms',
        floor: percentile(floors ?? [], 0.99),
        goal: `< ${goalMs} ms`,
        reached: p99 < goalMs,
      },
      {
        what: `the same, median`,
        measured: median(keystrokes ?? []),
        unit: 'ms',
        floor: median(floors ?? []),
        goal: `< ${goalMs} ms`,
        reached: median(keystrokes ?? []) < goalMs,
      },
      {
        what: `import of that tariff, checked and indexed`,
        measured: lines / (importMs / 1000),
        unit: 'lines/s',
        floor: null,
        goal: 'no goal',
        reached: true,
      },
    ]
  } finally {
    book.close()
  }
}

/** Chapters, headings, subheadings and lines of ten digits with texts put together from the names of chapters. */
function inventedTariff(): string[] {
  const chapters = [...shippedChapters().values()]
  const words = (['zh-CN', 'en', 'ru', 'kk'] as const).map((language) =>
    chapters.flatMap(({ names }) => (names[language] ?? '').split(/[\s；、;,]+/u)),
  )
  let at = 0
  const text = (list: readonly string[]): string =>
    Array.from({ length: 8 }, () => {
      at += 7919
      return list[at % list.length]
    }).join(' ')
  const lines = [`code,zh,en,ru,kk`]
  const add = (code: string): void => {
    lines.push([code, ...words.map(text)].join(','))
  }
  for (const { chapter } of chapters) {
    add(chapter)
    for (let heading = 1; heading <= 12; heading += 1) {
      const four = `${chapter}${String(heading).padStart(2, '0')}`
      add(four)
      for (let six = 10; six <= 40; six += 10) {
        add(`${four}${six}`)
        for (let line = 10; line <= 50; line += 10) add(`${four}${six}00${line}`)
      }
    }
  }
  return lines
}
