import type { ShiftSetting } from '../../../shared/contract/settings.ts'
import { call } from '../../lib/client.ts'
import { useStore } from '../../lib/store.ts'
import { useWords } from '../../lib/use-words.ts'
import { CheckpointChoice, useChosenCheckpoint } from './checkpoint-choice.tsx'
import { namesOn } from './dated-names.ts'
import { EndQuestion, RemoveQuestion } from './end-question.tsx'
import { NamesForm, RenameForm } from './names-form.tsx'
import { EndedSwitch, Records } from './records.tsx'
import { saveSetting } from './save-setting.ts'
import type { SectionProps } from './section-props.ts'
import { settingsChoice } from './settings-choice.ts'
import { NewShiftForm, ShiftForm, ShiftTimesForm } from './shift-forms.tsx'
import { hasEnded, validityWords } from './validity.ts'

/** The shifts of a checkpoint; a shift has a row for each of its times. */
export function ShiftsSection({ settings, today }: SectionProps) {
  const words = useWords()
  const { t, name } = words
  const { withEnded } = useStore(settingsChoice)
  const chosen = useChosenCheckpoint(settings)
  if (!chosen) return null
  const { checkpoint, shifts } = chosen
  const nameOf = (row: ShiftSetting) => name(namesOn(row.names, today))
  const namedOf = (row: ShiftSetting) => ({ entity: 'shift', checkpoint, shift: row.shift }) as const
  const idOf = (row: ShiftSetting) => `${row.shift}/${row.from ?? ''}`
  return (
    <Records
      section="shifts"
      filter={
        <>
          <CheckpointChoice settings={settings} today={today} />
          <EndedSwitch />
        </>
      }
      rows={shifts.filter((each) => withEnded || !hasEnded(each, today))}
      idOf={idOf}
      isFaint={(row) => hasEnded(row, today)}
      hasFigures={(row) => row.figures !== null}
      formKey={(row) => `shift/${checkpoint}/${idOf(row)}`}
      columns={[
        { id: 'name', label: t('settings.name'), cell: nameOf },
        {
          id: 'times',
          label: t('settings.times'),
          cell: (row) => {
            const times = t('sheet.times', { from: row.starts, to: row.ends })
            return row.overMidnight ? t('settings.shifts.nextDay', { times }) : times
          },
        },
        { id: 'dates', label: t('settings.inService'), cell: (row) => validityWords(words, row) },
      ]}
      panels={{
        row: (row, control) => (
          <>
            <ShiftForm
              key={`${checkpoint}/${idOf(row)}`}
              checkpoint={checkpoint}
              shift={row}
              title={nameOf(row)}
              today={today}
              control={control}
            />
            <NamesForm
              key={`names ${checkpoint}/${row.shift}`}
              of={namedOf(row)}
              names={row.names}
              today={today}
              control={control}
            />
          </>
        ),
        add: (control) => (
          <NewShiftForm
            checkpoint={checkpoint}
            codes={shifts.map((each) => each.shift)}
            today={today}
            control={control}
          />
        ),
        rename: (row, control) => (
          <RenameForm of={namedOf(row)} names={row.names} today={today} control={control} />
        ),
        times: (row, control) => (
          <ShiftTimesForm
            checkpoint={checkpoint}
            shift={row}
            title={nameOf(row)}
            today={today}
            control={control}
          />
        ),
        ask: (row, control) =>
          row.figures ? (
            <EndQuestion
              id={`shift/${checkpoint}/${idOf(row)}`}
              name={nameOf(row)}
              figures={row.figures}
              today={today}
              control={control}
              onEnd={(to) => {
                const { shift, from, starts, ends } = row
                return saveSetting(() =>
                  call('changeShift', { checkpoint, shift, row: from, starts, ends, from, to }),
                )
              }}
            />
          ) : (
            <RemoveQuestion
              name={nameOf(row)}
              control={control}
              onRemove={() =>
                saveSetting(() => call('removeShift', { checkpoint, shift: row.shift, row: row.from }))
              }
            />
          ),
      }}
    />
  )
}
