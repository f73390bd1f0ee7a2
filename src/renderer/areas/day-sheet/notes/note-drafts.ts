import type { ErrorReport } from '../../../../shared/errors.ts'
import { call } from '../../../lib/client.ts'
import type { SheetPlace } from '../../../lib/places.ts'
import { save } from '../../../lib/saving.ts'
import { createStore } from '../../../lib/store.ts'

/** What is typed of a shift's next note, and why the book did not take it. */
export interface NoteDraft {
  place: SheetPlace
  text: string
  refusal: ErrorReport | null
  /** True for the text of a note that was removed elsewhere while it was changed here: only its writer makes a new one of it. */
  rescued: boolean
}

/** A note that is on its way to the book, or there and not yet read. */
export interface SentNote {
  /** Tells notes on their way apart; the book gives them an id of its own. */
  number: number
  place: SheetPlace
  text: string
  openItem: boolean
  phase: 'waiting' | 'saved'
}

/** Drafts by their shift: one may look at another sheet while writing. */
export const noteDrafts = createStore<ReadonlyMap<string, NoteDraft>>(new Map())
export const sentNotes = createStore<readonly SentNote[]>([])

let lastNumber = 0

export const placeKey = ({ checkpoint, date, shift }: SheetPlace): string => `${checkpoint} ${date} ${shift}`

export function typeDraft(place: SheetPlace, text: string, refusal: ErrorReport | null = null): void {
  keepDraft({ place, text, refusal, rescued: false })
}

/** Keeps the text of a note that is gone as the draft of a new one, below what was typed of one already. */
export function rescueDraft(place: SheetPlace, texts: readonly string[]): void {
  const typed = noteDrafts.get().get(placeKey(place))?.text
  const text = [...(typed ? [typed] : []), ...texts].join('\n')
  keepDraft({ place, text, refusal: null, rescued: true })
}

function keepDraft(draft: NoteDraft): void {
  const next = new Map(noteDrafts.get())
  if (draft.text === '') next.delete(placeKey(draft.place))
  else next.set(placeKey(draft.place), draft)
  noteDrafts.set(next)
}

/** Sends what was typed, and leaves a rescued text to be asked for. */
export function sendTyped(place: SheetPlace): void {
  if (!noteDrafts.get().get(placeKey(place))?.rescued) sendDraft(place, false)
}

/** Sends the draft of a shift; one that was refused stays until it is changed. */
export function sendDraft(place: SheetPlace, openItem: boolean): void {
  const draft = noteDrafts.get().get(placeKey(place))
  if (!draft || draft.refusal || draft.text.trim() === '') return
  lastNumber += 1
  const number = lastNumber
  const sent: SentNote = { number, place, text: draft.text, openItem, phase: 'waiting' }
  typeDraft(place, '')
  sentNotes.set([...sentNotes.get(), sent])
  void save(() => call('writeNote', { ...place, text: sent.text, openItem })).then((answer) => {
    const saved: SentNote[] = answer.ok ? [{ ...sent, phase: 'saved' }] : []
    sentNotes.set(sentNotes.get().flatMap((each) => (each.number === number ? saved : [each])))
    if (answer.ok) return
    // What was typed since stands below it.
    const since = noteDrafts.get().get(placeKey(place))?.text
    typeDraft(place, since ? `${sent.text}\n${since}` : sent.text, answer.error)
  })
}

/** Sends every draft: the window goes away. */
export function sendDrafts(): void {
  for (const { place } of noteDrafts.get().values()) sendDraft(place, false)
}

/** Marks what a reading of the notes that begins now will show; the answer forgets those. */
export function beginReadingSent(): () => void {
  const shown = sentNotes.get().filter(({ phase }) => phase === 'saved')
  return () => {
    if (shown.length > 0) sentNotes.set(sentNotes.get().filter((each) => !shown.includes(each)))
  }
}
