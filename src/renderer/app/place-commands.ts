import { formatMonth, formatTimeSpan } from '../../shared/format.ts'
import type { ShownSheet } from '../areas/day-sheet/sheet-source.ts'
import { sheetSource } from '../areas/day-sheet/sheet-state.ts'
import { choosePlan } from '../areas/reports/report-choice.ts'
import { reportSubject } from '../areas/reports/trade/trade-choice.ts'
import type { Command } from '../lib/commands.ts'
import { findTypedDate } from '../lib/days.ts'
import { firstPlace, type SheetPlace, wholeDay } from '../lib/places.ts'
import type { Words } from '../lib/use-words.ts'
import { showScreen } from './shown-screen.ts'
import { showReport } from './window-commands.ts'

/** The ways to other sheets from the one that is, or was last, shown: its port, its date, and a date that was typed. */
export function placeCommands(typed: string): readonly Command[] {
  const shown = sheetSource.shown.get()
  if (!shown) return []
  return [...checkpoints(shown), ...shifts(shown), ...today(shown), ...plan(shown), ...onDate(shown, typed)]
}

function sheetCommand(
  id: string,
  place: Partial<SheetPlace>,
  words: (words: Words) => string,
  foundBy?: string,
): Command {
  return {
    id: `place.${id}`,
    scope: 'window',
    words,
    ...(foundBy !== undefined && { foundBy }),
    run() {
      sheetSource.open(place)
      showScreen('day-sheet')
    },
  }
}

function checkpoints({ port }: ShownSheet): Command[] {
  return port.checkpoints.map(({ checkpoint, names }) =>
    sheetCommand(`checkpoint.${checkpoint}`, { checkpoint }, ({ t, name }) =>
      t('commands.sheetOf', { place: name(names) }),
    ),
  )
}

/** The shifts of the checkpoint that is shown, and its day. */
function shifts({ port, place }: ShownSheet): Command[] {
  const checkpoint = port.checkpoints.find((each) => each.checkpoint === place.checkpoint)
  const own = (checkpoint?.shifts ?? []).map(({ shift, names, starts, ends }) =>
    sheetCommand(`shift.${shift}`, { shift }, ({ t, name }) =>
      t('commands.sheetOf', {
        place: t('sheet.shiftWithTimes', { shift: name(names), times: formatTimeSpan(starts, ends) }),
      }),
    ),
  )
  if (own.length === 0) return []
  return [
    ...own,
    sheetCommand('shift.day', { shift: wholeDay }, ({ t }) =>
      t('commands.sheetOf', { place: t('sheet.day') }),
    ),
  ]
}

/** The shift that is worked now, at the checkpoint that is shown. */
function today({ port, place }: ShownSheet): Command[] {
  const checkpoints = port.checkpoints.filter((each) => each.checkpoint === place.checkpoint)
  const now = firstPlace({ ...port, checkpoints })
  if (!now) return []
  return [sheetCommand('now', now, ({ t }) => t(port.sample ? 'commands.lastDay' : 'commands.now'))]
}

/** The plan of the shift or day after the one that is shown, to print and hang up. */
function plan({ port, place: { checkpoint, date, shift } }: ShownSheet): Command[] {
  return [
    {
      id: 'place.plan',
      scope: 'window',
      words: ({ t }) => t('staffingReport.plan.kind'),
      run() {
        choosePlan(
          shift === wholeDay ? { kind: 'day', date, checkpoint } : { kind: 'shift', date, checkpoint, shift },
          port,
        )
        reportSubject.set('staffing')
        showScreen('reports')
      },
    },
  ]
}

/** The sheet and the reports of a date that was typed. */
function onDate({ place }: ShownSheet, typed: string): Command[] {
  const found = findTypedDate(typed, place.date)
  if (!found) return []
  const { date, written } = found
  const reports = (['day', 'month', 'year'] as const).map(
    (kind): Command => ({
      id: `place.date.${kind}`,
      scope: 'window',
      foundBy: written,
      words: (words) =>
        words.t('commands.onDate', {
          what: words.t(`report.titles.${kind}`),
          date: periodWords(words, kind, date),
        }),
      run: () => showReport({ kind, date }),
    }),
  )
  const sheet = sheetCommand(
    'date.sheet',
    { date },
    ({ t, dateWithWeekday }) =>
      t('commands.onDate', { what: t('app.daySheet'), date: dateWithWeekday(date) }),
    written,
  )
  return [sheet, ...reports]
}

function periodWords(words: Words, kind: 'day' | 'month' | 'year', date: string): string {
  if (kind === 'day') return words.dateWithWeekday(date)
  return kind === 'month'
    ? formatMonth(date.slice(0, 7), words.language)
    : words.t('report.year', { year: date.slice(0, 4) })
}
