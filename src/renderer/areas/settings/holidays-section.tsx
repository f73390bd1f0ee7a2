import { useState } from 'react'
import type { Holiday } from '../../../shared/contract/calendar-settings.ts'
import { call } from '../../lib/client.ts'
import { useWords } from '../../lib/use-words.ts'
import { ChoiceList } from '../../ui/choice-list.tsx'
import { daysWords } from './closures-section.tsx'
import { countryName, useCountries } from './countries.ts'
import { newKey, useForm } from './drafts.ts'
import { RemoveQuestion } from './end-question.tsx'
import { FormNames, FormText } from './form-fields.tsx'
import { LoadHolidays } from './load-holidays.tsx'
import { type RecordControl, Records } from './records.tsx'
import { saveSetting } from './save-setting.ts'
import type { SectionProps } from './section-props.ts'
import { SettingForm } from './setting-form.tsx'
import { createReader, type TypedNames } from './typed-values.ts'
import { hasEnded } from './validity.ts'

const all = ''

/** The holidays of both sides of the border, by year. */
export function HolidaysSection({ settings: { holidays }, today }: SectionProps) {
  const words = useWords()
  const { t, name } = words
  const countries = useCountries(holidays)
  const [country, setCountry] = useState<string>(all)
  const years = [...new Set(holidays.flatMap(({ from, to }) => [from.slice(0, 4), to.slice(0, 4)]))].sort()
  const now = today.slice(0, 4)
  const [wantedYear, setYear] = useState<string>(years.includes(now) ? now : all)
  const year = years.includes(wantedYear) ? wantedYear : all
  const shown = holidays.filter(
    (each) =>
      (country === all || each.country === country) &&
      (year === all || (each.from.slice(0, 4) <= year && year <= each.to.slice(0, 4))),
  )
  return (
    <Records
      section="holidays"
      filter={
        <>
          <ChoiceList
            label={t('settings.holidays.country')}
            value={country}
            choices={[
              { value: all, label: t('settings.holidays.allCountries') },
              ...countries.map((value) => ({ value, label: countryName(words, value) })),
            ]}
            onChoose={setCountry}
          />
          <ChoiceList
            label={t('settings.holidays.year')}
            value={year}
            choices={[
              { value: all, label: t('settings.holidays.allYears') },
              ...years.map((value) => ({ value, label: value })),
            ]}
            onChoose={setYear}
          />
        </>
      }
      rows={shown}
      idOf={(row) => row.id}
      isFaint={(row) => hasEnded(row, today)}
      formKey={(row) => `holiday/${row.id}`}
      columns={[
        { id: 'dates', label: t('settings.dates'), cell: (row) => daysWords(words, row) },
        {
          id: 'country',
          label: t('settings.holidays.country'),
          cell: (row) => countryName(words, row.country),
        },
        { id: 'name', label: t('settings.name'), cell: (row) => name(row.names) },
      ]}
      panels={{
        row: (row, control) => (
          <HolidayForm key={row.id} holiday={row} countries={countries} today={today} control={control} />
        ),
        add: (control) => (
          <HolidayForm holiday={null} countries={countries} today={today} control={control} />
        ),
        load: (control) => <LoadHolidays control={control} />,
        ask: (row, control) => (
          <RemoveQuestion
            name={t('settings.closures.one', { reason: name(row.names), dates: daysWords(words, row) })}
            control={control}
            onRemove={() => saveSetting(() => call('removeHoliday', { id: row.id }))}
          />
        ),
      }}
    />
  )
}

interface HolidayFormProps {
  /** Null for a new one. */
  holiday: Holiday | null
  countries: readonly string[]
  today: string
  control: RecordControl
}

function HolidayForm({ holiday, countries, today, control }: HolidayFormProps) {
  const words = useWords()
  const { t, name } = words
  const saved = {
    country: holiday?.country ?? countries[0] ?? '',
    from: holiday?.from ?? today,
    to: holiday?.to ?? today,
    names: (holiday?.names ?? {}) as TypedNames,
  }
  const key = holiday ? `holiday/${holiday.id}` : newKey('holidays')
  const form = useForm(key, saved, async (values) => {
    const read = createReader(today)
    const fields = {
      country: values.country.trim().toUpperCase(),
      from: read.date('from', values.from),
      to: read.date('to', values.to),
      names: read.names('names', values.names),
    }
    if (read.refused) return read.problems
    if (!holiday) control.expectNew()
    return saveSetting(() => call('keepHoliday', { id: holiday?.id ?? null, ...fields }))
  })
  return (
    <SettingForm
      title={holiday ? name(holiday.names) : t('settings.holidays.add')}
      form={form}
      control={control}
    >
      <FormText
        form={form}
        field="country"
        label={t('settings.holidays.country')}
        hint={countries
          .map((code) => t('settings.holidays.countryCode', { code, name: countryName(words, code) }))
          .join(t('settings.list'))}
      />
      <div className="half">
        <FormText form={form} field="from" label={t('settings.firstDay')} />
      </div>
      <div className="half">
        <FormText form={form} field="to" label={t('settings.lastDay')} />
      </div>
      <FormNames form={form} heading={t('settings.name')} />
    </SettingForm>
  )
}
