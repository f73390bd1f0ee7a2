import type { ShiftSetting } from '../../../shared/contract/settings.ts'
import { call } from '../../lib/client.ts'
import { useWords } from '../../lib/use-words.ts'
import { type Form, newKey, useForm } from './drafts.ts'
import { FormDates, FormNames, FormText } from './form-fields.tsx'
import type { RecordControl } from './records.tsx'
import { saveSetting } from './save-setting.ts'
import { SettingForm } from './setting-form.tsx'
import { suggestedCode } from './suggested-code.ts'
import { createReader, dateText, type TypedNames } from './typed-values.ts'

interface Times {
  starts: string
  ends: string
}

function TimeFields({ form, fixed = false }: { form: Form<Times>; fixed?: boolean }) {
  const { t } = useWords()
  return (
    <>
      <div className="half">
        <FormText
          form={form}
          field="starts"
          label={t('settings.starts')}
          readOnly={fixed}
          placeholder="08:00"
        />
      </div>
      <div className="half">
        <FormText form={form} field="ends" label={t('settings.ends')} readOnly={fixed} placeholder="20:00" />
      </div>
    </>
  )
}

interface ShiftProps {
  checkpoint: string
  shift: ShiftSetting
  title: string
  today: string
  control: RecordControl
}

/** One row of a shift. Once it has figures its times stay: others hold from a date on. */
export function ShiftForm({ checkpoint, shift, title, today, control }: ShiftProps) {
  const { t } = useWords()
  const { shift: code, from: row, figures } = shift
  const saved = {
    starts: shift.starts,
    ends: shift.ends,
    from: dateText(shift.from),
    to: dateText(shift.to),
  }
  const form = useForm(`shift/${checkpoint}/${code}/${row ?? ''}`, saved, async (values) => {
    const read = createReader(today)
    const facts = {
      starts: read.time('starts', values.starts),
      ends: read.time('ends', values.ends),
      from: read.openDate('from', values.from),
      to: read.openDate('to', values.to),
    }
    return read.refused
      ? read.problems
      : saveSetting(() => call('changeShift', { checkpoint, shift: code, row, ...facts }))
  })
  return (
    <SettingForm title={title} code={code} figures={figures} form={form} control={control}>
      <TimeFields form={form as unknown as Form<Times>} fixed={figures !== null} />
      <FormDates form={form} />
      {figures && <p className="faint">{t('settings.shifts.timesHint')}</p>}
    </SettingForm>
  )
}

/** Other times from a date on, up to the same end. */
export function ShiftTimesForm({ checkpoint, shift, title, today, control }: ShiftProps) {
  const { t } = useWords()
  const { shift: code } = shift
  const offer = { from: today, starts: shift.starts, ends: shift.ends }
  const form = useForm(newKey(`times/${checkpoint}/${code}/${shift.from ?? ''}`), offer, async (values) => {
    const read = createReader(today)
    const times = {
      from: read.date('from', values.from),
      starts: read.time('starts', values.starts),
      ends: read.time('ends', values.ends),
    }
    if (read.refused) return read.problems
    control.expectNew()
    return saveSetting(() => call('changeShiftTimes', { checkpoint, shift: code, ...times }))
  })
  return (
    <SettingForm title={t('settings.shifts.times', { name: title })} form={form} control={control}>
      <FormText form={form} field="from" label={t('settings.from')} />
      <TimeFields form={form as unknown as Form<Times>} />
    </SettingForm>
  )
}

interface NewShiftFormProps {
  checkpoint: string
  codes: readonly string[]
  today: string
  control: RecordControl
}

export function NewShiftForm({ checkpoint, codes, today, control }: NewShiftFormProps) {
  const { t } = useWords()
  const empty = { names: {} as TypedNames, code: '', starts: '', ends: '', from: '', to: '' }
  const form = useForm(newKey('shifts'), empty, async (values) => {
    const read = createReader(today)
    const fields = {
      names: read.names('names', values.names),
      starts: read.time('starts', values.starts),
      ends: read.time('ends', values.ends),
      from: read.openDate('from', values.from),
      to: read.openDate('to', values.to),
    }
    if (read.refused) return read.problems
    control.expectNew()
    const shift = values.code.trim() || suggestedCode(values.names, 'shift', codes)
    return saveSetting(() => call('addShift', { checkpoint, shift, ...fields }))
  })
  return (
    <SettingForm title={t('settings.shifts.add')} form={form} control={control}>
      <FormNames form={form} />
      <FormText
        form={form}
        field="code"
        label={t('settings.code')}
        placeholder={suggestedCode(form.values.names, 'shift', codes)}
      />
      <TimeFields form={form as unknown as Form<Times>} />
      <FormDates form={form} />
    </SettingForm>
  )
}
