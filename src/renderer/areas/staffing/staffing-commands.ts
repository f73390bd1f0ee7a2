import type { Command } from '../../lib/commands.ts'
import { daysAway, type Step, shiftAfter, shiftBefore } from '../../lib/places.ts'
import type { Words } from '../../lib/use-words.ts'
import { boardSource } from './board-source.ts'
import { dayCommands } from './buses/bus-commands.ts'
import { type Copy, copyPlan } from './copy-plan.ts'
import { choose, planShown, type StaffingView, staffingChoice } from './staffing-choice.ts'

const step = (id: string, key: string, to: Step, words: (words: Words) => string): Command => ({
  id: `staffing.${id}`,
  scope: 'screen',
  keys: [key],
  words,
  run: () => boardSource.step(to),
})

const copying = (copy: Copy, key: string): Command => ({
  id: `staffing.copy.${copy}`,
  scope: 'screen',
  keys: [key],
  words: ({ t }) => t(`board.keys.${copy}`),
  run: () => void copyPlan(copy),
})

/** Another board, wherever the cursor stands. */
const boardSteps: readonly Command[] = [
  step('shift-before', 'PageUp', shiftBefore, ({ t }) => t('commands.shiftBefore')),
  step('shift-after', 'PageDown', shiftAfter, ({ t }) => t('commands.shiftAfter')),
  step('day-before', 'Alt+ArrowLeft', daysAway(-1), ({ t }) => t('sheet.dayBefore')),
  step('day-after', 'Alt+ArrowRight', daysAway(1), ({ t }) => t('sheet.dayAfter')),
]

/** The copies of a plan, one key each. */
const copyCommands: readonly Command[] = [
  copying('yesterday', 'Alt+KeyY'),
  copying('lastWeek', 'Alt+KeyW'),
  copying('planToActual', 'Alt+KeyA'),
]

const planCommand: Command = {
  id: 'staffing.plan',
  scope: 'screen',
  keys: ['Alt+KeyP'],
  words: ({ t }) => t('board.keys.plan'),
  run() {
    const shown = boardSource.shown.get()
    if (shown)
      choose({ plan: planShown(staffingChoice.get(), shown.board) === 'actual' ? 'planned' : 'actual' })
  },
}

const viewCommand: Command = {
  id: 'staffing.view',
  scope: 'screen',
  keys: ['Alt+KeyT'],
  words: ({ t }) => t('board.keys.view'),
  run: () => choose({ view: staffingChoice.get().view === 'board' ? 'table' : 'board' }),
}

export const methodsCommand: Command = {
  id: 'staffing.methods',
  scope: 'screen',
  keys: ['Alt+KeyM'],
  words: ({ t }) => t('need.keyMethods'),
  run: () => choose({ withMethods: !staffingChoice.get().withMethods }),
}

/** Those that the panel shows beside the keys of what has the focus. */
export const shownCommands: readonly Command[] = [planCommand, viewCommand, methodsCommand, ...copyCommands]

/** What can be done on the screen wherever the focus is. */
export const staffingCommands: readonly Command[] = [...shownCommands, ...boardSteps]

const show = (view: 'officers' | 'buses', key: 'Alt+KeyO' | 'Alt+KeyB'): Command => ({
  id: `staffing.${view}`,
  scope: 'screen',
  keys: [key],
  words: ({ t }) => t(view === 'buses' ? 'board.keys.toBuses' : 'board.keys.toOfficers'),
  run: () => choose({ view }),
})

/** From everywhere to the officers and the buses, and from there back to the board; officers go by days as buses do. */
export const peopleAndBuses = (view: StaffingView): Command[] => [
  ...(view === 'officers' || view === 'buses' ? [viewCommand] : []),
  ...(view === 'officers' ? dayCommands : []),
  show('officers', 'Alt+KeyO'),
  show('buses', 'Alt+KeyB'),
]
