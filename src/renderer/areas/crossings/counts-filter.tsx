import { directions } from '../../../shared/words.ts'
import { useCommands } from '../../lib/commands.ts'
import { keystrokeText } from '../../lib/keystrokes.ts'
import { useStore } from '../../lib/store.ts'
import { parseTypedSpan } from '../../lib/typed-span.ts'
import { useQuery } from '../../lib/use-query.ts'
import { useWords } from '../../lib/use-words.ts'
import { ChoiceList } from '../../ui/choice-list.tsx'
import { KeyHint } from '../../ui/key-hint.tsx'
import { RefusalLines } from '../../ui/refusal-lines.tsx'
import { Segments } from '../../ui/segments.tsx'
import { TypedField } from '../../ui/typed-field.tsx'
import { changeFilter, tableFilter } from './table-choice.ts'

const all = ''
const clearKey = 'Ctrl+Shift+KeyL'

/** Which counts are shown: dates, place, line and direction. `today` is the port's. */
export function CountsFilterBar({ today }: { today: string }) {
  const { t, name } = useWords()
  const filter = useStore(tableFilter)
  const { output: lists } = useQuery('listCountFilters', {}, 'port')

  const isFiltered = Object.keys(filter).length > 0
  useCommands(() =>
    isFiltered
      ? [
          {
            id: 'counts.clear',
            scope: 'screen',
            keys: [clearKey],
            words: (words) => words.t('crossings.clearFilter'),
            run: () => tableFilter.set({}),
          },
        ]
      : [],
  )

  /** A month or a year that is typed as the beginning is the whole span. */
  function take(end: 'from' | 'to', text: string): boolean {
    if (text.trim() === '') {
      changeFilter({ [end]: null })
      return true
    }
    const span = parseTypedSpan(text, today)
    if (span === null) return false
    if (end === 'to') changeFilter({ to: span.to })
    else changeFilter(span.from === span.to ? { from: span.from } : span)
    return true
  }
  const dateField = (end: 'from' | 'to') => (
    <TypedField
      className="table-date"
      label={t(`crossings.${end}`)}
      shown={filter[end] ?? t(`crossings.${end}Any`)}
      text={filter[end] ?? ''}
      refusal={(text) => t('crossings.spanRefused', { text })}
      onTyped={(text) => take(end, text)}
    />
  )

  return (
    <header className="top table-filter">
      <RefusalLines>
        <span className="table-dates" title={t('crossings.spanHint')}>
          {dateField('from')}
          <span aria-hidden="true">–</span>
          {dateField('to')}
        </span>
        <ChoiceList
          label={t('sheet.checkpoint')}
          value={filter.checkpoint ?? all}
          choices={[
            { value: all, label: t('crossings.allCheckpoints') },
            ...(lists?.checkpoints ?? []).map(({ code, names }) => ({ value: code, label: name(names) })),
          ]}
          onChoose={(checkpoint) => changeFilter({ checkpoint: checkpoint || null })}
        />
        <ChoiceList
          label={t('sheet.line')}
          value={filter.line ?? all}
          choices={[
            { value: all, label: t('crossings.allLines') },
            ...(lists?.lines ?? []).map(({ code, names }) => ({ value: code, label: name(names) })),
          ]}
          onChoose={(line) => changeFilter({ line: line || null })}
        />
        <Segments
          label={t('crossings.columns.direction')}
          value={filter.direction ?? all}
          choices={[
            { value: all, label: t('sheet.both') },
            ...directions.map((value) => ({ value, label: t(`directions.${value}`) })),
          ]}
          onChoose={(direction) => changeFilter({ direction: direction || null })}
        />
        {isFiltered && (
          <button type="button" className="plain" onClick={() => tableFilter.set({})}>
            {t('crossings.clearFilter')} <KeyHint>{keystrokeText(clearKey)}</KeyHint>
          </button>
        )}
      </RefusalLines>
    </header>
  )
}
