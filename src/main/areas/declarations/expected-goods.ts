import { v7 as uuidv7 } from 'uuid'
import type { ExpectedGoods } from '../../../shared/contract/expected-goods.ts'
import type { OutputOf } from '../../../shared/contract/index.ts'
import type { Receipt } from '../../../shared/contract/operation.ts'
import { addDays, daysBetween } from '../../../shared/dates.ts'
import { AppError } from '../../../shared/errors.ts'
import { folded } from '../../../shared/search-keys.ts'
import type { TradeDirection } from '../../../shared/trade/trade-words.ts'
import type { Batch } from '../../book/batch.ts'
import { type CommandContext, type QueryContext, receiptOf } from '../../book/handlers.ts'
import type { Row } from '../../book/journal.ts'
import { today } from '../reference/describe-port.ts'
import { portModel } from '../reference/port-model.ts'
import { groupModel, groupsOfCode } from '../reference/trade/commodity-groups.ts'
import { selectItems } from './declarations.sql.ts'
import {
  expectedGoodsOf,
  matchedExpectedGoods,
  openExpectedGoods,
  type StoredExpectedGoods,
} from './expected-goods.sql.ts'
import { headerOf } from './write-declaration.ts'

const mostMatched = 500
/** Goods come some days before or after their window. */
const graceDays = 30

export function readExpectedGoods(
  { db }: QueryContext,
  { date, came }: { date: string; came: boolean },
): ExpectedGoods[] {
  return [...openExpectedGoods(db), ...(came ? matchedExpectedGoods(db, mostMatched) : [])].map((stored) =>
    asOf(stored, date),
  )
}

/** @throws AppError unknown-declaration */
export function findExpectedGoods(
  { db, now }: QueryContext,
  input: { declaration: string },
): ExpectedGoods[] {
  const { id, direction, date } = headerOf(db, input.declaration)
  const items = selectItems(db, id)
  const model = groupModel(db)
  const groups = new Set(
    items.flatMap(({ hsCode }) =>
      hsCode === null ? [] : groupsOfCode(model, hsCode, date).map(({ code }) => code),
    ),
  )
  const likeness = (expected: StoredExpectedGoods): number => {
    const sought = folded(expected.goods)
    const isNamed = items.some(({ goods }) => goods !== null && sharesWords(folded(goods), sought))
    const isInGroup = expected.commodityGroup !== null && groups.has(expected.commodityGroup)
    const isInWindow = expected.from <= date && date <= expected.to
    return (isNamed ? 4 : 0) + (isInGroup ? 2 : 0) + (isNamed || isInGroup ? (isInWindow ? 1 : 0) : 0)
  }
  const open = openExpectedGoods(db)
    .filter((expected) => expected.direction === direction && isNear(expected, date))
    .map((expected) => ({ expected, likeness: likeness(expected) }))
    .filter((each) => each.likeness > 0)
    .toSorted((a, b) => b.likeness - a.likeness)
  const present = today(portModel(db), now)
  return [...expectedGoodsOf(db, id), ...open.map(({ expected }) => expected)].map((stored) =>
    asOf(stored, present),
  )
}

const isNear = ({ from, to }: StoredExpectedGoods, date: string): boolean =>
  addDays(from, -graceDays) <= date && date <= addDays(to, graceDays)

/** Whether one holds the other, or both have a word of three letters and more in common. */
function sharesWords(a: string, b: string): boolean {
  if (a.includes(b) || b.includes(a)) return true
  const words = new Set(a.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= 3))
  return b.split(/[^\p{L}\p{N}]+/u).some((word) => words.has(word))
}

function asOf(stored: StoredExpectedGoods, date: string): ExpectedGoods {
  const { id, direction, goods, commodityGroup, weightGrams, from, to, note } = stored
  const isOpen = stored.declaration === null
  const isLate = isOpen && to < date
  return {
    ...{ id, direction, goods, commodityGroup, weightGrams, from, to, note },
    state: isOpen ? (isLate ? 'late' : from <= date ? 'due' : 'ahead') : 'came',
    daysLate: isLate ? daysBetween(to, date) - 1 : 0,
    matched:
      stored.declaration === null
        ? null
        : { declaration: stored.declaration, number: stored.number, date: stored.date ?? '' },
  }
}

/** @throws AppError expected-goods-gone, unknown-commodity-group, ends-before-begins */
export function keepExpectedGoods(
  { db, batch }: CommandContext,
  input: {
    id: string | null
    direction: TradeDirection
    goods: string
    commodityGroup: string | null
    weightGrams: number | null
    from: string
    to: string
    note: string | null
  },
): OutputOf<'keepExpectedGoods'> {
  const before = input.id === null ? null : rowOf(batch, input.id)
  if (input.to < input.from) throw new AppError('ends-before-begins', { field: 'to' })
  if (input.commodityGroup !== null && !groupModel(db).groups.has(input.commodityGroup)) {
    throw new AppError('unknown-commodity-group', {
      field: 'commodityGroup',
      commodityGroup: input.commodityGroup,
    })
  }
  const id = input.id ?? uuidv7()
  batch.put('expected_goods', [id], {
    direction: input.direction,
    goods: input.goods,
    commodity_group: input.commodityGroup,
    weight_grams: input.weightGrams,
    from_date: input.from,
    to_date: input.to,
    note: input.note,
    declaration: before?.declaration ?? null,
  })
  return { ...receiptOf(batch), id }
}

/** @throws AppError expected-goods-gone, unknown-declaration */
export function matchExpectedGoods(
  { db, batch }: CommandContext,
  input: { id: string; declaration: string | null },
): Receipt {
  const row = rowOf(batch, input.id)
  if (input.declaration !== null) headerOf(db, input.declaration)
  batch.put('expected_goods', [input.id], { ...row, declaration: input.declaration })
  return receiptOf(batch)
}

/** @throws AppError expected-goods-gone */
export function removeExpectedGoods({ batch }: CommandContext, { id }: { id: string }): Receipt {
  rowOf(batch, id)
  batch.remove('expected_goods', [id])
  return receiptOf(batch)
}

function rowOf(batch: Batch, id: string): Row {
  const row = batch.row('expected_goods', [id])
  if (!row) throw new AppError('expected-goods-gone', { id })
  return row
}
