import { type KeyboardEvent, useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import type { Finding } from '../../../../shared/contract/declarations.ts'
import type { Language } from '../../../../shared/words.ts'
import { call } from '../../../lib/client.ts'
import { useStore } from '../../../lib/store.ts'
import { usePageHide } from '../../../lib/use-page-hide.ts'
import { useQuery } from '../../../lib/use-query.ts'
import { useSettled } from '../../../lib/use-settled.ts'
import { useWords } from '../../../lib/use-words.ts'
import { isComposing } from '../../../ui/grid/grid-keys.ts'
import { countryName } from '../country-names.ts'
import { entryShown } from '../shown-declaration.ts'
import { EntryGrid, type EntryGridHandle } from './entry-grid.tsx'
import { entryMarks, firstRefused } from './entry-marks.ts'
import { EntryPanel } from './entry-panel.tsx'
import { changeTyped, type Entry, entry, isDraft, leaveEntry, saveEntry, speakEntry } from './entry-state.ts'
import { followBook } from './entry-steps.ts'
import { HeaderFields } from './header-fields.tsx'
import { StateBar } from './state-bar.tsx'
import type { SuggestKind } from './suggestions.ts'
import { emptyItem, emptyVehicle, fieldOfPath, readTyped } from './typed-declaration.ts'
import { type ItemColumn, itemColumns, type VehicleColumn, vehicleColumns } from './typed-rows.ts'
import { unitOf, unitWord } from './typed-words.ts'
import './entry.css'

/** The entry of one declaration, by keys alone. */
export function DeclarationEntry() {
  const now = useStore(entry)
  return now && <Fields entry={now} />
}

const typingRestsMs = 300

const itemKinds: Partial<Record<ItemColumn, SuggestKind>> = {
  hsCode: 'hsCode',
  unit: 'unit',
  secondUnit: 'unit',
  origin: 'country',
  destination: 'country',
}

const nothingFound: readonly Finding[] = []
const itemKind = (column: ItemColumn): SuggestKind | null => itemKinds[column] ?? null
const noKind = () => null
const numericItems: readonly ItemColumn[] = ['quantity', 'netGrams', 'valueMinor', 'secondQuantity']
const numericVehicles: readonly VehicleColumn[] = ['weighbridgeGrams']

function Fields({ entry: now }: { entry: Entry }) {
  const words = useWords()
  const { t, language } = words
  const { typed, known } = now
  const main = useRef<HTMLElement>(null)
  const items = useRef<EntryGridHandle>(null)
  const vehicles = useRef<EntryGridHandle>(null)
  const [field, setField] = useState('number')
  const read = useMemo(() => readTyped(typed, now.language), [typed, now.language])
  const settled = useSettled(read, typingRestsMs)
  // A field that cannot be read says so itself; the rules still have something to say of the others.
  const asked = useMemo(
    () => ({ declaration: known?.declaration ?? null, record: settled.record }),
    [settled, known?.declaration],
  )
  const check = useQuery('checkDeclaration', asked)
  const isFresh = settled === read
  const findings = (isFresh && check.output?.findings) || nothingFound
  // What is still being typed is not refused yet.
  const refused = isFresh ? check.error : null
  const isTyped = refused !== null && fieldOfPath(String(refused.details.field), read) === field
  const liveRefusal = isTyped ? null : refused
  const marks = useMemo(() => {
    const answered = [...(known?.accepted ?? []), ...now.accepted]
    return entryMarks(words, read, findings, [liveRefusal, now.refusal], answered)
  }, [words, read, findings, liveRefusal, now.refusal, known?.accepted, now.accepted])
  const latestMarks = useRef(marks)
  latestMarks.current = marks
  // What was refused or withdrawn is only read; of what is registered the changes are an amendment.
  const readOnly = known !== null && (known.state === 'refused' || known.state === 'withdrawn')
  const markOf = (path: string) => marks.get(path) ?? null

  const itemLabel = useCallback(
    (column: ItemColumn, row: number) =>
      t('trade.inItem', { number: row + 1, field: t(`declarations.itemHeads.${column}`) }),
    [t],
  )
  const vehicleLabel = useCallback(
    (column: VehicleColumn, row: number) =>
      t('trade.inVehicle', { number: row + 1, field: t(`declarations.vehicleHeads.${column}`) }),
    [t],
  )
  useBookChange(now, language)
  useRestingSave(now)
  useEffect(() => speakEntry(language), [language])

  useEffect(() => main.current?.querySelector<HTMLElement>('.stop')?.focus(), [])
  usePageHide(() => void leaveEntry())
  useEffect(() => () => void leaveEntry(), [])

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented || isComposing(event.nativeEvent)) return
    event.preventDefault()
    entryShown.set(false)
  }

  function toGrid(list: 'items' | 'vehicles'): void {
    main.current?.querySelector<HTMLElement>(`[data-list="${list}"] [tabindex="0"]`)?.focus()
  }

  /** Once the marks of the refusal are drawn. */
  function toRefused(): void {
    requestAnimationFrame(() => {
      const [list = '', row = 0, column = ''] = firstRefused(latestMarks.current)?.split('.') ?? []
      if (list === 'items') items.current?.focus(Number(row), placeIn(itemColumns, column))
      else if (list === 'vehicles') vehicles.current?.focus(Number(row), placeIn(vehicleColumns, column))
      else main.current?.querySelector<HTMLElement>(`[data-field="${list}"] :is(input, select)`)?.focus()
    })
  }

  return (
    <>
      <StateBar entry={now} onLeave={() => entryShown.set(false)} onRefused={toRefused} />
      <main className="main declaration-entry" ref={main} onKeyDown={onKeyDown}>
        <HeaderFields
          typed={typed.header}
          readOnly={readOnly}
          dirty={now.dirty}
          markOf={markOf}
          onFocusField={setField}
          onType={(name, text) => changeTyped({ header: { ...typed.header, [name]: text } })}
        />
        <h2>{t('trade.fields.items')}</h2>
        <div className="entry-scroll">
          <EntryGrid
            handle={items}
            list="items"
            label={t('trade.fields.items')}
            columns={itemColumns}
            headOf={(column) => t(`declarations.itemHeads.${column}`)}
            cellLabel={itemLabel}
            numeric={numericItems}
            kindOf={itemKind}
            rows={typed.items}
            emptyRow={emptyItem}
            date={read.record.date}
            readOnly={readOnly}
            markOf={markOf}
            onRows={(items) => changeTyped({ items })}
            onFocusField={setField}
            onDone={() => toGrid('vehicles')}
            onFilled={(row, column, text) => {
              if (column === 'hsCode') void offerHabits(row, text, language)
            }}
          />
        </div>
        <h2>{t('trade.fields.vehicles')}</h2>
        <EntryGrid
          handle={vehicles}
          list="vehicles"
          label={t('trade.fields.vehicles')}
          columns={vehicleColumns}
          headOf={(column) => t(`declarations.vehicleHeads.${column}`)}
          cellLabel={vehicleLabel}
          numeric={numericVehicles}
          kindOf={noKind}
          rows={typed.vehicles}
          emptyRow={emptyVehicle}
          date={read.record.date}
          readOnly={readOnly}
          markOf={markOf}
          onRows={(vehicles) => changeTyped({ vehicles })}
          onFocusField={setField}
          onDone={() => main.current?.querySelector<HTMLElement>('.stop')?.focus()}
        />
        {!isDraft(now) && !readOnly && <p className="faint">{t('declarations.amendHint')}</p>}
      </main>
      <EntryPanel entry={now} read={read} field={field} marks={marks} />
    </>
  )
}

/** Shows what undo, redo or another window made of the declaration, unless something of it is being typed; leaves one that is gone. */
function useBookChange({ known, dirty }: Entry, language: Language): void {
  const { output, error } = useQuery('readDeclaration', known ? { declaration: known.declaration } : null)
  const revision = output?.revision
  const isGone = error?.code === 'unknown-declaration'
  const follow = useEffectEvent(() => {
    if (isGone) entryShown.set(false)
    else if (output && known && !dirty && output.revision !== known.revision) void followBook(language)
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the book has now is followed when it changes
  useEffect(() => follow(), [revision, isGone])
}

const restsBeforeSaveMs = 1_500

/** Writes a draft whenever typing rests, so that a power cut costs a word at most. */
function useRestingSave({ typed, dirty, known }: Entry): void {
  const settled = useSettled(typed, restsBeforeSaveMs)
  const isResting = dirty && settled === typed && (known === null || known.state === 'draft')
  const save = useEffectEvent(() => void saveEntry('typed'))
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each text that rests
  useEffect(() => {
    if (isResting) save()
  }, [isResting, settled])
}

/** Fills the empty cells of an item with what the port usually writes for its code. */
async function offerHabits(row: number, typedCode: string, language: Language): Promise<void> {
  const hsCode = typedCode.normalize('NFKC').replace(/[\s.]/g, '')
  if (!/^\d{6,10}$/.test(hsCode)) return
  const before = entry.get()?.typed
  if (!before) return
  const { record } = readTyped(before, language)
  const { date, direction } = record
  const [habits, code] = await Promise.all([
    call('readGoodsHabits', { hsCode, direction }).catch(() => null),
    call('readTariffCode', { code: hsCode, date }).catch(() => null),
  ])
  const typed = entry.get()?.typed
  const own = typed?.items[row]
  if (!typed || own?.hsCode !== typedCode) return
  const usual = habits?.ok ? habits.output : null
  const line = code?.ok ? code.output : null
  const offered = {
    goods: usual?.goods[0]?.goods,
    unit: unitWord(usual?.unit ?? knownUnit(line?.unit), language),
    secondUnit: unitWord(usual?.secondUnit ?? knownUnit(line?.secondUnit), language),
    origin: countryName(usual?.origin ?? null, language),
    destination: countryName(usual?.destination ?? null, language),
  }
  const filled = Object.entries(offered).filter(
    ([column, text]) => text && own[column as ItemColumn].trim() === '',
  )
  if (filled.length === 0) return
  const items = typed.items.map((each, at) =>
    at === row ? { ...each, ...Object.fromEntries(filled) } : each,
  )
  changeTyped({ items })
}

const placeIn = (columns: readonly string[], column: string): number => Math.max(0, columns.indexOf(column))

/** A unit of the tariff, where it is one that the program knows. */
const knownUnit = (unit: string | null | undefined): string | null => (unit ? unitOf(unit) : null)
