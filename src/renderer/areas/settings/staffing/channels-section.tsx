import type { Settings } from '../../../../shared/contract/settings.ts'
import type { ChannelSetting } from '../../../../shared/contract/staffing-settings.ts'
import { type ChannelKind, channelKinds } from '../../../../shared/staffing/staffing-words.ts'
import { type Direction, directions } from '../../../../shared/words.ts'
import { call } from '../../../lib/client.ts'
import { useStore } from '../../../lib/store.ts'
import { useWords } from '../../../lib/use-words.ts'
import { ChecksField } from '../../../ui/form/fields.tsx'
import { CheckpointChoice, useChosenCheckpoint } from '../checkpoint-choice.tsx'
import { namesOn } from '../dated-names.ts'
import { type Form, newKey, useForm } from '../drafts.ts'
import { EndQuestion, RemoveQuestion } from '../end-question.tsx'
import { FormChoice, FormDates, FormNames, FormText } from '../form-fields.tsx'
import { moved } from '../moved.ts'
import { NamesForm, RenameForm } from '../names-form.tsx'
import { EndedSwitch, type RecordControl, Records } from '../records.tsx'
import { saveSetting } from '../save-setting.ts'
import { SettingForm } from '../setting-form.tsx'
import { settingsChoice } from '../settings-choice.ts'
import { suggestedCode } from '../suggested-code.ts'
import { createReader, dateText, type TypedNames } from '../typed-values.ts'
import { hasEnded, validityWords } from '../validity.ts'
import { type StaffingProps, withStaffing } from './with-staffing.tsx'

/** The inspection lanes of a checkpoint, in the order of the board. */
export const ChannelsSection = withStaffing('channels', ({ settings, staffing, today }) => {
  const words = useWords()
  const { t, name } = words
  const { withEnded } = useStore(settingsChoice)
  const chosen = useChosenCheckpoint(settings)
  if (!chosen) return null
  const { checkpoint } = chosen
  const channels = channelsOf(staffing, checkpoint)
  const nameOf = (row: ChannelSetting) => name(namesOn(row.names, today))
  const lines = linesOf(settings, chosen.sheet, today, name)
  const ways = chosen.directions
  return (
    <Records
      section="channels"
      filter={
        <>
          <CheckpointChoice settings={settings} today={today} />
          <EndedSwitch />
        </>
      }
      rows={channels.filter((each) => withEnded || !hasEnded(each, today))}
      idOf={(row) => row.channel}
      isFaint={(row) => hasEnded(row, today)}
      hasFigures={(row) => row.figures !== null}
      formKey={(row) => `channel/${row.channel}`}
      columns={[
        { id: 'name', label: t('settings.name'), cell: nameOf },
        { id: 'kind', label: t('settings.kind'), cell: (row) => t(`settings.channels.kinds.${row.kind}`) },
        {
          id: 'directions',
          label: t('settings.directions'),
          cell: (row) => row.directions.map((way) => t(`directions.${way}`)).join(t('settings.list')),
        },
        {
          id: 'eligible',
          label: t('settings.channels.eligible'),
          cell: (row) =>
            row.eligible === null
              ? t('settings.channels.everybody')
              : row.eligible
                  .map((line) => lines.find(({ value }) => value === line)?.label ?? line)
                  .join(t('settings.list')),
        },
        { id: 'dates', label: t('settings.inService'), cell: (row) => validityWords(words, row) },
      ]}
      onShift={(row, beyond) => {
        const order = moved(
          channels.map(({ channel }) => channel),
          row.channel,
          beyond.channel,
        )
        return order && saveSetting(() => call('orderChannels', { checkpoint, channels: order }))
      }}
      panels={{
        row: (row, control) => (
          <>
            <ChannelForm
              key={row.channel}
              channel={row}
              title={nameOf(row)}
              lines={lines}
              ways={ways}
              today={today}
              control={control}
            />
            <NamesForm
              key={`names ${row.channel}`}
              of={{ entity: 'channel', channel: row.channel }}
              names={row.names}
              today={today}
              control={control}
            />
          </>
        ),
        add: (control) => (
          <NewChannelForm
            checkpoint={checkpoint}
            codes={staffing.checkpoints.flatMap((each) => each.channels.map(({ channel }) => channel))}
            lines={lines}
            ways={ways}
            today={today}
            control={control}
          />
        ),
        rename: (row, control) => (
          <RenameForm
            of={{ entity: 'channel', channel: row.channel }}
            names={row.names}
            today={today}
            control={control}
          />
        ),
        ask: (row, control) =>
          row.figures ? (
            <EndQuestion
              id={`channel/${row.channel}`}
              name={nameOf(row)}
              figures={row.figures}
              today={today}
              control={control}
              onEnd={(to) => {
                const { channel, kind, directions: served, eligible, from } = row
                return saveSetting(() =>
                  call('changeChannel', { channel, kind, directions: served, eligible, from, to }),
                )
              }}
            />
          ) : (
            <RemoveQuestion
              name={nameOf(row)}
              hint={t('settings.channels.removeHint')}
              control={control}
              onRemove={() => saveSetting(() => call('removeChannel', { channel: row.channel }))}
            />
          ),
      }}
    />
  )
})

/** The channels of one checkpoint, in the port's order. */
export function channelsOf(staffing: StaffingProps['staffing'], checkpoint: string): ChannelSetting[] {
  return staffing.checkpoints.find((each) => each.checkpoint === checkpoint)?.channels ?? []
}

interface LineChoice {
  value: string
  label: string
}

function linesOf(
  settings: Settings,
  sheet: readonly { line: string }[],
  today: string,
  name: ReturnType<typeof useWords>['name'],
): LineChoice[] {
  return sheet.map(({ line }) => ({
    value: line,
    label: name(namesOn(settings.lines.find((each) => each.line === line)?.names ?? [], today)),
  }))
}

interface Facts {
  kind: string
  directions: readonly Direction[]
  /** Empty: everybody. */
  eligible: readonly string[]
  from: string
  to: string
}

interface FactsProps {
  form: Form<Facts>
  lines: readonly LineChoice[]
  ways: readonly Direction[]
}

function FactFields({ form, lines, ways }: FactsProps) {
  const words = useWords()
  const { t } = words
  return (
    <>
      <FormChoice
        form={form}
        field="kind"
        label={t('settings.kind')}
        choices={channelKinds.map((value) => ({ value, label: t(`settings.channels.kinds.${value}`) }))}
      />
      <ChecksField
        label={t('settings.directions')}
        values={form.values.directions}
        choices={directions
          .filter((way) => ways.includes(way) || form.values.directions.includes(way))
          .map((value) => ({ value, label: t(`directions.${value}`) }))}
        problem={form.problems.directions?.(words)}
        onChange={(values) => form.set({ directions: values })}
      />
      <FormDates form={form} />
      <ChecksField
        label={t('settings.channels.eligible')}
        hint={t('settings.channels.eligibleHint')}
        values={form.values.eligible}
        choices={lines}
        problem={form.problems.eligible?.(words)}
        onChange={(values) => form.set({ eligible: values })}
      />
    </>
  )
}

function readFacts(values: Facts, today: string) {
  const read = createReader(today)
  const facts = {
    kind: values.kind as ChannelKind,
    directions: [...values.directions],
    eligible: values.eligible.length === 0 ? null : [...values.eligible],
    from: read.openDate('from', values.from),
    to: read.openDate('to', values.to),
  }
  if (facts.directions.length === 0) read.problems.directions = ({ t }) => t('settings.needed')
  return { facts, read }
}

interface ChannelFormProps extends Omit<FactsProps, 'form'> {
  channel: ChannelSetting
  title: string
  today: string
  control: RecordControl
}

function ChannelForm({ channel: row, title, lines, ways, today, control }: ChannelFormProps) {
  const saved: Facts = {
    kind: row.kind,
    directions: row.directions,
    eligible: row.eligible ?? [],
    from: dateText(row.from),
    to: dateText(row.to),
  }
  const form = useForm(`channel/${row.channel}`, saved, async (values) => {
    const { facts, read } = readFacts(values, today)
    if (read.refused) return read.problems
    return saveSetting(() => call('changeChannel', { channel: row.channel, ...facts }))
  })
  return (
    <SettingForm title={title} code={row.channel} figures={row.figures} form={form} control={control}>
      <FactFields form={form} lines={lines} ways={ways} />
    </SettingForm>
  )
}

interface NewChannelFormProps extends Omit<FactsProps, 'form'> {
  checkpoint: string
  codes: readonly string[]
  today: string
  control: RecordControl
}

function NewChannelForm({ checkpoint, codes, lines, ways, today, control }: NewChannelFormProps) {
  const { t } = useWords()
  const empty = {
    names: {} as TypedNames,
    code: '',
    kind: 'manual',
    directions: ways,
    eligible: [] as readonly string[],
    from: '',
    to: '',
  }
  const form = useForm(newKey('channels'), empty, async (values) => {
    const { facts, read } = readFacts(values, today)
    const names = read.names('names', values.names)
    if (read.refused) return read.problems
    control.expectNew()
    const channel = values.code.trim() || suggestedCode(values.names, 'channel', codes)
    return saveSetting(() => call('addChannel', { checkpoint, channel, names, ...facts }))
  })
  return (
    <SettingForm title={t('settings.channels.add')} form={form} control={control}>
      <FormNames form={form} />
      <FormText
        form={form}
        field="code"
        label={t('settings.code')}
        placeholder={suggestedCode(form.values.names, 'channel', codes)}
      />
      <FactFields form={form as unknown as Form<Facts>} lines={lines} ways={ways} />
    </SettingForm>
  )
}
