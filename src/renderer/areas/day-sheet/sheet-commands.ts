import type { Command } from '../../lib/commands.ts'
import { daysAway, type Step, shiftAfter, shiftBefore } from '../../lib/places.ts'
import type { Words } from '../../lib/use-words.ts'
import { jumpToNotesOrBack } from './notes/notes-focus.ts'
import { cellEdits, sheetSource } from './sheet-state.ts'

/** A key that the grid hears by itself. */
const told = (
  scope: Command['scope'],
  id: string,
  keyText: (words: Words) => string,
  words: (words: Words) => string,
): Command => ({ id: `sheet.${id}`, scope, keyText, words })

/** What the keys do in a cell that takes typing. */
export const cellKeys: readonly Command[] = [
  told(
    'cell',
    'enter',
    ({ t }) => t('keys.enter'),
    ({ t }) => t('panel.keyDown'),
  ),
  told(
    'cell',
    'tab',
    ({ t }) => t('keys.tab'),
    ({ t }) => t('panel.keyRight'),
  ),
  told(
    'cell',
    'edit',
    ({ t }) => t('keys.f2'),
    ({ t }) => t('panel.keyEdit'),
  ),
  told(
    'cell',
    'sum',
    ({ t }) => t('keys.sum'),
    ({ t }) => t('panel.keySum'),
  ),
  told(
    'cell',
    'take-back',
    ({ t }) => t('keys.escape'),
    ({ t }) => t('panel.keyTakeBack'),
  ),
  told(
    'cell',
    'clear',
    ({ t }) => t('keys.delete'),
    ({ t }) => t('panel.keyClear'),
  ),
]

/** What everybody knows from Excel, told in the help alone. */
const knownKeys: readonly Command[] = [
  told(
    'cell',
    'arrows',
    ({ t }) => t('keys.arrows'),
    ({ t }) => t('keyHelp.cell.move'),
  ),
  told(
    'cell',
    'backwards',
    ({ t }) => t('keys.backwards'),
    ({ t }) => t('keyHelp.cell.back'),
  ),
  told(
    'cell',
    'ends',
    ({ t }) => t('keys.ends'),
    ({ t }) => t('keyHelp.cell.ends'),
  ),
  told(
    'cell',
    'corners',
    ({ t }) => t('keys.corners'),
    ({ t }) => t('keyHelp.cell.corners'),
  ),
  told(
    'cell',
    'digits',
    ({ t }) => t('keys.digits'),
    ({ t }) => t('keyHelp.cell.replace'),
  ),
  told(
    'cell',
    'closed',
    ({ t }) => t('keys.marks.closed'),
    ({ t }) => t('keyHelp.cell.closed'),
  ),
  told(
    'cell',
    'not-applicable',
    ({ t }) => t('keys.marks.not-applicable'),
    ({ t }) => t('keyHelp.cell.notApplicable'),
  ),
  told(
    'cell',
    'paste-rest',
    ({ t }) => t('keys.pasteRest'),
    ({ t }) => t('keyHelp.cell.pasteRest'),
  ),
]

/** What the keys do in any cell. */
export const gridKeys: readonly Command[] = [
  told(
    'cell',
    'select',
    ({ t }) => t('keys.shiftArrows'),
    ({ t }) => t('panel.keySelect'),
  ),
  told(
    'cell',
    'block',
    ({ t }) => t('keys.copyPaste'),
    ({ t }) => t('panel.keyBlock'),
  ),
]

const step = (id: string, key: string, to: Step, words: (words: Words) => string): Command => ({
  id: `sheet.${id}`,
  scope: 'screen',
  keys: [key],
  words,
  run: () => sheetSource.step(to),
})

/** Another sheet, wherever the cursor stands. */
export const sheetSteps: readonly Command[] = [
  step('shift-before', 'PageUp', shiftBefore, ({ t }) => t('commands.shiftBefore')),
  step('shift-after', 'PageDown', shiftAfter, ({ t }) => t('commands.shiftAfter')),
  step('day-before', 'Alt+ArrowLeft', daysAway(-1), ({ t }) => t('sheet.dayBefore')),
  step('day-after', 'Alt+ArrowRight', daysAway(1), ({ t }) => t('sheet.dayAfter')),
]

/** Saves what is being typed, and what the book refused before; on every screen, since figures wait on all of them. */
export const saveTyped: Command = {
  id: 'sheet.save',
  scope: 'window',
  keys: ['Ctrl+KeyS'],
  words: ({ t }) => t('commands.save'),
  run() {
    cellEdits.commitAll()
    cellEdits.sendAgain()
  },
}

/** To the notes of the shift, and back to the cell. */
export const notesJump: Command = {
  id: 'sheet.notes',
  scope: 'screen',
  keys: ['F6'],
  words: ({ t }) => t('notes.keys.jump'),
  run: jumpToNotesOrBack,
}

/** Everything that can be done on the day sheet while it is shown. */
export function sheetCommands(onReport: () => void): readonly Command[] {
  return [
    ...cellKeys,
    ...knownKeys,
    ...gridKeys,
    ...sheetSteps,
    notesJump,
    {
      id: 'sheet.report',
      scope: 'screen',
      keys: ['F9'],
      words: ({ t }) => t('commands.toReport'),
      run: onReport,
    },
  ]
}
