import {
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useCallback,
  useRef,
  useState,
} from 'react'
import { useWords } from '../../lib/use-words.ts'
import { blockBetween, type GridBlock } from '../../ui/grid/grid-block.ts'
import { type CellMode, gridAction } from '../../ui/grid/grid-keys.ts'
import { afterMove, type CellKinds, nextPlace, type Place } from '../../ui/grid/grid-moves.ts'
import { readBlock, textOfBlock } from './blocks.ts'
import { type Mark, marks, textToEdit, valueNow } from './cell-edits.ts'
import { exceptionRefusal, markAction, markKey, takeMarkAction } from './cell-marks.ts'
import { targetKey } from './cell-target.ts'
import { valueWords } from './cell-words.ts'
import { pasteBlock, pasteRest, refusedBlock } from './paste-block.ts'
import { type BookCell, cellKinds, isSummed, type SheetRow } from './sheet-rows.ts'
import type { ShownSheet } from './sheet-source.ts'
import { cellEdits } from './sheet-state.ts'

export interface CountGridControl {
  ref: RefObject<HTMLTableElement | null>
  active: Place
  /** The selected block; the cell in focus alone is none. */
  block: GridBlock | null
  focus(place: Place): void
  /** After another sheet has come: the cursor is where the focus is, and the focus is never lost. */
  settle(): void
  onKeyDown(event: KeyboardEvent): void
  onFocus(event: FocusEvent): void
  onBlur(event: FocusEvent): void
  onPointerDown(event: PointerEvent): void
  onCopy(event: ClipboardEvent): void
  onPaste(event: ClipboardEvent): void
}

/** The cell of a row, if it is one that shows a place in the book. */
export function bookCellAt(rows: readonly SheetRow[], place: Place): BookCell | null {
  const row = rows[place.row]
  return !row || row.kind === 'sum' ? null : (row.cells[place.column] ?? null)
}

/** Where the cursor stands, and what the keys do there. */
export function useCountGrid(
  shown: ShownSheet,
  rows: readonly SheetRow[],
  withBoth: boolean,
): CountGridControl {
  const words = useWords()
  const [anchor, setAnchor] = useState<Place | null>(null)
  const ref = useRef<HTMLTableElement>(null)
  const [wanted, setWanted] = useState<Place>({ row: 0, column: 0 })
  const runBegan = useRef<number | null>(null)
  const kinds = cellKinds(rows, withBoth)
  const active = standable(kinds, wanted)
  const block = anchor && blockBetween(anchor, active)
  const valueIn = (cell: BookCell) => valueNow(cell, cellEdits.get(targetKey(cell.target)))

  const focus = useCallback((place: Place) => {
    const cell = ref.current?.querySelector<HTMLElement>(
      `[data-row="${place.row}"][data-column="${place.column}"]`,
    )
    const field = cell?.querySelector<HTMLElement>('input') ?? cell
    field?.focus()
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [])

  // Where the focus is counts, not where it was: on another sheet the same line may stand in another row.
  function follow(element: Element | null): Place | null {
    const place = placeOfElement(element, ref.current)
    if (place && (place.row !== wanted.row || place.column !== wanted.column)) setWanted(place)
    return place
  }

  function onKeyDown(event: KeyboardEvent): void {
    const here = follow(event.target as Element) ?? active
    const cell = bookCellAt(rows, here)
    const key = cell && targetKey(cell.target)
    const edit = key === null ? null : cellEdits.get(key)
    const mode: CellMode = edit?.phase !== 'typing' ? 'resting' : edit.inPlace ? 'editing' : 'typing'
    if (refusedBlock.get() && mode === 'resting' && answersBlock(event)) return
    exceptionRefusal.set(null)
    const mark = mode === 'resting' && cell ? markKey(event.nativeEvent) : null
    if (mark && cell) {
      event.preventDefault()
      keepFromComposing(event)
      const action = markAction(cell, mark, shown.sheet.state === 'open' && !isSummed(shown.sheet))
      if (action) takeMarkAction(action, cell, shown)
      return
    }
    const action = gridAction(event.nativeEvent, mode)
    if (action === null) return
    if (action.kind === 'extend') {
      event.preventDefault()
      setAnchor(anchor ?? here)
      const next = nextPlace(kinds, here, action.move)
      if (next) focus(next)
      return
    }
    setAnchor(null)
    if (action.kind === 'move') {
      if (key !== null) cellEdits.commit(key)
      const moved = afterMove(kinds, here, runBegan.current, action.move)
      const leaves = moved.place === null && (action.move === 'next' || action.move === 'previous')
      if (leaves) return
      event.preventDefault()
      runBegan.current = moved.runBegan
      if (moved.place) focus(moved.place)
      return
    }
    event.preventDefault()
    if (key === null || !cell?.editable) return
    if (action.kind === 'take-back') cellEdits.takeBack(key)
    else if (action.kind === 'clear') cellEdits.clear(cell.target)
    else if (action.kind === 'empty') cellEdits.type(cell.target, '')
    else cellEdits.type(cell.target, textToEdit(cell.value, edit), true)
  }

  return {
    ref,
    active,
    block,
    focus,
    settle() {
      const place = follow(document.activeElement)
      // A cell that takes typing now has a field of its own.
      if (place && !(document.activeElement instanceof HTMLInputElement)) focus(place)
      else if (!place && document.activeElement === document.body) focus(active)
    },
    onKeyDown,
    onFocus(event) {
      follow(event.target as Element)
    },
    onBlur(event) {
      const key = (event.target as HTMLElement).closest<HTMLElement>('[data-key]')?.dataset.key
      if (key !== undefined) cellEdits.commit(key)
    },
    onPointerDown(event) {
      runBegan.current = null
      setAnchor(event.shiftKey ? (anchor ?? active) : null)
    },
    onCopy(event) {
      const field = event.target as Element
      if (field instanceof HTMLInputElement && field.value !== '') return
      event.preventDefault()
      const text = textOfBlock(rows, block ?? blockBetween(active, active), valueIn, (value) =>
        valueWords(words, value),
      )
      event.clipboardData.setData('text/plain', text)
    },
    onPaste(event) {
      const text = event.clipboardData.getData('text/plain')
      if (!/[\t\r\n]/.test(text.replace(/\s+$/, ''))) return
      event.preventDefault()
      cellEdits.commitAll()
      const markOf = (word: string): Mark | null =>
        marks.find((mark) => word !== '' && valueWords(words, mark) === word) ?? null
      void pasteBlock(readBlock(rows, block?.from ?? active, text, valueIn, markOf))
    },
  }
}

/**
 * An input method that has already taken the key would begin to compose: a field that is only read takes nothing, until
 * the key is up again.
 */
function keepFromComposing({ nativeEvent, target }: KeyboardEvent): void {
  if (nativeEvent.keyCode !== 229 || !(target instanceof HTMLInputElement)) return
  target.readOnly = true
  const takeAgain = (): void => {
    target.readOnly = false
  }
  target.addEventListener('keyup', takeAgain, { once: true })
  target.addEventListener('blur', takeAgain, { once: true })
}

function placeOfElement(element: Element | null, grid: Element | null): Place | null {
  const cell = grid?.contains(element) ? element?.closest<HTMLElement>('[data-row]') : null
  return cell ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column) } : null
}

/** The keys that answer the note about a refused block: paste the rest, or leave it. */
function answersBlock(event: KeyboardEvent): boolean {
  const isRest = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
  if (!isRest && event.key !== 'Escape') return false
  event.preventDefault()
  if (isRest) pasteRest()
  else refusedBlock.set(null)
  return true
}

/** The wanted place, or where it does not exist on this sheet the first one that does. */
function standable(kinds: CellKinds, wanted: Place): Place {
  const kind = kinds[wanted.row]?.[wanted.column] ?? 'none'
  return kind === 'none' ? (nextPlace(kinds, wanted, 'first') ?? wanted) : wanted
}
