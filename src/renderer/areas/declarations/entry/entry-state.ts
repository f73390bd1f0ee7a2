import type { Declaration, DeclarationRecord, Question } from '../../../../shared/contract/declarations.ts'
import type { ErrorReport } from '../../../../shared/errors.ts'
import type { Language } from '../../../../shared/words.ts'
import { call } from '../../../lib/client.ts'
import { createStore } from '../../../lib/store.ts'
import { emptyDeclaration, readTyped, type TypedDeclaration, typedFrom } from './typed-declaration.ts'

/** Steps that a declaration can take by hand. */
export const steps = [
  'register',
  'letPass',
  'inspect',
  'release',
  'clear',
  'refuse',
  'withdraw',
  'amend',
  'remove',
] as const
export type Step = (typeof steps)[number]

/** What is being entered. */
export interface Entry {
  /** Told apart from every other time that a declaration was opened: an answer about an earlier one changes nothing here. */
  opened: number
  /** Null until it is saved for the first time. */
  known: Declaration | null
  typed: TypedDeclaration
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

function freshEntry(known: Declaration | null, typed: TypedDeclaration): Entry {
  timesOpened += 1
  return {
    opened: timesOpened,
    known,
    typed,
    dirty: false,
    refusal: null,
    accepted: [],
    step: null,
    asked: null,
    saved: false,
  }
}

/** A declaration as the book has it. */
const shownAs = (known: Declaration, language: Language): Entry =>
  freshEntry(known, typedFrom(known.record, language))

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

/** Opens a declaration, or a new one; what was left unsaved of it is there again. */
export async function openEntry(id: string | null, language: Language): Promise<boolean> {
  const unsaved = left.get(id ?? 'new')
  if (unsaved) {
    entry.set(unsaved)
    return true
  }
  if (id !== null) return showKnown(id, language)
  const port = await call('describePort', {}).catch(() => null)
  if (!port?.ok) return false
  const { today, checkpoints } = port.output
  const first = checkpoints.find(({ kind }) => kind === 'cargo') ?? checkpoints[0]
  entry.set(freshEntry(null, emptyDeclaration(today, first?.checkpoint ?? '')))
  return true
}

/** Reads a declaration as the book has it, and shows that. */
async function showKnown(id: string, language: Language): Promise<boolean> {
  const answer = await call('readDeclaration', { declaration: id }).catch(() => null)
  if (!answer?.ok) return false
  entry.set(shownAs(answer.output, language))
  return true
}

/**
 * Shows what the book has by now of the declaration that is open, where that was changed elsewhere and nothing is typed over
 * it. It is asked for anew: what was heard of a change may be older than what was saved here since. The line of a step that
 * is being typed stays where the step can still be taken.
 */
export async function followBook(language: Language): Promise<void> {
  await saving
  const before = entry.get()
  if (!before?.known) return
  const read = await call('readDeclaration', { declaration: before.known.declaration }).catch(() => null)
  const now = entry.get()
  if (!read?.ok || !now || !isOpen(before)) return
  if (now.known !== before.known) return followBook(language)
  if (now.dirty || read.output.revision === before.known.revision) return
  const after = shownAs(read.output, language)
  const step = now.step !== null && stepsOf(after).includes(now.step) ? now.step : null
  entry.set({ ...after, step })
}

/** Whether what is typed can be written as it stands: a draft, or nothing of the book yet. */
export const isDraft = ({ known }: Entry): boolean => known === null || known.state === 'draft'

/** What is typed, where all of it can be read. */
function readable({ typed }: Entry, language: Language): DeclarationRecord | null {
  const { record, faults } = readTyped(typed, language)
  return faults.size === 0 ? record : null
}

let saving: Promise<unknown> = Promise.resolve()
/** What was saved last: the next save of the same entry goes on from there, even where another one is shown by then. */
let lastSaved: { opened: number; typed: TypedDeclaration; known: Declaration } | null = null

/**
 * Saves a draft, one save after the other, so that what is new is never written twice.
 * @param fields `typed` leaves the fields as they were typed, for somebody who is still typing
 * @returns whether the book has now what is typed
 */
export function saveEntry(language: Language, fields: 'kept' | 'typed' = 'kept'): Promise<boolean> {
  const wanted = entry.get()
  if (!wanted) return Promise.resolve(false)
  const done = saving.then(() => saveNow(wanted, language, fields))
  saving = done.catch(() => {})
  return done
}

async function saveNow(wanted: Entry, language: Language, fields: 'kept' | 'typed'): Promise<boolean> {
  const now = latestOf(wanted)
  if (!isDraft(now)) return false
  if (!now.dirty && now.known) return true
  const record = readable(now, language)
  if (!record) return false
  const { known } = now
  const answer = await call('saveDeclaration', {
    declaration: known?.declaration ?? null,
    revision: known?.revision ?? null,
    record,
  }).catch(() => null)
  if (!answer) return false
  if (!answer.ok) {
    if (isOpen(now)) changeEntry({ refusal: answer.error })
    return false
  }
  left.delete(keyOf(known))
  const read = await call('readDeclaration', { declaration: answer.output.declaration }).catch(() => null)
  if (!read?.ok) return false
  lastSaved = { opened: now.opened, known: read.output, typed: now.typed }
  const after = entry.get()
  // Somebody may have gone on to another one meanwhile.
  if (!after || !isOpen(now)) return true
  // What was typed meanwhile stays.
  const same = after.typed === now.typed
  entry.set({
    ...after,
    known: read.output,
    typed: same && fields === 'kept' ? typedFrom(read.output.record, language) : after.typed,
    dirty: !same,
    refusal: null,
    saved: same,
  })
  return true
}

/** The entry as it is by now: as it is shown, or as it was when one left it, and what was saved of it since. */
function latestOf(wanted: Entry): Entry {
  const shown = entry.get()
  if (shown?.opened === wanted.opened) return shown
  if (lastSaved?.opened !== wanted.opened) return wanted
  return { ...wanted, known: lastSaved.known, dirty: wanted.dirty && lastSaved.typed !== wanted.typed }
}

/** Whether it is still the one that is entered. */
const isOpen = ({ opened }: Entry): boolean => entry.get()?.opened === opened

/** Leaves the entry: a draft is saved, and what cannot be saved is kept until one comes back. */
export async function leaveEntry(language: Language): Promise<void> {
  const now = entry.get()
  if (!now?.dirty) return
  left.set(keyOf(now.known), now)
  if (isDraft(now)) await saveEntry(language)
}

/** Takes back what was typed over a declaration of the book. */
export async function takeBackEntry(language: Language): Promise<void> {
  const known = entry.get()?.known
  if (!known) return
  left.delete(keyOf(known))
  await showKnown(known.declaration, language)
}

/** Does a step of a saved declaration. @returns whether it was done */
export async function takeStep(
  step: Step,
  { date, reason }: { date: string; reason: string },
  language: Language,
): Promise<boolean> {
  const begun = entry.get()
  if (!begun) return false
  if (isDraft(begun) && step !== 'remove' && !(await saveEntry(language))) return false
  const now = entry.get()
  if (!now?.known || !isOpen(begun)) return false
  const { declaration, revision } = now.known
  const changed = { declaration, revision }
  const { accepted } = now
  const why = reason.trim() === '' ? null : reason.trim()
  const ask = () => {
    switch (step) {
      case 'register':
        return call('registerDeclaration', { ...changed, date, accepted })
      case 'letPass':
        return call('letDeclarationPass', { ...changed, date, accepted, reason })
      case 'inspect':
        return call('inspectDeclaration', { ...changed, date, reason: why })
      case 'release':
        return call('releaseDeclaration', { ...changed, date, clearedDate: null })
      case 'clear':
        return call('clearExport', { ...changed, date })
      case 'refuse':
        return call('refuseDeclaration', { ...changed, date, reason })
      case 'withdraw':
        return call('withdrawDeclaration', { ...changed, date, reason })
      case 'amend': {
        const record = readable(now, language)
        if (!record) return null
        return call('amendDeclaration', { ...changed, date, reason, record, accepted })
      }
      case 'remove':
        return call('removeDraft', changed)
    }
  }
  const asked = ask()
  if (asked === null) return false
  const answer = await asked.catch(() => null)
  if (!answer) return false
  if (!answer.ok) {
    if (isOpen(now)) changeEntry({ refusal: answer.error, asked: { step, date, reason } })
    return false
  }
  left.delete(declaration)
  if (!isOpen(now)) return true
  if (step === 'remove') entry.set(null)
  else await showKnown(declaration, language)
  return true
}

/** Steps that a declaration can take now. */
export function stepsOf({ known, dirty }: Entry): Step[] {
  if (known === null || known.state === 'draft') return ['register', ...(known ? (['remove'] as const) : [])]
  if (known.state === 'refused' || known.state === 'withdrawn') return []
  // What is typed over it is amended or taken back first: no step is taken on something else than what is shown.
  if (dirty) return ['amend']
  switch (known.state) {
    case 'registered':
      return ['inspect', 'refuse', 'withdraw']
    case 'inspected':
      return ['release', 'refuse', 'withdraw']
    case 'released':
      return [...(known.record.direction === 'export' ? (['clear'] as const) : []), 'withdraw']
  }
}

/** Answers the question that refused the last step with yes, and takes the step again. */
export async function answerYes(language: Language): Promise<void> {
  const now = entry.get()
  const code = now?.refusal?.code
  if (!now?.asked || code === undefined || !isQuestion(code)) return
  changeEntry({ accepted: [...now.accepted, code], refusal: null })
  await takeStep(now.asked.step, now.asked, language)
}

export const isQuestion = (code: string): code is Question =>
  (['value-unusual', 'same-load', 'unit-unusual'] satisfies Question[]).some((each) => each === code)
