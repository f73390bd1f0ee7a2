import type { NumberFormatSetting } from '../../../../shared/contract/trade-settings.ts'
import { call } from '../../../lib/client.ts'
import { plainDigits } from '../../../lib/days.ts'
import { useWords } from '../../../lib/use-words.ts'
import { newKey, useForm } from '../drafts.ts'
import { RemoveQuestion } from '../end-question.tsx'
import { FormNames, FormText } from '../form-fields.tsx'
import { type RecordControl, Records } from '../records.tsx'
import { saveSetting } from '../save-setting.ts'
import { SettingForm } from '../setting-form.tsx'
import { createReader, type TypedNames } from '../typed-values.ts'
import { validityWords } from '../validity.ts'
import { withTrade } from './with-trade.tsx'

const keyOf = ({ from }: NumberFormatSetting): string => `number-format/${from ?? ''}`

/** How the numbers of declarations look. */
export const NumbersSection = withTrade('declarationNumbers', ({ trade, today }) => {
  const words = useWords()
  const { t, name } = words
  return (
    <Records
      section="declarationNumbers"
      rows={trade.numberFormats}
      idOf={keyOf}
      formKey={keyOf}
      columns={[
        {
          id: 'masks',
          label: t('settings.declarationNumbers.masks'),
          cell: (row) => row.masks.join(t('settings.list')),
        },
        {
          id: 'name',
          label: t('settings.declarationNumbers.description'),
          cell: (row) => name(row.description),
        },
        {
          id: 'dates',
          label: t('settings.inService'),
          cell: (row) => validityWords(words, { from: row.from, to: null }),
        },
      ]}
      panels={{
        row: (row, control) => <NumberForm key={keyOf(row)} row={row} today={today} control={control} />,
        add: (control) => <NumberForm row={null} today={today} control={control} />,
        ask: (row, control) => (
          <RemoveQuestion
            name={row.masks.join(t('settings.list'))}
            hint={t('settings.declarationNumbers.removeHint')}
            control={control}
            onRemove={() => saveSetting(() => call('removeNumberFormat', { from: row.from }))}
          />
        ),
      }}
    />
  )
})

interface NumberFormProps {
  /** Null for a new one. */
  row: NumberFormatSetting | null
  today: string
  control: RecordControl
}

function NumberForm({ row, today, control }: NumberFormProps) {
  const { t, name } = useWords()
  const saved = {
    masks: row?.masks.join(', ') ?? '',
    names: (row?.description ?? {}) as TypedNames,
    from: row?.from ?? today,
  }
  const form = useForm(row ? keyOf(row) : newKey('declarationNumbers'), saved, async (values) => {
    const read = createReader(today)
    const masks = plainDigits(values.masks)
      .toUpperCase()
      .split(/[,;、\s]+/)
      .filter((mask) => mask !== '')
    if (masks.length === 0) read.problems.masks = ({ t }) => t('settings.needed')
    const description = read.names('names', values.names)
    const from = row ? row.from : read.openDate('from', values.from)
    if (read.refused) return read.problems
    if (!row) control.expectNew()
    return saveSetting(() => call('keepNumberFormat', { from, masks, description }))
  })
  return (
    <SettingForm
      title={row ? name(row.description) : t('settings.declarationNumbers.add')}
      form={form}
      control={control}
    >
      <FormText
        form={form}
        field="masks"
        wraps
        label={t('settings.declarationNumbers.masks')}
        hint={t('settings.declarationNumbers.maskHint')}
      />
      <FormNames form={form} heading={t('settings.declarationNumbers.description')} />
      {!row && (
        <FormText form={form} field="from" label={t('settings.from')} placeholder={t('settings.always')} />
      )}
    </SettingForm>
  )
}
