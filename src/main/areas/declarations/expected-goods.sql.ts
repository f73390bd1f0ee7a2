import type { TradeDirection } from '../../../shared/trade/trade-words.ts'
import type { Connection } from '../../book/connection.ts'
import { prepared } from '../../book/statements.ts'

export interface StoredExpectedGoods {
  id: string
  direction: TradeDirection
  goods: string
  commodityGroup: string | null
  weightGrams: number | null
  from: string
  to: string
  note: string | null
  declaration: string | null
  number: string | null
  date: string | null
}

const select = `SELECT expected_goods.id, expected_goods.direction, goods, commodity_group AS commodityGroup,
    weight_grams AS weightGrams, from_date AS "from", to_date AS "to", note, declaration, number, date
  FROM expected_goods LEFT JOIN declaration ON declaration.id = expected_goods.declaration`

/** What nobody has matched yet, by the end of its window. */
export function openExpectedGoods(db: Connection): StoredExpectedGoods[] {
  return prepared<[], StoredExpectedGoods>(
    db,
    `${select} WHERE declaration IS NULL ORDER BY to_date, from_date, expected_goods.id`,
  ).all()
}

/** What came, the newest windows first. */
export function matchedExpectedGoods(db: Connection, limit: number): StoredExpectedGoods[] {
  return prepared<[number], StoredExpectedGoods>(
    db,
    `${select} WHERE declaration IS NOT NULL ORDER BY to_date DESC, expected_goods.id DESC LIMIT ?`,
  ).all(limit)
}

/** What was matched to one declaration. */
export function expectedGoodsOf(db: Connection, declaration: string): StoredExpectedGoods[] {
  return prepared<[string], StoredExpectedGoods>(
    db,
    `${select} WHERE declaration = ? ORDER BY expected_goods.id`,
  ).all(declaration)
}
