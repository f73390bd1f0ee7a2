import type { GroupMeasure, TradeDirection } from '../../../../shared/trade/trade-words.ts'
import type { Connection } from '../../../book/connection.ts'
import { holdsOn, type Validity } from '../port-model.ts'
import { referenceRevision } from '../reference.sql.ts'
import * as sql from './trade.sql.ts'

/** The commodity groups with their prefixes and qualifications, read once and kept until reference data changes. */
export interface GroupModel {
  /** By code; each behind its parent, in the port's order. */
  groups: ReadonlyMap<string, CommodityGroup>
  qualifications: readonly Qualification[]
  /** By prefix, the groups that have it. */
  prefixes: ReadonlyMap<string, readonly ({ commodityGroup: string } & Validity)[]>
}

export interface CommodityGroup extends Validity {
  code: string
  parent: string | null
  measure: GroupMeasure
  restricted: readonly TradeDirection[]
}

export interface Qualification extends Validity {
  commodityGroup: string
  direction: TradeDirection
  note: string | null
}

const kept = new WeakMap<Connection, { revision: number; model: GroupModel }>()

/** The groups of this book as of now; cheap to call. */
export function groupModel(db: Connection): GroupModel {
  const revision = referenceRevision(db)
  const known = kept.get(db)
  if (known?.revision === revision) return known.model
  const model = readModel(db)
  kept.set(db, { revision, model })
  return model
}

function readModel(db: Connection): GroupModel {
  const rows = sql.selectGroups(db).map(({ restricted, ...group }) => ({
    ...group,
    restricted: JSON.parse(restricted) as TradeDirection[],
  }))
  const byParent = Map.groupBy(rows, ({ parent }) => parent)
  const groups = new Map<string, CommodityGroup>()
  const add = (parent: string | null): void => {
    for (const group of byParent.get(parent) ?? []) {
      groups.set(group.code, group)
      add(group.code)
    }
  }
  add(null)
  return {
    groups,
    qualifications: sql.selectQualifications(db),
    prefixes: Map.groupBy(sql.selectPrefixes(db), ({ prefix }) => prefix),
  }
}

const shortestPrefix = 2
const longestPrefix = 10

/**
 * The groups that a code belongs to on a date, each before the group that it is nested in and each once: a nested
 * group counts in its parent.
 */
export function groupsOfCode(model: GroupModel, hsCode: string, date: string): CommodityGroup[] {
  const found = new Set<CommodityGroup>()
  for (let length = Math.min(longestPrefix, hsCode.length); length >= shortestPrefix; length -= 1) {
    for (const entry of model.prefixes.get(hsCode.slice(0, length)) ?? []) {
      if (!holdsOn(entry, date)) continue
      for (const group of withParents(model, entry.commodityGroup)) if (holdsOn(group, date)) found.add(group)
    }
  }
  return [...found]
}

/** A group and those that it is nested in, innermost first. */
export function withParents(model: GroupModel, code: string): CommodityGroup[] {
  const chain: CommodityGroup[] = []
  let group = model.groups.get(code)
  while (group && !chain.includes(group)) {
    chain.push(group)
    group = group.parent === null ? undefined : model.groups.get(group.parent)
  }
  return chain
}

/**
 * The group because of which goods may not come or go on a date: one that needs a qualification, while the port has
 * none for it nor for a group that it is nested in. Null where nothing stands against them.
 */
export function unqualifiedGroup(
  model: GroupModel,
  hsCode: string,
  direction: TradeDirection,
  date: string,
): CommodityGroup | null {
  const qualified = qualifiedGroups(model, direction, date)
  const isQualified = (group: CommodityGroup): boolean => qualified.includes(group)
  for (const group of groupsOfCode(model, hsCode, date)) {
    const chain = withParents(model, group.code)
    const isRestricted = chain.some(({ restricted }) => restricted.includes(direction))
    if (
      isRestricted &&
      !chain.some(isQualified) &&
      !hasQualifiedPart(model, group, hsCode, date, isQualified)
    )
      return group
  }
  return null
}

/** The groups that the port is qualified for in a direction on a date, in the port's order. */
export function qualifiedGroups(
  model: GroupModel,
  direction: TradeDirection,
  date: string,
): CommodityGroup[] {
  return [...model.groups.values()].filter(({ code }) =>
    model.qualifications.some(
      (each) => each.commodityGroup === code && each.direction === direction && holdsOn(each, date),
    ),
  )
}

/** Whether a qualified group nested in this one has the code: then it is qualified in the wider one too. */
function hasQualifiedPart(
  model: GroupModel,
  group: CommodityGroup,
  hsCode: string,
  date: string,
  isQualified: (group: CommodityGroup) => boolean,
): boolean {
  return groupsOfCode(model, hsCode, date).some(
    (part) => isQualified(part) && withParents(model, part.code).includes(group),
  )
}
