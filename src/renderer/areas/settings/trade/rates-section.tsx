import type { TradeSettings } from '../../../../shared/contract/trade-settings.ts'
import { exactText, parseExact } from '../../../../shared/trade/exact.ts'
import { commaIn } from '../../../../shared/trade/format-exact.ts'
import type { Language } from '../../../../shared/words.ts'
import { call } from '../../../lib/client.ts'
import { plainDigits } from '../../../lib/days.ts'
import { useWords } from '../../../lib/use-words.ts'
import { newKey, useForm } from '../drafts.ts'
import { RemoveQuestion } from '../end-question.tsx'
import { FormChoice, FormText } from '../form-fields.tsx'
import { type RecordControl, Records } from '../records.tsx'
import { saveSetting } from '../save-setting.ts'
import { SettingForm } from '../setting-form.tsx'
import { createReader } from '../typed-values.ts'
import { validityWords } from '../validity.ts'
import { withTrade } from './with-trade.tsx'

type Rate = TradeSettings['rates'][number]
/** A rate, or from when on values are added up in which currency. */
type Row = { kind: 'rate'; currency: string; from: string; rate: Rate } | Reporting
type Reporting = { kind: 'reporting'; currency: string; from: string | null }

const keyOf = (row: Row): string =>
  `${row.kind}/${row.currency}/${row.kind === 'rate' ? row.rate.reporting : ''}/${row.from ?? ''}`

/** In which currency values are added up, and what the others were worth in it. */
export const RatesSection = withTrade('rates', ({ trade, today }) => {
  const words = useWords()
  const { t, language } = words
  const rows: Row[] = [
    ...trade.reportingCurrencies.map((each) => ({ kind: 'reporting' as const, ...each })),
    ...trade.rates.map((rate) => ({
      kind: 'rate' as const,
      currency: rate.currency,
      from: rate.from,
      rate,
    })),
  ]
  const worth = (row: Row) =>
    row.kind === 'rate'
      ? t('settings.rates.worth', {
          rate: rateIn(language, row.rate.rate),
          reporting: row.rate.reporting,
        })
      : t('settings.rates.reporting')
  const titleOf = (row: Row) => t('settings.rates.one', { currency: row.currency, worth: worth(row) })
  return (
    <Records
      section="rates"
      rows={rows}
      idOf={keyOf}
      formKey={keyOf}
      columns={[
        { id: 'currency', label: t('trade.fields.currency'), cell: (row) => row.currency },
        { id: 'worth', label: t('settings.rates.value'), cell: worth },
        {
          id: 'dates',
          label: t('settings.inService'),
          cell: (row) => validityWords(words, { from: row.from, to: null }),
        },
      ]}
      panels={{
        row: (row, control) =>
          row.kind === 'rate' ? (
            <RateForm key={keyOf(row)} row={row.rate} title={titleOf(row)} control={control} />
          ) : (
            <section className="setting">
              <h2>{titleOf(row)}</h2>
              <p className="faint">{t('settings.rates.reportingHint')}</p>
            </section>
          ),
        add: (control) => <NewRateForm today={today} control={control} />,
        ask: (row, control) => (
          <RemoveQuestion
            name={titleOf(row)}
            control={control}
            onRemove={() =>
              saveSetting(() => {
                if (row.kind === 'reporting') return call('removeReportingCurrency', { from: row.from })
                const { currency, reporting, from } = row.rate
                return call('removeExchangeRate', { currency, reporting, from })
              })
            }
          />
        ),
      }}
    />
  )
})

/** A rate as it is read and typed: in Russian `1.234` would be read as a thousand times as much. */
const rateIn = (language: Language, rate: string): string =>
  commaIn(language) === 'decimal' ? rate.replace('.', ',') : rate

const mostDecimals = 12

/** The decimal text of a typed rate, exact to its last digit; what is no number is left for the book to refuse. */
function rateText(typed: string, comma: 'decimal' | 'group'): string {
  for (let decimals = 0; decimals <= mostDecimals; decimals += 1) {
    const read = parseExact(typed, decimals, Number.MAX_SAFE_INTEGER, comma)
    if ('value' in read) return exactText(read.value, decimals)
    if (read.fault !== 'too-fine') break
  }
  return typed.trim().slice(0, 40)
}

function RateForm({ row, title, control }: { row: Rate; title: string; control: RecordControl }) {
  const { t, language } = useWords()
  const { currency, from, reporting } = row
  const form = useForm(
    keyOf({ kind: 'rate', currency, from, rate: row }),
    { rate: rateIn(language, row.rate) },
    (values) =>
      saveSetting(() =>
        call('keepExchangeRate', { currency, from, rate: rateText(values.rate, commaIn(language)) }),
      ),
  )
  return (
    <SettingForm title={title} form={form} control={control}>
      <FormText form={form} field="rate" label={t('settings.rates.rateIn', { reporting })} />
    </SettingForm>
  )
}

const kinds = ['rate', 'reporting'] as const

function NewRateForm({ today, control }: { today: string; control: RecordControl }) {
  const { t, language } = useWords()
  const empty = { kind: 'rate' as string, currency: '', rate: '', from: today }
  const form = useForm(newKey('rates'), empty, async (values) => {
    const read = createReader(today)
    const isRate = values.kind === 'rate'
    const currency = plainDigits(values.currency).trim().toUpperCase()
    if (!/^[A-Z]{3}$/.test(currency)) {
      read.problems.currency = ({ t }) => t('settings.rates.currencyRefused')
    }
    const from = isRate ? read.date('from', values.from) : read.openDate('from', values.from)
    if (isRate && values.rate.trim() === '') read.problems.rate = ({ t }) => t('settings.needed')
    if (read.refused) return read.problems
    control.expectNew()
    return saveSetting(() =>
      isRate
        ? call('keepExchangeRate', {
            currency,
            from: from ?? today,
            rate: rateText(values.rate, commaIn(language)),
          })
        : call('keepReportingCurrency', { from, currency }),
    )
  })
  return (
    <SettingForm title={t('settings.rates.add')} form={form} control={control}>
      <FormChoice
        form={form}
        field="kind"
        label={t('settings.kind')}
        choices={kinds.map((value) => ({ value, label: t(`settings.rates.kinds.${value}`) }))}
      />
      <FormText form={form} field="currency" label={t('trade.fields.currency')} placeholder="USD" />
      {form.values.kind === 'rate' && (
        <FormText
          form={form}
          field="rate"
          label={t('settings.rates.rate')}
          hint={t('settings.rates.rateHint')}
        />
      )}
      <FormText form={form} field="from" label={t('settings.from')} placeholder={t('settings.always')} />
    </SettingForm>
  )
}
