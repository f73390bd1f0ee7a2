import type { Settings } from '../../../shared/contract/settings.ts'
import { languageNames } from '../../../shared/languages/names.ts'
import { call } from '../../lib/client.ts'
import { useWords } from '../../lib/use-words.ts'
import { namesOn } from './dated-names.ts'
import { RemoveQuestion } from './end-question.tsx'
import { ExportPort } from './export-port.tsx'
import { NamesForm, RenameForm } from './names-form.tsx'
import { LanguagesForm, MidnightRuleForm, PortFact } from './port-forms.tsx'
import { Records } from './records.tsx'
import { saveSetting } from './save-setting.ts'
import type { SectionProps } from './section-props.ts'
import { validityWords } from './validity.ts'

type Rule = Settings['midnightRules'][number]
type Row = { kind: 'names' | 'languages' | 'zone' | 'code' } | { kind: 'rule'; rule: Rule }

const idOf = (row: Row): string => (row.kind === 'rule' ? `rule/${row.rule.from ?? ''}` : row.kind)

/** What holds for the whole port. */
export function PortSection({ settings, today }: SectionProps) {
  const words = useWords()
  const { t, name } = words
  const of = { entity: 'port' } as const
  const rows: Row[] = [
    { kind: 'names' },
    { kind: 'languages' },
    ...settings.midnightRules.map((rule) => ({ kind: 'rule' as const, rule })),
    { kind: 'zone' },
    { kind: 'code' },
  ]

  function valueText(row: Row): string {
    switch (row.kind) {
      case 'names':
        return name(namesOn(settings.names, today))
      case 'languages':
        return settings.languages.map((language) => languageNames[language]).join(t('settings.list'))
      case 'zone':
        return settings.zone
      case 'code':
        return settings.port
      case 'rule':
        return t(`settings.port.rules.${row.rule.rule}`)
    }
  }

  return (
    <Records<Row>
      section="port"
      outputs={<ExportPort />}
      rows={rows}
      idOf={idOf}
      formKey={(row) => `port/${idOf(row)}`}
      columns={[
        { id: 'name', label: t('settings.setting'), cell: (row) => t(`settings.port.facts.${row.kind}`) },
        { id: 'value', label: t('settings.value'), cell: valueText },
        {
          id: 'dates',
          label: t('settings.inService'),
          cell: (row) => row.kind === 'rule' && validityWords(words, { from: row.rule.from, to: null }),
        },
      ]}
      panels={{
        row(row, control) {
          if (row.kind === 'names') {
            return <NamesForm of={of} names={settings.names} today={today} control={control} />
          }
          if (row.kind === 'languages') {
            return <LanguagesForm languages={settings.languages} control={control} />
          }
          if (row.kind === 'rule') {
            return <MidnightRuleForm key={idOf(row)} rule={row.rule} today={today} control={control} />
          }
          return <PortFact kind={row.kind} />
        },
        add: (control) => <MidnightRuleForm rule={null} today={today} control={control} />,
        rename: (row, control) =>
          row.kind === 'names' && (
            <RenameForm of={of} names={settings.names} today={today} control={control} />
          ),
        ask(row, control) {
          if (row.kind !== 'rule' || row.rule.from === null) return null
          const { from } = row.rule
          return (
            <RemoveQuestion
              name={t('settings.port.ruleSince', { rule: valueText(row), date: from })}
              control={control}
              onRemove={() => saveSetting(() => call('removeMidnightRule', { from }))}
            />
          )
        },
      }}
    />
  )
}
