import type { ClosureSetting } from '../../../shared/contract/calendar-settings.ts'
import { formatDate } from '../../../shared/format.ts'
import { call } from '../../lib/client.ts'
import { useStore } from '../../lib/store.ts'
import { useWords, type Words } from '../../lib/use-words.ts'
import { CheckpointChoice, useChosenCheckpoint } from './checkpoint-choice.tsx'
import { newKey, useForm } from './drafts.ts'
import { RemoveQuestion } from './end-question.tsx'
import { FormNames, FormText } from './form-fields.tsx'
import { EndedSwitch, type RecordControl, Records } from './records.tsx'
import { saveSetting } from './save-setting.ts'
import type { SectionProps } from './section-props.ts'
import { SettingForm } from './setting-form.tsx'
import { settingsChoice } from './settings-choice.ts'
import { createReader, type TypedNames } from './typed-values.ts'
import { hasEnded } from './validity.ts'

/** When a checkpoint is closed, and why: whole days, or a part of each. */
export function ClosuresSection({ settings, today }: SectionProps) {
  const words = useWords()
  const { t, name } = words
  const { withEnded } = useStore(settingsChoice)
  const chosen = useChosenCheckpoint(settings)
  if (!chosen) return null
  const { checkpoint, closures } = chosen
  return (
    <Records
      section="closures"
      filter={
        <>
          <CheckpointChoice settings={settings} today={today} />
          <EndedSwitch />
        </>
      }
      rows={closures.filter((each) => withEnded || !hasEnded(each, today))}
      idOf={(row) => row.id}
      isFaint={(row) => hasEnded(row, today)}
      formKey={(row) => `closure/${row.id}`}
      columns={[
        { id: 'dates', label: t('settings.dates'), cell: (row) => daysWords(words, row) },
        {
          id: 'times',
          label: t('settings.times'),
          cell: (row) =>
            row.starts === null || row.ends === null
              ? t('settings.closures.wholeDays')
              : t('sheet.times', { from: row.starts, to: row.ends }),
        },
        { id: 'reason', label: t('settings.closures.reason'), cell: (row) => name(row.reason) },
      ]}
      panels={{
        row: (row, control) => (
          <ClosureForm key={row.id} checkpoint={checkpoint} closure={row} today={today} control={control} />
        ),
        add: (control) => (
          <ClosureForm checkpoint={checkpoint} closure={null} today={today} control={control} />
        ),
        ask: (row, control) => (
          <RemoveQuestion
            name={t('settings.closures.one', { reason: name(row.reason), dates: daysWords(words, row) })}
            hint={t('settings.closures.removeHint')}
            control={control}
            onRemove={() => saveSetting(() => call('removeClosure', { id: row.id }))}
          />
        ),
      }}
    />
  )
}

/** `31 Aug 2024`, or the first and the last of several days. */
export function daysWords({ t, language }: Words, { from, to }: { from: string; to: string }): string {
  if (from === to) return formatDate(from, language)
  return t('settings.between', { from: formatDate(from, language), to: formatDate(to, language) })
}

interface ClosureFormProps {
  checkpoint: string
  /** Null for a new closure. */
  closure: ClosureSetting | null
  today: string
  control: RecordControl
}

function ClosureForm({ checkpoint, closure, today, control }: ClosureFormProps) {
  const words = useWords()
  const { t, name } = words
  const saved = {
    from: closure?.from ?? today,
    to: closure?.to ?? today,
    starts: closure?.starts ?? '',
    ends: closure?.ends ?? '',
    names: (closure?.reason ?? {}) as TypedNames,
  }
  const key = closure ? `closure/${closure.id}` : newKey('closures')
  const form = useForm(key, saved, async (values, confirmed) => {
    const read = createReader(today)
    const fields = {
      from: read.date('from', values.from),
      to: read.date('to', values.to),
      starts: read.openTime('starts', values.starts),
      ends: read.openTime('ends', values.ends),
      reason: read.names('names', values.names),
    }
    if (read.refused) return read.problems
    if (!closure) control.expectNew()
    return saveSetting(() =>
      call('keepClosure', { id: closure?.id ?? null, checkpoint, ...fields, confirmed }),
    )
  })
  return (
    <SettingForm
      title={closure ? name(closure.reason) : t('settings.closures.add')}
      form={form}
      control={control}
    >
      <div className="half">
        <FormText form={form} field="from" label={t('settings.firstDay')} />
      </div>
      <div className="half">
        <FormText form={form} field="to" label={t('settings.lastDay')} />
      </div>
      <div className="half">
        <FormText
          form={form}
          field="starts"
          label={t('settings.closures.closedFrom')}
          placeholder={t('settings.closures.wholeDay')}
        />
      </div>
      <div className="half">
        <FormText
          form={form}
          field="ends"
          label={t('settings.closures.closedTo')}
          placeholder={t('settings.closures.wholeDay')}
        />
      </div>
      <FormNames form={form} heading={t('settings.closures.reason')} />
    </SettingForm>
  )
}
