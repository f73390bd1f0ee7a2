import type { DeclarationRow, ItemRow } from '../../../../shared/contract/declarations-table.ts'
import { formatDate } from '../../../../shared/format.ts'
import { minorDigits } from '../../../../shared/trade/currencies.ts'
import { formatExact } from '../../../../shared/trade/format-exact.ts'
import { declarationStates, tradeDirections, transportModes } from '../../../../shared/trade/trade-words.ts'
import type { Words } from '../../../lib/use-words.ts'
import { countryName } from '../country-names.ts'
import { unitName } from '../unit-names.ts'
import type { ColumnId } from './columns.ts'

/** Every word that a column can have, or as wide a one, where it has only certain ones: the column is wide enough for it. */
export function everyWord(id: ColumnId, { t, language }: Words): readonly string[] {
  switch (id) {
    case 'date':
    case 'countedDate':
      return months.map((month) => formatDate(`2024-${month}-28`, language))
    case 'state':
      return declarationStates.map((state) => t(`trade.states.${state}`))
    case 'direction':
      return tradeDirections.map((direction) => t(`trade.directions.${direction}`))
    case 'transportMode':
      return transportModes.map((mode) => t(`trade.transportModes.${mode}`))
    default:
      return []
  }
}
const months = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'))

/** What stands in a cell, in the reader's words. */
export function cellWords(id: ColumnId, row: DeclarationRow | ItemRow, words: Words): string {
  const { t, language, number, name } = words
  const kilograms = (grams: number | null) => (grams === null ? '' : formatExact(grams, 3, language))
  switch (id) {
    case 'number':
      return row.number ?? t('trade.noNumber')
    case 'date':
      return formatDate(row.date, language)
    case 'countedDate':
      return row.countedDate === null ? '' : formatDate(row.countedDate, language)
    case 'state':
      return t(`trade.states.${row.state}`)
    case 'direction':
      return t(`trade.directions.${row.direction}`)
    case 'checkpoint':
      return name(row.checkpointNames)
    case 'transportMode':
      return row.transportMode === null ? '' : t(`trade.transportModes.${row.transportMode}`)
    case 'consignor':
      return row.consignor ?? ''
    case 'consignee':
      return row.consignee ?? ''
    case 'partner':
      return countryName(row.partner, language)
    case 'goods':
      return row.goods ?? ''
    case 'net':
      return hasNoItems(row) ? '' : kilograms(row.netGrams)
    case 'value':
      return row.valueMinor === null || hasNoItems(row) || isNoValue(row)
        ? ''
        : moneyWords(row.valueMinor, row.currency, words)
    case 'gross':
      return 'grossGrams' in row ? kilograms(row.grossGrams) : ''
    case 'items':
      return 'items' in row ? number(row.items) : ''
    case 'vehicles':
      return 'vehicles' in row ? number(row.vehicles) : ''
    case 'hsCode':
      return 'hsCode' in row ? (row.hsCode ?? '') : ''
    case 'quantity':
      return 'quantity' in row && row.quantity
        ? `${formatExact(row.quantity.millionths, 6, language)} ${unitName(row.quantity.unit, words)}`
        : ''
    case 'origin':
      return 'origin' in row ? countryName(row.origin, language) : ''
    case 'destination':
      return 'destination' in row ? countryName(row.destination, language) : ''
  }
}

/** What is not there yet has no sum either. */
const hasNoItems = (row: DeclarationRow | ItemRow): boolean => 'items' in row && row.items === 0
const isNoValue = ({ valueMinor, currency }: DeclarationRow | ItemRow): boolean =>
  valueMinor === 0 && currency === null

/** An amount with its currency, exact to the last minor unit. */
export function moneyWords(minor: number, currency: string | null, { language }: Words): string {
  const digits = minorDigits(currency ?? '')
  return `${formatExact(minor, digits, language, digits)} ${currency ?? '?'}`
}
