import type { JournalEntry } from '../../../../shared/contract/journal.ts'
import type { ShiftNote } from '../../../../shared/contract/notes.ts'
import type { Words } from '../../../lib/use-words.ts'

const shortest = 40

/** The first words of a note, in one line. */
export function beginningOf(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  const letters = [...line]
  return letters.length <= shortest ? line : `${letters.slice(0, shortest).join('')}…`
}

/** A shift as a note names it: `31 Aug, Morning`. */
export function shiftWords({ t, name, dayAndMonth }: Words, shift: ShiftNote['from']): string {
  const date = dayAndMonth(shift.date)
  return shift.names ? t('notes.shift', { date, shift: name(shift.names) }) : date
}

/** What a step did to a note: written, removed, settled, reopened or changed. */
export function noteStepWords({ t }: Words, from: JournalEntry['after'], to: JournalEntry['after']): string {
  const text = beginningOf(String((to ?? from)?.text ?? ''))
  if (from === null) return t('notes.steps.written', { text })
  if (to === null) return t('notes.steps.removed', { text })
  if (from.text === to.text && !from.settled_date && to.settled_date)
    return t('notes.steps.settled', { text })
  if (from.text === to.text && from.settled_date && !to.settled_date)
    return t('notes.steps.reopened', { text })
  return t('notes.steps.changed', { text })
}

/** What an item's state is called beside its text; null for a plain note of the shift that is shown. */
export function stateWords(words: Words, note: ShiftNote, isOwn: boolean): string | null {
  const { t } = words
  if (note.settledIn) return t('notes.settledIn', { shift: shiftWords(words, note.settledIn) })
  if (!note.openItem) return isOwn ? null : shiftWords(words, note.from)
  return isOwn ? t('notes.open') : t('notes.openFrom', { shift: shiftWords(words, note.from) })
}
