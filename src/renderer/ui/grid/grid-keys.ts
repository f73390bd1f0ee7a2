import type { Move } from './grid-moves.ts'

/** What of a keyboard event decides about a cell. */
export interface KeyPress {
  key: string
  code: string
  keyCode: number
  isComposing: boolean
  ctrlKey: boolean
  metaKey: boolean
  shiftKey: boolean
  altKey: boolean
}

/** `typing` replaces the value and arrows leave the cell; `editing` (F2) changes it and arrows move the caret. */
export type CellMode = 'resting' | 'typing' | 'editing'

export type GridAction =
  | { kind: 'move'; move: Move }
  | { kind: 'extend'; move: Move }
  | { kind: 'edit' }
  | { kind: 'empty' }
  | { kind: 'clear' }
  | { kind: 'take-back' }

const arrows: Record<string, Move> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

/** Whether an input method is still composing: its Enter and Esc are its own. */
export function isComposing(press: Pick<KeyPress, 'isComposing' | 'keyCode'>): boolean {
  return press.isComposing || press.keyCode === 229
}

/** What a key does in a cell; null leaves it to the text field or to the keys of the whole window. */
export function gridAction(press: KeyPress, mode: CellMode): GridAction | null {
  if (isComposing(press) || press.altKey) return null
  const move = (to: Move): GridAction => ({ kind: 'move', move: to })
  if (press.ctrlKey || press.metaKey) {
    // Undoing what is not yet saved is taking it back.
    if (press.code === 'KeyZ' && mode !== 'resting') return { kind: 'take-back' }
    if (mode !== 'resting') return null
    if (press.key === 'Home') return move('first')
    return press.key === 'End' ? move('last') : null
  }
  if (press.key === 'Enter') return move(press.shiftKey ? 'enter-up' : 'enter-down')
  if (press.key === 'Tab') return move(press.shiftKey ? 'previous' : 'next')
  if (press.key === 'Escape') return { kind: 'take-back' }
  const arrow = arrows[press.key]
  if (arrow && press.shiftKey && mode === 'resting') return { kind: 'extend', move: arrow }
  if (arrow) return mode === 'editing' || press.shiftKey ? null : move(arrow)
  if (mode !== 'resting') return null
  if (press.key === 'Home') return move('row-start')
  if (press.key === 'End') return move('row-end')
  if (press.key === 'F2') return { kind: 'edit' }
  if (press.key === 'Delete') return { kind: 'clear' }
  return press.key === 'Backspace' ? { kind: 'empty' } : null
}
