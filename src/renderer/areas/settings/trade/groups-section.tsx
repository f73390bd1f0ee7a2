import { useState } from 'react'
import type { GroupSetting } from '../../../../shared/contract/trade-settings.ts'
import { type TradeDirection, tradeDirections } from '../../../../shared/trade/trade-words.ts'
import { call } from '../../../lib/client.ts'
import { shortened } from '../../../lib/shortened.ts'
import { useStore } from '../../../lib/store.ts'
import { useWords } from '../../../lib/use-words.ts'
import { ChecksField } from '../../../ui/form/fields.tsx'
import { namesOn } from '../dated-names.ts'
import { newKey, useForm } from '../drafts.ts'
import { RemoveQuestion } from '../end-question.tsx'
import { FormChoice, FormDates, FormNames, FormText } from '../form-fields.tsx'
import { NamesForm, RenameForm } from '../names-form.tsx'
import { EndedSwitch, type RecordControl, Records } from '../records.tsx'
import { saveSetting } from '../save-setting.ts'
import { SettingForm } from '../setting-form.tsx'
import { settingsChoice } from '../settings-choice.ts'
import { suggestedCode } from '../suggested-code.ts'
import { createReader, dateText, type TypedNames } from '../typed-values.ts'
import { hasEnded, validityWords } from '../validity.ts'
import { parsePrefixes, prefixesText } from './typed-prefixes.ts'
import { withTrade } from './with-trade.tsx'

const measures = ['mass', 'units'] as const
const none = ''

/** The commodity groups: what they are, by which HS codes, and what the port needs a qualification for. */
export const GroupsSection = withTrade('commodityGroups', ({ trade: { groups }, today }) => {
  const words = useWords()
  const { t, name } = words
  const { withEnded } = useStore(settingsChoice)
  const nameOf = (row: GroupSetting) => name(namesOn(row.names, today))
  const byCode = new Map(groups.map((group) => [group.commodityGroup, group]))
  const depthOf = (row: GroupSetting): number => {
    const parent = row.parent === null ? undefined : byCode.get(row.parent)
    return parent ? depthOf(parent) + 1 : 0
  }
  const form = { groups, nameOf, today }
  return (
    <Records
      section="commodityGroups"
      filter={<EndedSwitch />}
      outputs={<LoadShipped />}
      rows={groups.filter((each) => withEnded || !hasEnded(each, today))}
      idOf={(row) => row.commodityGroup}
      isFaint={(row) => hasEnded(row, today)}
      formKey={(row) => `commodity-group/${row.commodityGroup}`}
      columns={[
        {
          id: 'name',
          label: t('settings.name'),
          cell: (row) => <div style={{ paddingInlineStart: depthOf(row) * 16 }}>{nameOf(row)}</div>,
        },
        {
          id: 'prefixes',
          label: t('settings.commodityGroups.prefixes'),
          cell: (row) => row.prefixes.map(({ prefix }) => prefix).join(t('settings.list')),
        },
        {
          id: 'measure',
          label: t('settings.commodityGroups.measure'),
          cell: (row) => t(`settings.commodityGroups.measures.${row.measure}`),
        },
        {
          id: 'restricted',
          label: t('settings.commodityGroups.restricted'),
          cell: (row) => row.restricted.map((each) => t(`trade.directions.${each}`)).join(t('settings.list')),
        },
        { id: 'dates', label: t('settings.inService'), cell: (row) => validityWords(words, row) },
      ]}
      panels={{
        row: (row, control) => (
          <>
            <GroupForm key={row.commodityGroup} group={row} {...form} control={control} />
            <NamesForm
              key={`names ${row.commodityGroup}`}
              of={{ entity: 'commodity-group', commodityGroup: row.commodityGroup }}
              names={row.names}
              today={today}
              control={control}
            />
          </>
        ),
        add: (control) => <GroupForm group={null} {...form} control={control} />,
        rename: (row, control) => (
          <RenameForm
            of={{ entity: 'commodity-group', commodityGroup: row.commodityGroup }}
            names={row.names}
            today={today}
            control={control}
          />
        ),
        ask: (row, control) => (
          <RemoveQuestion
            name={nameOf(row)}
            control={control}
            onRemove={() =>
              saveSetting(() => call('removeCommodityGroup', { commodityGroup: row.commodityGroup }))
            }
          />
        ),
      }}
    />
  )
})

/** Adds what ships with the program and the book does not have. */
function LoadShipped() {
  const words = useWords()
  const { t, number } = words
  const [news, setNews] = useState('')
  async function load(): Promise<void> {
    let added = 0
    const problems = await saveSetting(async () => {
      const answer = await call('loadShippedGroups', {})
      if (answer.ok) added = answer.output.added.length
      return answer
    })
    const [say] = Object.values(problems ?? {})
    setNews(say ? say(words) : t('settings.commodityGroups.loaded', { number: number(added) }))
  }
  return (
    <>
      <span className="faint" role="status">
        {news}
      </span>
      <button type="button" onClick={() => void load()}>
        {t('settings.commodityGroups.load')}
      </button>
    </>
  )
}

interface GroupFormProps {
  /** Null for a new one. */
  group: GroupSetting | null
  groups: readonly GroupSetting[]
  nameOf(group: GroupSetting): string
  today: string
  control: RecordControl
}

function GroupForm({ group, groups, nameOf, today, control }: GroupFormProps) {
  const words = useWords()
  const { t } = words
  const codes = groups.map(({ commodityGroup }) => commodityGroup)
  const saved = {
    names: {} as TypedNames,
    code: '',
    parent: group?.parent ?? none,
    measure: (group?.measure ?? 'mass') as string,
    restricted: group?.restricted ?? ([] as TradeDirection[]),
    prefixes: prefixesText(group?.prefixes ?? []),
    from: dateText(group?.from ?? null),
    to: dateText(group?.to ?? null),
  }
  const key = group ? `commodity-group/${group.commodityGroup}` : newKey('commodityGroups')
  const form = useForm(key, saved, async (values) => {
    const read = createReader(today)
    const prefixes = parsePrefixes(values.prefixes, today)
    if ('wrong' in prefixes) {
      const text = shortened(prefixes.wrong)
      read.problems.prefixes = ({ t }) => t('settings.commodityGroups.prefixRefused', { text })
    }
    const names = group ? {} : read.names('names', values.names)
    const dates = { from: read.openDate('from', values.from), to: read.openDate('to', values.to) }
    if (read.refused || 'wrong' in prefixes) return read.problems
    const fields = {
      parent: values.parent || null,
      measure: values.measure as GroupSetting['measure'],
      restricted: values.restricted,
      ...dates,
      prefixes: prefixes.prefixes,
    }
    if (group) {
      const { commodityGroup } = group
      return saveSetting(() => call('changeCommodityGroup', { commodityGroup, ...fields }))
    }
    control.expectNew()
    const commodityGroup = values.code.trim() || suggestedCode(values.names, 'group', codes)
    return saveSetting(() => call('addCommodityGroup', { commodityGroup, names, ...fields }))
  })
  return (
    <SettingForm
      title={group ? nameOf(group) : t('settings.commodityGroups.add')}
      {...(group && { code: group.commodityGroup })}
      form={form}
      control={control}
    >
      {!group && (
        <>
          <FormNames form={form} />
          <FormText
            form={form}
            field="code"
            label={t('settings.code')}
            placeholder={suggestedCode(form.values.names, 'group', codes)}
          />
        </>
      )}
      <FormText
        form={form}
        field="prefixes"
        wraps
        label={t('settings.commodityGroups.prefixes')}
        hint={t('settings.commodityGroups.prefixHint')}
      />
      <FormChoice
        form={form}
        field="parent"
        label={t('settings.commodityGroups.parent')}
        choices={[
          { value: none, label: t('settings.commodityGroups.noParent') },
          ...groups
            .filter((each) => each !== group)
            .map((each) => ({ value: each.commodityGroup, label: nameOf(each) })),
        ]}
      />
      <FormChoice
        form={form}
        field="measure"
        label={t('settings.commodityGroups.measure')}
        choices={measures.map((value) => ({ value, label: t(`settings.commodityGroups.measures.${value}`) }))}
      />
      <ChecksField
        label={t('settings.commodityGroups.restricted')}
        values={form.values.restricted}
        choices={tradeDirections.map((value) => ({ value, label: t(`trade.directions.${value}`) }))}
        onChange={(restricted) => form.set({ restricted })}
      />
      <FormDates form={form} />
    </SettingForm>
  )
}
