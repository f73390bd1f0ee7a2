import {
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { BoardWarning } from '../../../../shared/contract/staffing.ts'
import { useCommands } from '../../../lib/commands.ts'
import { useStore } from '../../../lib/store.ts'
import { useWords } from '../../../lib/use-words.ts'
import { gridAction } from '../../../ui/grid/grid-keys.ts'
import { type CellKinds, nextPlace, type Place } from '../../../ui/grid/grid-moves.ts'
import type { BoardNow } from '../board/board-actions.ts'
import { boardSource } from '../board-source.ts'
import { warningWords } from '../panel/warning-words.ts'
import { tableKeys } from './table-keys.ts'
import { type RowFacts, rowsOf } from './table-rows.ts'
import { pasteOpenings, takeNewRow, takeTypedCell } from './take-typed.ts'
import { emptyRow, type RowColumn, type RowProblem, rowColumns, type TypedRow } from './typed-rows.ts'

interface OpeningsTableProps {
  now: BoardNow
  label: string
  warnings: readonly BoardWarning[]
}

interface Typing {
  place: Place
  text: string
  inPlace: boolean
}

/** What was refused, in the words of the table. */
interface Refused {
  row: number
  column: RowColumn | null
  text: string
}

/** Openings, one on a line, typed as in the count grid; the last line is for a new one. */
export function OpeningsTable({ now, label, warnings }: OpeningsTableProps) {
  const words = useWords()
  const { t, error } = words
  const rows = useMemo(() => rowsOf(words, now), [words, now])
  const [draft, setDraft] = useState<TypedRow>(emptyRow)
  const [typing, setTyping] = useState<Typing | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [active, setActive] = useState<Place>({ row: rows.length, column: 0 })
  const table = useRef<HTMLTableElement>(null)
  const bookRefusal = useStore(boardSource.refusal)
  const kinds: CellKinds = [...rows, null].map(() => rowColumns.map(() => 'type' as const))
  useCommands(() => tableKeys)

  const focus = ({ row, column }: Place): void => {
    const input = table.current?.querySelector<HTMLInputElement>(
      `[data-row="${row}"][data-column="${column}"] input`,
    )
    input?.focus()
    input?.select()
  }
  // Opened by its key it takes typing at once; after another board too.
  useLayoutEffect(() => {
    if (document.activeElement === document.body || !table.current?.contains(document.activeElement))
      focus(active)
  }, [])
  useEffect(() => setRefused(null), [now.board.date, now.board.shift])

  const problemText = ({ column, text }: RowProblem): string => t(`openings.refused.${column}`, { text })

  /** Takes what is being typed; false where it cannot be read and stays. */
  function take(): boolean {
    if (!typing) return true
    const { place, text } = typing
    const column = rowColumns[place.column] as RowColumn
    const row = rows[place.row]
    if (!row) {
      setDraft((before) => ({ ...before, [column]: text }))
      setTyping(null)
      return true
    }
    const problem = takeTypedCell(row.opening, column, text, now)
    setTyping(problem ? typing : null)
    setRefused(problem && { row: place.row, column, text: problemText(problem) })
    return problem === null
  }

  /** Writes the new line once one leaves it; an empty one is none. */
  async function takeDraft(row: TypedRow): Promise<void> {
    const taken = await takeNewRow(row, now)
    if (taken.ok) {
      setDraft(emptyRow)
      setRefused(null)
      return
    }
    const text = 'problem' in taken ? problemText(taken.problem) : error(taken.error)
    setRefused({ row: rows.length, column: 'problem' in taken ? taken.problem.column : null, text })
    boardSource.refusal.set(null)
    focus({ row: rows.length, column: 'problem' in taken ? rowColumns.indexOf(taken.problem.column) : 2 })
  }

  /** The new line with what is being typed in it. */
  function draftNow(): TypedRow {
    if (!typing || typing.place.row < rows.length) return draft
    return { ...draft, [rowColumns[typing.place.column] as RowColumn]: typing.text }
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    const mode = typing === null ? 'resting' : typing.inPlace ? 'editing' : 'typing'
    if (event.key === 'Delete' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      const row = rows[active.row]
      if (row)
        void boardSource.edit(
          { kind: 'remove', opening: row.opening.opening },
          { channel: row.opening.channel, minute: row.opening.startsMinute },
        )
      else setDraft(emptyRow)
      return
    }
    const action = gridAction(event.nativeEvent, mode)
    if (!action) return
    if (action.kind === 'move') {
      const isNew = active.row === rows.length
      const leaves =
        isNew &&
        (action.move === 'enter-down' || (action.move === 'next' && active.column === rowColumns.length - 1))
      const wanted = draftNow()
      if (!take()) return event.preventDefault()
      if (leaves && rowColumns.some((column) => wanted[column].trim() !== '')) {
        event.preventDefault()
        void takeDraft(wanted)
        // The next new line begins with its channel.
        focus({ row: rows.length, column: 0 })
        return
      }
      const next = nextPlace(kinds, active, action.move)
      if (next === null && (action.move === 'next' || action.move === 'previous')) return
      event.preventDefault()
      if (next) focus(next)
      return
    }
    if (action.kind === 'extend') return
    event.preventDefault()
    if (action.kind === 'take-back') {
      setTyping(null)
      setRefused(null)
      boardSource.refusal.set(null)
      event.currentTarget.select()
      return
    }
    const shown = textIn(active)
    const text = action.kind === 'edit' ? shown : ''
    setTyping({ place: active, text, inPlace: action.kind === 'edit' })
  }

  const textIn = ({ row, column }: Place): string => {
    const name = rowColumns[column] as RowColumn
    if (typing && typing.place.row === row && typing.place.column === column) return typing.text
    return rows[row]?.typed[name] ?? draft[name]
  }

  function onPaste(event: ClipboardEvent): void {
    const text = event.clipboardData.getData('text/plain')
    if (!/[\t\r\n]/.test(text.trimEnd())) return
    event.preventDefault()
    void pasteOpenings(text, now).then((problem) => {
      if (problem === null) return setRefused(null)
      const said =
        'problem' in problem
          ? t('openings.pasteRefused', { line: problem.problem.line, why: problemText(problem.problem) })
          : t('openings.pasteRefused', { line: problem.line, why: error(problem.error) })
      setRefused({ row: rows.length, column: null, text: said })
      boardSource.refusal.set(null)
    })
  }

  function onBlur(event: FocusEvent): void {
    const isInside = table.current?.contains(event.relatedTarget as Node | null) ?? false
    if (isInside && event.relatedTarget?.closest('tr') === event.target.closest('tr')) return void take()
    const wanted = draftNow()
    const isNew =
      (event.target as HTMLElement).closest('[data-row]')?.getAttribute('data-row') === String(rows.length)
    const isComplete = wanted.channel.trim() !== '' && wanted.times.trim() !== ''
    if (take() && isNew && isComplete && event.relatedTarget) void takeDraft(wanted)
  }

  const cell = (row: number, column: number, facts: RowFacts | null) => {
    const name = rowColumns[column] as RowColumn
    const isRefused = refused?.row === row && refused.column === name
    return (
      <td
        key={name}
        role="gridcell"
        data-row={row}
        data-column={column}
        data-direction={name === 'direction' ? facts?.opening.direction : undefined}
        aria-invalid={isRefused || undefined}
      >
        <input
          type="text"
          className="field"
          autoComplete="off"
          spellCheck={false}
          aria-label={t('openings.cell', {
            column: t(`openings.columns.${name}`),
            row: facts ? facts.line : t('openings.newRow'),
          })}
          placeholder={facts ? undefined : t(`openings.placeholders.${name}`)}
          value={textIn({ row, column })}
          onFocus={(event) => {
            setActive({ row, column })
            event.currentTarget.select()
          }}
          onChange={(event) =>
            setTyping({ place: { row, column }, text: event.target.value, inPlace: typing?.inPlace ?? false })
          }
          onKeyDown={onKeyDown}
          onBlur={onBlur}
          tabIndex={active.row === row && active.column === column ? 0 : -1}
        />
      </td>
    )
  }

  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: lines to type into are a grid
    <table ref={table} className="openings" role="grid" aria-label={label} onPaste={onPaste}>
      <thead>
        <tr>
          {rowColumns.map((column) => (
            <th key={column} scope="col">
              {t(`openings.columns.${column}`)}
            </th>
          ))}
          <th scope="col">{t(`openings.compared.${now.plan}`)}</th>
          <th scope="col">{t('openings.columns.notes')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((facts, row) => {
          const own = warnings.filter(({ opening }) => opening === facts.opening.opening)
          const isRefusedByBook =
            bookRefusal?.channel === facts.opening.channel &&
            bookRefusal.minute === facts.opening.startsMinute
          return (
            <tr key={facts.opening.opening}>
              {rowColumns.map((_, column) => cell(row, column, facts))}
              <td className="faint">{facts.compared}</td>
              <td>
                {refused?.row === row ? (
                  <span className="bad" role="alert">
                    {refused.text}
                  </span>
                ) : isRefusedByBook ? (
                  <span className="bad" role="alert">
                    {error(bookRefusal.error)}
                  </span>
                ) : (
                  <span className="warned">{own.map((each) => warningWords(words, each)).join(' ')}</span>
                )}
              </td>
            </tr>
          )
        })}
        <tr className="new">
          {rowColumns.map((_, column) => cell(rows.length, column, null))}
          <td />
          <td>
            {refused?.row === rows.length && (
              <span className="bad" role="alert">
                {refused.text}
              </span>
            )}
          </td>
        </tr>
      </tbody>
    </table>
  )
}
