import type { ErrorReport } from '../../../../shared/errors.ts'
import { call } from '../../../lib/client.ts'
import type { Command } from '../../../lib/commands.ts'
import { addDays } from '../../../lib/days.ts'
import { daysAway } from '../../../lib/places.ts'
import { createStore } from '../../../lib/store.ts'
import { boardSource } from '../board-source.ts'

/** Why a timetable was not copied, until another date is shown. */
export const copyRefusal = createStore<{ date: string; error: ErrorReport } | null>(null)

/** Copies the timetable of some days before into the date that is shown. */
async function copyFrom(days: number): Promise<void> {
  const date = boardSource.shown.get()?.place.date
  if (date === undefined) return
  const answer = await boardSource.run(() => call('copyTimetable', { from: addDays(date, -days), to: date }))
  copyRefusal.set(answer.ok ? null : { date, error: answer.error })
}

const step = (id: string, keys: string[], days: 1 | -1): Command => ({
  id: `buses.${id}`,
  scope: 'screen',
  keys: keys as NonNullable<Command['keys']>,
  words: ({ t }) => t(days === 1 ? 'sheet.dayAfter' : 'sheet.dayBefore'),
  run: () => boardSource.step(daysAway(days)),
})

/** Another date, wherever the cursor stands. */
export const dayCommands: readonly Command[] = [
  step('day-before', ['PageUp', 'Alt+ArrowLeft'], -1),
  step('day-after', ['PageDown', 'Alt+ArrowRight'], 1),
]

export const copyTimetableCommands: readonly Command[] = [
  {
    id: 'buses.copy.yesterday',
    scope: 'screen',
    keys: ['Alt+KeyY'],
    words: ({ t }) => t('buses.keys.yesterday'),
    run: () => void copyFrom(1),
  },
  {
    id: 'buses.copy.lastWeek',
    scope: 'screen',
    keys: ['Alt+KeyW'],
    words: ({ t }) => t('buses.keys.lastWeek'),
    run: () => void copyFrom(7),
  },
]

export const busKeys: readonly Command[] = [
  {
    id: 'buses.remove',
    scope: 'cell',
    keyOnly: true,
    keyText: () => 'Ctrl Delete',
    words: ({ t }) => t('buses.keys.remove'),
  },
  ...copyTimetableCommands,
  ...dayCommands,
]
