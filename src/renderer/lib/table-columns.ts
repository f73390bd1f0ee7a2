import { useMemo } from 'react'
import type { TableSettings } from '../../shared/contract/window-settings.ts'
import { useStore } from './store.ts'
import { changeTableSettings, tableSettings, windowSettings } from './window-settings.ts'

const narrowest = 48
const widest = 800

export interface Columns<Id extends string> {
  /** All columns in the chosen order. */
  order: readonly Id[]
  hidden: ReadonlySet<Id>
  /** In CSS pixels. */
  width(id: Id): number
  /** True where somebody chose the width: the column then keeps it, and does not share the room that is left. */
  isSet(id: Id): boolean
}

/** The columns of one table, of which people choose order, widths and which are shown: the same in every window. */
export interface TableColumns<Id extends string> {
  /** The table's name among the window's settings. */
  table: string
  /** The columns as somebody chose them. */
  chosen(settings: TableSettings): Columns<Id>
  /** Shows or hides a column; the last one that is shown stays. */
  show(id: Id, shown: boolean): void
  /** Moves a column one place to the left (-1) or right (1). */
  move(id: Id, way: -1 | 1): void
  setWidth(id: Id, width: number): void
  /** All columns as the program has them. */
  reset(): void
}

/** The columns as they were chosen, in every window. */
export function useColumns<Id extends string>(of: TableColumns<Id>): Columns<Id> {
  const settings = tableSettings(useStore(windowSettings), of.table)
  return useMemo(() => of.chosen(settings), [of, settings])
}

/** @param usualWidths the columns in their usual order, each as wide as it is where nobody chose a width, in CSS pixels */
export function tableColumns<Id extends string>(
  table: string,
  usualWidths: Readonly<Record<Id, number>>,
  usuallyHidden: readonly Id[] = [],
): TableColumns<Id> {
  const ids = Object.keys(usualWidths) as Id[]
  const kept = () => tableSettings(windowSettings.get(), table)
  const inOrder = (chosen: readonly string[]): Id[] => [
    ...ids.filter((id) => chosen.includes(id)).sort((a, b) => chosen.indexOf(a) - chosen.indexOf(b)),
    ...ids.filter((id) => !chosen.includes(id)),
  ]
  // Where nothing was chosen yet, what is usually hidden is; an order that is kept says that something was.
  const hiddenOf = ({ hidden, order }: { hidden: readonly string[]; order: readonly string[] }) =>
    hidden.length === 0 && order.length === 0 ? usuallyHidden : ids.filter((id) => hidden.includes(id))

  return {
    table,
    chosen: ({ hidden, order, widths }) => ({
      order: inOrder(order),
      hidden: new Set(hiddenOf({ hidden, order })),
      width: (id) => widths[id] ?? usualWidths[id],
      isSet: (id) => widths[id] !== undefined,
    }),
    show(id, shown) {
      const others = hiddenOf(kept()).filter((each) => each !== id)
      const hidden = shown ? others : [...others, id]
      if (ids.every((each) => hidden.includes(each))) return
      changeTableSettings(table, {
        hidden,
        ...(usuallyHidden.length > 0 && { order: inOrder(kept().order) }),
      })
    },
    move(id, way) {
      const order = inOrder(kept().order)
      const from = order.indexOf(id)
      const other = order[from + way]
      if (other === undefined) return
      order[from] = other
      order[from + way] = id
      changeTableSettings(table, { order, hidden: [...hiddenOf(kept())] })
    },
    setWidth(id, width) {
      const within = Math.round(Math.max(narrowest, Math.min(widest, width)))
      changeTableSettings(table, { widths: { ...kept().widths, [id]: within } })
    },
    reset: () => changeTableSettings(table, { hidden: [], order: [], widths: {} }),
  }
}
