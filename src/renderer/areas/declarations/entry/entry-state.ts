import type { Declaration, DeclarationRecord, Question } from '../../../../shared/contract/declarations.ts'
import type { ErrorReport } from '../../../../shared/errors.ts'
import type { Language } from '../../../../shared/words.ts'
import { call } from '../../../lib/client.ts'
import { createStore } from '../../../lib/store.ts'
import { retyped } from './retype.ts'
import type { Step } from './step-names.ts'
import { emptyDeclaration, readTyped, typedFrom } from './typed-declaration.ts'
import type { TypedDeclaration } from './typed-rows.ts'

/** What is being entered. */
export interface Entry {
  /** Told apart from every other time that a declaration was opened: an answer about an earlier one changes nothing here. */
  opened: number
  /** Null until it is saved for the first time. */
  known: Declaration | null
  typed: TypedDeclaration
  /** The language that its numbers are typed in: a comma is not the same in all of them. */
  language: Language
  /** Whether anything differs from what the book has. */
  dirty: boolean
  /** Why the last step was refused. */
  refusal: ErrorReport | null
  /** Questions that were answered with yes. */
  accepted: Question[]
  /** The step whose date and reason are being typed. */
  step: Step | null
  /** The step that was refused last, with what was typed for it: a question that is answered takes it again. */
  asked: { step: Step; date: string; reason: string } | null
  saved: boolean
}

/** What is entered now; null before anything is opened. */
export const entry = createStore<Entry | null>(null)

/** What was typed and could not be saved yet when one left it, by declaration; `new` is the one without an id. */
const left = new Map<string, Entry>()

const keyOf = (known: Declaration | null): string => known?.declaration ?? 'new'

let timesOpened = 0

function freshEntry(known: Declaration | null, typed: TypedDeclaration, language: Language): Entry {
  timesOpened += 1
  return {
    opened: timesOpened,
    known,
    typed,
    language,
    dirty: false,
    refusal: null,
    accepted: [],
    step: null,
    asked: null,
    saved: false,
  }
}

/** A declaration as the book has it. */
export const shownAs = (known: Declaration, language: Language): Entry =>
  freshEntry(known, typedFrom(known.record, language), language)

export const changeEntry = (change: Partial<Entry>): void => {
  const before = entry.get()
  if (before) entry.set({ ...before, ...change })
}

/** Takes what is typed; answers and refusals were about something else. */
export const changeTyped = (change: Partial<TypedDeclaration>): void => {
  const before = entry.get()
  if (!before) return
  entry.set({
    ...before,
    typed: { ...before.typed, ...change },
    dirty: true,
    refusal: null,
    accepted: [],
    saved: false,
  })
}

/** Writes the numbers that were typed in one language as another one writes them: they stay the same numbers. */
export function speakEntry(language: Language): void {
  const before = entry.get()
  if (!before || before.language === language) return
  entry.set({ ...before, typed: retyped(before.typed, before.language, language), language })
}

/** Counts what is asked to be opened: an answer about an earlier one is nobody's any more. */
let asksToOpen = 0

/** Opens a declaration, or a new one; what was left unsaved of it is there again. @returns whether it is open */
export async function openEntry(id: string | null, language: Language): Promise<boolean> {
  asksToOpen += 1
  const own = asksToOpen
  const unsaved = left.get(id ?? 'new')
  if (unsaved) {
    entry.set(unsaved)
    speakEntry(language)
    return true
  }
  if (id !== null) return showKnown(id, language, () => own === asksToOpen)
  const port = await call('describePort', {}).catch(() => null)
  if (!port?.ok || own !== asksToOpen) return false
  const { today, checkpoints } = port.output
  const first = checkpoints.find(({ kind }) => kind === 'cargo') ?? checkpoints[0]
  entry.set(freshEntry(null, emptyDeclaration(today, first?.checkpoint ?? ''), language))
  return true
}

/** Reads a declaration as the book has it, and shows that where it is still wanted then. */
async function showKnown(id: string, language: Language, isWanted: () => boolean): Promise<boolean> {
  const answer = await call('readDeclaration', { declaration: id }).catch(() => null)
  if (!answer?.ok || !isWanted()) return false
  entry.set(shownAs(answer.output, language))
  return true
}

/** Whether what is typed can be written as it stands: a draft, or nothing of the book yet. */
export const isDraft = ({ known }: Entry): boolean => known === null || known.state === 'draft'

/** What is typed, where all of it can be read. */
export function readable({ typed, language }: Entry): DeclarationRecord | null {
  const { record, faults } = readTyped(typed, language)
  return faults.size === 0 ? record : null
}

let saving: Promise<unknown> = Promise.resolve()
/** What was saved last: the next save of the same entry goes on from there, even where another one is shown by then. */
let lastSaved: { opened: number; typed: TypedDeclaration; known: Declaration } | null = null

/** Resolves when nothing is being written any more. */
export const written = async (): Promise<void> => void (await saving)

/** Writes one thing after the other: a draft is not saved anew while it takes a step, nor the other way round. */
export function inTurn<Answer>(write: () => Promise<Answer>): Promise<Answer> {
  const done = saving.then(write)
  saving = done.catch(() => {})
  return done
}

/**
 * Saves a draft, one save after the other, so that what is new is never written twice.
 * @param fields `typed` leaves the fields as they were typed, for somebody who is still typing
 * @returns whether the book has now what is typed
 */
export function saveEntry(fields: 'kept' | 'typed' = 'kept'): Promise<boolean> {
  const wanted = entry.get()
  if (!wanted) return Promise.resolve(false)
  return inTurn(() => saveNow(wanted, fields))
}

async function saveNow(wanted: Entry, fields: 'kept' | 'typed'): Promise<boolean> {
  const now = latestOf(wanted)
  if (!isDraft(now)) return false
  if (!now.dirty && now.known) return true
  const record = readable(now)
  if (!record) return false
  const { known } = now
  const answer = await call('saveDeclaration', {
    declaration: known?.declaration ?? null,
    revision: known?.revision ?? null,
    record,
  }).catch(() => null)
  if (!answer) return false
  if (!answer.ok) {
    if (isOpen(now)) changeEntry({ refusal: answer.error, asked: null })
    return false
  }
  left.delete(keyOf(known))
  const { declaration, revision } = answer.output
  const read = await call('readDeclaration', { declaration }).catch(() => null)
  // Even where it cannot be read, it is known by now: the next save is of the same one.
  const kept = read?.ok ? read.output : { ...(known ?? unread), declaration, revision, record }
  lastSaved = { opened: now.opened, known: kept, typed: now.typed }
  const after = entry.get()
  // Somebody may have gone on to another one meanwhile.
  if (!after || !isOpen(now)) return true
  // What was typed meanwhile stays.
  const same = after.typed === now.typed
  entry.set({
    ...after,
    known: kept,
    typed: same && fields === 'kept' ? typedFrom(kept.record, after.language) : after.typed,
    dirty: !same,
    // Why a step was refused is still true of what was saved since, until it is typed over.
    refusal: after.asked ? after.refusal : null,
    saved: same,
  })
  return true
}

/** What a draft that was written and not read has beside its record. */
const unread = {
  state: 'draft' as const,
  amended: false,
  countedDate: null,
  accepted: [],
  events: [],
  hsCodes: [],
  totals: { netGrams: 0, valueMinor: 0 },
}

/** The entry as it is by now: as it is shown, or as it was when one left it, and what was saved of it since. */
function latestOf(wanted: Entry): Entry {
  const shown = entry.get()
  if (shown?.opened === wanted.opened) return shown
  if (lastSaved?.opened !== wanted.opened) return wanted
  return { ...wanted, known: lastSaved.known, dirty: wanted.dirty && lastSaved.typed !== wanted.typed }
}

/** Whether it is still the one that is entered. */
export const isOpen = ({ opened }: Entry): boolean => entry.get()?.opened === opened

/** Leaves the entry: a draft is saved, and what cannot be saved is kept until one comes back. */
export async function leaveEntry(): Promise<void> {
  const now = entry.get()
  if (!now?.dirty) return
  left.set(keyOf(now.known), now)
  if (isDraft(now)) await saveEntry()
}

/** Takes back what was typed over a declaration of the book. */
export async function takeBackEntry(language: Language): Promise<void> {
  const now = entry.get()
  if (!now?.known) return
  forgetLeft(now.known.declaration)
  await showKnown(now.known.declaration, language, () => isOpen(now))
}

/** Lets go of what was left of a declaration, since the book has it or nobody wants it. */
export const forgetLeft = (declaration: string): void => void left.delete(declaration)
