import type { ReactNode } from 'react'
import type { BothWays, BusMonth } from '../../../../shared/contract/buses.ts'
import { directions } from '../../../../shared/words.ts'
import { useWords } from '../../../lib/use-words.ts'

/** The buses of a month by date: vehicles and passengers of each route, both ways together. */
export function BusMonthTable({ month, onDay }: { month: BusMonth; onDay(date: string): void }) {
  const { t, name, number, dayAndMonth } = useWords()
  const cells = (ways: BothWays | undefined) => {
    const flows = ways ? directions.map((way) => ways[way]) : []
    const isThere = flows.some(({ departures }) => departures > 0)
    const known = flows.filter(({ passengers }) => passengers !== null)
    return (
      <>
        <td>{isThere ? number(flows.reduce((sum, { vehicles }) => sum + vehicles, 0)) : ''}</td>
        <td>
          {known.length > 0 ? number(known.reduce((sum, { passengers }) => sum + (passengers ?? 0), 0)) : ''}
        </td>
      </>
    )
  }
  const row = (label: string, routes: readonly (BothWays & { route: string })[]) => (
    <>
      <th scope="row">{label}</th>
      {month.routes.map(({ route }) => (
        <Cells key={route}>{cells(routes.find((each) => each.route === route))}</Cells>
      ))}
    </>
  )
  return (
    <table className="bus-month figure-rows">
      <thead>
        <tr>
          <th rowSpan={2} scope="col">
            {t('buses.columns.date')}
          </th>
          {month.routes.map(({ route, names }) => (
            <th key={route} colSpan={2} scope="colgroup">
              {name(names)}
            </th>
          ))}
        </tr>
        <tr>
          {month.routes.map(({ route }) => (
            <Cells key={route}>
              <th scope="col">{t('buses.columns.vehicles')}</th>
              <th scope="col">{t('buses.columns.passengers')}</th>
            </Cells>
          ))}
        </tr>
      </thead>
      <tbody>
        {month.days.map((day) => (
          <tr key={day.date} onDoubleClick={() => onDay(day.date)}>
            {row(dayAndMonth(day.date), day.routes)}
          </tr>
        ))}
        <tr className="sum">{row(t('buses.monthSum'), month.routes)}</tr>
      </tbody>
    </table>
  )
}

const Cells = ({ children }: { children: ReactNode }) => <>{children}</>
