import type { CheckpointSetting } from '../../../shared/contract/settings.ts'
import { call } from '../../lib/client.ts'
import { useStore } from '../../lib/store.ts'
import { useWords } from '../../lib/use-words.ts'
import { CheckpointForm, NewCheckpointForm } from './checkpoint-forms.tsx'
import { namesOn } from './dated-names.ts'
import { EndQuestion, RemoveQuestion } from './end-question.tsx'
import { moved } from './moved.ts'
import { NamesForm, RenameForm } from './names-form.tsx'
import { EndedSwitch, Records } from './records.tsx'
import { saveSetting } from './save-setting.ts'
import type { SectionProps } from './section-props.ts'
import { settingsChoice } from './settings-choice.ts'
import { hasEnded, validityWords } from './validity.ts'

/** The checkpoints of the port in its order. */
export function CheckpointsSection({ settings, today }: SectionProps) {
  const words = useWords()
  const { t, name } = words
  const { withEnded } = useStore(settingsChoice)
  const nameOf = (row: CheckpointSetting) => name(namesOn(row.names, today))
  const namedOf = (row: CheckpointSetting) => ({ entity: 'checkpoint', checkpoint: row.checkpoint }) as const
  const codes = settings.checkpoints.map((each) => each.checkpoint)

  function shift(row: CheckpointSetting, beyond: CheckpointSetting) {
    const order = moved(codes, row.checkpoint, beyond.checkpoint)
    return order && saveSetting(() => call('orderCheckpoints', { checkpoints: order }))
  }

  return (
    <Records
      section="checkpoints"
      filter={<EndedSwitch />}
      rows={settings.checkpoints.filter((each) => withEnded || !hasEnded(each, today))}
      idOf={(row) => row.checkpoint}
      isFaint={(row) => hasEnded(row, today)}
      hasFigures={(row) => row.figures !== null}
      formKey={(row) => `checkpoint/${row.checkpoint}`}
      columns={[
        { id: 'name', label: t('settings.name'), cell: nameOf },
        { id: 'kind', label: t('settings.kind'), cell: (row) => t(`settings.kinds.${row.kind}`) },
        {
          id: 'directions',
          label: t('settings.directions'),
          cell: (row) => row.directions.map((each) => t(`directions.${each}`)).join(t('settings.list')),
        },
        { id: 'dates', label: t('settings.inService'), cell: (row) => validityWords(words, row) },
      ]}
      onShift={shift}
      panels={{
        row: (row, control) => (
          <>
            <CheckpointForm
              key={row.checkpoint}
              checkpoint={row}
              title={nameOf(row)}
              today={today}
              control={control}
            />
            <NamesForm
              key={`names ${row.checkpoint}`}
              of={namedOf(row)}
              names={row.names}
              today={today}
              control={control}
            />
          </>
        ),
        add: (control) => <NewCheckpointForm settings={settings} today={today} control={control} />,
        rename: (row, control) => (
          <RenameForm of={namedOf(row)} names={row.names} today={today} control={control} />
        ),
        ask: (row, control) =>
          row.figures ? (
            <EndQuestion
              id={`checkpoint/${row.checkpoint}`}
              name={nameOf(row)}
              figures={row.figures}
              today={today}
              control={control}
              onEnd={(to) =>
                saveSetting(() =>
                  call('changeCheckpoint', {
                    checkpoint: row.checkpoint,
                    kind: row.kind,
                    directions: row.directions,
                    from: row.from,
                    to,
                  }),
                )
              }
            />
          ) : (
            <RemoveQuestion
              name={nameOf(row)}
              hint={t('settings.checkpoints.removeHint')}
              control={control}
              onRemove={() => saveSetting(() => call('removeCheckpoint', { checkpoint: row.checkpoint }))}
            />
          ),
      }}
    />
  )
}
