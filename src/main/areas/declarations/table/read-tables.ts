import type {
  DeclarationRow,
  DeclarationsFilter,
  DeclarationsSort,
  DeclarationsTable,
  DeclarationTotals,
  ItemRow,
  ItemsSort,
} from '../../../../shared/contract/declarations-table.ts'
import type { Connection } from '../../../book/connection.ts'
import type { QueryContext } from '../../../book/handlers.ts'
import { namesOn } from '../../reference/names.ts'
import { type PortModel, portModel } from '../../reference/port-model.ts'
import { groupModel, withParents } from '../../reference/trade/commodity-groups.ts'
import type { MeantPrefix } from './filter.sql.ts'
import {
  countRows,
  type Page,
  type Sought,
  selectDeclarationPage,
  selectItemPage,
  sumFound,
} from './pages.sql.ts'
import {
  type StoredDeclarationRow,
  type StoredItemRow,
  selectDeclarationRows,
  selectItemRows,
} from './rows.sql.ts'

export function readDeclarations(
  { db }: QueryContext,
  { filter, sort, ...page }: { filter: DeclarationsFilter; sort: DeclarationsSort } & Page,
): { rows: DeclarationRow[] } {
  const ids = selectDeclarationPage(db, soughtOf(db, filter), sort, page)
  return { rows: declarationRows(db, selectDeclarationRows(db, ids)) }
}

export function readDeclarationItems(
  { db }: QueryContext,
  { filter, sort, ...page }: { filter: DeclarationsFilter; sort: ItemsSort } & Page,
): { rows: ItemRow[] } {
  const places = selectItemPage(db, soughtOf(db, filter), sort, page)
  return { rows: itemRows(db, selectItemRows(db, places)) }
}

export function numberOfDeclarations(
  { db }: QueryContext,
  { filter, of }: { filter: DeclarationsFilter; of: DeclarationsTable },
): { rows: number } {
  return { rows: countRows(db, soughtOf(db, filter), of) }
}

export function readDeclarationTotals(
  { db }: QueryContext,
  { filter, of }: { filter: DeclarationsFilter; of: DeclarationsTable },
): DeclarationTotals {
  const { totals, values } = sumFound(db, soughtOf(db, filter), of)
  return { ...totals, values }
}

/** Rows of declarations, each under the names of its own date. */
export function declarationRows(db: Connection, rows: readonly StoredDeclarationRow[]): DeclarationRow[] {
  const port = portModel(db)
  return rows.map((row) => ({ ...row, ...headerWords(port, row) }))
}

export function itemRows(db: Connection, rows: readonly StoredItemRow[]): ItemRow[] {
  const port = portModel(db)
  return rows.map((stored) => {
    const { quantityMillionths, unit, ...row } = stored
    const quantity =
      quantityMillionths === null || unit === null ? null : { millionths: quantityMillionths, unit }
    return { ...row, quantity, ...headerWords(port, row) }
  })
}

const headerWords = (
  port: PortModel,
  row: Pick<StoredDeclarationRow | StoredItemRow, 'amended' | 'checkpoint' | 'date'>,
) => ({
  amended: row.amended === 1,
  checkpointNames: namesOn(port, 'checkpoint', row.checkpoint, row.date),
})

/** A filter with the prefixes of its goods: a group has those of the groups nested in it too. */
export function soughtOf(db: Connection, filter: DeclarationsFilter): Sought {
  const { hsPrefix, group } = filter
  if (group === undefined) {
    const goods = hsPrefix === undefined ? null : [{ prefix: hsPrefix, from: '0000', to: '9999-12-31' }]
    return { filter, goods }
  }
  const goods = prefixesOfGroup(db, group)
  return { filter, goods: hsPrefix === undefined ? goods : within(goods, hsPrefix) }
}

/** The goods of a group that begin with a prefix too: the longer one of both, where one begins with the other. */
const within = (goods: readonly MeantPrefix[], prefix: string): MeantPrefix[] =>
  goods.flatMap((each) => {
    if (each.prefix.startsWith(prefix)) return [each]
    return prefix.startsWith(each.prefix) ? [{ ...each, prefix }] : []
  })

function prefixesOfGroup(db: Connection, code: string): MeantPrefix[] {
  const model = groupModel(db)
  return [...model.prefixes].flatMap(([prefix, entries]) =>
    entries.flatMap(({ commodityGroup, from, to }) => {
      const chain = withParents(model, commodityGroup)
      const at = chain.findIndex((each) => each.code === code)
      if (at < 0) return []
      // A code belongs where its prefix and its own group hold, and the group that is asked for.
      const spans = [{ from, to }, ...[chain[0], chain[at]].filter((each) => each !== undefined)]
      const first = spans.map((each) => each.from).reduce((a, b) => (a > b ? a : b))
      const last = spans.map((each) => each.to).reduce((a, b) => (a < b ? a : b))
      return first <= last ? [{ prefix, from: first, to: last }] : []
    }),
  )
}
