import type { CheckpointSetting, Settings } from '../../../shared/contract/settings.ts'
import { type Direction, directions } from '../../../shared/words.ts'
import { call } from '../../lib/client.ts'
import { useWords } from '../../lib/use-words.ts'
import { ChecksField } from '../../ui/form/fields.tsx'
import { namesOn } from './dated-names.ts'
import { type Form, newKey, useForm } from './drafts.ts'
import { FormChoice, FormDates, FormNames, FormText } from './form-fields.tsx'
import type { RecordControl } from './records.tsx'
import { saveSetting } from './save-setting.ts'
import { SettingForm } from './setting-form.tsx'
import { suggestedCode } from './suggested-code.ts'
import { createReader, dateText, type TypedNames } from './typed-values.ts'

type Kind = CheckpointSetting['kind']
const kinds: readonly Kind[] = ['passengers', 'cargo', 'rail', 'mixed']

interface Facts {
  kind: string
  directions: readonly Direction[]
  from: string
  to: string
}

/** Says on which dates and in which directions a checkpoint works. */
function FactFields({ form }: { form: Form<Facts> }) {
  const words = useWords()
  const { t } = words
  return (
    <>
      <FormChoice
        form={form}
        field="kind"
        label={t('settings.kind')}
        choices={kinds.map((value) => ({ value, label: t(`settings.kinds.${value}`) }))}
      />
      <ChecksField
        label={t('settings.directions')}
        values={form.values.directions}
        choices={directions.map((value) => ({ value, label: t(`directions.${value}`) }))}
        problem={form.problems.directions?.(words)}
        onChange={(values) => form.set({ directions: values })}
      />
      <FormDates form={form} />
    </>
  )
}

/** The fields of a form as the commands take them, and what of them cannot be read. */
function readFacts(values: Facts, today: string) {
  const read = createReader(today)
  const facts = {
    kind: values.kind as Kind,
    directions: [...values.directions],
    from: read.openDate('from', values.from),
    to: read.openDate('to', values.to),
  }
  if (facts.directions.length === 0) read.problems.directions = ({ t }) => t('settings.needed')
  return { facts, read }
}

interface CheckpointFormProps {
  checkpoint: CheckpointSetting
  title: string
  today: string
  control: RecordControl
}

export function CheckpointForm({ checkpoint: row, title, today, control }: CheckpointFormProps) {
  const saved: Facts = {
    kind: row.kind,
    directions: row.directions,
    from: dateText(row.from),
    to: dateText(row.to),
  }
  const form = useForm(`checkpoint/${row.checkpoint}`, saved, async (values) => {
    const { facts, read } = readFacts(values, today)
    if (read.refused) return read.problems
    return saveSetting(() => call('changeCheckpoint', { checkpoint: row.checkpoint, ...facts }))
  })
  return (
    <SettingForm title={title} code={row.checkpoint} figures={row.figures} form={form} control={control}>
      <FactFields form={form as unknown as Form<Facts>} />
    </SettingForm>
  )
}

interface NewCheckpointFormProps {
  settings: Settings
  today: string
  control: RecordControl
}

/** A new checkpoint counts what another one counts, until its own sheet is set. */
export function NewCheckpointForm({ settings, today, control }: NewCheckpointFormProps) {
  const { t, name } = useWords()
  const codes = settings.checkpoints.map(({ checkpoint }) => checkpoint)
  const empty: Facts & { names: TypedNames; code: string; like: string } = {
    names: {},
    code: '',
    kind: 'passengers',
    directions,
    from: today,
    to: '',
    like: codes[0] ?? '',
  }
  const form = useForm(newKey('checkpoints'), empty, async (values) => {
    const { facts, read } = readFacts(values, today)
    const names = read.names('names', values.names)
    const sheet = settings.checkpoints.find(({ checkpoint }) => checkpoint === values.like)?.sheet ?? []
    if (read.refused) return read.problems
    control.expectNew()
    return saveSetting(() =>
      call('addCheckpoint', {
        checkpoint: values.code.trim() || suggestedCode(values.names, 'checkpoint', codes),
        names,
        ...facts,
        lines: sheet.map(({ line }) => line),
      }),
    )
  })
  return (
    <SettingForm title={t('settings.checkpoints.add')} form={form} control={control}>
      <FormNames form={form} />
      <FormText
        form={form}
        field="code"
        label={t('settings.code')}
        placeholder={suggestedCode(form.values.names, 'checkpoint', codes)}
      />
      <FactFields form={form as unknown as Form<Facts>} />
      <FormChoice
        form={form}
        field="like"
        label={t('settings.checkpoints.like')}
        choices={settings.checkpoints.map((each) => ({
          value: each.checkpoint,
          label: name(namesOn(each.names, today)),
        }))}
      />
    </SettingForm>
  )
}
