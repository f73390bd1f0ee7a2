import { Fragment } from 'react'
import type { BusDay } from '../../../../shared/contract/buses.ts'
import { formatDecimal } from '../../../../shared/format.ts'
import { useWords } from '../../../lib/use-words.ts'
import { type BusLine, busColumns, clockText, linesOf } from './bus-lines.ts'
import { useBusGrid } from './use-bus-grid.ts'

/** The departures of a day, typed as in the count grid: a line for each, and an empty one for each way of a route. */
export function BusTable({ day }: { day: BusDay }) {
  const { t, name, language, dateWithWeekday, dayAndMonth } = useWords()
  const lines = linesOf(day)
  const grid = useBusGrid(day, lines)
  const hasFar = day.clocks.length > 0
  const width = hasFar ? 8 : 7

  function cell(line: BusLine, row: number, column: number) {
    const of = busColumns[column]
    if (!of) return null
    const isActive = grid.active.row === row && grid.active.column === column
    return (
      // biome-ignore lint/a11y/useFocusableInteractive: its field has the focus
      <td
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid
        role="gridcell"
        data-column={column}
        aria-invalid={(grid.refused?.line === line.id && grid.refused.column === column) || undefined}
      >
        <input
          type="text"
          autoComplete="off"
          spellCheck={false}
          aria-label={t(line.departure ? 'buses.cell' : 'buses.newCell', {
            column: t(`buses.columns.${of}`),
            route: name(line.route.names),
            way: wayName(line),
          })}
          placeholder={line.departure === null && of === 'time' ? t('buses.new') : undefined}
          disabled={of === 'passengers' && day.isAhead}
          value={grid.textIn(row, column)}
          onFocus={(event) => {
            grid.onActive(row, column)
            event.currentTarget.select()
          }}
          onChange={(event) => grid.onType(row, column, event.target.value)}
          onKeyDown={grid.onKeyDown}
          onBlur={grid.onBlur}
          tabIndex={isActive ? 0 : -1}
        />
      </td>
    )
  }

  const wayName = ({ route, direction }: BusLine) =>
    t(route.crossesBorder ? `directions.${direction}` : `buses.inlandWays.${direction}`)

  function far({ departure }: BusLine): string {
    if (!departure?.far) return ''
    const time = clockText(departure.far.minute)
    return departure.far.date === day.date
      ? time
      : t('buses.otherDay', { time, date: dayAndMonth(departure.far.date) })
  }

  const perVehicle = ({ departure }: BusLine): string =>
    departure?.passengers == null ? '' : formatDecimal(departure.passengers / departure.vehicles, language)

  return (
    <table
      ref={grid.ref}
      className="typed-table buses"
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: lines to type into are a grid
      role="grid"
      aria-label={t('buses.label', { date: dateWithWeekday(day.date) })}
    >
      <thead>
        <tr>
          <th scope="col">{t('buses.columns.route')}</th>
          <th scope="col" className="figure">
            {t('buses.columns.deployed')}
          </th>
          <th scope="col">{t('buses.columns.way')}</th>
          <th scope="col" className="figure">
            {t('buses.columns.time')}
          </th>
          {hasFar && (
            <th scope="col" className="figure">
              {t('buses.columns.far')}
            </th>
          )}
          <th scope="col" className="figure">
            {t('buses.columns.vehicles')}
          </th>
          <th scope="col" className="figure">
            {t('buses.columns.passengers')}
          </th>
          <th scope="col" className="figure">
            {t('buses.columns.perVehicle')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, row) => (
          <Fragment key={line.id}>
            <tr data-line={line.id} data-first={line.isFirstOfRoute || undefined}>
              <th scope="row">
                {line.isFirstOfRoute && (
                  <>
                    {name(line.route.names)} {!line.route.crossesBorder && <em>{t('buses.inland')}</em>}
                  </>
                )}
              </th>
              {line.isFirstOfRoute ? cell(line, row, 0) : <td />}
              <td data-direction={line.direction}>{wayName(line)}</td>
              {cell(line, row, 1)}
              {hasFar && <td className="base">{far(line)}</td>}
              {cell(line, row, 2)}
              {cell(line, row, 3)}
              <td className="base">{perVehicle(line)}</td>
            </tr>
            {grid.refused?.line === line.id && (
              <tr className="refusal">
                <td colSpan={width}>
                  <span className="bad" role="alert">
                    {grid.refused.text}
                  </span>
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}
