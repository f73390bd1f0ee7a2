import type { ExpectedGoods } from '../../../../shared/contract/expected-goods.ts'
import { formatDate } from '../../../../shared/format.ts'
import { formatExact } from '../../../../shared/trade/format-exact.ts'
import type { Words } from '../../../lib/use-words.ts'

type Said = Pick<ExpectedGoods, 'state' | 'daysLate' | 'matched'>

/** Where expected goods stand: `late by 3 d`, or what they came with. */
export function stateWords({ t, number }: Words, { state, daysLate, matched }: Said): string {
  return t(`declarations.expected.states.${state}`, {
    days: number(daysLate),
    number: matched ? (matched.number ?? t('trade.noNumber')) : '',
  })
}

/** The days in which they are expected. */
export const windowWords = (
  { t, language }: Words,
  { from, to }: Pick<ExpectedGoods, 'from' | 'to'>,
): string =>
  from === to
    ? formatDate(to, language)
    : t('settings.between', { from: formatDate(from, language), to: formatDate(to, language) })

/** A weight in tonnes; nothing where it was not said. */
export const tonnesWords = ({ t, language }: Words, grams: number | null): string =>
  grams === null ? '' : `${formatExact(grams, 6, language)} ${t('trade.units.t')}`
