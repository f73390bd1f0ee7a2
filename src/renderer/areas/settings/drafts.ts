import { useCallback, useEffect, useEffectEvent } from 'react'
import { createStore, useStore } from '../../lib/store.ts'
import type { Words } from '../../lib/use-words.ts'

/** Why a field is refused, in the reader's language. */
export type Say = (words: Words) => string

/** Refusals by field; those that belong to no field stand under `whole`. */
export type Problems = Partial<Record<string, Say>>

interface Draft {
  /** The fields that were typed into; the others are as the book has them, whoever changes them meanwhile. */
  typed: object
  phase: 'typing' | 'waiting' | 'saved' | 'refused'
  problems: Problems
  /** What was sent last, and what the book was known to have then: until it is read back, this is what is saved. */
  sent: { typed: object; over: string } | null
}

/** What has been typed into fields and is not yet read back from the book, by what it belongs to; it outlives its screen. */
const drafts = createStore<ReadonlyMap<string, Draft>>(new Map())

function put(key: string, draft: Draft | null): void {
  const next = new Map(drafts.get())
  if (draft) next.set(key, draft)
  else next.delete(key)
  drafts.set(next)
}

const newMark = '/+'

const untyped: Draft = { typed: {}, phase: 'typing', problems: {}, sent: null }

/** Under what the fields of a new thing keep what is typed. */
export const newKey = (of: string): string => `${of}${newMark}`

/** The longest that the typed text stands in for what is being read back, and that a save stays shown which changed nothing. */
const readBackMs = 5_000

export interface Form<Values> {
  values: Values
  problems: Record<string, Say | undefined>
  set(part: Partial<Values>): void
  /** Saves what was typed, if it is something else than what is saved. @returns whether nothing is left unsaved */
  leave(): Promise<boolean>
  /** The same; and where a question stands, it is answered with yes. */
  enter(): Promise<boolean>
  takeBack(): void
}

/**
 * The fields of one thing; a component that shows them is keyed by the same key.
 * @param key what they belong to: text typed for one thing never shows at another
 * @param saved what the book has
 * @param save writes the values; answers what is refused, or null once they are on disk
 */
export function useForm<Values extends object>(
  key: string,
  saved: Values,
  save: (values: Values, confirmed: boolean) => Promise<Problems | null>,
): Form<Values> {
  const over = JSON.stringify(saved)
  const kept = useStore(drafts).get(key)
  const isReadBack = kept?.phase === 'saved' && kept.sent?.over !== over
  const draft = isReadBack ? undefined : kept
  const values: Values = { ...saved, ...draft?.typed }

  async function leave(): Promise<boolean> {
    const now = drafts.get().get(key)
    if (now?.phase !== 'typing') return now?.phase !== 'refused'
    const known = now.sent?.over === over ? { ...saved, ...now.sent.typed } : saved
    if (JSON.stringify({ ...saved, ...now.typed }) !== JSON.stringify(known)) return send(now, false)
    put(key, null)
    return true
  }

  async function enter(): Promise<boolean> {
    const now = drafts.get().get(key)
    if (now?.phase === 'refused' && now.problems.confirm) return send(now, true)
    // What stands in the fields of a new thing is an offer, which Enter takes.
    if (!now && key.endsWith(newMark)) return send(untyped, false)
    return leave()
  }

  async function send(now: Draft, confirmed: boolean): Promise<boolean> {
    const waiting: Draft = { ...now, phase: 'waiting', sent: { typed: now.typed, over } }
    put(key, waiting)
    const problems = await save({ ...saved, ...now.typed }, confirmed)
    const isTypedOn = drafts.get().get(key) !== waiting
    if (isTypedOn) return problems === null
    if (problems) {
      put(key, { ...waiting, phase: 'refused', problems: atFields(problems, values) })
      return false
    }
    // The next new thing begins with empty fields.
    if (key.endsWith(newMark)) {
      put(key, null)
      return true
    }
    const done: Draft = { ...waiting, phase: 'saved', problems: {} }
    put(key, done)
    setTimeout(() => {
      if (drafts.get().get(key) === done) put(key, null)
    }, readBackMs)
    return true
  }

  useEffect(() => {
    if (isReadBack && drafts.get().get(key) === kept) put(key, null)
  }, [isReadBack, key, kept])

  // Fields that go away while the cursor stands in them are left like any others.
  const leaving = useEffectEvent(() => void leave())
  useEffect(() => () => leaving(), [])

  return {
    values,
    problems: draft?.problems ?? {},
    set(part) {
      const before = draft ?? untyped
      put(key, { ...before, typed: { ...before.typed, ...part }, phase: 'typing', problems: {} })
    },
    leave,
    enter,
    takeBack: useCallback(() => put(key, null), [key]),
  }
}

/** Refusals at the fields that there are; all others are of the whole. */
function atFields(problems: Problems, values: object): Problems {
  return Object.fromEntries(
    Object.entries(problems).map(([field, say]) => [
      field in values || field === 'confirm' ? field : 'whole',
      say,
    ]),
  )
}

/** Keys of what was typed and refused. */
export function useRefusedKeys(): ReadonlySet<string> {
  const all = useStore(drafts)
  return new Set([...all].filter(([, draft]) => draft.phase === 'refused').map(([key]) => key))
}
