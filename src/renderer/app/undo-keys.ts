import { isComposing, type KeyPress } from '../ui/grid/grid-keys.ts'

/** Ctrl+Z, Ctrl+Y and Ctrl+Shift+Z (with Cmd on a Mac) by the place of the key, so that every layout has them. */
export function undoKey(press: KeyPress): 'undo' | 'redo' | null {
  if (isComposing(press) || press.altKey || !(press.ctrlKey || press.metaKey)) return null
  if (press.code === 'KeyZ') return press.shiftKey ? 'redo' : 'undo'
  return press.code === 'KeyY' && !press.shiftKey ? 'redo' : null
}
