import { Fragment } from 'react'
import type { DaySheet, SheetBase } from '../../../shared/contract/crossings.ts'
import { wholeDay } from '../../lib/places.ts'
import { useWords } from '../../lib/use-words.ts'
import { columnKey } from './sheet-rows.ts'

interface GridHeadProps {
  sheet: DaySheet
  bases: readonly SheetBase[]
  withBoth: boolean
  /** What the first rows count. */
  title: string
}

/** The directions, and what is compared with; over midnight each with the two parts of the shift and their times. */
export function GridHead({ sheet, bases, withBoth, title }: GridHeadProps) {
  const { t, dayAndMonth, dateWithWeekday } = useWords()
  const { columns } = sheet
  const directions = [...new Set(columns.map((column) => column.direction))]
  const inParts = columns.length > directions.length
  const kind = sheet.shift === wholeDay ? 'day' : 'shift'
  return (
    <thead>
      <tr>
        <th scope="col" className="line-name" rowSpan={2}>
          {title}
        </th>
        {directions.map((direction) => (
          <th
            key={direction}
            scope="colgroup"
            className={direction}
            colSpan={columns.filter((column) => column.direction === direction).length * (1 + bases.length)}
          >
            {t(`directions.${direction}`)}
          </th>
        ))}
        {withBoth && (
          <th scope="col" rowSpan={2}>
            {t('sheet.both')}
          </th>
        )}
      </tr>
      <tr className="parts">
        {columns.map((column, at) => (
          <Fragment key={columnKey(columns, at)}>
            <th scope="col">
              {inParts ? (
                <>
                  <span>{dayAndMonth(column.date)}</span>{' '}
                  {t('sheet.times', { from: column.from, to: column.to })}
                </>
              ) : (
                t(`bases.this.${kind}`)
              )}
            </th>
            {bases.map((base) => (
              <th key={base.base} scope="col" className="base" title={dateWithWeekday(base.date)}>
                {t(`bases.${base.base}.${kind}`)}
              </th>
            ))}
          </Fragment>
        ))}
      </tr>
    </thead>
  )
}
