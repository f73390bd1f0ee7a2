import type { ErrorReport } from '../../../../shared/errors.ts'
import { call } from '../../../lib/client.ts'
import { save } from '../../../lib/saving.ts'
import { createStore } from '../../../lib/store.ts'
import type { SheetPlace } from '../places.ts'

/** What is typed of a shift's next note, and why the book did not take it. */
export interface NoteDraft {
  place: SheetPlace
  text: string
  refusal: ErrorReport | null
}

/** A note that is on its way to the book, or there and not yet read. */
export interface SentNote {
  place: SheetPlace
  text: string
  openItem: boolean
  phase: 'waiting' | 'saved'
}

/** Drafts by their shift: one may look at another sheet while writing. */
export const noteDrafts = createStore<ReadonlyMap<string, NoteDraft>>(new Map())
export const sentNotes = createStore<readonly SentNote[]>([])

export const placeKey = ({ checkpoint, date, shift }: SheetPlace): string => `${checkpoint} ${date} ${shift}`

export function typeDraft(place: SheetPlace, text: string, refusal: ErrorReport | null = null): void {
  const next = new Map(noteDrafts.get())
  if (text === '') next.delete(placeKey(place))
  else next.set(placeKey(place), { place, text, refusal })
  noteDrafts.set(next)
}

/** Sends the draft of a shift; one that was refused stays until it is changed. */
export function sendDraft(place: SheetPlace, openItem: boolean): void {
  const draft = noteDrafts.get().get(placeKey(place))
  if (!draft || draft.refusal || draft.text.trim() === '') return
  const sent: SentNote = { place, text: draft.text, openItem, phase: 'waiting' }
  typeDraft(place, '')
  sentNotes.set([...sentNotes.get(), sent])
  void save(() => call('writeNote', { ...place, text: sent.text, openItem })).then((answer) => {
    const others = sentNotes.get().filter((each) => each !== sent)
    sentNotes.set(answer.ok ? [...others, { ...sent, phase: 'saved' }] : others)
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

/** Forgets what the notes that were read now show. */
export function forgetSaved(): void {
  const waiting = sentNotes.get().filter(({ phase }) => phase === 'waiting')
  if (waiting.length < sentNotes.get().length) sentNotes.set(waiting)
}
