import type { ExpectedGoods } from '../../../../shared/contract/expected-goods.ts'
import type { InputOf } from '../../../../shared/contract/index.ts'
import { typedExact } from '../../../../shared/trade/format-exact.ts'
import type { TradeDirection } from '../../../../shared/trade/trade-words.ts'
import type { Language } from '../../../../shared/words.ts'
import { parseTypedDate } from '../../../lib/days.ts'
import { shortened } from '../../../lib/shortened.ts'
import { createStore } from '../../../lib/store.ts'
import type { Words } from '../../../lib/use-words.ts'
import { parseWeight } from '../typed-weight.ts'

/** Expected goods as they stand in the fields. */
export interface TypedExpected {
  goods: string
  direction: string
  commodityGroup: string
  weightGrams: string
  from: string
  to: string
  note: string
}

export type Problems = Partial<Record<keyof TypedExpected | 'whole', string>>

/** What was typed and is not in the book yet, by what it belongs to: it is there again after something else was looked at. */
export const leftExpected = createStore<ReadonlyMap<string, TypedExpected>>(new Map())

export function leave(key: string, typed: TypedExpected | null): void {
  const next = new Map(leftExpected.get())
  if (typed) next.set(key, typed)
  else next.delete(key)
  leftExpected.set(next)
}

/** @param row null for new goods, expected from today on */
export function typedFrom(row: ExpectedGoods | null, today: string, language: Language): TypedExpected {
  return {
    goods: row?.goods ?? '',
    direction: row?.direction ?? 'import',
    commodityGroup: row?.commodityGroup ?? '',
    weightGrams: row === null || row.weightGrams === null ? '' : typedExact(row.weightGrams, 3, language),
    from: row?.from ?? today,
    to: row?.to ?? '',
    note: row?.note ?? '',
  }
}

/** Reads the fields; what cannot be read is among the problems, in the reader's words. */
export function readTyped(
  id: string | null,
  typed: TypedExpected,
  today: string,
  { t }: Words,
  language: Language,
): { input: InputOf<'keepExpectedGoods'>; problems: Problems } {
  const problems: Problems = {}
  const date = (field: 'from' | 'to'): string => {
    const read = parseTypedDate(typed[field], today)
    if (read !== null) return read
    const isEmpty = typed[field].trim() === ''
    problems[field] = isEmpty
      ? t('settings.needed')
      : t('sheet.dateRefused', { text: shortened(typed[field]) })
    return ''
  }
  const weight = (): number | null => {
    if (typed.weightGrams.trim() === '') return null
    const read = parseWeight(typed.weightGrams, language)
    if ('value' in read) return read.value
    problems.weightGrams = t('declarations.faultAt', {
      field: t('declarations.expected.weight'),
      fault: t(`declarations.faults.${read.fault}`),
    })
    return null
  }
  if (typed.goods.trim() === '') problems.goods = t('settings.needed')
  const input = {
    id,
    direction: typed.direction as TradeDirection,
    goods: typed.goods.trim(),
    commodityGroup: typed.commodityGroup || null,
    weightGrams: weight(),
    from: date('from'),
    to: date('to'),
    note: typed.note.trim() || null,
  }
  return { input, problems }
}
