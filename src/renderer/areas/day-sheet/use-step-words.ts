import type { JournalEntry, Step } from '../../../shared/contract/journal.ts'
import { en, type Texts } from '../../../shared/languages/en/index.ts'
import type { Names } from '../../../shared/words.ts'
import { wholeDay } from '../../lib/places.ts'
import { useStore } from '../../lib/store.ts'
import { useQuery } from '../../lib/use-query.ts'
import { useWords, type Words } from '../../lib/use-words.ts'
import { type CellTarget, shiftOfPeriod, targetOf, valueOfRow } from './cell-target.ts'
import { valueWords } from './cell-words.ts'
import { noteStepWords } from './notes/note-words.ts'
import type { ShownSheet } from './sheet-source.ts'
import { sheetSource } from './sheet-state.ts'

export interface StepWords {
  text: string
  /** Whether the sheet that is shown has the cell. */
  here: boolean
}

/**
 * Gives an undo or redo its name: `98 → 143, Kazakhstan entry`, with date and shift where another sheet is shown.
 * Undo names the change that it takes back, redo the one that it makes again.
 */
export function useStepWords(step: Step | null, way: 'undo' | 'redo'): StepWords | null {
  const words = useWords()
  const shown = useStore(sheetSource.shown)
  // An import is named as a whole: its first figure says nothing about the others.
  const target = step && step.operation !== 'importCounts' ? targetOf(step.first) : null
  const here = target !== null && isOn(target, shown?.sheet.columns ?? [], shown?.place.checkpoint)
  const elsewhere =
    target?.entity === 'count' && !here && /^\d{4}-\d{2}-\d{2}$/.test(target.date)
      ? { checkpoint: target.checkpoint, date: target.date, shift: wholeDay }
      : null
  const other = useQuery('readDaySheet', elsewhere).output
  if (!step) return null
  if (!target) return { text: otherWords(words, step, way, shown), here }

  const sheet = here ? shown?.sheet : other
  const lines = sheet?.groups.flatMap((group) => group.lines) ?? []
  const what = targetWords(words, target, (code) => lines.find((line) => line.line === code)?.names)
  const where = here ? what : placeWords(words, target, what, shown)
  const one = words.t('foot.change', { change: changeWords(words, step, way), what: where })
  const more = step.size - 1
  return { text: more > 0 ? words.t('foot.more', { step: one, number: words.number(more) }) : one, here }
}

function isOn(
  target: CellTarget,
  columns: readonly { date: string; period: string }[],
  checkpoint: string | undefined,
): boolean {
  return (
    target.checkpoint === checkpoint &&
    columns.some((column) => column.date === target.date && column.period === target.period)
  )
}

/** What the row said before the step and after it. */
function rowsOf({ first }: Step, way: 'undo' | 'redo'): [JournalEntry['after'], JournalEntry['after']] {
  // A redo takes back an undo, so what it makes again reads from the undo's after to its before.
  return way === 'redo' && first.undoes !== null ? [first.after, first.before] : [first.before, first.after]
}

const isOfSettings = (operation: string): operation is keyof Texts['steps']['settings'] =>
  Object.hasOwn(en.steps.settings, operation)

const isOfTrade = (operation: string): operation is keyof Texts['trade']['steps'] =>
  Object.hasOwn(en.trade.steps, operation)

/** What the words of a step of trade name: the declaration's number, the goods, the currency. */
function tradeStep(
  { t }: Words,
  { first }: Step,
): { number: string; goods: string; currency: string; name: string } {
  const row = first.after ?? first.before
  return {
    number: String(row?.number ?? t('trade.noNumber')),
    goods: String(row?.goods ?? ''),
    currency: String(first.key[0] ?? ''),
    name: String(first.key[1] ?? ''),
  }
}

/** A step that changed no cell: a note, an exception of the calendar, or something of another screen. */
function otherWords(words: Words, step: Step, way: 'undo' | 'redo', shown: ShownSheet | null): string {
  if (isOfSettings(step.operation)) return words.t(`steps.settings.${step.operation}`)
  if (isOfTrade(step.operation)) return words.t(`trade.steps.${step.operation}`, tradeStep(words, step))
  const [from, to] = rowsOf(step, way)
  if (step.operation === 'importCounts')
    return words.t('importSteps.importCounts', { number: words.number(step.size) })
  if (step.first.entity === 'import_mapping') {
    const name = String(step.first.key[0] ?? '')
    return words.t(to === null ? 'importSteps.removeMapping' : 'importSteps.saveMapping', { name })
  }
  if (step.first.entity === 'handover_note') return noteStepWords(words, from, to)
  if (step.first.entity === 'calendar_exception') return exceptionWords(words, step, to !== null, shown)
  return words.t('steps.other', { number: words.number(step.size) })
}

function exceptionWords(
  { t, name, dayAndMonth }: Words,
  { first }: Step,
  isMade: boolean,
  shown: ShownSheet | null,
): string {
  const [code, date, starts] = first.key
  const checkpoint = shown?.port.checkpoints.find((each) => each.checkpoint === code)
  const ends = Number((first.after ?? first.before)?.ends_minute)
  const what = t('steps.exception', {
    checkpoint: checkpoint ? name(checkpoint.names) : String(code),
    date: dayAndMonth(String(date)),
    times: t('sheet.times', { from: clockTime(Number(starts)), to: clockTime(ends) }),
  })
  const states = [t('sheet.closed'), t('sheet.openAfterAll')]
  const [before, after] = isMade ? states : states.toReversed()
  return t('foot.change', { change: t('panel.change', { before, after }), what })
}

const clockTime = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

function changeWords(words: Words, step: Step, way: 'undo' | 'redo'): string {
  const [from, to] = rowsOf(step, way)
  return words.t('panel.change', {
    before: valueWords(words, valueOfRow(from)),
    after: valueWords(words, valueOfRow(to)),
  })
}

function targetWords(
  { t, name }: Words,
  target: CellTarget,
  namesOf: (line: string) => Names | undefined,
): string {
  const direction = t(`directionsInText.${target.direction}`)
  if (target.entity === 'control_total') {
    return t('steps.control_total', { unit: t(`unitsInText.${target.unit}`), direction })
  }
  const names = namesOf(target.line)
  return t('steps.count', { line: names ? name(names) : target.line, direction })
}

function placeWords(
  { t, name, dayAndMonth }: Words,
  target: CellTarget,
  what: string,
  shown: ShownSheet | null,
): string {
  const code = shiftOfPeriod(target.period)
  const checkpoint = shown?.port.checkpoints.find((each) => each.checkpoint === target.checkpoint)
  const shift = checkpoint?.shifts.find((each) => each.shift === code)
  const isOther = checkpoint && target.checkpoint !== shown?.place.checkpoint
  return t('steps.at', {
    what: isOther ? t('steps.atCheckpoint', { what, checkpoint: name(checkpoint.names) }) : what,
    date: dayAndMonth(target.date),
    shift: shift ? name(shift.names) : code === wholeDay ? t('sheet.day') : code,
  })
}
