import { Fragment, useRef } from 'react'
import type { OfficerHours } from '../../../../shared/contract/staffing-people.ts'
import { formatDecimal, formatMonth } from '../../../../shared/format.ts'
import { addMonths } from '../../../lib/days.ts'
import { useQuery } from '../../../lib/use-query.ts'
import { useWords, type Words } from '../../../lib/use-words.ts'
import { RowGap, useDrawnRows } from '../../../ui/rows/use-drawn-rows.tsx'

const monthsShown = 6
const columns = monthsShown + 2

/** Hours of duty by team and officer in the months up to that of a date. */
export function DutyHours({ date }: { date: string }) {
  const { t, error } = useWords()
  const span = { from: addMonths(date, 1 - monthsShown).slice(0, 7), to: date.slice(0, 7) }
  const { output, error: problem } = useQuery('readOfficerHours', span)
  if (problem) {
    return (
      <p className="bad" role="alert">
        {error(problem)}
      </p>
    )
  }
  return output ? (
    <HoursTable hours={output} />
  ) : (
    <p className="faint" aria-busy>
      {t('people.loading')}
    </p>
  )
}

interface HoursRow {
  key: string
  label: string
  team: string
  minutes: readonly number[]
  isSum: boolean
}

const isThere = (minutes: readonly number[]): boolean => minutes.some((each) => each > 0)

/** Teams first, then whom no team has, then officers by staff number. */
function rowsOf({ t, name }: Words, { teams, withoutTeam, unnamed, officers }: OfficerHours): HoursRow[] {
  const teamNames = new Map(teams.map((each) => [each.team, name(each.names)]))
  const sum = (key: string, label: string, minutes: readonly number[]): HoursRow => ({
    ...{ key, label, minutes },
    team: '',
    isSum: true,
  })
  return [
    ...teams.map((each) => sum(`team ${each.team}`, name(each.names), each.minutes)),
    ...(isThere(withoutTeam) ? [sum('without', t('people.withoutTeam'), withoutTeam)] : []),
    ...(isThere(unnamed) ? [sum('unnamed', t('people.unnamed'), unnamed)] : []),
    ...officers.map(({ officer, name: called, team, minutes }) => ({
      key: `officer ${officer}`,
      label: called === null ? officer : t('people.called', { officer, name: called }),
      team: (team !== null && teamNames.get(team)) || '',
      minutes,
      isSum: false,
    })),
  ]
}

function HoursTable({ hours }: { hours: OfficerHours }) {
  const words = useWords()
  const { t, language } = words
  const rows = rowsOf(words, hours)
  const body = useRef<HTMLTableSectionElement>(null)
  const drawn = useDrawnRows(body, rows.length)
  const hoursText = (minutes: number): string => (minutes === 0 ? '' : formatDecimal(minutes / 60, language))
  return (
    <table className="duty-hours figure-rows" aria-label={t('people.hours')} aria-rowcount={rows.length + 1}>
      <thead>
        <tr aria-rowindex={1}>
          <th scope="col">{t('people.officer')}</th>
          <th scope="col" className="team">
            {t('people.team')}
          </th>
          {hours.months.map((month) => (
            <th key={month} scope="col">
              {formatMonth(month, language)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        {drawn.rows.map(({ place, gap }) => {
          const row = rows[place]
          if (!row) return null
          return (
            <Fragment key={row.key}>
              <RowGap height={gap} columns={columns} />
              <tr data-place={place} aria-rowindex={place + 2} className={row.isSum ? 'sum' : undefined}>
                <th scope="row">{row.label}</th>
                <td className="team">{row.team}</td>
                {hours.months.map((month, index) => (
                  <td key={month}>{hoursText(row.minutes[index] ?? 0)}</td>
                ))}
              </tr>
            </Fragment>
          )
        })}
        <RowGap height={drawn.after} columns={columns} />
        {hours.officers.length === 0 && !isThere(hours.unnamed) && (
          <tr>
            <td colSpan={columns} className="team">
              {t('people.nobody')}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  )
}
