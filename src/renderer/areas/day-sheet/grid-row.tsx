import { Fragment } from 'react'
import type { SheetColumn } from '../../../shared/contract/crossings.ts'
import { useWords } from '../../lib/use-words.ts'
import { type GridBlock, isInBlock } from '../../ui/grid/grid-block.ts'
import { BaseCells } from './base-cells.tsx'
import { columnWords, rowWords } from './cell-words.ts'
import { CountCell } from './count-cell.tsx'
import { ReadCell } from './read-cell.tsx'
import { columnKey, type SheetRow } from './sheet-rows.ts'

interface GridRowProps {
  row: SheetRow
  columns: readonly SheetColumn[]
  /** How many figures to compare with stand beside each one. */
  bases: number
  withBoth: boolean
  /** Its number among the rows that one can stand in. */
  index: number
  /** The column of the cell in focus, if it is in this row. */
  activeColumn: number | null
  /** The selected block, wherever it is. */
  block: GridBlock | null
}

/** One line of the sheet with its cells, a sum, or the total from paper. */
export function GridRow({ row, columns, bases, withBoth, index, activeColumn, block }: GridRowProps) {
  const words = useWords()
  const { t } = words
  const name = rowWords(words, row)
  const label = (column: string) => t('sheet.cell', { line: name, column })
  const isSelected = (at: number) => block !== null && isInBlock(block, { row: index, column: at })
  const ofWhich = row.kind === 'line' && row.line.parent !== null

  return (
    <tr className={row.kind} data-of-which={ofWhich || undefined}>
      <th scope="row" className="line-name" title={name}>
        {name}
      </th>
      {columns.map((column, at) => {
        const place = { row: index, column: at, active: activeColumn === at, selected: isSelected(at) }
        const key = columnKey(columns, at)
        const cellLabel = label(columnWords(words, column, columns))
        if (row.kind === 'sum') {
          const value = row.values[at] ?? null
          return (
            <Fragment key={key}>
              <ReadCell
                {...place}
                value={value}
                label={cellLabel}
                className={column.direction}
                incomplete={row.incomplete[at] ?? false}
              />
              <BaseCells values={row.bases[at]?.slice(0, bases) ?? []} />
            </Fragment>
          )
        }
        const cell = row.cells[at]
        if (!cell) {
          return (
            <td key={key} className="cell not-counted" colSpan={1 + bases} aria-label={t('sheet.notCounted')}>
              –
            </td>
          )
        }
        if (row.kind === 'control') {
          const sum = row.sums[at] ?? null
          return (
            <CountCell
              key={key}
              {...place}
              cell={cell}
              label={cellLabel}
              sum={sum}
              narrow={columns.length > 2}
              span={1 + bases}
            />
          )
        }
        return (
          <Fragment key={key}>
            <CountCell {...place} cell={cell} label={cellLabel} />
            <BaseCells values={row.bases[at]?.slice(0, bases) ?? []} />
          </Fragment>
        )
      })}
      {withBoth &&
        (row.kind === 'control' ? (
          <td className="cell" />
        ) : (
          <ReadCell
            row={index}
            column={columns.length}
            active={activeColumn === columns.length}
            selected={isSelected(columns.length)}
            value={row.both}
            label={label(t('sheet.both'))}
            className="both"
            nothing="–"
          />
        ))}
    </tr>
  )
}
