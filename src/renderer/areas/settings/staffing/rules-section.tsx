import type { StaffingRule } from '../../../../shared/contract/staffing-settings.ts'
import { type HeadKind, headKinds, startingRule } from '../../../../shared/staffing/staffing-words.ts'
import { call } from '../../../lib/client.ts'
import { useWords } from '../../../lib/use-words.ts'
import { CheckpointChoice, useChosenCheckpoint } from '../checkpoint-choice.tsx'
import { type Form, newKey, useForm } from '../drafts.ts'
import { RemoveQuestion } from '../end-question.tsx'
import { FormChoice, FormText } from '../form-fields.tsx'
import { type RecordControl, Records } from '../records.tsx'
import { saveSetting } from '../save-setting.ts'
import { SettingForm } from '../setting-form.tsx'
import { createReader } from '../typed-values.ts'
import { validityWords } from '../validity.ts'
import { readWhole } from './service-times-section.tsx'
import { withStaffing } from './with-staffing.tsx'

/** How a checkpoint is staffed: heads or officers, the longest duty without relief, and the target for waits. */
export const RulesSection = withStaffing('rules', ({ settings, staffing, today }) => {
  const words = useWords()
  const { t, number } = words
  const chosen = useChosenCheckpoint(settings)
  if (!chosen) return null
  const { checkpoint } = chosen
  const set = staffing.checkpoints.find((each) => each.checkpoint === checkpoint)?.rules ?? []
  // Until the port says something else, the program's own rule holds; it is changed by setting one.
  const rows: StaffingRule[] = set[0]?.from === null ? set : [{ from: null, ...startingRule }, ...set]
  const isSet = (row: StaffingRule) => set.includes(row)
  return (
    <Records
      section="rules"
      filter={<CheckpointChoice settings={settings} today={today} />}
      rows={rows}
      idOf={(row) => row.from ?? ''}
      isFaint={(row) => !isSet(row)}
      formKey={(row) => keyOf(checkpoint, row)}
      columns={[
        {
          id: 'dates',
          label: t('settings.inService'),
          cell: (row) => validityWords(words, { from: row.from, to: null }),
        },
        {
          id: 'target',
          label: t('settings.rules.target'),
          cell: ({ target: { minutes, percent } }) =>
            percent === null
              ? t('settings.rules.forAll', { minutes: number(minutes) })
              : t('settings.rules.forMost', { minutes: number(minutes), percent: number(percent) }),
        },
        {
          id: 'heads',
          label: t('settings.rules.heads'),
          cell: (row) => t(`settings.rules.headKinds.${row.heads}`),
        },
        {
          id: 'longest',
          label: t('settings.rules.longest'),
          cell: ({ longestDutyMinutes }) =>
            longestDutyMinutes === null
              ? t('settings.rules.noLongest')
              : t('settings.rules.minutes', { minutes: number(longestDutyMinutes) }),
        },
      ]}
      panels={{
        row: (row, control) => (
          <RuleForm
            key={keyOf(checkpoint, row)}
            checkpoint={checkpoint}
            rule={row}
            isNew={false}
            today={today}
            control={control}
          />
        ),
        add: (control) => (
          <RuleForm
            checkpoint={checkpoint}
            rule={rows.findLast((each) => (each.from ?? '') <= today) ?? { from: null, ...startingRule }}
            isNew
            today={today}
            control={control}
          />
        ),
        ask: (row, control) =>
          isSet(row) && (
            <RemoveQuestion
              name={validityWords(words, { from: row.from, to: null })}
              hint={t('settings.rules.removeHint')}
              control={control}
              onRemove={() => saveSetting(() => call('removeStaffingRule', { checkpoint, from: row.from }))}
            />
          ),
      }}
    />
  )
})

const keyOf = (checkpoint: string, row: StaffingRule): string =>
  `staffing-rule/${checkpoint}/${row.from ?? ''}`
const aDay = 1440

interface RuleFormProps {
  checkpoint: string
  rule: StaffingRule
  isNew: boolean
  today: string
  control: RecordControl
}

function RuleForm({ checkpoint, rule, isNew, today, control }: RuleFormProps) {
  const words = useWords()
  const { t } = words
  const saved = {
    from: isNew ? today : (rule.from ?? ''),
    heads: rule.heads as string,
    longest: String(rule.longestDutyMinutes ?? ''),
    minutes: String(rule.target.minutes),
    percent: String(rule.target.percent ?? ''),
  }
  const key = isNew ? newKey('rules') : keyOf(checkpoint, rule)
  const form: Form<typeof saved> = useForm(key, saved, async (values) => {
    const read = createReader(today)
    const optional = (field: 'longest' | 'percent', most: number) =>
      values[field].trim() === '' ? null : readWhole(read, field, values[field], 1, most)
    const fields = {
      from: isNew ? read.date('from', values.from) : rule.from,
      heads: values.heads as HeadKind,
      longestDutyMinutes: optional('longest', aDay),
      target: {
        minutes: readWhole(read, 'minutes', values.minutes, 1, aDay),
        percent: optional('percent', 99),
      },
    }
    if (read.refused) return read.problems
    if (isNew) control.expectNew()
    return saveSetting(() => call('keepStaffingRule', { checkpoint, ...fields }))
  })
  return (
    <SettingForm
      title={isNew ? t('settings.rules.add') : validityWords(words, { from: rule.from, to: null })}
      form={form}
      control={control}
    >
      {isNew && <FormText form={form} field="from" label={t('settings.from')} />}
      <div className="half">
        <FormText form={form} field="minutes" label={t('settings.rules.wait')} />
      </div>
      <div className="half">
        <FormText
          form={form}
          field="percent"
          label={t('settings.rules.percent')}
          placeholder={t('settings.rules.everybody')}
        />
      </div>
      <FormChoice
        form={form}
        field="heads"
        label={t('settings.rules.heads')}
        choices={headKinds.map((value) => ({ value, label: t(`settings.rules.headKinds.${value}`) }))}
      />
      <FormText
        form={form}
        field="longest"
        label={t('settings.rules.longestMinutes')}
        placeholder={t('settings.rules.noLongest')}
      />
    </SettingForm>
  )
}
