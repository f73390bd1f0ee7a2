import { formatDecimal, formatMonth } from '../../../../shared/format.ts'
import { addMonths } from '../../../lib/days.ts'
import { useQuery } from '../../../lib/use-query.ts'
import { useWords } from '../../../lib/use-words.ts'

const monthsShown = 6

/** Hours of duty by team and officer in the months up to that of a date. */
export function DutyHours({ date }: { date: string }) {
  const { t, name, language, error } = useWords()
  const span = { from: addMonths(date, 1 - monthsShown).slice(0, 7), to: date.slice(0, 7) }
  const { output, error: problem } = useQuery('readOfficerHours', span)
  if (problem) {
    return (
      <p className="bad" role="alert">
        {error(problem)}
      </p>
    )
  }
  if (!output) return <p className="faint">{t('people.loading')}</p>
  const hours = (minutes: number): string => (minutes === 0 ? '' : formatDecimal(minutes / 60, language))
  const teamName = (code: string | null): string => {
    const team = output.teams.find((each) => each.team === code)
    return team ? name(team.names) : ''
  }
  const line = (key: string, label: string, team: string, minutes: readonly number[], isSum = false) => (
    <tr key={key} className={isSum ? 'sum' : undefined}>
      <th scope="row">{label}</th>
      <td className="team">{team}</td>
      {output.months.map((month, index) => (
        <td key={month}>{hours(minutes[index] ?? 0)}</td>
      ))}
    </tr>
  )
  const isThere = (minutes: readonly number[]): boolean => minutes.some((each) => each > 0)
  return (
    <table className="duty-hours figure-rows" aria-label={t('people.hours')}>
      <thead>
        <tr>
          <th scope="col">{t('people.officer')}</th>
          <th scope="col" className="team">
            {t('people.team')}
          </th>
          {output.months.map((month) => (
            <th key={month} scope="col">
              {formatMonth(month, language)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {output.teams.map((team) => line(`team ${team.team}`, name(team.names), '', team.minutes, true))}
        {isThere(output.withoutTeam) &&
          line('without', t('people.withoutTeam'), '', output.withoutTeam, true)}
        {isThere(output.unnamed) && line('unnamed', t('people.unnamed'), '', output.unnamed, true)}
        {output.officers.map(({ officer, name: called, team, minutes }) =>
          line(
            `officer ${officer}`,
            called === null ? officer : t('people.called', { officer, name: called }),
            teamName(team),
            minutes,
          ),
        )}
        {output.officers.length === 0 && !isThere(output.unnamed) && (
          <tr>
            <td colSpan={monthsShown + 2} className="team">
              {t('people.nobody')}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  )
}
