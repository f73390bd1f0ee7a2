import type { QualificationSetting } from '../../../../shared/contract/trade-settings.ts'
import { type TradeDirection, tradeDirections } from '../../../../shared/trade/trade-words.ts'
import { call } from '../../../lib/client.ts'
import { useStore } from '../../../lib/store.ts'
import { useWords } from '../../../lib/use-words.ts'
import { namesOn } from '../dated-names.ts'
import { newKey, useForm } from '../drafts.ts'
import { RemoveQuestion } from '../end-question.tsx'
import { FormChoice, FormDates, FormText } from '../form-fields.tsx'
import { EndedSwitch, type RecordControl, Records } from '../records.tsx'
import { saveSetting } from '../save-setting.ts'
import { SettingForm } from '../setting-form.tsx'
import { settingsChoice } from '../settings-choice.ts'
import { createReader, dateText } from '../typed-values.ts'
import { hasEnded, validityWords } from '../validity.ts'
import { withTrade } from './with-trade.tsx'

const keyOf = ({ commodityGroup, direction, from }: QualificationSetting): string =>
  `qualification/${commodityGroup}/${direction}/${from ?? ''}`

/** What the port may import and export, and since when. */
export const QualificationsSection = withTrade('qualifications', ({ trade, today }) => {
  const words = useWords()
  const { t, name } = words
  const { withEnded } = useStore(settingsChoice)
  const groups = trade.groups.map(({ commodityGroup, names }) => ({
    value: commodityGroup,
    label: name(namesOn(names, today)),
  }))
  const nameOf = ({ commodityGroup }: QualificationSetting) =>
    groups.find(({ value }) => value === commodityGroup)?.label ?? commodityGroup
  const titleOf = (row: QualificationSetting) =>
    t('settings.qualifications.one', {
      group: nameOf(row),
      direction: t(`trade.directions.${row.direction}`),
    })
  return (
    <Records
      section="qualifications"
      filter={<EndedSwitch />}
      rows={trade.qualifications.filter((each) => withEnded || !hasEnded(each, today))}
      idOf={keyOf}
      isFaint={(row) => hasEnded(row, today)}
      formKey={keyOf}
      columns={[
        { id: 'group', label: t('settings.qualifications.group'), cell: nameOf },
        {
          id: 'direction',
          label: t('settings.qualifications.direction'),
          cell: (row) => t(`trade.directions.${row.direction}`),
        },
        { id: 'dates', label: t('settings.inService'), cell: (row) => validityWords(words, row) },
        { id: 'note', label: t('settings.qualifications.note'), cell: (row) => row.note },
      ]}
      panels={{
        row: (row, control) => (
          <QualificationForm
            key={keyOf(row)}
            row={row}
            title={titleOf(row)}
            groups={groups}
            today={today}
            control={control}
          />
        ),
        add: (control) => (
          <QualificationForm
            row={null}
            title={t('settings.qualifications.add')}
            groups={groups}
            today={today}
            control={control}
          />
        ),
        ask: (row, control) => (
          <RemoveQuestion
            name={titleOf(row)}
            hint={t('settings.qualifications.removeHint')}
            control={control}
            onRemove={() => {
              const { commodityGroup, direction, from } = row
              return saveSetting(() => call('removeQualification', { commodityGroup, direction, from }))
            }}
          />
        ),
      }}
    />
  )
})

interface QualificationFormProps {
  /** Null for a new one. */
  row: QualificationSetting | null
  title: string
  groups: readonly { value: string; label: string }[]
  today: string
  control: RecordControl
}

function QualificationForm({ row, title, groups, today, control }: QualificationFormProps) {
  const { t } = useWords()
  const saved = {
    commodityGroup: row?.commodityGroup ?? groups[0]?.value ?? '',
    direction: (row?.direction ?? 'import') as string,
    from: dateText(row?.from ?? null),
    to: dateText(row?.to ?? null),
    note: row?.note ?? '',
  }
  const form = useForm(row ? keyOf(row) : newKey('qualifications'), saved, async (values) => {
    const read = createReader(today)
    const fields = {
      from: read.openDate('from', values.from),
      to: read.openDate('to', values.to),
      note: values.note.trim() || null,
    }
    if (read.refused) return read.problems
    // A row is known by its first date: with another one it is another row.
    if (!row || row.from !== fields.from) control.expectNew()
    return saveSetting(() =>
      call('keepQualification', {
        commodityGroup: values.commodityGroup,
        direction: values.direction as TradeDirection,
        ...(row && { replaces: row.from }),
        ...fields,
      }),
    )
  })
  return (
    <SettingForm title={title} form={form} control={control}>
      {!row && (
        <>
          <FormChoice
            form={form}
            field="commodityGroup"
            label={t('settings.qualifications.group')}
            choices={groups}
          />
          <FormChoice
            form={form}
            field="direction"
            label={t('settings.qualifications.direction')}
            choices={tradeDirections.map((value) => ({ value, label: t(`trade.directions.${value}`) }))}
          />
        </>
      )}
      <FormDates form={form} />
      <FormText form={form} field="note" wraps label={t('settings.qualifications.note')} />
    </SettingForm>
  )
}
