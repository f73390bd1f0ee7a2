import { searchKeys } from '../../../../shared/search-keys.ts'
import type { Names } from '../../../../shared/words.ts'
import type { Connection } from '../../../book/connection.ts'
import { namesOn } from '../names.ts'
import { holdsOn, portModel } from '../port-model.ts'
import { referenceRevision } from '../reference.sql.ts'
import { groupModel, withParents } from '../trade/commodity-groups.ts'
import { shippedCommodityGroups } from './shipped-groups.ts'

/** The first digits that belong to a commodity group, with the group's names. */
export interface GroupPrefix {
  prefix: string
  names: Names
}

interface NamedPrefix extends GroupPrefix {
  /** Search keys of the group's names and of those it is nested in, each with a blank before it. */
  keys: string
}

const kept = new WeakMap<Connection, { revision: number; date: string; prefixes: NamedPrefix[] }>()

/**
 * The prefixes of commodity groups whose names have all words: 新能源汽车 leads to 870380, whatever the tariff calls it.
 * Groups are the book's, or where it has none those that ship.
 */
export function prefixesOfGroups(db: Connection, date: string, terms: readonly string[]): GroupPrefix[] {
  if (!terms.some(isTelling)) return []
  const revision = referenceRevision(db)
  let known = kept.get(db)
  if (known?.revision !== revision || known.date !== date) {
    const prefixes = groupModel(db).groups.size > 0 ? prefixesOfBook(db, date) : shippedPrefixes(date)
    known = { revision, date, prefixes }
    kept.set(db, known)
  }
  return known.prefixes.filter(({ keys }) => terms.every((term) => keys.includes(` ${term}`)))
}

/** A letter or two begin words of nearly every group. */
const isTelling = (term: string): boolean => term.length > 2 || /\p{Script=Han}/u.test(term)

function prefixesOfBook(db: Connection, date: string): NamedPrefix[] {
  const model = groupModel(db)
  const port = portModel(db)
  const namesOf = (code: string): Names => namesOn(port, 'commodity-group', code, date)
  return [...model.prefixes].flatMap(([prefix, entries]) =>
    entries
      .filter((entry) => holdsOn(entry, date))
      .map(({ commodityGroup }) => {
        const above = withParents(model, commodityGroup).map(({ code }) => namesOf(code))
        return { prefix, names: namesOf(commodityGroup), keys: keysOf(above) }
      }),
  )
}

function shippedPrefixes(date: string): NamedPrefix[] {
  return shippedCommodityGroups().flatMap(({ parent, names, prefixes }) => {
    const above = shippedCommodityGroups().find(({ code }) => code === parent)?.names ?? {}
    const keys = keysOf([names, above])
    return prefixes
      .filter(({ from = '', to = '9999-12-31' }) => from <= date && date <= to)
      .map(({ prefix }) => ({ prefix, names, keys }))
  })
}

function keysOf(names: readonly Names[]): string {
  return ` ${searchKeys(names.flatMap((each) => Object.values(each)).join(' '))}`
}
