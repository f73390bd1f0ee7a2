import type { LineSetting, Settings } from '../../../shared/contract/settings.ts'
import { type Unit, units } from '../../../shared/words.ts'
import { call } from '../../lib/client.ts'
import { useWords } from '../../lib/use-words.ts'
import { ChoiceField } from '../../ui/form/fields.tsx'
import { type CountsAs, countsAsChoices, countsAsOf, countsAsText } from './counts-as.ts'
import { type Form, newKey, useForm } from './drafts.ts'
import { FormChoice, FormDates, FormNames, FormText } from './form-fields.tsx'
import type { RecordControl } from './records.tsx'
import { saveSetting } from './save-setting.ts'
import { SettingForm } from './setting-form.tsx'
import { suggestedCode } from './suggested-code.ts'
import { createReader, dateText, type TypedNames } from './typed-values.ts'

interface Facts {
  unit: string
  counts: string
  from: string
  to: string
}

interface FactFieldsProps {
  form: Form<Facts>
  settings: Settings
  today: string
  /** The line's own code; null for a new one. */
  own: string | null
  /** Once it has figures, what they mean stays. */
  fixed: boolean
}

function FactFields({ form, settings, today, own, fixed }: FactFieldsProps) {
  const words = useWords()
  const { t } = words
  const unit = form.values.unit as Unit
  const choices = (of: Unit, now: CountsAs) => countsAsChoices(words, of, own, now, settings, today)
  return (
    <>
      <ChoiceField<string>
        label={t('settings.unit')}
        value={unit}
        disabled={fixed}
        problem={form.problems.unit?.(words)}
        choices={units.map((value) => ({ value, label: t(`settings.units.${value}`) }))}
        onChange={(value) => {
          const usual = choices(value as Unit, countsAsOf('adds'))[0]?.value ?? 'adds'
          form.set({ unit: value, counts: usual })
        }}
      />
      <FormChoice
        form={form}
        field="counts"
        label={t('settings.lines.counts')}
        disabled={fixed}
        choices={choices(unit, countsAsOf(form.values.counts))}
      />
      <FormDates form={form} />
    </>
  )
}

function readFacts(values: Facts, today: string) {
  const read = createReader(today)
  const facts = {
    unit: values.unit as Unit,
    ...countsAsOf(values.counts),
    from: read.openDate('from', values.from),
    to: read.openDate('to', values.to),
  }
  return { facts, read }
}

interface LineFormProps {
  line: LineSetting
  title: string
  settings: Settings
  today: string
  control: RecordControl
}

export function LineForm({ line, title, settings, today, control }: LineFormProps) {
  const saved: Facts = {
    unit: line.unit,
    counts: countsAsText(line),
    from: dateText(line.from),
    to: dateText(line.to),
  }
  const form = useForm(`line/${line.line}`, saved, async (values) => {
    const { facts, read } = readFacts(values, today)
    return read.refused ? read.problems : saveSetting(() => call('changeLine', { line: line.line, ...facts }))
  })
  return (
    <SettingForm title={title} code={line.line} figures={line.figures} form={form} control={control}>
      <FactFields
        form={form}
        settings={settings}
        today={today}
        own={line.line}
        fixed={line.figures !== null}
      />
    </SettingForm>
  )
}

interface NewLineFormProps {
  settings: Settings
  today: string
  control: RecordControl
}

export function NewLineForm({ settings, today, control }: NewLineFormProps) {
  const { t } = useWords()
  const codes = settings.lines.map(({ line }) => line)
  const empty: Facts & { names: TypedNames; code: string } = {
    names: {},
    code: '',
    unit: 'persons',
    counts: countsAsText({ totals: ['passengers', 'persons'], parent: null }),
    from: today,
    to: '',
  }
  const form = useForm(newKey('lines'), empty, async (values) => {
    const { facts, read } = readFacts(values, today)
    const names = read.names('names', values.names)
    if (read.refused) return read.problems
    control.expectNew()
    const line = values.code.trim() || suggestedCode(values.names, 'line', codes)
    return saveSetting(() => call('addLine', { line, names, ...facts }))
  })
  return (
    <SettingForm title={t('settings.lines.add')} form={form} control={control}>
      <FormNames form={form} />
      <FormText
        form={form}
        field="code"
        label={t('settings.code')}
        placeholder={suggestedCode(form.values.names, 'line', codes)}
      />
      <FactFields
        form={form as unknown as Form<Facts>}
        settings={settings}
        today={today}
        own={null}
        fixed={false}
      />
      <p className="faint">{t('settings.lines.addHint')}</p>
    </SettingForm>
  )
}
