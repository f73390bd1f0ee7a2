import type { LineSetting } from '../../../shared/contract/settings.ts'
import { call } from '../../lib/client.ts'
import { useStore } from '../../lib/store.ts'
import { useWords } from '../../lib/use-words.ts'
import { countsAsWords } from './counts-as.ts'
import { namesOn } from './dated-names.ts'
import { EndQuestion, RemoveQuestion } from './end-question.tsx'
import { LineForm, NewLineForm } from './line-forms.tsx'
import { NamesForm, RenameForm } from './names-form.tsx'
import { EndedSwitch, Records } from './records.tsx'
import { saveSetting } from './save-setting.ts'
import type { SectionProps } from './section-props.ts'
import { settingsChoice } from './settings-choice.ts'
import { hasEnded, validityWords } from './validity.ts'

/** Everything that the port counts, whichever sheet it stands on. */
export function LinesSection({ settings, today }: SectionProps) {
  const words = useWords()
  const { t, name } = words
  const { withEnded } = useStore(settingsChoice)
  const nameOf = (row: LineSetting) => name(namesOn(row.names, today))
  const namedOf = (row: LineSetting) => ({ entity: 'line', line: row.line }) as const
  return (
    <Records
      section="lines"
      filter={<EndedSwitch />}
      rows={settings.lines.filter((each) => withEnded || !hasEnded(each, today))}
      idOf={(row) => row.line}
      isFaint={(row) => hasEnded(row, today)}
      hasFigures={(row) => row.figures !== null}
      formKey={(row) => `line/${row.line}`}
      columns={[
        { id: 'name', label: t('settings.name'), cell: nameOf },
        { id: 'unit', label: t('settings.unit'), cell: (row) => t(`settings.units.${row.unit}`) },
        {
          id: 'counts',
          label: t('settings.lines.counts'),
          cell: (row) => countsAsWords(words, row, settings, today),
        },
        { id: 'dates', label: t('settings.inService'), cell: (row) => validityWords(words, row) },
      ]}
      panels={{
        row: (row, control) => (
          <>
            <LineForm
              key={row.line}
              line={row}
              title={nameOf(row)}
              settings={settings}
              today={today}
              control={control}
            />
            <NamesForm
              key={`names ${row.line}`}
              of={namedOf(row)}
              names={row.names}
              today={today}
              control={control}
            />
          </>
        ),
        add: (control) => <NewLineForm settings={settings} today={today} control={control} />,
        rename: (row, control) => (
          <RenameForm of={namedOf(row)} names={row.names} today={today} control={control} />
        ),
        ask: (row, control) =>
          row.figures ? (
            <EndQuestion
              id={`line/${row.line}`}
              name={nameOf(row)}
              figures={row.figures}
              today={today}
              control={control}
              onEnd={(to) => {
                const { line, unit, totals, parent, from } = row
                return saveSetting(() => call('changeLine', { line, unit, totals, parent, from, to }))
              }}
            />
          ) : (
            <RemoveQuestion
              name={nameOf(row)}
              hint={t('settings.lines.removeHint')}
              control={control}
              onRemove={() => saveSetting(() => call('removeLine', { line: row.line }))}
            />
          ),
      }}
    />
  )
}
