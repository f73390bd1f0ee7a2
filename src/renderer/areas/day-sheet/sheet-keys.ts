import { isComposing, type KeyPress } from '../../ui/grid/grid-keys.ts'
import { daysAway, type Step, shiftAfter, shiftBefore } from './places.ts'

/** Keys that change the sheet, wherever the cursor stands. */
export function sheetStep(press: KeyPress): Step | null {
  if (isComposing(press) || press.ctrlKey || press.metaKey || press.shiftKey) return null
  if (press.altKey) {
    if (press.key === 'ArrowLeft') return daysAway(-1)
    return press.key === 'ArrowRight' ? daysAway(1) : null
  }
  if (press.key === 'PageUp') return shiftBefore
  return press.key === 'PageDown' ? shiftAfter : null
}
