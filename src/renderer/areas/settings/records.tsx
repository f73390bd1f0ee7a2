import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { keyLine, useCommands } from '../../lib/commands.ts'
import { useStore } from '../../lib/store.ts'
import { useWords } from '../../lib/use-words.ts'
import { CommandButtons } from '../../ui/command-buttons.tsx'
import { focusFirstField } from '../../ui/form/edit-form.tsx'
import { isComposing } from '../../ui/grid/grid-keys.ts'
import { KeyList } from '../../ui/key-list.tsx'
import { focusRecord, type RecordColumn, RecordTable } from '../../ui/record-table.tsx'
import { newKey, type Problems, useRefusedKeys } from './drafts.ts'
import { modeOfKey, type RecordMode, recordCommands } from './record-commands.ts'
import { sectionCommands } from './section-commands.ts'
import { SectionHead } from './section-head.tsx'
import type { PortSection } from './section-names.ts'
import { choose, settingsChoice } from './settings-choice.ts'
import { useShift } from './use-shift.ts'

/** How a panel's fields and questions hand the cursor back. */
export interface RecordControl {
  /** Back to the row, what was typed being saved or taken back. */
  done(): void
  /** The thing just written becomes the active row as soon as it is read. */
  expectNew(): void
}

interface RecordsProps<Row> {
  section: PortSection
  columns: readonly RecordColumn<Row>[]
  /** Null while they are being read. */
  rows: readonly Row[] | null
  idOf(row: Row): string
  isFaint?: ((row: Row) => boolean) | undefined
  /** Rows that can only be ended. */
  hasFigures?(row: Row): boolean
  /** Controls of the head that say what is listed. */
  filter?: ReactNode
  /** What else can be done with all of them, at the end of the head. */
  outputs?: ReactNode
  /** Each panel there is; `add` gets no row. A kind that a section does not have has no key either. */
  panels: {
    row(row: Row, control: RecordControl): ReactNode
    add?(control: RecordControl): ReactNode
    load?(control: RecordControl): ReactNode
    ask?(row: Row, control: RecordControl): ReactNode
    rename?(row: Row, control: RecordControl): ReactNode
    times?(row: Row, control: RecordControl): ReactNode
  }
  /** Under what the fields of a row keep what is typed. */
  formKey(row: Row): string
  /** Where rows have an order: Alt with an arrow puts a row beyond the one beside it. Answers what is refused; null at once where nothing is done. */
  onShift?(row: Row, beyond: Row): Promise<Problems | null> | null
}

/** One section of the settings: the list of sections, its rows, and beside them the row with the cursor as fields. */
export function Records<Row>(props: RecordsProps<Row>) {
  const { section, rows, idOf, panels } = props
  const words = useWords()
  const { t } = words
  const refused = useRefusedKeys()
  const table = useRef<HTMLTableElement>(null)
  const panel = useRef<HTMLElement>(null)
  const [wanted, setWanted] = useState<string | null>(null)
  const place = useRef(0)
  const [mode, setMode] = useState<RecordMode>('row')
  const expected = useRef<ReadonlySet<string> | null>(null)
  const found = rows?.findIndex((each) => idOf(each) === wanted) ?? -1
  // Where a row is gone, the cursor stands where it was.
  const row = rows?.[found >= 0 ? found : Math.min(place.current, rows.length - 1)] ?? null
  if (found >= 0) place.current = found

  const shift = useShift(rows, idOf, props.onShift)

  const control: RecordControl = {
    done() {
      setMode('row')
      focusRecord(table.current)
    },
    expectNew() {
      expected.current = new Set(rows?.map(idOf))
    },
  }

  // The cursor begins in the rows, so that the first key already acts, and is never lost with a row.
  useEffect(() => {
    if (rows !== null && document.activeElement === document.body) focusRecord(table.current)
  }, [rows])

  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever rows have been read
  useEffect(() => {
    const before = expected.current
    const added = before && rows?.find((each) => !before.has(idOf(each)))
    if (!added) return
    expected.current = null
    setWanted(idOf(added))
  }, [rows])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the row that is new has just been drawn
  useEffect(() => {
    if (mode === 'row' && document.activeElement?.closest('tbody')) focusRecord(table.current)
  }, [wanted])

  useEffect(() => {
    if (mode !== 'row') focusFirstField(panel.current)
  }, [mode])

  // What was typed for a new row and refused is not left alone behind another row.
  const newIsRefused = refused.has(newKey(section))
  useEffect(() => {
    if (newIsRefused) setMode('add')
  }, [newIsRefused])

  const offers = (kind: RecordMode): boolean => {
    if (kind === 'row') return true
    if (kind === 'add' || kind === 'load') return panels[kind] !== undefined
    return row !== null && Boolean(panels[kind]?.(row, control))
  }
  const commands = recordCommands({
    section,
    offers,
    show: setMode,
    canShift: props.onShift !== undefined,
    isEnded: row !== null && (props.hasFigures?.(row) ?? false),
  })
  useCommands(() => commands)
  const toldCommands = commands.filter((command) => !command.run)
  const sectionWide = commands.filter(({ id }) => id === 'settings.add' || id === 'settings.load')
  const rowCommands = commands.filter((command) => command.run && !sectionWide.includes(command))

  function onKeyDown(event: KeyboardEvent): void {
    if (event.defaultPrevented || isComposing(event.nativeEvent)) return
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    const way = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null
    if (event.altKey) {
      if (way === null || !row || !props.onShift) return
      event.preventDefault()
      shift(row, way)
      return
    }
    if (event.key === 'ArrowLeft') {
      event.preventDefault()
      document.querySelector<HTMLElement>('.sections [tabindex="0"]')?.focus()
    }
    const next = modeOfKey(event)
    if (next === null || !offers(next)) return
    event.preventDefault()
    setMode(next)
  }

  return (
    <>
      <SectionHead
        section={section}
        onEnter={() => focusRecord(table.current)}
        filter={props.filter}
        outputs={
          <>
            {props.outputs}
            <CommandButtons commands={sectionWide} />
          </>
        }
      />
      <main className="main">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of its rows */}
        <div className="records-place" onKeyDown={onKeyDown} aria-busy={rows === null}>
          <RecordTable
            ref={table}
            label={t(`settings.${section}.title`)}
            columns={props.columns}
            rows={rows ?? []}
            idOf={idOf}
            isFaint={props.isFaint}
            isMarked={(each) => [...refused].some((key) => isOfRow(key, props.formKey(each)))}
            active={row && idOf(row)}
            onActive={(id) => {
              setWanted(id)
              setMode('row')
            }}
            onEdit={() => focusFirstField(panel.current)}
            empty={rows ? t(`settings.${section}.empty`) : t('settings.loading')}
          />
        </div>
      </main>
      <aside ref={panel} className="side" aria-label={t('settings.panel')}>
        {(mode === 'add' || mode === 'load') && panels[mode]?.(control)}
        {mode === 'row' && row !== null && panels.row(row, control)}
        {(mode === 'ask' || mode === 'rename' || mode === 'times') &&
          row !== null &&
          panels[mode]?.(row, control)}
        {mode === 'row' && <CommandButtons commands={rowCommands} />}
        <KeyList
          title={t('panel.keys')}
          keys={[...toldCommands, ...sectionCommands(section)].map((command) => keyLine(command, words))}
        />
      </aside>
    </>
  )
}

/** Whether what was typed belongs to a row: to its fields, or to one of its namings, whose key ends with a date. */
function isOfRow(key: string, formKey: string): boolean {
  const ofNames = `names/${formKey}/`.startsWith(key.slice(0, key.lastIndexOf('/') + 1))
  return key === formKey || (key.startsWith('names/') && ofNames)
}

/** The switch that shows what has ended too. */
export function EndedSwitch() {
  const { t } = useWords()
  const { withEnded } = useStore(settingsChoice)
  return (
    <label className="ended-switch">
      <input
        type="checkbox"
        checked={withEnded}
        onChange={(event) => choose({ withEnded: event.target.checked })}
      />
      {t('settings.withEnded')}
    </label>
  )
}
