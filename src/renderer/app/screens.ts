import { isComposing, type KeyPress } from '../ui/grid/grid-keys.ts'

/** The screens of the window as the rail lists them, each with the digit that shows it; the shell renders each by its id. */
export const screens = [
  { id: 'day-sheet', label: 'app.daySheet', digit: 1 },
  { id: 'crossings', label: 'app.crossings', digit: 2 },
  { id: 'reports', label: 'app.reports', digit: 5 },
] as const

export type ScreenId = (typeof screens)[number]['id']

/** Ctrl+1 to Ctrl+7 (with Cmd on a Mac) by the place of the key, so that every layout has them. */
export function screenKey(press: KeyPress): ScreenId | null {
  if (isComposing(press) || press.altKey || press.shiftKey || !(press.ctrlKey || press.metaKey)) return null
  return screens.find(({ digit }) => press.code === `Digit${digit}`)?.id ?? null
}
