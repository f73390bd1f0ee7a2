import type { Coverage, CoverageDay } from '../../../../shared/contract/staffing-people.ts'
import { formatWeekday } from '../../../../shared/format.ts'
import { addDays } from '../../../lib/days.ts'
import { useQuery } from '../../../lib/use-query.ts'
import { useWords } from '../../../lib/use-words.ts'

/** A week at a glance: teams by the rota, and people planned and there, shift by shift. */
export function CoverageTable({ date, checkpoint }: { date: string; checkpoint: string }) {
  const { t, name, dayAndMonth, language, error } = useWords()
  const { output, error: problem } = useQuery('readCoverage', { date, checkpoint })
  if (problem) {
    return (
      <p className="bad" role="alert">
        {error(problem)}
      </p>
    )
  }
  if (!output)
    return (
      <p className="faint" aria-busy>
        {t('people.loading')}
      </p>
    )
  const dates = Array.from({ length: 7 }, (_, index) => addDays(output.from, index))
  const shifts = output.checkpoints.flatMap((each) => each.shifts)
  return (
    <table className="coverage figure-rows" aria-label={t('people.coverage')}>
      <thead>
        <tr>
          <th scope="col">{t('sheet.shift')}</th>
          {dates.map((each) => (
            <th key={each} scope="col" data-now={each === date || undefined}>
              <span>{dayAndMonth(each)}</span> <span>{formatWeekday(each, language)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shifts.map((shift) => (
          <tr key={shift.shift}>
            <th scope="row">{shift.names ? name(shift.names) : t('sheet.day')}</th>
            {shift.days.map((day, index) => (
              <td key={dates[index]}>{day && <DayCell day={day} teams={output.teams} />}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function DayCell({ day, teams }: { day: CoverageDay; teams: Coverage['teams'] }) {
  const { t, name, number } = useWords()
  const teamNames = day.teams.map((code) => {
    const team = teams.find((each) => each.team === code)
    return team ? name(team.names) : code
  })
  return (
    <>
      {teamNames.length > 0 && <b>{teamNames.join(t('settings.list'))}</b>}
      {teamNames.length === 0 && teams.length > 0 && <i>{t('people.noTeam')}</i>}
      {day.onRota > 0 && <span>{t('people.onRota', { number: number(day.onRota) })}</span>}
      {(['planned', 'actual'] as const).map((plan) => {
        const { channels, mostHeads } = day[plan]
        return (
          channels > 0 && (
            <span key={plan}>
              {t(`people.${plan}`, { channels: number(channels), heads: number(mostHeads) })}
            </span>
          )
        )
      })}
      {day.unplanned.length > 0 && (
        <em>{t('people.unplanned', { officers: day.unplanned.join(t('settings.list')) })}</em>
      )}
      {day.offRota.length > 0 && (
        <em>{t('people.offRota', { officers: day.offRota.join(t('settings.list')) })}</em>
      )}
    </>
  )
}
