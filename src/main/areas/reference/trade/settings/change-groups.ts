import type { OutputOf } from '../../../../../shared/contract/index.ts'
import type { Receipt } from '../../../../../shared/contract/operation.ts'
import { AppError } from '../../../../../shared/errors.ts'
import type { ShippedGroup } from '../../../../../shared/tariff/group-file.ts'
import type { GroupMeasure, TradeDirection } from '../../../../../shared/trade/trade-words.ts'
import type { Names } from '../../../../../shared/words.ts'
import type { Batch } from '../../../../book/batch.ts'
import type { Connection } from '../../../../book/connection.ts'
import { type CommandContext, receiptOf } from '../../../../book/handlers.ts'
import { always, keptSpan, type OpenSpan } from '../../open-dates.ts'
import { type PortModel, portModel } from '../../port-model.ts'
import { removeAllNames, replaceNames } from '../../settings/change-names.ts'
import { checkSpan } from '../../settings/setting-rules.ts'
import { shippedCommodityGroups } from '../../tariff/shipped-groups.ts'
import { type CommodityGroup, groupModel, withParents } from '../commodity-groups.ts'
import { isGroupInUse, prefixesOfGroup } from './trade-settings.sql.ts'

export interface GroupFields extends OpenSpan {
  parent: string | null
  measure: GroupMeasure
  restricted: TradeDirection[]
  prefixes: ({ prefix: string } & OpenSpan)[]
}

/** @throws AppError code-taken, unknown-commodity-group, ends-before-begins, prefix-twice */
export function addCommodityGroup(
  { db, batch }: CommandContext,
  input: GroupFields & { commodityGroup: string; names: Names },
): Receipt {
  const { groups } = groupModel(db)
  if (groups.has(input.commodityGroup)) throw new AppError('code-taken', { code: input.commodityGroup })
  writeGroup(db, batch, portModel(db), { ...input, code: input.commodityGroup }, groups.size)
  return receiptOf(batch)
}

/** @throws AppError unknown-commodity-group, group-in-itself, ends-before-begins, prefix-twice */
export function changeCommodityGroup(
  { db, batch }: CommandContext,
  input: GroupFields & { commodityGroup: string },
): Receipt {
  const { code } = groupOf(db, input.commodityGroup)
  if (
    input.parent !== null &&
    withParents(groupModel(db), input.parent).some((group) => group.code === code)
  ) {
    throw new AppError('group-in-itself', { commodityGroup: code, field: 'parent' })
  }
  const position = Number(batch.row('commodity_group', [code])?.position)
  writeGroup(db, batch, portModel(db), { ...input, code }, position)
  return receiptOf(batch)
}

/** @throws AppError unknown-commodity-group */
export function keepGroupNames(
  { db, batch }: CommandContext,
  input: { commodityGroup: string; from: string | null; names: Names },
): Receipt {
  const { code } = groupOf(db, input.commodityGroup)
  const port = portModel(db)
  const first = port.names.get(`commodity-group/${code}`)?.[0]?.from ?? always.from
  replaceNames(batch, port, 'commodity-group', code, input.from ?? first, input.names)
  return receiptOf(batch)
}

/** @throws AppError unknown-commodity-group, group-in-use */
export function removeCommodityGroup(
  { db, batch }: CommandContext,
  input: { commodityGroup: string },
): Receipt {
  const { code } = groupOf(db, input.commodityGroup)
  if (isGroupInUse(db, code)) throw new AppError('group-in-use', { commodityGroup: code })
  for (const { prefix, from } of prefixesOfGroup(db, code)) batch.remove('group_prefix', [code, prefix, from])
  removeAllNames(batch, portModel(db), 'commodity-group', code)
  batch.remove('commodity_group', [code])
  return receiptOf(batch)
}

/** Adds the shipped groups that the book lacks; those it has stay as people made them. */
export function loadShippedGroups({ db, batch }: CommandContext): OutputOf<'loadShippedGroups'> {
  const port = portModel(db)
  const known = new Set(groupModel(db).groups.keys())
  const added: string[] = []
  for (const group of shippedCommodityGroups()) {
    if (known.has(group.code)) continue
    writeGroup(db, batch, port, shippedFields(group), known.size)
    known.add(group.code)
    added.push(group.code)
  }
  return { ...receiptOf(batch), added }
}

/** A shipped group as settings write it. */
export function shippedFields(group: ShippedGroup): GroupFields & { code: string; names: Names } {
  return {
    code: group.code,
    names: group.names,
    parent: group.parent ?? null,
    measure: group.measure,
    restricted: group.restricted,
    from: null,
    to: null,
    prefixes: group.prefixes.map(({ prefix, from, to }) => ({
      prefix,
      from: from ?? null,
      to: to ?? null,
    })),
  }
}

/** @throws AppError unknown-commodity-group */
export function groupOf(db: Connection, code: string): CommodityGroup {
  const group = groupModel(db).groups.get(code)
  if (!group) throw new AppError('unknown-commodity-group', { commodityGroup: code })
  return group
}

function writeGroup(
  db: Connection,
  batch: Batch,
  port: PortModel,
  group: GroupFields & { code: string; names?: Names },
  position: number,
): void {
  const { code, parent, names } = group
  if (parent !== null && !batch.row('commodity_group', [parent])) {
    throw new AppError('unknown-commodity-group', { commodityGroup: parent, field: 'parent' })
  }
  const span = keptSpan(group)
  checkSpan(span)
  batch.put('commodity_group', [code], {
    parent,
    position,
    measure: group.measure,
    restricted: JSON.stringify([...new Set(group.restricted)].toSorted()),
    from_date: span.from,
    to_date: span.to,
  })
  const prefixes = group.prefixes.map((entry) => ({ prefix: entry.prefix, ...keptSpan(entry) }))
  checkPrefixes(prefixes)
  const isKept = ({ prefix, from }: { prefix: string; from: string }): boolean =>
    prefixes.some((entry) => entry.prefix === prefix && entry.from === from)
  for (const old of prefixesOfGroup(db, code)) {
    if (!isKept(old)) batch.remove('group_prefix', [code, old.prefix, old.from])
  }
  for (const { prefix, from, to } of prefixes)
    batch.put('group_prefix', [code, prefix, from], { to_date: to })
  if (names) replaceNames(batch, port, 'commodity-group', code, always.from, names)
}

/** @throws AppError ends-before-begins, prefix-twice */
function checkPrefixes(prefixes: readonly { prefix: string; from: string; to: string }[]): void {
  for (const [index, entry] of prefixes.entries()) {
    if (entry.to < entry.from) throw new AppError('ends-before-begins', { field: `prefixes.${index}.to` })
    const isTwice = prefixes
      .slice(0, index)
      .some((other) => other.prefix === entry.prefix && other.from <= entry.to && entry.from <= other.to)
    if (isTwice)
      throw new AppError('prefix-twice', { field: `prefixes.${index}.prefix`, prefix: entry.prefix })
  }
}
