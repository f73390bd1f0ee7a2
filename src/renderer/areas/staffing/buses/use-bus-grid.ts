import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { flushSync } from 'react-dom'
import type { BusDay } from '../../../../shared/contract/buses.ts'
import type { Receipt } from '../../../../shared/contract/operation.ts'
import type { Answer } from '../../../../shared/errors.ts'
import { call } from '../../../lib/client.ts'
import { save } from '../../../lib/saving.ts'
import { shortened } from '../../../lib/shortened.ts'
import { useLeaving } from '../../../lib/use-page-hide.ts'
import { useWords } from '../../../lib/use-words.ts'
import { type CellMode, gridAction } from '../../../ui/grid/grid-keys.ts'
import { type CellKinds, nextPlace, type Place } from '../../../ui/grid/grid-moves.ts'
import { type BusColumn, type BusLine, busColumns, readBusCell, typedText } from './bus-lines.ts'

type Texts = Partial<Record<BusColumn, string>>

interface Refusal {
  line: string
  column: number
  text: string
}

export interface BusGrid {
  ref: RefObject<HTMLTableElement | null>
  active: Place
  refused: Refusal | null
  textIn(row: number, column: number): string
  onActive(row: number, column: number): void
  onType(row: number, column: number, text: string): void
  onKeyDown(event: KeyboardEvent<HTMLInputElement>): void
  onBlur(event: FocusEvent): void
}

/** What is typed into the departures of a day, and what the keys do there. */
export function useBusGrid(day: BusDay, lines: readonly BusLine[]): BusGrid {
  const { t, error } = useWords()
  const ref = useRef<HTMLTableElement>(null)
  const [at, setAt] = useState({ line: lines[0]?.id ?? '', column: 1 })
  // Typing is said to the handlers within the same key too: moving the focus leaves a cell before the next drawing.
  const typed = useRef<{ line: string; column: number; text: string; inPlace: boolean } | null>(null)
  // What was typed of lines that are not in the book yet, and of cells that are not read back yet.
  const drafts = useRef(new Map<string, Texts>())
  const [, draw] = useState(0)
  const redraw = () => draw((count) => count + 1)
  const [refused, setRefused] = useState<Refusal | null>(null)

  const rowOf = (line: string) =>
    Math.max(
      0,
      lines.findIndex(({ id }) => id === line),
    )
  const active: Place = { row: rowOf(at.line), column: at.column }
  const kinds: CellKinds = lines.map((line) =>
    busColumns.map((column) => (column === 'deployed' && !line.isFirstOfRoute ? 'none' : 'type')),
  )

  // How many commands of a line have no answer yet: what was read before it may not have what was typed.
  const unanswered = useRef(new Map<string, number>())
  const latest = useRef(lines)
  latest.current = lines

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was read takes the place of what was typed
  useEffect(() => {
    for (const { id, departure } of lines)
      if (departure && !unanswered.current.get(id)) drafts.current.delete(id)
    redraw()
  }, [day])

  /** After the last answer what is read back already gives way; the rest does with the next reading. */
  function settle(id: string): void {
    const left = (unanswered.current.get(id) ?? 1) - 1
    unanswered.current.set(id, left)
    const line = latest.current.find((each) => each.id === id)
    const texts = drafts.current.get(id)
    if (left > 0 || !line?.departure || !texts) return
    const kept = Object.entries(texts).filter(
      ([column, text]) =>
        readBusCell(column as BusColumn, text) !==
        readBusCell(column as BusColumn, typedText(line, column as BusColumn)),
    )
    if (kept.length === 0) drafts.current.delete(id)
    else drafts.current.set(id, Object.fromEntries(kept))
    redraw()
  }

  function focus({ row, column }: Place): void {
    const line = lines[row]
    const input = ref.current?.querySelector<HTMLInputElement>(
      `[data-line="${line?.id}"] [data-column="${column}"] input`,
    )
    input?.focus()
    input?.select()
  }

  // Shown by its key it takes typing at once.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useLayoutEffect(() => focus(active), [])

  const textsOf = (line: BusLine): Texts => drafts.current.get(line.id) ?? {}
  const textOf = (line: BusLine, column: BusColumn): string =>
    textsOf(line)[column] ?? typedText(line, column)

  function refuse(line: BusLine, column: BusColumn, text: string): void {
    setRefused({ line: line.id, column: busColumns.indexOf(column), text })
  }

  async function send(
    line: BusLine,
    column: BusColumn,
    command: () => Promise<Answer<Receipt>>,
  ): Promise<boolean> {
    unanswered.current.set(line.id, (unanswered.current.get(line.id) ?? 0) + 1)
    const answer = await save(command)
    settle(line.id)
    if (answer.ok) return true
    drafts.current.delete(line.id)
    flushSync(() => refuse(line, column, error(answer.error)))
    focus({ row: rowOf(line.id), column: busColumns.indexOf(column) })
    return false
  }

  /** Takes what is being typed. @returns false where it cannot be read and stays */
  function take(): boolean {
    const typing = typed.current
    const line = typing && lines.find(({ id }) => id === typing.line)
    const column = typing && busColumns[typing.column]
    if (!typing || !line || !column) return true
    const value = readBusCell(column, typing.text)
    const wantsNumber = column === 'vehicles' && value === null && line.departure !== null
    if (value === undefined || wantsNumber) {
      refuse(line, column, t(`buses.refused.${column}`, { text: shortened(typing.text) }))
      return false
    }
    typed.current = null
    setRefused(null)
    if (typing.text === textOf(line, column)) {
      redraw()
      return true
    }
    if (column === 'deployed') {
      const { route } = line.route
      void send(line, column, () => call('keepDeployment', { route, date: day.date, vehicles: value }))
    } else {
      drafts.current.set(line.id, { ...textsOf(line), [column]: typing.text })
      if (line.departure) void write(line, column)
    }
    redraw()
    return true
  }

  function write(line: BusLine, column: BusColumn): Promise<boolean> {
    const read = (of: BusColumn) => readBusCell(of, textOf(line, of)) ?? null
    // As it stands now: its turn may come after other lines were typed.
    const departure = {
      departure: line.departure?.departure ?? null,
      route: line.route.route,
      date: day.date,
      direction: line.direction,
      minute: read('time'),
      vehicles: read('vehicles') ?? 1,
      passengers: read('passengers'),
    }
    return send(line, column, () => call('keepDeparture', departure))
  }

  /** Writes the new line; what is typed next begins another one. */
  async function writeNew(line: BusLine): Promise<void> {
    const texts = textsOf(line)
    const column = busColumns.findLast((each) => texts[each] !== undefined) ?? 'time'
    const done = write(line, column)
    drafts.current.delete(line.id)
    redraw()
    if (await done) return
    drafts.current.set(line.id, texts)
    redraw()
  }

  const isDrafted = (line: BusLine): boolean =>
    line.departure === null && Object.values(textsOf(line)).some((text) => text.trim() !== '')

  useLeaving(() => {
    const line = lines[active.row]
    if (take() && line && isDrafted(line)) void writeNew(line)
  })

  function removeLine(line: BusLine): void {
    typed.current = null
    setRefused(null)
    drafts.current.delete(line.id)
    const { departure } = line
    if (departure) {
      // The cursor goes on to the line below, which moves up.
      const row = rowOf(line.id)
      setAt({ line: lines[row + 1]?.id ?? '', column: at.column })
      void send(line, 'vehicles', () => call('removeDepartures', { departures: [departure.departure] })).then(
        (done) => done && focus({ row: row + 1, column: at.column }),
      )
    }
    redraw()
  }

  function move(event: KeyboardEvent, to: Parameters<typeof nextPlace>[2]): void {
    const line = lines[active.row]
    if (!take()) {
      event.preventDefault()
      return
    }
    const isEnd = to === 'enter-down' || (to === 'next' && active.column === busColumns.length - 1)
    if (line && isEnd && isDrafted(line)) {
      event.preventDefault()
      void writeNew(line)
      focus({ row: active.row, column: busColumns.indexOf('time') })
      return
    }
    const next = nextPlace(kinds, active, to)
    if (next === null && (to === 'next' || to === 'previous')) return
    event.preventDefault()
    if (next) focus(next)
  }

  return {
    ref,
    active,
    refused,
    textIn(row, column) {
      const line = lines[row]
      const name = busColumns[column]
      if (!line || !name) return ''
      const typing = typed.current
      return typing?.line === line.id && typing.column === column ? typing.text : textOf(line, name)
    },
    onActive: (row, column) => setAt({ line: lines[row]?.id ?? '', column }),
    onType(row, column, text) {
      typed.current = { line: lines[row]?.id ?? '', column, text, inPlace: typed.current?.inPlace ?? false }
      redraw()
    },
    onKeyDown(event) {
      const typing = typed.current
      const mode: CellMode = typing === null ? 'resting' : typing.inPlace ? 'editing' : 'typing'
      const line = lines[active.row]
      const column = busColumns[active.column]
      if (!line || !column) return
      if (event.key === 'Delete' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault()
        removeLine(line)
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
        typed.current = null
        if (line.departure === null) drafts.current.delete(line.id)
        // At once, so that the value stands there chosen and the next key replaces it.
        flushSync(() => {
          setRefused(null)
          redraw()
        })
        event.currentTarget.select()
        return
      }
      const isEdit = action.kind === 'edit'
      typed.current = { ...at, text: isEdit ? textOf(line, column) : '', inPlace: isEdit }
      if (action.kind === 'clear') take()
      redraw()
    },
    onBlur(event) {
      const next = event.relatedTarget as Element | null
      const line = lines[active.row]
      if (!take() || !line || !next) return
      const isInRow = next.closest('tr') === event.target.closest('tr')
      if (!isInRow && isDrafted(line)) void writeNew(line)
    },
  }
}
