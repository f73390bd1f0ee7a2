import type { SeasonSetting } from '../../../shared/contract/calendar-settings.ts'
import { formatWeekday } from '../../../shared/format.ts'
import { call } from '../../lib/client.ts'
import { useStore } from '../../lib/store.ts'
import { useWords } from '../../lib/use-words.ts'
import { CheckpointChoice, useChosenCheckpoint } from './checkpoint-choice.tsx'
import { RemoveQuestion } from './end-question.tsx'
import { EndedSwitch, Records } from './records.tsx'
import { saveSetting } from './save-setting.ts'
import { SeasonForm } from './season-form.tsx'
import { dateOfWeekday, hoursWords } from './season-hours.ts'
import type { SectionProps } from './section-props.ts'
import { settingsChoice } from './settings-choice.ts'
import { hasEnded, validityWords } from './validity.ts'

/** The opening hours of a checkpoint, season by season. */
export function HoursSection({ settings, today }: SectionProps) {
  const words = useWords()
  const { t, language } = words
  const { withEnded } = useStore(settingsChoice)
  const chosen = useChosenCheckpoint(settings)
  if (!chosen) return null
  const { checkpoint, seasons } = chosen
  const idOf = (row: SeasonSetting) => `${row.from ?? ''}/${row.to ?? ''}`
  const nameOf = (row: SeasonSetting) => validityWords(words, row)
  return (
    <Records
      section="hours"
      filter={
        <>
          <CheckpointChoice settings={settings} today={today} />
          <EndedSwitch />
        </>
      }
      rows={seasons.filter((each) => withEnded || !hasEnded(each, today))}
      idOf={idOf}
      isFaint={(row) => hasEnded(row, today)}
      formKey={(row) => `season/${checkpoint}/${idOf(row)}`}
      columns={[
        { id: 'dates', label: t('settings.hours.season'), cell: nameOf },
        {
          id: 'hours',
          label: t('settings.hours.title'),
          cell: (row) =>
            hoursWords(words, row.hours, (weekday) => formatWeekday(dateOfWeekday(weekday), language)),
        },
      ]}
      panels={{
        row: (row, control) => (
          <SeasonForm
            key={`${checkpoint}/${idOf(row)}`}
            checkpoint={checkpoint}
            season={row}
            like={null}
            id={idOf(row)}
            title={nameOf(row)}
            today={today}
            control={control}
          />
        ),
        add: (control) => (
          <SeasonForm
            checkpoint={checkpoint}
            season={null}
            like={seasons.at(-1) ?? null}
            id=""
            title={t('settings.hours.add')}
            today={today}
            control={control}
          />
        ),
        ask: (row, control) => (
          <RemoveQuestion
            name={nameOf(row)}
            hint={t('settings.hours.removeHint')}
            control={control}
            onRemove={() =>
              saveSetting(() => call('removeSeason', { checkpoint, season: { from: row.from, to: row.to } }))
            }
          />
        ),
      }}
    />
  )
}
