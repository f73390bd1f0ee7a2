import type { CountRow, CountsFilter } from '../../../shared/contract/counts-table.ts'
import { directions } from '../../../shared/words.ts'
import { addDays, parseTypedDate } from '../../lib/days.ts'
import { useStore } from '../../lib/store.ts'
import { useQuery } from '../../lib/use-query.ts'
import { useWords } from '../../lib/use-words.ts'
import { ChoiceList } from '../../ui/choice-list.tsx'
import { Segments } from '../../ui/segments.tsx'
import { TypedField } from '../../ui/typed-field.tsx'
import { CountsTable } from './counts-table.tsx'
import { columnIds, showColumn, tableChoice, useHiddenColumns } from './table-choice.ts'
import './crossings.css'

export interface SheetPlace {
  checkpoint: string
  date: string
  shift: string
}

/** Every count of the book as a table; sums are the Reports screen's, by the period rule. */
export default function Crossings({ onOpen }: { onOpen(place: SheetPlace): void }) {
  const { t, number } = useWords()
  const { filter } = useStore(tableChoice)
  const { output: found } = useQuery('numberOfCounts', { filter })
  return (
    <>
      <Filter />
      <main className="crossings">
        <CountsTable total={found?.rows ?? 0} onOpen={(row) => onOpen(placeOf(row))} />
        <p className="counts-found" role="status">
          {found && t('crossings.rows', { number: number(found.rows) })}
        </p>
      </main>
    </>
  )
}

/** The sheet that a count is on; the part of a night after midnight is on the sheet of the day it began. */
function placeOf({ checkpoint, date, period }: CountRow): SheetPlace {
  if (period === 'day' || period === 'month') {
    return { checkpoint, date: date.length === 7 ? `${date}-01` : date, shift: 'day' }
  }
  const [shift = '', part] = (period.split('@')[0] ?? '').split('/')
  return { checkpoint, date: part === '2' ? addDays(date, -1) : date, shift }
}

const all = ''

function Filter() {
  const { t, name } = useWords()
  const choice = useStore(tableChoice)
  const hidden = useHiddenColumns()
  const { output: lists } = useQuery('listCountFilters', {}, 'desk')
  const { filter } = choice

  function change(part: { [Key in keyof CountsFilter]: CountsFilter[Key] | typeof all }): void {
    const merged = Object.entries({ ...filter, ...part }).filter(([, value]) => value !== all)
    tableChoice.set({ ...choice, filter: Object.fromEntries(merged) as CountsFilter })
  }
  const dateField = (end: 'from' | 'to') => (
    <TypedField
      className="counts-date"
      label={t(`crossings.${end}`)}
      shown={filter[end] ?? t(`crossings.${end}Any`)}
      text={filter[end] ?? ''}
      refusal={(text) => t('sheet.dateRefused', { text })}
      onTyped={(text) => {
        const date = text.trim() === '' ? all : parseTypedDate(text, new Date().toISOString())
        if (date !== null) change({ [end]: date })
        return date !== null
      }}
    />
  )

  return (
    <header className="top counts-filter">
      {dateField('from')}
      {dateField('to')}
      <ChoiceList
        label={t('sheet.checkpoint')}
        value={filter.checkpoint ?? all}
        choices={[
          { value: all, label: t('crossings.allCheckpoints') },
          ...(lists?.checkpoints ?? []).map(({ code, names }) => ({ value: code, label: name(names) })),
        ]}
        onChoose={(checkpoint) => change({ checkpoint })}
      />
      <ChoiceList
        label={t('sheet.line')}
        value={filter.line ?? all}
        choices={[
          { value: all, label: t('crossings.allLines') },
          ...(lists?.lines ?? []).map(({ code, names }) => ({ value: code, label: name(names) })),
        ]}
        onChoose={(line) => change({ line })}
      />
      <Segments
        label={t('crossings.columns.direction')}
        value={filter.direction ?? all}
        choices={[
          { value: all, label: t('sheet.both') },
          ...directions.map((value) => ({ value, label: t(`directions.${value}`) })),
        ]}
        onChoose={(direction) => change({ direction })}
      />
      <ChoiceList
        label={t('crossings.sort')}
        value={choice.direction}
        choices={(['descending', 'ascending'] as const).map((value) => ({
          value,
          label: t(`crossings.${value}`),
        }))}
        onChoose={(direction) => tableChoice.set({ ...choice, direction })}
      />
      <details className="counts-columns">
        <summary>{t('crossings.chooseColumns')}</summary>
        <fieldset aria-label={t('crossings.chooseColumns')}>
          {columnIds.map((id) => (
            <label key={id}>
              <input
                type="checkbox"
                checked={!hidden.has(id)}
                onChange={(event) => showColumn(id, event.target.checked)}
              />
              {t(`crossings.columns.${id}`)}
            </label>
          ))}
        </fieldset>
      </details>
    </header>
  )
}
