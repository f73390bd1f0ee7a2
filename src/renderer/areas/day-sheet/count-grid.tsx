import { Fragment } from 'react'
import { useWords } from '../../lib/use-words.ts'
import { GridHead } from './grid-head.tsx'
import { GridRow } from './grid-row.tsx'
import { columnKey, type RowGroup } from './sheet-rows.ts'
import type { ShownSheet } from './sheet-source.ts'
import type { CountGridControl } from './use-count-grid.ts'

interface CountGridProps {
  shown: ShownSheet
  groups: readonly RowGroup[]
  withBoth: boolean
  grid: CountGridControl
  label: string
  /** How many figures to compare with stand beside each one. */
  compared: number
}

/** The count sheet: lines by unit, their sums and the totals from paper, in each direction. */
export function CountGrid({ shown, groups, withBoth, grid, label, compared }: CountGridProps) {
  const { t } = useWords()
  const { columns } = shown.sheet
  const bases = shown.sheet.bases.slice(0, compared)
  const width = columns.length * (1 + bases.length) + (withBoth ? 2 : 1)
  const [first] = groups
  let index = 0

  return (
    <table
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table that one types into
      role="grid"
      className="count-grid"
      aria-label={label}
      aria-readonly={!shown.sheet.editable}
      data-parts={columns.length > 2 || undefined}
      data-bases={bases.length}
      ref={grid.ref}
      onKeyDown={grid.onKeyDown}
      onFocus={grid.onFocus}
      onBlur={grid.onBlur}
      onPointerDown={grid.onPointerDown}
      onCopy={grid.onCopy}
      onPaste={grid.onPaste}
    >
      <colgroup>
        <col className="line-column" />
        {columns.map((_, at) => (
          <Fragment key={columnKey(columns, at)}>
            <col />
            {bases.map(({ base }) => (
              <col key={base} className="base-column" />
            ))}
          </Fragment>
        ))}
        {withBoth && <col className="both-column" />}
      </colgroup>
      <GridHead
        sheet={shown.sheet}
        bases={bases}
        withBoth={withBoth}
        title={first ? t(`units.${first.unit}`) : ''}
      />
      <tbody>
        {groups.map((group) => (
          <Fragment key={group.unit}>
            {group !== first && (
              <tr className="group">
                <th scope="rowgroup" colSpan={width}>
                  {t(`units.${group.unit}`)}
                </th>
              </tr>
            )}
            {group.rows.map((row) => {
              const at = index
              index += 1
              const activeColumn = grid.active.row === at ? grid.active.column : null
              return (
                <GridRow
                  key={row.id}
                  row={row}
                  columns={columns}
                  bases={bases.length}
                  withBoth={withBoth}
                  index={at}
                  activeColumn={activeColumn}
                  block={grid.block}
                />
              )
            })}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}
