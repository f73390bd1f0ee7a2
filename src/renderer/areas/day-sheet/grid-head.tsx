import type { SheetColumn } from '../../../shared/contract/crossings.ts'
import { useWords } from '../../lib/use-words.ts'
import { columnKey } from './sheet-rows.ts'

interface GridHeadProps {
  columns: readonly SheetColumn[]
  withBoth: boolean
  /** What the first rows count. */
  title: string
}

/** The directions; over midnight each with the two parts of the shift and their times. */
export function GridHead({ columns, withBoth, title }: GridHeadProps) {
  const { t, dayAndMonth } = useWords()
  const directions = [...new Set(columns.map((column) => column.direction))]
  const inParts = columns.length > directions.length
  const rowSpan = inParts ? 2 : 1
  return (
    <thead>
      <tr>
        <th scope="col" className="line-name" rowSpan={rowSpan}>
          {title}
        </th>
        {directions.map((direction) => (
          <th
            key={direction}
            scope={inParts ? 'colgroup' : 'col'}
            className={direction}
            colSpan={columns.filter((column) => column.direction === direction).length}
          >
            {t(`directions.${direction}`)}
          </th>
        ))}
        {withBoth && (
          <th scope="col" rowSpan={rowSpan}>
            {t('sheet.both')}
          </th>
        )}
      </tr>
      {inParts && (
        <tr className="parts">
          {columns.map((column, at) => (
            <th key={columnKey(columns, at)} scope="col">
              <span>{dayAndMonth(column.date)}</span> {t('sheet.times', { from: column.from, to: column.to })}
            </th>
          ))}
        </tr>
      )}
    </thead>
  )
}
