import type { SeasonSetting } from '../../../shared/contract/calendar-settings.ts'
import { formatWeekday } from '../../../shared/format.ts'
import { call } from '../../lib/client.ts'
import { shortened } from '../../lib/shortened.ts'
import { parseTypedSpans } from '../../lib/times.ts'
import { useWords } from '../../lib/use-words.ts'
import { TextField } from '../../ui/form/fields.tsx'
import { newKey, useForm } from './drafts.ts'
import { FormDates } from './form-fields.tsx'
import type { RecordControl } from './records.tsx'
import { saveSetting } from './save-setting.ts'
import { dateOfWeekday, hoursOfDays, textsByDay, weekdays } from './season-hours.ts'
import { SettingForm } from './setting-form.tsx'
import { createReader, dateText } from './typed-values.ts'

interface SeasonFormProps {
  checkpoint: string
  /** Null for a new season. */
  season: SeasonSetting | null
  title: string
  /** What a new season begins with. */
  like: SeasonSetting | null
  id: string
  today: string
  control: RecordControl
}

/** The opening hours of a season, weekday by weekday. */
export function SeasonForm({ checkpoint, season, like, title, id, today, control }: SeasonFormProps) {
  const words = useWords()
  const { t, language } = words
  const days = textsByDay((season ?? like)?.hours ?? [])
  const saved = {
    from: season ? dateText(season.from) : '',
    to: season ? dateText(season.to) : '',
    ...Object.fromEntries(days.map((text, index) => [`day${index + 1}`, text])),
  } as { from: string; to: string } & Record<string, string>
  const key = season ? `season/${checkpoint}/${id}` : newKey('hours')
  const form = useForm(key, saved, async (values, confirmed) => {
    const read = createReader(today)
    const dates = { from: read.openDate('from', values.from), to: read.openDate('to', values.to) }
    const spans = weekdays.map((weekday) => {
      const text = values[`day${weekday}`] ?? ''
      const parsed = parseTypedSpans(text)
      if (parsed === null)
        read.problems[`day${weekday}`] = ({ t }) => t('settings.hours.refused', { text: shortened(text) })
      return parsed ?? []
    })
    const hours = hoursOfDays(spans)
    if (hours.length === 0 && !read.refused) read.problems.day1 = ({ t }) => t('settings.hours.none')
    if (read.refused) return read.problems
    const replaces = season && { from: season.from, to: season.to }
    if (!replaces || replaces.from !== dates.from || replaces.to !== dates.to) control.expectNew()
    return saveSetting(() => call('keepSeason', { checkpoint, replaces, ...dates, hours, confirmed }))
  })
  return (
    <SettingForm title={title} form={form} control={control}>
      <FormDates form={form} />
      {weekdays.map((weekday) => (
        <TextField
          key={weekday}
          inRow
          label={formatWeekday(dateOfWeekday(weekday), language, 'long')}
          placeholder={t('sheet.closed')}
          value={form.values[`day${weekday}`] ?? ''}
          problem={form.problems[`day${weekday}`]?.(words)}
          onChange={(text) => form.set({ [`day${weekday}`]: text })}
        />
      ))}
      <p className="faint">{t('settings.hours.hint')}</p>
    </SettingForm>
  )
}
