import type { StaffingSettings } from '../../../../shared/contract/staffing-settings.ts'
import type { ChannelKind } from '../../../../shared/staffing/staffing-words.ts'
import { channelKinds, unitOfKind } from '../../../../shared/staffing/staffing-words.ts'
import { call } from '../../../lib/client.ts'
import { plainDigits } from '../../../lib/days.ts'
import { useWords } from '../../../lib/use-words.ts'
import { namesOn } from '../dated-names.ts'
import { newKey, useForm } from '../drafts.ts'
import { RemoveQuestion } from '../end-question.tsx'
import { FormChoice, FormText } from '../form-fields.tsx'
import { type RecordControl, Records } from '../records.tsx'
import { saveSetting } from '../save-setting.ts'
import { SettingForm } from '../setting-form.tsx'
import { createReader } from '../typed-values.ts'
import { validityWords } from '../validity.ts'
import { withStaffing } from './with-staffing.tsx'

type Source = StaffingSettings['startingServiceTimes'][number]['source']
type Row = StaffingSettings['serviceTimes'][number] & { source: Source | 'set' }

const everywhere = ''

/** How long a unit takes at each kind of channel, and where that comes from. */
export const ServiceTimesSection = withStaffing('serviceTimes', ({ settings, staffing, today }) => {
  const words = useWords()
  const { t, name, number } = words
  const rows = channelKinds.flatMap((kind): Row[] => {
    const starting = staffing.startingServiceTimes.find((each) => each.kind === kind)
    const set = staffing.serviceTimes.filter((each) => each.kind === kind)
    return [
      ...set.map((each) => ({ ...each, source: 'set' as const })),
      ...(starting ? [{ ...starting, checkpoint: null, from: null }] : []),
    ]
  })
  const places = settings.checkpoints.map((each) => ({
    value: each.checkpoint,
    label: name(namesOn(each.names, today)),
  }))
  const placeOf = (code: string | null) =>
    code === null
      ? t('settings.serviceTimes.everywhere')
      : (places.find(({ value }) => value === code)?.label ?? code)
  const kindOf = (row: Row) => t(`settings.channels.kinds.${row.kind}`)
  return (
    <Records
      section="serviceTimes"
      rows={rows}
      idOf={(row) =>
        `${row.kind}/${row.source === 'set' ? `${row.checkpoint ?? ''}/${row.from ?? ''}` : 'starting'}`
      }
      isFaint={(row) => row.source !== 'set'}
      formKey={(row) => keyOf(row)}
      columns={[
        { id: 'kind', label: t('settings.kind'), cell: kindOf },
        { id: 'checkpoint', label: t('sheet.checkpoint'), cell: (row) => placeOf(row.checkpoint) },
        {
          id: 'seconds',
          label: t('settings.serviceTimes.seconds'),
          cell: (row) =>
            t(`settings.serviceTimes.per.${unitOfKind[row.kind]}`, { seconds: number(row.seconds) }),
        },
        {
          id: 'source',
          label: t('settings.serviceTimes.source'),
          cell: (row) => t(`settings.serviceTimes.sources.${row.source}`),
        },
        {
          id: 'dates',
          label: t('settings.inService'),
          cell: (row) =>
            row.source === 'set'
              ? validityWords(words, { from: row.from, to: null })
              : t('settings.serviceTimes.otherwise'),
        },
      ]}
      panels={{
        row: (row, control) =>
          row.source === 'set' ? (
            <SecondsForm
              key={keyOf(row)}
              row={row}
              title={kindOf(row)}
              place={placeOf(row.checkpoint)}
              control={control}
            />
          ) : (
            <section className="setting">
              <h2>{kindOf(row)}</h2>
              <p>{t(`settings.serviceTimes.about.${row.source}`)}</p>
              <p className="faint">{t('settings.serviceTimes.startingHint')}</p>
            </section>
          ),
        add: (control) => <NewTimeForm places={places} today={today} control={control} />,
        ask: (row, control) =>
          row.source === 'set' && (
            <RemoveQuestion
              name={kindOf(row)}
              hint={t('settings.serviceTimes.removeHint')}
              control={control}
              onRemove={() => {
                const { kind, checkpoint, from } = row
                return saveSetting(() => call('removeServiceTime', { kind, checkpoint, from }))
              }}
            />
          ),
      }}
    />
  )
})

const keyOf = (row: Row): string => `service-time/${row.kind}/${row.checkpoint ?? ''}/${row.from ?? ''}`

/** A whole number within its bounds, or a problem of its field. */
export function readWhole(
  read: ReturnType<typeof createReader>,
  field: string,
  text: string,
  least: number,
  most: number,
): number {
  const plain = plainDigits(text).trim()
  const value = /^\d{1,6}$/.test(plain) ? Number(plain) : Number.NaN
  if (value >= least && value <= most) return value
  read.problems[field] = ({ t, number }) =>
    plain === ''
      ? t('settings.needed')
      : t('settings.wholeRefused', { least: number(least), most: number(most) })
  return least
}

const mostSeconds = 86_400

interface SecondsFormProps {
  row: Row
  title: string
  place: string
  control: RecordControl
}

function SecondsForm({ row, title, place, control }: SecondsFormProps) {
  const { t } = useWords()
  const form = useForm(keyOf(row), { seconds: String(row.seconds) }, async (values) => {
    const read = createReader('')
    const seconds = readWhole(read, 'seconds', values.seconds, 1, mostSeconds)
    if (read.refused) return read.problems
    const { kind, checkpoint, from } = row
    return saveSetting(() => call('keepServiceTime', { kind, checkpoint, from, seconds }))
  })
  return (
    <SettingForm title={title} form={form} control={control}>
      <p className="faint">{place}</p>
      <FormText form={form} field="seconds" label={t('settings.serviceTimes.seconds')} />
    </SettingForm>
  )
}

interface NewTimeFormProps {
  places: readonly { value: string; label: string }[]
  today: string
  control: RecordControl
}

function NewTimeForm({ places, today, control }: NewTimeFormProps) {
  const { t } = useWords()
  const offer = { kind: 'manual', checkpoint: everywhere, from: today, seconds: '' }
  const form = useForm(newKey('serviceTimes'), offer, async (values) => {
    const read = createReader(today)
    const from = read.openDate('from', values.from)
    const seconds = readWhole(read, 'seconds', values.seconds, 1, mostSeconds)
    if (read.refused) return read.problems
    control.expectNew()
    const checkpoint = values.checkpoint === everywhere ? null : values.checkpoint
    return saveSetting(() =>
      call('keepServiceTime', { kind: values.kind as ChannelKind, checkpoint, from, seconds }),
    )
  })
  return (
    <SettingForm title={t('settings.serviceTimes.add')} form={form} control={control}>
      <FormChoice
        form={form}
        field="kind"
        label={t('settings.kind')}
        choices={channelKinds.map((value) => ({ value, label: t(`settings.channels.kinds.${value}`) }))}
      />
      <FormText form={form} field="seconds" label={t('settings.serviceTimes.seconds')} />
      <FormChoice
        form={form}
        field="checkpoint"
        label={t('sheet.checkpoint')}
        choices={[{ value: everywhere, label: t('settings.serviceTimes.everywhere') }, ...places]}
      />
      <FormText form={form} field="from" label={t('settings.from')} placeholder={t('settings.always')} />
    </SettingForm>
  )
}
