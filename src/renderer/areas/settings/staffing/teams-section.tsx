import type { TeamSetting } from '../../../../shared/contract/staffing-settings.ts'
import { call } from '../../../lib/client.ts'
import { useStore } from '../../../lib/store.ts'
import { useWords } from '../../../lib/use-words.ts'
import { namesOn } from '../dated-names.ts'
import { newKey, useForm } from '../drafts.ts'
import { RemoveQuestion } from '../end-question.tsx'
import { FormDates, FormNames, FormText } from '../form-fields.tsx'
import { moved } from '../moved.ts'
import { NamesForm, RenameForm } from '../names-form.tsx'
import { EndedSwitch, type RecordControl, Records } from '../records.tsx'
import { saveSetting } from '../save-setting.ts'
import { SettingForm } from '../setting-form.tsx'
import { settingsChoice } from '../settings-choice.ts'
import { suggestedCode } from '../suggested-code.ts'
import { createReader, dateText, type TypedNames } from '../typed-values.ts'
import { hasEnded, validityWords } from '../validity.ts'
import { withStaffing } from './with-staffing.tsx'

/** The teams that work in turn. */
export const TeamsSection = withStaffing('teams', ({ staffing: { teams, officers }, today }) => {
  const words = useWords()
  const { t, name, number } = words
  const { withEnded } = useStore(settingsChoice)
  const nameOf = (row: TeamSetting) => name(namesOn(row.names, today))
  const members = (team: string) =>
    officers.filter((officer) =>
      officer.teams.some(
        (each) => each.team === team && (each.from ?? '') <= today && !hasEnded(each, today),
      ),
    ).length
  return (
    <Records
      section="teams"
      filter={<EndedSwitch />}
      rows={teams.filter((each) => withEnded || !hasEnded(each, today))}
      idOf={(row) => row.team}
      isFaint={(row) => hasEnded(row, today)}
      formKey={(row) => `team/${row.team}`}
      columns={[
        { id: 'name', label: t('settings.name'), cell: nameOf },
        { id: 'members', label: t('settings.teams.members'), cell: (row) => number(members(row.team)) },
        { id: 'dates', label: t('settings.inService'), cell: (row) => validityWords(words, row) },
      ]}
      onShift={(row, beyond) => {
        const order = moved(
          teams.map(({ team }) => team),
          row.team,
          beyond.team,
        )
        return order && saveSetting(() => call('orderTeams', { teams: order }))
      }}
      panels={{
        row: (row, control) => (
          <>
            <TeamForm key={row.team} team={row} title={nameOf(row)} today={today} control={control} />
            <NamesForm
              key={`names ${row.team}`}
              of={{ entity: 'team', team: row.team }}
              names={row.names}
              today={today}
              control={control}
            />
          </>
        ),
        add: (control) => (
          <NewTeamForm codes={teams.map(({ team }) => team)} today={today} control={control} />
        ),
        rename: (row, control) => (
          <RenameForm
            of={{ entity: 'team', team: row.team }}
            names={row.names}
            today={today}
            control={control}
          />
        ),
        ask: (row, control) => (
          <RemoveQuestion
            name={nameOf(row)}
            control={control}
            onRemove={() => saveSetting(() => call('removeTeam', { team: row.team }))}
          />
        ),
      }}
    />
  )
})

interface TeamFormProps {
  team: TeamSetting
  title: string
  today: string
  control: RecordControl
}

function TeamForm({ team: row, title, today, control }: TeamFormProps) {
  const saved = { from: dateText(row.from), to: dateText(row.to) }
  const form = useForm(`team/${row.team}`, saved, async (values) => {
    const read = createReader(today)
    const dates = { from: read.openDate('from', values.from), to: read.openDate('to', values.to) }
    return read.refused ? read.problems : saveSetting(() => call('changeTeam', { team: row.team, ...dates }))
  })
  return (
    <SettingForm title={title} code={row.team} form={form} control={control}>
      <FormDates form={form} />
    </SettingForm>
  )
}

interface NewTeamFormProps {
  codes: readonly string[]
  today: string
  control: RecordControl
}

function NewTeamForm({ codes, today, control }: NewTeamFormProps) {
  const { t } = useWords()
  const empty = { names: {} as TypedNames, code: '', from: '', to: '' }
  const form = useForm(newKey('teams'), empty, async (values) => {
    const read = createReader(today)
    const fields = {
      names: read.names('names', values.names),
      from: read.openDate('from', values.from),
      to: read.openDate('to', values.to),
    }
    if (read.refused) return read.problems
    control.expectNew()
    const team = values.code.trim() || suggestedCode(values.names, 'team', codes)
    return saveSetting(() => call('addTeam', { team, ...fields }))
  })
  return (
    <SettingForm title={t('settings.teams.add')} form={form} control={control}>
      <FormNames form={form} />
      <FormText
        form={form}
        field="code"
        label={t('settings.code')}
        placeholder={suggestedCode(form.values.names, 'team', codes)}
      />
      <FormDates form={form} />
    </SettingForm>
  )
}
