import type { CheckpointSetting } from '../../../../shared/contract/settings.ts'
import type { Rota } from '../../../../shared/contract/staffing-settings.ts'
import { call } from '../../../lib/client.ts'
import { useStore } from '../../../lib/store.ts'
import { useWords } from '../../../lib/use-words.ts'
import { CheckpointChoice, useChosenCheckpoint } from '../checkpoint-choice.tsx'
import { namesOn } from '../dated-names.ts'
import { type Form, newKey, useForm } from '../drafts.ts'
import { RemoveQuestion } from '../end-question.tsx'
import { FormText } from '../form-fields.tsx'
import { EndedSwitch, type RecordControl, Records } from '../records.tsx'
import { saveSetting } from '../save-setting.ts'
import { SettingForm } from '../setting-form.tsx'
import { settingsChoice } from '../settings-choice.ts'
import { createReader, dateText } from '../typed-values.ts'
import { hasEnded, validityWords } from '../validity.ts'
import { cellOf, type RotaCells, RotaGrid, type RotaShift } from './rota-grid.tsx'
import { readWhole } from './service-times-section.tsx'
import { withStaffing } from './with-staffing.tsx'

/** Which team works which shift of a checkpoint, on the days of a cycle that comes again and again. */
export const RotasSection = withStaffing('rotas', ({ settings, staffing, today }) => {
  const words = useWords()
  const { t, name, number } = words
  const { withEnded } = useStore(settingsChoice)
  const chosen = useChosenCheckpoint(settings)
  if (!chosen) return null
  const { checkpoint } = chosen
  const rotas = staffing.checkpoints.find((each) => each.checkpoint === checkpoint)?.rotas ?? []
  const teams = staffing.teams
    .filter(
      (each) =>
        !hasEnded(each, today) || rotas.some((rota) => rota.days.some(({ team }) => team === each.team)),
    )
    .map((each) => ({ value: each.team, label: name(namesOn(each.names, today)) }))
  const shifts = shiftsOf(chosen, today, name, t('settings.rotas.wholeDay'))
  const teamName = (code: string) => teams.find(({ value }) => value === code)?.label ?? code
  return (
    <Records
      section="rotas"
      filter={
        <>
          <CheckpointChoice settings={settings} today={today} />
          <EndedSwitch />
        </>
      }
      rows={rotas.filter((each) => withEnded || !hasEnded(each, today))}
      idOf={(row) => row.from}
      isFaint={(row) => hasEnded(row, today)}
      formKey={(row) => `rota/${checkpoint}/${row.from}`}
      columns={[
        { id: 'dates', label: t('settings.inService'), cell: (row) => validityWords(words, row) },
        { id: 'cycle', label: t('settings.rotas.cycle'), cell: (row) => number(row.cycleDays) },
        {
          id: 'teams',
          label: t('settings.teams.title'),
          cell: (row) =>
            [...new Set(row.days.map(({ team }) => team))].map(teamName).join(t('settings.list')),
        },
      ]}
      panels={{
        row: (row, control) => (
          <RotaForm
            key={`${checkpoint}/${row.from}`}
            checkpoint={checkpoint}
            rota={row}
            shifts={shifts}
            teams={teams}
            today={today}
            control={control}
          />
        ),
        add: (control) =>
          teams.length === 0 ? (
            <p className="faint">{t('settings.rotas.noTeams')}</p>
          ) : (
            <RotaForm
              checkpoint={checkpoint}
              rota={null}
              shifts={shifts}
              teams={teams}
              today={today}
              control={control}
            />
          ),
        ask: (row, control) => (
          <RemoveQuestion
            name={validityWords(words, row)}
            control={control}
            onRemove={() => saveSetting(() => call('removeRota', { checkpoint, from: row.from }))}
          />
        ),
      }}
    />
  )
})

/** The shifts of a checkpoint once each, or the day where it has none. */
function shiftsOf(
  { shifts }: CheckpointSetting,
  today: string,
  name: ReturnType<typeof useWords>['name'],
  wholeDay: string,
): RotaShift[] {
  if (shifts.length === 0) return [{ shift: 'day', label: wholeDay }]
  const inUse = shifts.filter((each) => !hasEnded(each, today))
  return [...new Map(inUse.map((each) => [each.shift, each])).values()].map((each) => ({
    shift: each.shift,
    label: name(namesOn(each.names, today)),
  }))
}

const mostDays = 366

interface RotaFormProps {
  checkpoint: string
  /** Null for a new one. */
  rota: Rota | null
  shifts: readonly RotaShift[]
  teams: readonly { value: string; label: string }[]
  today: string
  control: RecordControl
}

function RotaForm({ checkpoint, rota, shifts, teams, today, control }: RotaFormProps) {
  const words = useWords()
  const { t } = words
  const saved = {
    from: rota?.from ?? today,
    to: dateText(rota?.to ?? null),
    cycleDays: String(rota?.cycleDays ?? Math.max(teams.length, 2)),
    days: cellsOf(rota),
  }
  const key = rota ? `rota/${checkpoint}/${rota.from}` : newKey('rotas')
  const form: Form<typeof saved> = useForm(key, saved, async (values) => {
    const read = createReader(today)
    const from = read.date('from', values.from)
    const to = read.openDate('to', values.to)
    const cycleDays = readWhole(read, 'cycleDays', values.cycleDays, 1, mostDays)
    const days = Object.entries(values.days).flatMap(([cell, codes]) => {
      const [day = '', shift = ''] = cell.split('/')
      return Number(day) > cycleDays ? [] : codes.map((team) => ({ day: Number(day), shift, team }))
    })
    if (days.length === 0) read.problems.days = ({ t }) => t('settings.rotas.noDays')
    if (read.refused) return read.problems
    if (rota?.from !== from) control.expectNew()
    return saveSetting(() =>
      call('keepRota', { checkpoint, replaces: rota?.from ?? null, from, to, cycleDays, days }),
    )
  })
  const typed = Number(form.values.cycleDays)
  const shown = Number.isInteger(typed) && typed >= 1 && typed <= mostDays ? typed : (rota?.cycleDays ?? 1)
  return (
    <SettingForm
      title={rota ? validityWords(words, rota) : t('settings.rotas.add')}
      form={form}
      control={control}
    >
      <div className="half">
        <FormText form={form} field="from" label={t('settings.firstDay')} />
      </div>
      <div className="half">
        <FormText form={form} field="to" label={t('settings.to')} placeholder={t('settings.open')} />
      </div>
      <FormText
        form={form}
        field="cycleDays"
        label={t('settings.rotas.cycle')}
        hint={t('settings.rotas.hint')}
      />
      <RotaGrid
        days={shown}
        shifts={shifts}
        teams={teams}
        cells={form.values.days}
        onChange={(days) => form.set({ days })}
      />
      {form.problems.days && (
        <p className="bad" role="alert">
          {form.problems.days(words)}
        </p>
      )}
    </SettingForm>
  )
}

function cellsOf(rota: Rota | null): RotaCells {
  const cells: Record<string, string[]> = {}
  for (const { day, shift, team } of rota?.days ?? []) {
    const cell = cellOf(day, shift)
    cells[cell] = [...(cells[cell] ?? []), team]
  }
  return cells
}
