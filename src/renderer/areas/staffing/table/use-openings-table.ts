import {
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { flushSync } from 'react-dom'
import { mostOpenings } from '../../../../shared/staffing/staffing-words.ts'
import { shortened } from '../../../lib/shortened.ts'
import { useLeaving } from '../../../lib/use-page-hide.ts'
import { useWords } from '../../../lib/use-words.ts'
import { type CellMode, gridAction } from '../../../ui/grid/grid-keys.ts'
import { type CellKinds, nextPlace, type Place } from '../../../ui/grid/grid-moves.ts'
import { type DrawnRows, useDrawnRows } from '../../../ui/rows/use-drawn-rows.tsx'
import type { BoardNow } from '../board/board-actions.ts'
import { refusalWords } from '../board/board-words.ts'
import { boardSource } from '../board-source.ts'
import type { RowFacts } from './table-rows.ts'
import { type PasteRefusal, pasteOpenings, takeNewRow, takeTypedCell } from './take-typed.ts'
import { emptyRow, type RowProblem, rowColumns, type TypedRow } from './typed-rows.ts'

/** A line is known by its opening, so that others may come and go; null is the line for a new one. */
type Line = string | null

/** Something that cannot be, in words, on the line that it is about. */
interface RefusedLine {
  line: Line
  /** Null where it is not about one cell. */
  column: number | null
  text: string
}

interface Typing {
  line: Line
  column: number
  text: string
  inPlace: boolean
}

export interface OpeningsTableControl {
  body: RefObject<HTMLTableSectionElement | null>
  drawn: DrawnRows
  active: Place
  refused: RefusedLine | null
  textIn(place: Place): string
  lineAt(row: number): Line
  onActive(place: Place): void
  onType(place: Place, text: string): void
  onKeyDown(event: KeyboardEvent<HTMLInputElement>): void
  onBlur(event: FocusEvent): void
  onPaste(event: ClipboardEvent): void
}

const isEmpty = (row: TypedRow): boolean => rowColumns.every((column) => row[column].trim() === '')

const isComplete = ({ channel, times }: TypedRow): boolean => channel.trim() !== '' && times.trim() !== ''

/** A state that says what it is within the same key too: moving the focus leaves a cell before the next drawing. */
function useLatest<Value>(initial: Value): { get(): Value; set(next: Value): void } {
  const [, draw] = useState(initial)
  const latest = useRef(initial)
  return {
    get: () => latest.current,
    set(next) {
      latest.current = next
      draw(next)
    },
  }
}

/** What is typed into the table of openings, and what the keys do in it. */
export function useOpeningsTable(rows: readonly RowFacts[], now: BoardNow): OpeningsTableControl {
  const words = useWords()
  const { t, number } = words
  const body = useRef<HTMLTableSectionElement>(null)
  const [at, setAt] = useState<{ line: Line; column: number }>({ line: null, column: 0 })
  const typed = useLatest<Typing | null>(null)
  const drafted = useLatest<TypedRow>(emptyRow)
  const [refused, setRefused] = useState<RefusedLine | null>(null)

  const rowOf = (line: Line): number => {
    const found = rows.findIndex(({ opening }) => opening.opening === line)
    return found < 0 ? rows.length : found
  }
  const lineAt = (row: number): Line => rows[row]?.opening.opening ?? null
  const active: Place = { row: rowOf(at.line), column: at.column }
  const kinds: CellKinds = [...rows, null].map(() => rowColumns.map(() => 'type' as const))

  const drawn = useDrawnRows(body, rows.length, active.row)

  const focus = ({ row, column }: Place): void => {
    const isNew = row >= rows.length
    if (!isNew) drawn.draw(row)
    const input = body.current?.querySelector<HTMLInputElement>(
      `tr${isNew ? '.new' : `[data-place="${row}"]`} [data-column="${column}"] input`,
    )
    input?.focus()
    input?.select()
  }

  // Shown by its key it takes typing at once.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useLayoutEffect(() => focus(active), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was refused on another board says nothing here
  useEffect(() => setRefused(null), [now.board.date, now.board.shift, now.board.checkpoint])

  const problemText = ({ column, text }: RowProblem): string =>
    t(`openings.refused.${column}`, { text: shortened(text) })
  function pasteText(refusal: PasteRefusal): string {
    if ('tooMany' in refusal)
      return t('openings.tooMany', { lines: number(refusal.tooMany), most: number(mostOpenings) })
    return 'problem' in refusal
      ? t('openings.pasteRefused', { line: refusal.problem.line, why: problemText(refusal.problem) })
      : t('openings.pasteRefused', {
          line: refusal.line,
          why: refusalWords(words, now.board, refusal.error),
        })
  }
  const refuse = (line: Line, problem: RowProblem): void =>
    setRefused({ line, column: rowColumns.indexOf(problem.column), text: problemText(problem) })

  /** Takes what is being typed. @returns false where it cannot be read and stays */
  function take(): boolean {
    const typing = typed.get()
    if (!typing) return true
    const { line, column, text } = typing
    const name = rowColumns[column]
    const facts = rows.find(({ opening }) => opening.opening === line)
    if (!name) return true
    if (!facts) {
      drafted.set({ ...drafted.get(), [name]: text })
      typed.set(null)
      return true
    }
    const taken = text === facts.typed[name] ? null : takeTypedCell(facts.opening, name, text, now)
    if (taken && 'problem' in taken) {
      refuse(line, taken.problem)
      return false
    }
    typed.set(null)
    setRefused(null)
    void taken?.answer.then((answer) => answer.ok || returnTyped(typing))
    return true
  }

  /** What the book has refused comes back into its cell to be changed. */
  function returnTyped(typing: Typing): void {
    const { line, column, text } = typing
    const refusal = boardSource.refusal.get()
    // A later change of what never came to be says nothing of its own.
    if (!refusal) return
    boardSource.refusal.set(null)
    const why = refusalWords(words, now.board, refusal.error)
    if (typed.get() !== null) {
      setRefused({ line, column: null, text: t('openings.notTaken', { line: shortened(text), why }) })
      return
    }
    flushSync(() => {
      typed.set({ ...typing, inPlace: false })
      setRefused({ line, column, text: why })
    })
    if (body.current?.contains(document.activeElement)) focus({ row: rowOf(line), column })
  }

  /** The new line with what is being typed in it. */
  function draftNow(): TypedRow {
    const typing = typed.get()
    const name = typing?.line === null ? rowColumns[typing.column] : undefined
    return typing && name ? { ...drafted.get(), [name]: typing.text } : drafted.get()
  }

  /** Writes the new line; where it is refused it comes back to be changed. */
  async function takeDraft(row: TypedRow): Promise<void> {
    drafted.set(emptyRow)
    setRefused(null)
    const taken = await takeNewRow(row, now)
    if (taken.ok) return
    boardSource.refusal.set(null)
    const isTyping = typed.get() !== null
    const [column, why] =
      'problem' in taken
        ? [taken.problem.column, problemText(taken.problem)]
        : ['times' as const, refusalWords(words, now.board, taken.error)]
    if (!isEmpty(draftNow())) {
      // Another one is being typed already: it keeps its place and the cursor.
      const line = rowColumns.map((each) => row[each]).join(' ')
      setRefused({ line: null, column: null, text: t('openings.notTaken', { line, why }) })
      return
    }
    // At once, so that the cell in question is chosen with its text and the next key replaces it.
    flushSync(() => {
      drafted.set(row)
      setRefused({ line: null, column: rowColumns.indexOf(column), text: why })
    })
    if (!isTyping) focus({ row: rows.length, column: rowColumns.indexOf(column) })
  }

  useLeaving(() => {
    const wanted = draftNow()
    if (take() && isComplete(wanted)) void takeDraft(wanted)
  })

  function removeLine(): void {
    const facts = rows[active.row]
    if (!facts) {
      drafted.set(emptyRow)
      return
    }
    const { opening, channel, startsMinute } = facts.opening
    typed.set(null)
    // The cursor goes on to the line that takes its place.
    focus({ row: active.row + 1, column: active.column })
    void boardSource.edit({ kind: 'remove', opening }, { channel, minute: startsMinute })
  }

  function move(event: KeyboardEvent, to: Parameters<typeof nextPlace>[2]): void {
    const isNew = active.row === rows.length
    const isLast = active.column === rowColumns.length - 1
    const wanted = draftNow()
    const writes = isNew && (to === 'enter-down' || (to === 'next' && isLast)) && !isEmpty(wanted)
    if (!take()) {
      event.preventDefault()
      return
    }
    if (writes) {
      event.preventDefault()
      void takeDraft(wanted)
      focus({ row: rows.length, column: 0 })
      return
    }
    const next = nextPlace(kinds, active, to)
    if (next === null && (to === 'next' || to === 'previous')) return
    event.preventDefault()
    if (next) focus(next)
  }

  return {
    body,
    drawn,
    active,
    refused,
    lineAt,
    textIn({ row, column }) {
      const line = lineAt(row)
      const name = rowColumns[column]
      const typing = typed.get()
      if (typing?.line === line && typing.column === column) return typing.text
      return name ? (rows[row]?.typed[name] ?? drafted.get()[name]) : ''
    },
    onActive: ({ row, column }) => setAt({ line: lineAt(row), column }),
    onType: ({ row, column }, text) =>
      typed.set({ line: lineAt(row), column, text, inPlace: typed.get()?.inPlace ?? false }),
    onKeyDown(event) {
      const typing = typed.get()
      const mode: CellMode = typing === null ? 'resting' : typing.inPlace ? 'editing' : 'typing'
      if (event.key === 'Delete' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault()
        removeLine()
        return
      }
      const action = gridAction(event.nativeEvent, mode)
      if (!action || action.kind === 'extend') return
      if (action.kind === 'move') {
        move(event, action.move)
        return
      }
      event.preventDefault()
      if (action.kind === 'take-back') {
        // At once, so that the value stands there chosen and the next key replaces it.
        flushSync(() => {
          typed.set(null)
          setRefused(null)
          boardSource.refusal.set(null)
        })
        event.currentTarget.select()
        return
      }
      const name = rowColumns[active.column]
      const shown = name ? (rows[active.row]?.typed[name] ?? drafted.get()[name]) : ''
      const isEdit = action.kind === 'edit'
      typed.set({ ...at, text: isEdit ? shown : '', inPlace: isEdit })
    },
    onBlur(event) {
      const next = event.relatedTarget as Element | null
      const isInRow = next?.closest('tr') === event.target.closest('tr')
      const wanted = draftNow()
      const leavesNew = !isInRow && event.target.closest('tr')?.classList.contains('new') === true
      if (take() && leavesNew && isComplete(wanted) && next) void takeDraft(wanted)
    },
    onPaste(event) {
      const text = event.clipboardData.getData('text/plain')
      if (!/[\t\r\n]/.test(text.trimEnd())) return
      event.preventDefault()
      typed.set(null)
      void pasteOpenings(text, now).then((problem) => {
        boardSource.refusal.set(null)
        if (problem === null) return setRefused(null)
        setRefused({ line: null, column: null, text: pasteText(problem) })
      })
    },
  }
}
