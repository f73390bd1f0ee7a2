import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { countries } from '../../../../shared/trade/countries.ts'
import { declarationStates, tradeDirections, transportModes } from '../../../../shared/trade/trade-words.ts'
import { useCommands } from '../../../lib/commands.ts'
import { plainDigits } from '../../../lib/days.ts'
import { keystrokeText } from '../../../lib/keystrokes.ts'
import { useStore } from '../../../lib/store.ts'
import { parseTypedSpan } from '../../../lib/typed-span.ts'
import { useQuery } from '../../../lib/use-query.ts'
import { useWords } from '../../../lib/use-words.ts'
import { ChoiceList } from '../../../ui/choice-list.tsx'
import { isComposing } from '../../../ui/grid/grid-keys.ts'
import { KeyHint } from '../../../ui/key-hint.tsx'
import { RefusalLines } from '../../../ui/refusal-lines.tsx'
import { Segments } from '../../../ui/segments.tsx'
import { TypedField } from '../../../ui/typed-field.tsx'
import { countryName } from '../country-names.ts'
import { PartChoice } from '../part-choice.tsx'
import { changeFilter, tableFilter } from './table-choice.ts'

const all = ''
const clearKey = 'Ctrl+Shift+KeyL'
const findKey = 'Ctrl+KeyF'
const afterTypingMs = 150

type Span = 'from' | 'to' | 'countedFrom' | 'countedTo'

/** Which declarations or items are shown. `today` is the port's date. */
export function TableFilter({ today, onDown }: { today: string; onDown(): void }) {
  const { t, name, language } = useWords()
  const filter = useStore(tableFilter)
  const search = useRef<HTMLInputElement>(null)
  const { output: lists } = useQuery('listCountFilters', {}, 'port')
  const { output: trade } = useQuery('readTradeSettings', {}, 'port')
  const isFiltered = Object.keys(filter).length > 0
  const [timesCleared, setTimesCleared] = useState(0)
  /** Also takes back what was typed and refused; a field that is typed in gives the cursor to the search. */
  const clear = () => {
    if (document.activeElement?.closest('.table-date, .table-code, .table-currency')) search.current?.focus()
    tableFilter.set({})
    setTimesCleared((times) => times + 1)
  }
  useCommands(() => [
    {
      id: 'declarations.find',
      scope: 'screen',
      keys: [findKey],
      words: (words) => words.t('declarations.find'),
      run: () => search.current?.select(),
    },
    ...(isFiltered
      ? [
          {
            id: 'declarations.clear',
            scope: 'screen' as const,
            keys: [clearKey],
            words: ({ t }: ReturnType<typeof useWords>) => t('crossings.clearFilter'),
            run: clear,
          },
        ]
      : []),
  ])

  /** A month or a year that is typed as the beginning is the whole span. */
  function take(end: Span, other: Span | null, text: string): boolean {
    if (text.trim() === '') {
      changeFilter({ [end]: null })
      return true
    }
    const span = parseTypedSpan(text, today)
    if (span === null) return false
    if (other === null) changeFilter({ [end]: span.to })
    else changeFilter(span.from === span.to ? { [end]: span.from } : { [end]: span.from, [other]: span.to })
    return true
  }
  const dateField = (end: Span, other: Span | null, label: string) => (
    <TypedField
      key={`${end} ${timesCleared}`}
      className="table-date"
      label={label}
      shown={filter[end] ?? label}
      text={filter[end] ?? ''}
      refusal={(text) => t('crossings.spanRefused', { text })}
      onTyped={(text) => take(end, other, text)}
    />
  )
  const choice = <Value extends string>(
    part: 'state' | 'checkpoint' | 'transportMode' | 'group' | 'partner',
    label: string,
    every: string,
    choices: readonly { value: Value; label: string }[],
  ) => (
    <ChoiceList
      label={label}
      value={filter[part] ?? all}
      choices={[{ value: all, label: every }, ...choices]}
      onChoose={(value) => changeFilter({ [part]: value || null })}
    />
  )

  return (
    <header className="top table-filter declarations-filter">
      <RefusalLines>
        <PartChoice />
        <SearchField ref={search} onDown={onDown} />
        <span className="table-dates" title={t('crossings.spanHint')}>
          {dateField('from', 'to', t('declarations.from'))}
          <span aria-hidden="true">–</span>
          {dateField('to', null, t('declarations.to'))}
        </span>
        <span className="table-dates" title={t('declarations.countedHint')}>
          {dateField('countedFrom', 'countedTo', t('declarations.countedFrom'))}
          <span aria-hidden="true">–</span>
          {dateField('countedTo', null, t('declarations.countedTo'))}
        </span>
        <Segments
          label={t('declarations.columns.direction')}
          value={filter.direction ?? all}
          choices={[
            { value: all, label: t('tradeReport.flows.both') },
            ...tradeDirections.map((value) => ({ value, label: t(`trade.directions.${value}`) })),
          ]}
          onChoose={(direction) => changeFilter({ direction: direction || null })}
        />
        {choice(
          'state',
          t('declarations.columns.state'),
          t('declarations.everyState'),
          declarationStates.map((value) => ({ value, label: t(`trade.states.${value}`) })),
        )}
        {choice(
          'group',
          t('trade.fields.commodityGroup'),
          t('declarations.everyGroup'),
          (trade?.groups ?? []).map((group) => ({
            value: group.commodityGroup,
            label: name(group.names.at(-1)?.names ?? {}),
          })),
        )}
        <TypedField
          key={`code ${timesCleared}`}
          className="table-code"
          label={t('declarations.hsPrefix')}
          shown={filter.hsPrefix ?? t('declarations.hsPrefix')}
          text={filter.hsPrefix ?? ''}
          refusal={(text) => t('declarations.prefixRefused', { text })}
          onTyped={(text) => {
            const digits = plainDigits(text).replace(/[\s.]/g, '')
            if (!/^(\d{2,10})?$/.test(digits)) return false
            changeFilter({ hsPrefix: digits || null })
            return true
          }}
        />
        {choice(
          'partner',
          t('declarations.columns.partner'),
          t('declarations.everyPartner'),
          countries
            .map((value) => ({ value, label: countryName(value, language) }))
            .toSorted((a, b) => a.label.localeCompare(b.label, language)),
        )}
        {choice(
          'transportMode',
          t('declarations.columns.transportMode'),
          t('declarations.everyMode'),
          transportModes.map((value) => ({ value, label: t(`trade.transportModes.${value}`) })),
        )}
        <TypedField
          key={`currency ${timesCleared}`}
          className="table-currency"
          label={t('trade.fields.currency')}
          shown={filter.currency ?? t('trade.fields.currency')}
          text={filter.currency ?? ''}
          refusal={(text) => t('declarations.currencyRefused', { text })}
          onTyped={(text) => {
            const code = plainDigits(text).trim().toUpperCase()
            if (!/^([A-Z]{3})?$/.test(code)) return false
            changeFilter({ currency: code || null })
            return true
          }}
        />
        {choice(
          'checkpoint',
          t('sheet.checkpoint'),
          t('crossings.allCheckpoints'),
          (lists?.checkpoints ?? []).map(({ code, names }) => ({ value: code, label: name(names) })),
        )}
        {isFiltered && (
          <button type="button" className="plain" onClick={clear}>
            {t('crossings.clearFilter')} <KeyHint>{keystrokeText(clearKey)}</KeyHint>
          </button>
        )}
      </RefusalLines>
    </header>
  )
}

/** Words that are looked for while one types; arrow down and Enter lead to what was found. */
function SearchField({ ref, onDown }: { ref: React.RefObject<HTMLInputElement | null>; onDown(): void }) {
  const { t } = useWords()
  const { text: sought = '' } = useStore(tableFilter)
  const [typed, setTyped] = useState(sought)
  useEffect(() => setTyped(sought), [sought])
  useEffect(() => {
    if (typed === sought) return
    const timer = setTimeout(() => changeFilter({ text: typed.trim() === '' ? null : typed }), afterTypingMs)
    return () => clearTimeout(timer)
  }, [typed, sought])

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event.nativeEvent)) return
    if (event.key === 'Escape') setTyped('')
    if (event.key !== 'Enter' && event.key !== 'ArrowDown') return
    event.preventDefault()
    changeFilter({ text: typed.trim() === '' ? null : typed })
    onDown()
  }

  return (
    <span className="typed-field table-search">
      <input
        ref={ref}
        type="text"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        aria-label={t('declarations.find')}
        placeholder={t('declarations.findHint')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <KeyHint>{keystrokeText(findKey)}</KeyHint>
    </span>
  )
}
