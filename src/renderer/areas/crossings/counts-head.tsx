import { type PointerEvent, useState } from 'react'
import type { CountsSort } from '../../../shared/contract/counts-table.ts'
import { useWords } from '../../lib/use-words.ts'
import { type ColumnId, type Columns, setColumnWidth } from './columns.ts'
import { isSortColumn, sortBy } from './table-choice.ts'

interface CountsHeadProps {
  columns: Columns
  shown: readonly ColumnId[]
  sort: CountsSort
}

/** The heads of the columns: pressed they sort, and their right edge is dragged to another width. */
export function CountsHead({ columns, shown, sort }: CountsHeadProps) {
  const { t } = useWords()
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the grid has the focus
    <div role="row" className="counts-head" aria-rowindex={1}>
      {shown.map((id) => {
        const name = t(`crossings.columns.${id}`)
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
            aria-sort={sorted ?? (isSortColumn(id) ? 'none' : undefined)}
          >
            {isSortColumn(id) ? (
              <button
                type="button"
                className="sort"
                onClick={() => sortBy(id)}
                title={t('crossings.sortBy', { column: name })}
              >
                <span>{name}</span>
                {sorted && <i aria-hidden="true">{sorted === 'ascending' ? '↑' : '↓'}</i>}
              </button>
            ) : (
              name
            )}
            <WidthHandle id={id} />
          </span>
        )
      })}
    </div>
  )
}

/** The edge of a head; the keyboard's way to the same is the list of columns. */
function WidthHandle({ id }: { id: ColumnId }) {
  const [from, setFrom] = useState<{ x: number; width: number } | null>(null)
  const head = (event: PointerEvent) => event.currentTarget.parentElement
  return (
    <i
      className="counts-width"
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
        if (from && event.clientX !== from.x) setColumnWidth(id, from.width + event.clientX - from.x)
        setFrom(null)
      }}
    />
  )
}
