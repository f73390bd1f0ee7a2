import type { OfficerSetting } from '../../../../shared/contract/staffing-settings.ts'
import { type ChannelKind, channelKinds } from '../../../../shared/staffing/staffing-words.ts'
import { call } from '../../../lib/client.ts'
import { useStore } from '../../../lib/store.ts'
import { useWords } from '../../../lib/use-words.ts'
import { ChecksField } from '../../../ui/form/fields.tsx'
import { namesOn } from '../dated-names.ts'
import { type Form, newKey, useForm } from '../drafts.ts'
import { EndQuestion, RemoveQuestion } from '../end-question.tsx'
import { FormChoice, FormDates, FormText } from '../form-fields.tsx'
import { EndedSwitch, type RecordControl, Records } from '../records.tsx'
import { saveSetting } from '../save-setting.ts'
import { SettingForm } from '../setting-form.tsx'
import { settingsChoice } from '../settings-choice.ts'
import { createReader, dateText } from '../typed-values.ts'
import { hasEnded, validityWords } from '../validity.ts'
import { membershipOn, teamsSince } from './team-since.ts'
import { withStaffing } from './with-staffing.tsx'

interface TeamChoice {
  value: string
  label: string
}

const noTeam = ''

/** Who can be put at a channel: a staff number, and nothing more personal than an optional name. */
export const OfficersSection = withStaffing('officers', ({ staffing, today }) => {
  const words = useWords()
  const { t, name } = words
  const { withEnded } = useStore(settingsChoice)
  const teams = staffing.teams.map((each) => ({ value: each.team, label: name(namesOn(each.names, today)) }))
  const teamName = (code: string) => teams.find(({ value }) => value === code)?.label ?? code
  const kindNames = (row: OfficerSetting) =>
    channelKinds
      .filter((kind) => row.kinds.includes(kind))
      .map((kind) => t(`settings.channels.kinds.${kind}`))
      .join(t('settings.list'))
  const offered = (row: OfficerSetting | null) =>
    staffing.teams
      .filter((each) => !hasEnded(each, today) || row?.teams.some(({ team }) => team === each.team))
      .map(({ team }) => ({ value: team, label: teamName(team) }))
  return (
    <Records
      section="officers"
      filter={<EndedSwitch />}
      rows={staffing.officers.filter((each) => withEnded || !hasEnded(each, today))}
      idOf={(row) => row.officer}
      isFaint={(row) => hasEnded(row, today)}
      hasFigures={(row) => row.figures !== null}
      formKey={(row) => `officer/${row.officer}`}
      columns={[
        { id: 'officer', label: t('settings.officers.number'), cell: (row) => row.officer },
        { id: 'name', label: t('settings.name'), cell: (row) => row.name },
        {
          id: 'team',
          label: t('settings.officers.team'),
          cell: (row) => {
            const member = membershipOn(row.teams, today)
            return member && teamName(member.team)
          },
        },
        { id: 'kinds', label: t('settings.officers.kinds'), cell: kindNames },
        { id: 'dates', label: t('settings.inService'), cell: (row) => validityWords(words, row) },
      ]}
      panels={{
        row: (row, control) => (
          <OfficerForm key={row.officer} officer={row} teams={offered(row)} today={today} control={control} />
        ),
        add: (control) => (
          <OfficerForm officer={null} teams={offered(null)} today={today} control={control} />
        ),
        ask: (row, control) =>
          row.figures ? (
            <EndQuestion
              id={`officer/${row.officer}`}
              name={row.officer}
              figures={row.figures}
              today={today}
              control={control}
              onEnd={(to) => {
                const { figures: _, ...rest } = row
                return saveSetting(() => call('changeOfficer', { ...rest, to }))
              }}
            />
          ) : (
            <RemoveQuestion
              name={row.officer}
              control={control}
              onRemove={() => saveSetting(() => call('removeOfficer', { officer: row.officer }))}
            />
          ),
      }}
    />
  )
})

interface OfficerFormProps {
  /** Null for a new one. */
  officer: OfficerSetting | null
  teams: readonly TeamChoice[]
  today: string
  control: RecordControl
}

function OfficerForm({ officer, teams, today, control }: OfficerFormProps) {
  const words = useWords()
  const { t } = words
  const member = officer && membershipOn(officer.teams, today)
  const saved = {
    officer: officer?.officer ?? '',
    name: officer?.name ?? '',
    kinds: (officer?.kinds ?? ['manual']) as readonly ChannelKind[],
    team: member?.team ?? noTeam,
    since: dateText(member?.from ?? null),
    from: dateText(officer?.from ?? null),
    to: dateText(officer?.to ?? null),
  }
  const key = officer ? `officer/${officer.officer}` : newKey('officers')
  const form: Form<typeof saved> = useForm(key, saved, async (values) => {
    const read = createReader(today)
    const since = read.openDate('since', values.since)
    const isSameTeam = values.team === saved.team && values.since === saved.since
    const team = values.team === noTeam ? null : values.team
    const fields = {
      name: values.name.trim() || null,
      kinds: [...values.kinds],
      from: read.openDate('from', values.from),
      to: read.openDate('to', values.to),
      teams: isSameTeam ? (officer?.teams ?? []) : teamsSince(officer?.teams ?? [], team, since),
    }
    if (!officer && values.officer.trim() === '') read.problems.officer = ({ t }) => t('settings.needed')
    if (read.refused) return read.problems
    if (officer) return saveSetting(() => call('changeOfficer', { officer: officer.officer, ...fields }))
    control.expectNew()
    return saveSetting(() => call('addOfficer', { officer: values.officer, ...fields }))
  })

  function chooseTeam(team: string): void {
    // Another team holds from today, unless somebody says otherwise; a first one from the beginning.
    const isBack = team === saved.team
    form.set({ team, since: isBack ? saved.since : officer && officer.teams.length > 0 ? today : '' })
  }

  const earlier = officer?.teams.filter((each) => each !== member) ?? []
  return (
    <SettingForm
      title={officer ? officer.officer : t('settings.officers.add')}
      figures={officer?.figures}
      form={form}
      control={control}
    >
      {!officer && (
        <FormText form={form} field="officer" label={t('settings.officers.number')} placeholder="061234" />
      )}
      <FormText form={form} field="name" label={t('settings.officers.name')} />
      <div className="half">
        <FormChoice
          form={{
            ...form,
            set: (part) => (part.team === undefined ? form.set(part) : chooseTeam(part.team)),
          }}
          field="team"
          label={t('settings.officers.team')}
          choices={[{ value: noTeam, label: t('settings.officers.noTeam') }, ...teams]}
        />
      </div>
      <div className="half">
        <FormText
          form={form}
          field="since"
          label={t('settings.officers.since')}
          placeholder={t('settings.always')}
        />
      </div>
      {earlier.map((each) => (
        <p key={each.from} className="faint">
          {t('settings.officers.otherTeam', {
            team: teams.find(({ value }) => value === each.team)?.label ?? each.team,
            dates: validityWords(words, each),
          })}
        </p>
      ))}
      <ChecksField
        label={t('settings.officers.kinds')}
        values={form.values.kinds}
        choices={channelKinds.map((value) => ({ value, label: t(`settings.channels.kinds.${value}`) }))}
        problem={form.problems.kinds?.(words)}
        onChange={(kinds) => form.set({ kinds })}
      />
      <FormDates form={form} />
    </SettingForm>
  )
}
