import type { EventSetting } from '../../../shared/contract/calendar-settings.ts'
import type { Settings } from '../../../shared/contract/settings.ts'
import { call } from '../../lib/client.ts'
import { useStore } from '../../lib/store.ts'
import { useWords } from '../../lib/use-words.ts'
import { daysWords } from './closures-section.tsx'
import { namesOn } from './dated-names.ts'
import { newKey, useForm } from './drafts.ts'
import { RemoveQuestion } from './end-question.tsx'
import { FormChoice, FormNames, FormText } from './form-fields.tsx'
import { EndedSwitch, type RecordControl, Records } from './records.tsx'
import { saveSetting } from './save-setting.ts'
import type { SectionProps } from './section-props.ts'
import { SettingForm } from './setting-form.tsx'
import { settingsChoice } from './settings-choice.ts'
import { createReader, type TypedNames } from './typed-values.ts'
import { hasEnded } from './validity.ts'

const everywhere = ''

/** What explains numbers: fairs, floods, the opening of a road. */
export function EventsSection({ settings, today }: SectionProps) {
  const words = useWords()
  const { t, name } = words
  const { withEnded } = useStore(settingsChoice)
  const places = placesOf(settings, today, t('settings.routes.wholePort'), name)
  const placeName = (code: string | null) =>
    places.find(({ value }) => value === (code ?? everywhere))?.label ?? code
  const form = { settings, places, today }
  return (
    <Records
      section="events"
      filter={<EndedSwitch />}
      rows={settings.events.filter((each) => withEnded || !hasEnded(each, today))}
      idOf={(row) => row.id}
      isFaint={(row) => hasEnded(row, today)}
      formKey={(row) => `event/${row.id}`}
      columns={[
        { id: 'dates', label: t('settings.dates'), cell: (row) => daysWords(words, row) },
        { id: 'name', label: t('settings.name'), cell: (row) => name(row.names) },
        { id: 'place', label: t('settings.events.place'), cell: (row) => placeName(row.checkpoint) },
        {
          id: 'kind',
          label: t('settings.events.kind'),
          cell: (row) => row.kind ?? t('settings.events.once'),
        },
      ]}
      panels={{
        row: (row, control) => <EventForm key={row.id} event={row} control={control} {...form} />,
        add: (control) => <EventForm event={null} control={control} {...form} />,
        ask: (row, control) => (
          <RemoveQuestion
            name={t('settings.closures.one', { reason: name(row.names), dates: daysWords(words, row) })}
            control={control}
            onRemove={() => saveSetting(() => call('removeEvent', { id: row.id }))}
          />
        ),
      }}
    />
  )
}

type Places = readonly { value: string; label: string }[]

function placesOf(
  { checkpoints }: Settings,
  today: string,
  wholePort: string,
  name: (names: EventSetting['names']) => string,
): Places {
  const own = checkpoints.map(({ checkpoint, names }) => ({
    value: checkpoint,
    label: name(namesOn(names, today)),
  }))
  return [{ value: everywhere, label: wholePort }, ...own]
}

interface EventFormProps {
  /** Null for a new one. */
  event: EventSetting | null
  settings: Settings
  places: Places
  today: string
  control: RecordControl
}

function EventForm({ event, settings, places, today, control }: EventFormProps) {
  const words = useWords()
  const { t, name } = words
  const kinds = [...new Set(settings.events.flatMap(({ kind }) => (kind === null ? [] : [kind])))]
  const saved = {
    from: event?.from ?? today,
    to: event?.to ?? today,
    checkpoint: event?.checkpoint ?? everywhere,
    kind: event?.kind ?? '',
    names: (event?.names ?? {}) as TypedNames,
  }
  const key = event ? `event/${event.id}` : newKey('events')
  const form = useForm(key, saved, async (values) => {
    const read = createReader(today)
    const fields = {
      from: read.date('from', values.from),
      to: read.date('to', values.to),
      checkpoint: values.checkpoint === everywhere ? null : values.checkpoint,
      kind: values.kind.trim() || null,
      names: read.names('names', values.names),
    }
    if (read.refused) return read.problems
    if (!event) control.expectNew()
    return saveSetting(() => call('keepEvent', { id: event?.id ?? null, ...fields }))
  })
  return (
    <SettingForm title={event ? name(event.names) : t('settings.events.add')} form={form} control={control}>
      <div className="half">
        <FormText form={form} field="from" label={t('settings.firstDay')} />
      </div>
      <div className="half">
        <FormText form={form} field="to" label={t('settings.lastDay')} />
      </div>
      <FormChoice form={form} field="checkpoint" label={t('settings.events.place')} choices={places} />
      <FormText
        form={form}
        field="kind"
        label={t('settings.events.kind')}
        placeholder={t('settings.events.once')}
        hint={
          kinds.length === 0
            ? t('settings.events.kindHint')
            : t('settings.events.kindsHint', { kinds: kinds.join(t('settings.list')) })
        }
      />
      <FormNames form={form} heading={t('settings.name')} />
    </SettingForm>
  )
}
