import type { Settings } from '../../../shared/contract/settings.ts'
import { languageNames, languageOrder } from '../../../shared/languages/names.ts'
import type { Language } from '../../../shared/words.ts'
import { call } from '../../lib/client.ts'
import { useWords } from '../../lib/use-words.ts'
import { ChecksField } from '../../ui/form/fields.tsx'
import { newKey, useForm } from './drafts.ts'
import { FormChoice, FormText } from './form-fields.tsx'
import type { RecordControl } from './records.tsx'
import { saveSetting } from './save-setting.ts'
import { SettingForm } from './setting-form.tsx'
import { createReader } from './typed-values.ts'

/** A fact of the port that came with it and stays. */
export function PortFact({ kind }: { kind: 'zone' | 'code' }) {
  const { t } = useWords()
  return (
    <section className="setting">
      <h2>{t(`settings.port.facts.${kind}`)}</h2>
      <p className="faint">{t(`settings.port.fixed.${kind}`)}</p>
    </section>
  )
}

interface LanguagesFormProps {
  languages: readonly Language[]
  control: RecordControl
}

/** The languages that people here read, the main one first. */
export function LanguagesForm({ languages, control }: LanguagesFormProps) {
  const words = useWords()
  const { t } = words
  const saved = { main: languages[0] as string, languages: [...languages] }
  const form = useForm('port/languages', saved, async (values) => {
    const main = values.main as Language
    const others = values.languages.filter((language) => language !== main)
    return saveSetting(() => call('keepLanguages', { languages: [main, ...others] }))
  })
  const choices = languageOrder.map((value) => ({ value, label: languageNames[value] }))
  return (
    <SettingForm title={t('settings.port.facts.languages')} form={form} control={control}>
      <FormChoice form={form} field="main" label={t('settings.port.mainLanguage')} choices={choices} />
      <ChecksField
        label={t('settings.port.otherLanguages')}
        values={form.values.languages}
        choices={choices.filter(({ value }) => value !== form.values.main)}
        problem={form.problems.languages?.(words)}
        onChange={(chosen) => form.set({ languages: chosen })}
      />
    </SettingForm>
  )
}

interface MidnightRuleFormProps {
  /** Null for a new one. */
  rule: Settings['midnightRules'][number] | null
  today: string
  control: RecordControl
}

/** How shifts over midnight count from a date on. */
export function MidnightRuleForm({ rule, today, control }: MidnightRuleFormProps) {
  const { t } = useWords()
  const saved = { from: rule ? '' : today, rule: rule?.rule ?? 'split' }
  const key = rule ? `port/rule/${rule.from ?? ''}` : newKey('port')
  const form = useForm(key, saved, async (values) => {
    const read = createReader(today)
    const from = rule ? rule.from : read.date('from', values.from)
    if (read.refused) return read.problems
    if (!rule) control.expectNew()
    return saveSetting(() =>
      call('keepMidnightRule', { from, rule: values.rule === 'split' ? 'split' : 'start-day' }),
    )
  })
  return (
    <SettingForm
      title={rule ? t('settings.port.facts.rule') : t('settings.port.add')}
      form={form}
      control={control}
    >
      {!rule && <FormText form={form} field="from" label={t('settings.from')} />}
      <FormChoice
        form={form}
        field="rule"
        label={t('settings.port.facts.rule')}
        choices={(['split', 'start-day'] as const).map((value) => ({
          value,
          label: t(`settings.port.rules.${value}`),
        }))}
      />
      <p className="faint">{t('settings.port.ruleHint')}</p>
    </SettingForm>
  )
}
