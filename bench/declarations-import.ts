import { hash } from 'node:crypto'
import { createWriteStream, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import Database from 'better-sqlite3'
import { readyMadePorts } from '../src/main/areas/reference/ready-made-ports.ts'
import { openBook } from '../src/main/book/open-book.ts'
import { makeBook } from '../src/main/dispatch/make-book.ts'
import { runCommand } from '../src/main/dispatch/run-operation.ts'
import { addDays } from '../src/shared/dates.ts'
import type { DeclarationsMappingInput } from '../src/shared/trade/declarations-mapping.ts'
import { type Figure, timed } from './figures.ts'

const items = 100_000
const itemsOfOne = 4
const goalSeconds = 10
/** Beyond this memory would grow with the file: what it keeps of each declaration is its number and its loads. */
const mostGrowth = 1.25

/** Import of 100,000 items with their declarations, vehicles and events, checked and journalled; and again, the same. */
export async function benchDeclarationsImport(folder: string): Promise<Figure[]> {
  const third = await importOf(folder, Math.floor(items / 3))
  const whole = await importOf(folder, items)
  // After the imports: what the floor keeps of its entries is no memory of theirs.
  const floor = await floorOf(whole.path, `${whole.path}-floor`, whole.first)
  for (const { path } of [third, whole]) rmSync(path, { force: true })
  return [
    {
      what: `import of ${items.toLocaleString('en')} items in ${(items / itemsOfOne).toLocaleString('en')} declarations, checked and journalled (floor: the same ${whole.entries.toLocaleString('en')} entries)`,
      measured: whole.seconds,
      unit: 's',
      floor: floor.seconds,
      goal: `≤ ${goalSeconds} s`,
      reached: whole.seconds <= goalSeconds,
    },
    {
      what: 'processor time of that import',
      measured: whole.processor,
      unit: 's',
      floor: floor.processor,
      goal: '',
      reached: true,
    },
    {
      what: 'the same file again: everything is the same',
      measured: whole.againSeconds,
      unit: 's',
      floor: null,
      goal: `≤ ${goalSeconds} s`,
      reached: whole.againSeconds <= goalSeconds,
    },
    {
      what: 'memory of that import (floor: of a third of the file)',
      measured: whole.megabytes,
      unit: 'MB',
      floor: third.megabytes,
      goal: `≤ ${mostGrowth} × floor`,
      reached: whole.megabytes <= third.megabytes * mostGrowth,
    },
  ]
}

async function importOf(folder: string, number: number) {
  const file = join(folder, `declarations-${number}.csv`)
  await pipeline(Readable.from(rowsOf(number)), createWriteStream(file))
  const path = join(folder, `declarations-${number}.portbook`)
  makePortBook(path)
  const book = openBook(path, 'bench')
  const { db } = book.writer
  let peak = 0
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, 50)
  const once = async (expected: object): Promise<{ seconds: number; processor: number }> => {
    let answer: { ok: boolean; output?: object } | null = null
    const before = process.cpuUsage()
    const milliseconds = await timed(async () => {
      answer = (await runCommand(book.writer, 'importDeclarations', { file, mapping })) as typeof answer
    })
    const said = JSON.stringify({ ...(answer as unknown as { output: object }).output, warnings: [] })
    for (const [name, value] of Object.entries(expected)) {
      if (!said.includes(`"${name}":${value}`)) throw new Error(said.slice(0, 800))
    }
    const { user, system } = process.cpuUsage(before)
    return { seconds: milliseconds / 1000, processor: (user + system) / 1e6 }
  }
  try {
    const first = db.prepare('SELECT max(sequence) FROM journal').pluck().get() as number
    const { seconds, processor } = await once({
      items: number,
      refusedCells: 0,
      new: Math.ceil(number / itemsOfOne),
    })
    const { seconds: againSeconds } = await once({ items: number, same: Math.ceil(number / itemsOfOne) })
    const entries = (db.prepare('SELECT max(sequence) FROM journal').pluck().get() as number) - first
    clearInterval(watch)
    return {
      seconds,
      processor,
      againSeconds,
      entries,
      megabytes: peak / 1e6,
      path,
      first,
    }
  } finally {
    clearInterval(watch)
    book.close()
    rmSync(file, { force: true })
  }
}

function makePortBook(path: string): void {
  const port = readyMadePorts.get('jeminay')
  if (!port) throw new Error('no port')
  makeBook(path, port)
}

type Value = string | number | null

/**
 * The floor: the same rows, each with its journal entry and hash, by bare statements on a book of the same schema. No
 * file is read, nothing is checked.
 */
async function floorOf(from: string, path: string, first: number) {
  const imported = new Database(from, { readonly: true })
  const entries = imported
    .prepare<[number], { entity: string; key: string; entry: string }>(
      'SELECT entity, key, entry FROM journal WHERE sequence > ? ORDER BY sequence',
    )
    .all(first)
    .map(({ entity, key, entry }) => ({
      entity,
      key: JSON.parse(key) as Value[],
      after: (JSON.parse(entry) as { after: Record<string, Value> }).after,
    }))
  const columnsOf = (entity: string): { name: string; pk: number }[] =>
    imported.pragma(`table_info(${entity})`) as { name: string; pk: number }[]
  const columns = new Map(
    [...new Set(entries.map(({ entity }) => entity))].map((entity) => [entity, columnsOf(entity)]),
  )
  imported.close()
  makePortBook(path)
  const db = new Database(path)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('cache_size = -32768')
  const inserts = new Map(
    [...columns].map(([entity, all]) => {
      const others = all.filter(({ pk }) => pk === 0).map(({ name }) => name)
      const keys = all.filter(({ pk }) => pk > 0).map(({ name }) => name)
      const names = [...keys, ...others]
      const sql = `INSERT INTO ${entity} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`
      return [entity, { others, insert: db.prepare<Value[]>(sql) }]
    }),
  )
  const journal = db.prepare(
    'INSERT INTO journal (desk, sequence, entity, key, entry, hash) VALUES (1, ?, ?, ?, ?, ?)',
  )
  let sequence = db.prepare<[], number>('SELECT sequence FROM desk').pluck().get() ?? 0
  let before = '0'.repeat(64)
  const begun = process.cpuUsage()
  const milliseconds = await timed(() => {
    db.exec('BEGIN')
    for (const { entity, key, after } of entries) {
      const table = inserts.get(entity)
      table?.insert.run(...key, ...table.others.map((name) => after[name] ?? null))
      sequence += 1
      const keyText = JSON.stringify(key)
      const text = JSON.stringify({
        format: 1,
        at: sequence,
        operation: 'importDeclarations',
        batch: 1,
        after,
      })
      before = hash('sha256', `${before}\n${sequence}\n${entity}\n${keyText}\n${text}`)
      journal.run(sequence, entity, keyText, text, Buffer.from(before, 'hex'))
    }
    db.exec('COMMIT')
  })
  const { user, system } = process.cpuUsage(begun)
  db.close()
  rmSync(path, { force: true })
  return { seconds: milliseconds / 1000, processor: (user + system) / 1e6 }
}

const headings = [
  ...[
    '报关单号',
    '申报日期',
    '进出口',
    '监管方式',
    '运输方式',
    '发货人',
    '收货人',
    '申报单位',
    '贸易国',
    '成交方式',
    '币制',
  ],
  ...[
    '件数',
    '毛重',
    '查验日期',
    '放行日期',
    '商品编码',
    '商品名称',
    '数量',
    '单位',
    '净重',
    '总价',
    '原产国',
    '目的国',
  ],
  ...['车牌号', '挂车号', '过磅重量'],
]
const codes = [
  ...['0808100000', '0806100000', '0702000000', '8703800010', '8433510000', '1206009000', '2302300000'],
  ...['7308900000', '6907211000', '9403609900', '3926909000', '4011200000', '8450111000', '8429521200'],
]

/** Four items in each declaration, one truck, inspected and released a day later. */
function* rowsOf(number: number): Generator<string> {
  yield `${headings.join(',')}\r\n`
  let text = ''
  for (let row = 0; row < number; row += 1) {
    const made = Math.floor(row / itemsOfOne)
    const date = addDays('2021-01-01', Math.floor(made / 28))
    const released = addDays(date, 1)
    const kilograms = 4_000 + ((row * 911) % 900)
    text += [
      ...[
        `9405${String(made).padStart(14, '0')}`,
        date,
        made % 5 === 0 ? '进口' : '出口',
        '0110',
        '公路运输',
      ],
      ...[
        `发货公司 ${made % 300}`,
        `收货公司 ${made % 170}`,
        `报关行 ${made % 20}`,
        '哈萨克斯坦',
        'DAP',
        'CNY',
      ],
      ...[100, '21000.5', released, released, codes[(row * 7) % codes.length], '货物', kilograms, '千克'],
      ...[`${kilograms}.25`, `${kilograms * 15}.30`, '中国', '哈萨克斯坦'],
      ...[
        `新F${String(made % 90_000).padStart(5, '0')}`,
        `新F${String(made % 9_000).padStart(4, '0')}挂`,
        '37020',
      ],
    ].join(',')
    text += '\r\n'
    if (text.length < 65_536) continue
    yield text
    text = ''
  }
  yield text
}

const mapping: DeclarationsMappingInput = {
  format: 1,
  number: { column: '报关单号' },
  date: { column: '申报日期', pattern: 'YYYY-MM-DD' },
  checkpoint: { code: 'cargo-yard' },
  direction: { column: '进出口' },
  tradeMode: { column: '监管方式' },
  transportMode: { column: '运输方式' },
  consignor: { column: '发货人' },
  consignee: { column: '收货人' },
  declarant: { column: '申报单位' },
  partner: { column: '贸易国' },
  incoterm: { column: '成交方式' },
  currency: { column: '币制' },
  packages: { column: '件数' },
  grossWeight: { column: '毛重' },
  inspected: { column: '查验日期', pattern: 'YYYY-MM-DD' },
  released: { column: '放行日期', pattern: 'YYYY-MM-DD' },
  hsCode: { column: '商品编码' },
  goods: { column: '商品名称' },
  quantity: { column: '数量', unit: { column: '单位' } },
  netWeight: { column: '净重' },
  value: { column: '总价' },
  origin: { column: '原产国' },
  destination: { column: '目的国' },
  plate: { column: '车牌号' },
  trailer: { column: '挂车号' },
  weighbridge: { column: '过磅重量' },
}
