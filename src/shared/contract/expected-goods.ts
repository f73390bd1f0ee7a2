import { z } from 'zod'
import { LocalDate, WorkingDate } from '../dates.ts'
import { SettingDate } from '../setting-fields.ts'
import { Grams, longestGoods, Reason, TradeText } from '../trade/trade-fields.ts'
import { TradeDirection } from '../trade/trade-words.ts'
import { Code } from '../words.ts'
import { command, query, Receipt } from './operation.ts'

/** Goods announced for some days, such as king crab by the end of September, matched to the declaration they come with. */

const Id = z.uuid()
const matched = z.strictObject({
  declaration: Id,
  number: z.string().nullable(),
  date: LocalDate,
})

const ExpectedGoods = z.strictObject({
  id: Id,
  direction: TradeDirection,
  goods: z.string(),
  commodityGroup: Code.nullable(),
  weightGrams: z.int().nullable(),
  from: LocalDate,
  to: LocalDate,
  note: z.string().nullable(),
  /** `late`: the window is over and nothing came; `due`: within the window; `ahead`: before it; `came`: matched. */
  state: z.enum(['late', 'due', 'ahead', 'came']),
  /** Days since the last day of the window; 0 where it is not late. */
  daysLate: z.int(),
  matched: matched.nullable(),
})
export type ExpectedGoods = z.infer<typeof ExpectedGoods>

export const expectedGoodsContract = {
  /**
   * Expected goods as of a date, late ones first, then by the end of their window. With `came` also those that were
   * matched, the newest windows first, behind the others.
   */
  readExpectedGoods: query(
    z.strictObject({ date: WorkingDate, came: z.boolean().default(false) }),
    z.array(ExpectedGoods),
  ),
  /** Expected goods that a declaration may be what was waited for, the likeliest first: direction, goods and window fit. */
  findExpectedGoods: query(z.strictObject({ declaration: Id }), z.array(ExpectedGoods)),
  /** Announces goods, or says anew what is expected where `id` is given. Refused: expected-goods-gone, unknown-commodity-group, ends-before-begins. */
  keepExpectedGoods: command(
    z.strictObject({
      id: Id.nullable(),
      direction: TradeDirection,
      goods: TradeText(longestGoods),
      commodityGroup: Code.nullable(),
      weightGrams: Grams.nullable(),
      from: SettingDate,
      to: SettingDate,
      note: Reason.nullable(),
    }),
    z.strictObject({ ...Receipt.shape, id: Id }),
  ),
  /** Says which declaration brought them; null takes it back. Refused: expected-goods-gone, unknown-declaration. */
  matchExpectedGoods: command(z.strictObject({ id: Id, declaration: Id.nullable() }), Receipt),
  /** They are not expected any more. Refused: expected-goods-gone. */
  removeExpectedGoods: command(z.strictObject({ id: Id }), Receipt),
}
