import type { InputOf, OutputOf } from '../../../../shared/contract/index.ts'
import type {
  CountedDeclaration,
  CountedPlace,
  TradeFilter,
} from '../../../../shared/contract/trade-report.ts'
import { texts } from '../../../../shared/languages/index.ts'
import { nameIn } from '../../../../shared/languages/names.ts'
import { gramsInTonne } from '../../../../shared/report/page-trade.ts'
import { minorDigits } from '../../../../shared/trade/currencies.ts'
import type { Language } from '../../../../shared/words.ts'
import type { QueryContext } from '../../../book/handlers.ts'
import { type Cell, csvText } from '../../../book/write-table.ts'
import { portModel } from '../../reference/port-model.ts'
import { countedDeclarations, isOfGoods } from './counted-declarations.ts'
import { rowOf } from './counted-page.ts'
import { GoodsGroups } from './goods-groups.ts'
import { tradePeriod } from './trade-period.ts'

type Asked = Pick<InputOf<'readCountedPart'>, 'kind' | 'date' | 'to' | 'language' | 'after'> & {
  filter: TradeFilter
}

/** Each part is soon there, and never holds up a reader for long. */
const rowsOfPart = 10_000

/** @throws AppError unknown-checkpoint, unknown-commodity-group, invalid-input */
export function writeCountedPart(context: QueryContext, asked: Asked): OutputOf<'writeCountedPart'> {
  const { headings, rows, next } = readCountedPart(context, asked)
  return { text: csvText(headings, rows, asked.after === null ? 'first' : 'next'), rows: rows.length, next }
}

/**
 * @param most rows of a part
 * @throws AppError unknown-checkpoint, unknown-commodity-group, invalid-input
 */
export function readCountedPart(
  context: QueryContext,
  asked: Asked,
  most = rowsOfPart,
): OutputOf<'readCountedPart'> {
  const { db } = context
  const { after, filter, language } = asked
  const { span } = tradePeriod(context, asked, filter)
  const isWhole = !isOfGoods(filter)
  const from = after !== null && after.countedDate > span.from ? after.countedDate : span.from
  const detail = isWhole ? 'sums' : 'items'
  const basis = basisIn(language, portModel(db).sample)
  const rows: Cell[][] = []
  let next: CountedPlace | null = null
  for (const counted of countedDeclarations(db, new GoodsGroups(db), { ...span, from }, filter, detail)) {
    if (after !== null && !isBehind(counted, after)) continue
    if (rows.length === most) return { headings: headingsIn(language, isWhole), rows, next }
    rows.push([...cellsOf(rowOf(counted, isWhole), isWhole, language), basis])
    const { countedDate, direction, declaration } = counted
    next = { countedDate, direction, declaration }
  }
  return { headings: headingsIn(language, isWhole), rows, next: null }
}

/** Whether a declaration comes after a place, as the book reads them. */
function isBehind(counted: CountedPlace, place: CountedPlace): boolean {
  for (const part of ['countedDate', 'direction', 'declaration'] as const) {
    if (counted[part] !== place[part]) return counted[part] > place[part]
  }
  return false
}

function headingsIn(language: Language, isWhole: boolean): string[] {
  const { behind, file } = texts[language].tradeReport.page
  const { columns: names } = behind
  const { columns: inFile } = file
  return [
    ...[names.number, names.date, names.direction, names.partner],
    ...(isWhole ? [names.gross, names.weighed] : []),
    ...[names.net, names.units, names.value],
    ...[inFile.currency, inFile.basis],
  ]
}

/** What is counted, and that figures are invented: the file goes where the list's own head does not. */
function basisIn(language: Language, isSample: boolean): string {
  const { foot, tradeReport } = texts[language]
  return isSample ? `${tradeReport.statement.basis} (${foot.sample})` : tradeReport.statement.basis
}

function cellsOf(row: CountedDeclaration, isWhole: boolean, language: Language): Cell[] {
  const { flows, notWeighed } = texts[language].tradeReport
  const { currency, valueMinor, weighbridgeGrams } = row
  return [
    ...[row.number, row.countedDate, flows[row.direction]],
    row.partnerNames ? nameIn(row.partnerNames, language) : row.partner,
    ...(isWhole
      ? [tonnes(row.grossGrams), weighbridgeGrams === null ? notWeighed : tonnes(weighbridgeGrams)]
      : []),
    ...[tonnes(row.netGrams), row.units],
    ...[currency === null ? null : valueMinor / 10 ** minorDigits(currency), currency],
  ]
}

const tonnes = (grams: number | null): number | null => (grams === null ? null : grams / gramsInTonne)
