import type { DeclarationItem, DeclarationVehicle } from '../../../../shared/contract/declarations.ts'
import type { InputOf } from '../../../../shared/contract/index.ts'
import { minorDigits } from '../../../../shared/trade/currencies.ts'
import { exactText } from '../../../../shared/trade/exact.ts'
import type { Connection } from '../../../book/connection.ts'
import type { QueryContext } from '../../../book/handlers.ts'
import { type Cell, writeTable } from '../../../book/write-table.ts'
import { shippedChapters } from '../../reference/tariff/shipped-sections.ts'
import { groupModel, groupsOfCode } from '../../reference/trade/commodity-groups.ts'
import { recordOf } from '../declaration-rows.ts'
import { type StoredHeader, selectEvents } from '../declarations.sql.ts'
import { headerOf } from '../write-declaration.ts'
import { historyText } from './event-history.ts'
import { iterateDeclarationIds } from './exported-items.sql.ts'

type Wanted = InputOf<'exportDeclarations'>

const declarationHeadings = [
  ...['number', 'date', 'checkpoint', 'direction', 'state', 'trade mode', 'transport mode'],
  ...['consignor', 'consignee', 'declarant', 'partner', 'incoterm', 'currency', 'packages', 'gross kg'],
  ...['hs code', 'goods', 'quantity', 'unit', 'second quantity', 'second unit', 'net kg', 'value'],
  ...[
    'origin',
    'destination',
    'plates',
    'trailers',
    'weighbridge kg',
    'crossing dates',
    'manifests',
    'history',
  ],
]
const itemHeadings = [...declarationHeadings, 'counted on', 'section', 'chapter', 'commodity groups']

/** Writes declarations of a span of dates, drafts apart, a row an item: an import takes the file back. */
export function exportDeclarations(context: QueryContext, input: Wanted) {
  return write(context, input, declarationHeadings, () => [])
}

/** The same rows with what reports make of them. */
export function exportItems(context: QueryContext, input: Wanted) {
  const model = groupModel(context.db)
  return write(context, input, itemHeadings, ({ countedDate, date }, { hsCode }) => {
    const code = hsCode ?? ''
    const groups = groupsOfCode(model, code, countedDate ?? date).map((group) => group.code)
    const chapter = shippedChapters().get(code.slice(0, 2))
    return [
      countedDate,
      chapter?.section ?? null,
      chapter ? code.slice(0, 2) : null,
      groups.length > 0 ? groups.join(' ') : null,
    ]
  })
}

async function write(
  { db }: QueryContext,
  { file, format, from, to }: Wanted,
  headings: readonly string[],
  more: (header: StoredHeader, item: DeclarationItem) => Cell[],
): Promise<{ rows: number; file: string }> {
  const rows = exportRows(db, from ?? '0000', to ?? '9999-12-31', format === 'csv', more)
  return { rows: await writeTable(file, format, headings, rows), file }
}

function* exportRows(
  db: Connection,
  from: string,
  to: string,
  isCsv: boolean,
  more: (header: StoredHeader, item: DeclarationItem) => Cell[],
): Generator<Cell[]> {
  for (const id of iterateDeclarationIds(db, from, to)) {
    const header = headerOf(db, id)
    const { items, vehicles } = recordOf(db, header)
    const head = headerCells(header)
    const history = historyText(selectEvents(db, id))
    for (const [index, item] of items.entries()) {
      const isFirst = index === 0
      const cells = [
        ...head,
        ...itemCells(item, header.currency),
        // The vehicles are those of the whole declaration: its first row has them.
        ...(isFirst ? vehicleCells(vehicles) : [null, null, null, null, null]),
        history,
        ...more(header, item),
      ]
      yield isCsv ? cells.map(kept) : cells
    }
  }
}

/** A text that begins like one that was neutralised gets one more apostrophe, so that an import knows them apart. */
const kept = (cell: Cell): Cell =>
  typeof cell === 'string' && /^'+[=+\-@\uff1d\uff0b\uff0d\uff20]/u.test(cell) ? `'${cell}` : cell

function headerCells(header: StoredHeader): Cell[] {
  const { number, date, checkpoint, direction, state, tradeMode, transportMode } = header
  const { consignor, consignee, declarant, partner, incoterm, currency, packages, grossGrams } = header
  return [
    ...[number, date, checkpoint, direction, state, tradeMode, transportMode],
    ...[consignor, consignee, declarant, partner, incoterm, currency, packages],
    kilograms(grossGrams),
  ]
}

function itemCells(item: DeclarationItem, currency: string | null): Cell[] {
  const { hsCode, goods, quantity, secondQuantity, netGrams, valueMinor, origin, destination } = item
  return [
    ...[hsCode, goods, exact(quantity?.millionths ?? null, 6), quantity?.unit ?? null],
    ...[exact(secondQuantity?.millionths ?? null, 6), secondQuantity?.unit ?? null],
    ...[kilograms(netGrams), exact(valueMinor, minorDigits(currency ?? '')), origin, destination],
  ]
}

/** One entry for each vehicle, empty ones too, so that they stay beside their plates. */
function vehicleCells(vehicles: readonly DeclarationVehicle[]): Cell[] {
  const list = (of: (vehicle: DeclarationVehicle) => Cell): Cell => {
    const said = vehicles.map(of)
    if (said.every((cell) => cell === null)) return null
    return said.length === 1 ? (said[0] ?? null) : said.map((cell) => cell ?? '').join(';')
  }
  return [
    list(({ plate }) => plate),
    list(({ trailer }) => trailer),
    list(({ weighbridgeGrams }) => kilograms(weighbridgeGrams)),
    list(({ crossingDate }) => crossingDate),
    list(({ manifest }) => manifest),
  ]
}

const kilograms = (grams: number | null): Cell => exact(grams, 3)

/** Decimals of up to 15 digits: as a number they are written as they are. */
const exact = (value: number | null, digits: number): Cell =>
  value === null ? null : Number(exactText(value, digits))
