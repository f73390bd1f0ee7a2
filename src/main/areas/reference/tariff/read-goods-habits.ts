import type { GoodsHabits } from '../../../../shared/contract/tariff.ts'
import { plainCode } from '../../../../shared/tariff/hs-code.ts'
import type { QueryContext } from '../../../book/handlers.ts'
import { selectGoods, selectUsedBeginning } from './tariff.sql.ts'

/** Items that habits are read from, the newest of each code. */
const mostItems = 200
const mostCodes = 10
const mostNames = 5

/** What the port's own declarations usually say of goods of a code, or of codes that begin so. */
export function readGoodsHabits(
  { db }: QueryContext,
  input: { hsCode: string; direction?: 'import' | 'export' | undefined },
): GoodsHabits {
  const digits = plainCode(input.hsCode)
  const used = /^\d{2,10}$/.test(digits) ? selectUsedBeginning(db, digits, mostCodes) : []
  const codes = used.includes(digits) ? [digits] : used
  const share = Math.ceil(mostItems / Math.max(1, codes.length))
  const items = codes.flatMap((code) => selectGoods(db, code, input.direction ?? null, share))
  const usual = (values: readonly (string | null)[]): string | null => byFrequency(values)[0]?.value ?? null
  return {
    items: items.length,
    goods: byFrequency(items.map(({ goods }) => goods))
      .slice(0, mostNames)
      .map(({ value, times }) => ({ goods: value, items: times })),
    unit: usual(items.map(({ unit }) => unit)),
    secondUnit: usual(items.map(({ secondUnit }) => secondUnit)),
    origin: usual(items.map(({ origin }) => origin)),
    destination: usual(items.map(({ destination }) => destination)),
  }
}

/** Values with how often each stands, the commonest first and of two alike the newer; what says nothing is left out. */
function byFrequency(values: readonly (string | null)[]): { value: string; times: number }[] {
  const times = new Map<string, number>()
  for (const value of values) if (value !== null) times.set(value, (times.get(value) ?? 0) + 1)
  return [...times].map(([value, number]) => ({ value, times: number })).sort((a, b) => b.times - a.times)
}
