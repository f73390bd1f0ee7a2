import { useState } from 'react'
import type { DatedNames, Named as NamedOfPort } from '../../../shared/contract/settings.ts'
import { formatDate } from '../../../shared/format.ts'
import type { Names } from '../../../shared/words.ts'
import { call } from '../../lib/client.ts'
import { useWords } from '../../lib/use-words.ts'
import { ChoiceField } from '../../ui/form/fields.tsx'
import { namesOn, namingOn } from './dated-names.ts'
import { newKey, useForm } from './drafts.ts'
import { FormNames, FormText } from './form-fields.tsx'
import type { RecordControl } from './records.tsx'
import { saveSetting } from './save-setting.ts'
import { SettingForm } from './setting-form.tsx'
import { createReader, type TypedNames } from './typed-values.ts'

/** What has names that change with the years: of the port and its staffing, or of trade. */
type Named = NamedOfPort | { entity: 'commodity-group'; commodityGroup: string }

const keepNames = (of: Named, from: string | null, names: Names) =>
  saveSetting(() =>
    of.entity === 'commodity-group'
      ? call('keepGroupNames', { commodityGroup: of.commodityGroup, from, names })
      : call('keepNames', { of, from, names }),
  )

interface NamesProps {
  of: Named
  names: DatedNames
  today: string
  control: RecordControl
}

const first = ''

/** One text for what is named, for keys. */
export const keyOfNamed = (of: Named): string => Object.values(of).join('/')

/** The names of today, or of the date chosen among those on which they changed, to be corrected. */
export function NamesForm({ of, names, today, control }: NamesProps) {
  const { t, language, name } = useWords()
  const [chosen, setChosen] = useState<string | null>(null)
  const from = chosen ?? namingOn(names, today) ?? first
  const naming = names.find((each) => (each.from ?? first) === from) ?? names[0]
  if (!naming) return null
  return (
    <>
      {names.length > 1 && (
        <ChoiceField
          label={t('settings.names.which')}
          value={naming.from ?? first}
          choices={names.map((each) => ({
            value: each.from ?? first,
            label:
              each.from === null
                ? t('settings.names.first', { name: name(each.names) })
                : t('settings.names.since', {
                    date: formatDate(each.from, language),
                    name: name(namesOn(names, each.from)),
                  }),
          }))}
          onChange={setChosen}
        />
      )}
      <NamingForm key={naming.from ?? first} of={of} naming={naming} control={control} />
    </>
  )
}

interface NamingFormProps {
  of: Named
  naming: DatedNames[number]
  control: RecordControl
}

function NamingForm({ of, naming, control }: NamingFormProps) {
  const { t, language } = useWords()
  const saved: { names: TypedNames } = { names: naming.names }
  const form = useForm(`names/${keyOfNamed(of)}/${naming.from ?? first}`, saved, async (values) => {
    const read = createReader(naming.from ?? '')
    const names = read.names('names', values.names)
    return read.refused ? read.problems : keepNames(of, naming.from, names)
  })
  const title =
    naming.from === null
      ? t('settings.names.title')
      : t('settings.names.titleSince', { date: formatDate(naming.from, language) })
  return (
    <SettingForm title={title} form={form} control={control}>
      <FormNames form={form} />
      {naming.from !== null && of.entity !== 'commodity-group' && (
        <button
          type="button"
          className="quiet"
          onClick={() => {
            const { from } = naming
            if (from !== null) void saveSetting(() => call('removeNames', { of, from })).then(control.done)
          }}
        >
          {t('settings.names.remove')}
        </button>
      )}
    </SettingForm>
  )
}

/** Other names from a date on; the days before keep theirs. */
export function RenameForm({ of, names, today, control }: NamesProps) {
  const { t } = useWords()
  const saved = { from: today, names: namesOn(names, today) as TypedNames }
  const form = useForm(newKey(`rename/${keyOfNamed(of)}`), saved, async (values) => {
    const read = createReader(today)
    const from = read.date('from', values.from)
    const typed = read.names('names', values.names)
    return read.refused ? read.problems : keepNames(of, from, typed)
  })
  return (
    <SettingForm title={t('settings.names.rename')} form={form} control={control}>
      <FormText form={form} field="from" label={t('settings.names.from')} />
      <FormNames form={form} />
      <p className="faint">{t('settings.names.hint')}</p>
    </SettingForm>
  )
}
