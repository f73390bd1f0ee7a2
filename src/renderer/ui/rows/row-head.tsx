import { type PointerEvent, useState } from 'react'
import type { Columns } from '../../lib/table-columns.ts'
import { useWords } from '../../lib/use-words.ts'

export interface RowSort {
  column: string
  direction: 'ascending' | 'descending'
}

interface RowHeadProps<Id extends string> {
  columns: Columns<Id>
  shown: readonly Id[]
  sort: RowSort
  headOf(id: Id): string
  canSort(id: Id): boolean
  onSort(id: Id): void
  onWidth(id: Id, width: number): void
}

/** The heads of the columns: pressed they sort, and their right edge is dragged to another width. */
export function RowHead<Id extends string>(props: RowHeadProps<Id>) {
  const { columns, shown, sort } = props
  const { t } = useWords()
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the grid has the focus
    <div role="row" className="row-head" aria-rowindex={1}>
      {shown.map((id) => {
        const name = props.headOf(id)
        const sorted = sort.column === id ? sort.direction : undefined
        return (
          // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the grid has the focus
          <span
            key={id}
            role="columnheader"
            data-column={id}
            title={name}
            data-set={columns.isSet(id) || undefined}
            style={{ flexBasis: columns.width(id) }}
            aria-sort={sorted ?? (props.canSort(id) ? 'none' : undefined)}
          >
            {props.canSort(id) ? (
              <button
                type="button"
                className="sort"
                onClick={() => props.onSort(id)}
                title={t('rows.sortBy', { column: name })}
              >
                <span>{name}</span>
                {sorted && <i aria-hidden="true">{sorted === 'ascending' ? '↑' : '↓'}</i>}
              </button>
            ) : (
              name
            )}
            <WidthHandle onWidth={(width) => props.onWidth(id, width)} />
          </span>
        )
      })}
    </div>
  )
}

/** The edge of a head; the keyboard's way to the same is the list of columns. */
function WidthHandle({ onWidth }: { onWidth(width: number): void }) {
  const [from, setFrom] = useState<{ x: number; width: number } | null>(null)
  const head = (event: PointerEvent) => event.currentTarget.parentElement
  return (
    <i
      className="row-width"
      aria-hidden="true"
      onPointerDown={(event) => {
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        setFrom({ x: event.clientX, width: head(event)?.offsetWidth ?? 0 })
      }}
      onPointerMove={(event) => {
        const element = head(event)
        if (from && element) element.style.flexBasis = `${from.width + event.clientX - from.x}px`
      }}
      onPointerUp={(event) => {
        if (from && event.clientX !== from.x) onWidth(from.width + event.clientX - from.x)
        setFrom(null)
      }}
    />
  )
}
