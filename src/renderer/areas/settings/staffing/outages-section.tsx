import type { Outage } from '../../../../shared/contract/staffing-settings.ts'
import { formatDate } from '../../../../shared/format.ts'
import { call } from '../../../lib/client.ts'
import { useStore } from '../../../lib/store.ts'
import { useWords, type Words } from '../../../lib/use-words.ts'
import { CheckpointChoice, useChosenCheckpoint } from '../checkpoint-choice.tsx'
import { namesOn } from '../dated-names.ts'
import { newKey, useForm } from '../drafts.ts'
import { RemoveQuestion } from '../end-question.tsx'
import { FormChoice, FormText } from '../form-fields.tsx'
import { EndedSwitch, type RecordControl, Records } from '../records.tsx'
import { saveSetting } from '../save-setting.ts'
import { SettingForm } from '../setting-form.tsx'
import { settingsChoice } from '../settings-choice.ts'
import { createReader, dateText } from '../typed-values.ts'
import { hasEnded } from '../validity.ts'
import { channelsOf } from './channels-section.tsx'
import { withStaffing } from './with-staffing.tsx'

type Row = Outage & { channel: string }

/** When channels are out of service, and why. */
export const OutagesSection = withStaffing('outages', ({ settings, staffing, today }) => {
  const words = useWords()
  const { t, name } = words
  const { withEnded } = useStore(settingsChoice)
  const chosen = useChosenCheckpoint(settings)
  if (!chosen) return null
  const channels = channelsOf(staffing, chosen.checkpoint)
  const choices = channels.map((each) => ({ value: each.channel, label: name(namesOn(each.names, today)) }))
  const nameOf = (code: string) => choices.find(({ value }) => value === code)?.label ?? code
  const rows = channels
    .flatMap(({ channel, outages }) => outages.map((outage): Row => ({ channel, ...outage })))
    .toSorted((a, b) => (a.from < b.from ? 1 : -1))
  return (
    <Records
      section="outages"
      filter={
        <>
          <CheckpointChoice settings={settings} today={today} />
          <EndedSwitch />
        </>
      }
      rows={rows.filter((each) => withEnded || !hasEnded(each, today))}
      idOf={(row) => row.id}
      isFaint={(row) => hasEnded(row, today)}
      formKey={(row) => `outage/${row.id}`}
      columns={[
        { id: 'name', label: t('settings.outages.channel'), cell: (row) => nameOf(row.channel) },
        {
          id: 'from',
          label: t('settings.outages.from'),
          cell: (row) => momentWords(words, row.from, row.fromTime),
        },
        {
          id: 'to',
          label: t('settings.outages.to'),
          cell: (row) =>
            row.to === null || row.toTime === null
              ? t('settings.outages.open')
              : momentWords(words, row.to, row.toTime),
        },
        { id: 'reason', label: t('settings.closures.reason'), cell: (row) => row.reason },
      ]}
      panels={{
        row: (row, control) => (
          <OutageForm
            key={row.id}
            outage={row}
            channel={row.channel}
            title={nameOf(row.channel)}
            choices={choices}
            today={today}
            control={control}
          />
        ),
        ...(choices[0] && {
          add: (control) => (
            <OutageForm
              outage={null}
              channel={choices[0]?.value ?? ''}
              title={t('settings.outages.add')}
              choices={choices}
              today={today}
              control={control}
            />
          ),
        }),
        ask: (row, control) => (
          <RemoveQuestion
            name={t('settings.outages.one', {
              channel: nameOf(row.channel),
              date: formatDate(row.from, words.language),
            })}
            control={control}
            onRemove={() => saveSetting(() => call('removeOutage', { id: row.id }))}
          />
        ),
      }}
    />
  )
})

/** A date with its time. */
const momentWords = ({ t, language }: Words, date: string, time: string): string =>
  t('settings.outages.moment', { date: formatDate(date, language), time })

interface OutageFormProps {
  /** Null for a new one. */
  outage: Row | null
  channel: string
  title: string
  choices: readonly { value: string; label: string }[]
  today: string
  control: RecordControl
}

function OutageForm({ outage, channel, title, choices, today, control }: OutageFormProps) {
  const { t } = useWords()
  const saved = {
    channel,
    from: outage?.from ?? today,
    fromTime: outage?.fromTime ?? '00:00',
    to: dateText(outage?.to ?? null),
    toTime: outage?.toTime ?? '',
    reason: outage?.reason ?? '',
  }
  const key = outage ? `outage/${outage.id}` : newKey('outages')
  const form = useForm(key, saved, async (values, confirmed) => {
    const read = createReader(today)
    const to = read.openDate('to', values.to)
    const fields = {
      channel: values.channel,
      from: read.date('from', values.from),
      fromTime: read.time('fromTime', values.fromTime),
      to,
      // A last day without a time is a whole one.
      toTime:
        to === null
          ? read.openTime('toTime', values.toTime)
          : (read.openTime('toTime', values.toTime) ?? '24:00'),
      reason: values.reason.trim() || null,
    }
    if (read.refused) return read.problems
    if (!outage) control.expectNew()
    return saveSetting(() => call('keepOutage', { id: outage?.id ?? null, ...fields, confirmed }))
  })
  return (
    <SettingForm title={title} form={form} control={control}>
      <FormChoice form={form} field="channel" label={t('settings.outages.channel')} choices={choices} />
      <div className="half">
        <FormText form={form} field="from" label={t('settings.outages.from')} />
      </div>
      <div className="half">
        <FormText form={form} field="fromTime" label={t('settings.outages.time')} />
      </div>
      <div className="half">
        <FormText
          form={form}
          field="to"
          label={t('settings.outages.to')}
          placeholder={t('settings.outages.open')}
        />
      </div>
      <div className="half">
        <FormText form={form} field="toTime" label={t('settings.outages.time')} placeholder="24:00" />
      </div>
      <FormText form={form} field="reason" label={t('settings.closures.reason')} />
    </SettingForm>
  )
}
