import type { CountedDeclaration } from '../../../../shared/contract/trade-report.ts'
import { formatDate } from '../../../../shared/format.ts'
import { minorDigits } from '../../../../shared/trade/currencies.ts'
import { formatExact } from '../../../../shared/trade/format-exact.ts'
import type { Words } from '../../../lib/use-words.ts'
import type { RecordColumn } from '../../../ui/record-table.tsx'

const gramDigits = 6
/** Down to the kilogram always, so that the decimals line up. */
const leastDigits = 3

/** What is shown of a declaration; of some of its goods there is no gross weight and no weighbridge. */
export function behindColumns(
  weight: 'gross' | 'net',
  { t, language, name, number }: Words,
): RecordColumn<CountedDeclaration>[] {
  const tonnes = (grams: number | null) =>
    grams === null ? '' : formatExact(grams, gramDigits, language, leastDigits)
  const cells = {
    number: (row: CountedDeclaration) => row.number ?? '',
    date: (row: CountedDeclaration) => formatDate(row.countedDate, language),
    direction: (row: CountedDeclaration) => t(`tradeReport.flows.${row.direction}`),
    partner: (row: CountedDeclaration) => (row.partnerNames ? name(row.partnerNames) : (row.partner ?? '')),
    gross: (row: CountedDeclaration) => tonnes(row.grossGrams),
    weighed: (row: CountedDeclaration) =>
      row.weighbridgeGrams === null ? t('tradeReport.notWeighed') : tonnes(row.weighbridgeGrams),
    net: (row: CountedDeclaration) => tonnes(row.netGrams),
    units: (row: CountedDeclaration) => (row.units === null ? '–' : number(row.units)),
    value: ({ currency, valueMinor }: CountedDeclaration) => {
      if (currency === null) return ''
      const digits = minorDigits(currency)
      const value = formatExact(valueMinor, digits, language, digits)
      return t('tradeReport.page.behind.money', { value, currency })
    },
  }
  const weights = weight === 'gross' ? (['gross', 'weighed', 'net'] as const) : (['net'] as const)
  return (['number', 'date', 'direction', 'partner', ...weights, 'units', 'value'] as const).map((id) => ({
    id,
    label: t(`tradeReport.page.behind.columns.${id}`),
    cell: cells[id],
  }))
}
