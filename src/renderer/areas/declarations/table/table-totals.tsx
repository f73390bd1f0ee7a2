import type { DeclarationTotals } from '../../../../shared/contract/declarations-table.ts'
import { formatExact } from '../../../../shared/trade/format-exact.ts'
import { useQuery } from '../../../lib/use-query.ts'
import { useSettled } from '../../../lib/use-settled.ts'
import { useWords } from '../../../lib/use-words.ts'
import { moneyWords } from './cell-words.ts'
import type { TableChoice } from './table-choice.ts'

/** Late enough for the page to be there first, and for somebody who goes on choosing. */
const afterPageMs = 150

/** What the filter comes to, with the basis of every weight. */
export function TableTotals({ choice }: { choice: TableChoice }) {
  const { filter, of } = useSettled(choice, afterPageMs)
  const { output } = useQuery('readDeclarationTotals', { filter, of })
  return output ? <Totals totals={output} /> : <p className="declaration-totals" />
}

function Totals({ totals }: { totals: DeclarationTotals }) {
  const words = useWords()
  const { t, number, language } = words
  const tonnes = (grams: number) => `${formatExact(grams, 6, language)} ${t('trade.units.t')}`
  const figures = [
    ['declarations', number(totals.declarations)],
    ['items', number(totals.items)],
    ['vehicles', number(totals.vehicles)],
    ['gross', tonnes(totals.grossGrams)],
    ['net', tonnes(totals.netGrams)],
    ['weighbridge', tonnes(totals.weighbridgeGrams)],
  ] as const
  return (
    <dl className="declaration-totals" aria-label={t('declarations.totalsLabel')}>
      {figures.map(([of, figure]) => (
        <div key={of}>
          <dt>{t(`declarations.totals.${of}`)}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
      {totals.values.length > 0 && (
        <div>
          <dt>{t('declarations.totals.value')}</dt>
          {totals.values.map(({ currency, minor }) => (
            <dd key={currency}>{moneyWords(minor, currency, words)}</dd>
          ))}
        </div>
      )}
    </dl>
  )
}
