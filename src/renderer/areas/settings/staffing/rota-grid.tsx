import { useWords } from '../../../lib/use-words.ts'

export interface RotaShift {
  shift: string
  label: string
}

/** Teams by `day/shift`. */
export type RotaCells = Readonly<Record<string, readonly string[]>>

export const cellOf = (day: number, shift: string): string => `${day}/${shift}`

interface RotaGridProps {
  days: number
  shifts: readonly RotaShift[]
  teams: readonly { value: string; label: string }[]
  cells: RotaCells
  onChange(cells: RotaCells): void
}

const nobody = ''

/** Days of the cycle by shifts: which team works. A shift that two teams share says so, and stays until one is chosen. */
export function RotaGrid({ days, shifts, teams, cells, onChange }: RotaGridProps) {
  const { t, number } = useWords()
  return (
    <table className="rota-grid">
      <thead>
        <tr>
          <th scope="col">{t('settings.rotas.day')}</th>
          {shifts.map(({ shift, label }) => (
            <th key={shift} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: days }, (_, index) => index + 1).map((day) => (
          <tr key={day}>
            <th scope="row">{number(day)}</th>
            {shifts.map(({ shift, label }) => {
              const there = cells[cellOf(day, shift)] ?? []
              const joined = there.join('+')
              return (
                <td key={shift}>
                  <select
                    aria-label={t('settings.rotas.cell', { day: number(day), shift: label })}
                    value={joined}
                    onChange={({ target: { value } }) =>
                      onChange({ ...cells, [cellOf(day, shift)]: value === nobody ? [] : value.split('+') })
                    }
                  >
                    <option value={nobody}>{t('settings.rotas.nobody')}</option>
                    {teams.map((team) => (
                      <option key={team.value} value={team.value}>
                        {team.label}
                      </option>
                    ))}
                    {there.length > 1 && (
                      <option value={joined}>
                        {there
                          .map((code) => teams.find(({ value }) => value === code)?.label ?? code)
                          .join(t('settings.list'))}
                      </option>
                    )}
                  </select>
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
