import type { CountValue } from '../../../shared/contract/crossings.ts'
import type { Receipt } from '../../../shared/contract/operation.ts'
import type { Answer, ErrorReport } from '../../../shared/errors.ts'
import { createStore, type Store } from '../../lib/store.ts'
import { type CellTarget, targetKey } from './cell-target.ts'
import { readTypedCount, type TextRefusal } from './typed-count.ts'

export type Problem =
  | { kind: 'text'; reason: TextRefusal | 'block'; text: string }
  | { kind: 'report'; report: ErrorReport }

/** What was typed into one cell and is not yet what the sheet that was read says. */
export interface CellEdit {
  target: CellTarget
  text: string
  /** `saved` until the sheet has been read again. */
  phase: 'typing' | 'waiting' | 'saved' | 'refused'
  /** F2: the caret moves inside the text. */
  inPlace: boolean
  value: CountValue
  /** What the value was added up from, such as `45+38+12`. */
  parts: string | null
  problem: Problem | null
  /** The edit of the same cell that this one is typed over. */
  under: CellEdit | null
}

/** A state that a cell says in words, in place of a number. */
export const marks = ['closed', 'not-applicable'] as const
export type Mark = (typeof marks)[number]

/** Writes one value; answers only when it is on disk. */
export type SaveCell = (
  target: CellTarget,
  value: CountValue,
  parts: string | null,
) => Promise<Answer<Receipt>>

export interface CellEdits {
  all: Store<ReadonlyMap<string, CellEdit>>
  get(key: string): CellEdit | null
  type(target: CellTarget, text: string, inPlace?: boolean): void
  /** The cursor leaves the cell: what was typed is sent, or refused where it is no count. */
  commit(key: string): void
  commitAll(): void
  /** Sends what the book refused once more, as it was: the disk has room again, or the shift is open again. */
  sendAgain(): void
  clear(target: CellTarget): void
  /** Writes a state in words: closed, or not applicable. */
  mark(target: CellTarget, mark: Mark): void
  refuse(target: CellTarget, problem: Problem & { kind: 'text' }): void
  /** Esc: what stood there before the typing, or the saved value in place of a refused one. */
  takeBack(key: string): void
  /** Marks what a reading of the sheet that begins now will show; the answer forgets those edits. */
  beginReading(): () => void
}

/**
 * Keeps every unsaved edit by its place in the book, whichever sheet is shown.
 * @param readValue what the sheet that was read says at a place, for what is added to it
 */
export function createCellEdits(
  save: SaveCell,
  readValue: (key: string) => CountValue = () => null,
): CellEdits {
  const all = createStore<ReadonlyMap<string, CellEdit>>(new Map())
  const get = (key: string) => all.get().get(key) ?? null

  function put(key: string, edit: CellEdit | null): void {
    const next = new Map(all.get())
    if (edit) next.set(key, edit)
    else next.delete(key)
    all.set(next)
  }

  /** Replaces an edit wherever it stands: shown, or under a later typing. */
  function replace(key: string, old: CellEdit, now: CellEdit | null): void {
    const shown = get(key)
    if (shown === old) put(key, now)
    else if (shown?.under === old) put(key, { ...shown, under: now })
  }

  function send(key: string, edit: CellEdit): void {
    const waiting: CellEdit = { ...edit, phase: 'waiting', problem: null, under: null }
    put(key, waiting)
    void save(waiting.target, waiting.value, waiting.parts).then((answer) => {
      replace(
        key,
        waiting,
        answer.ok
          ? { ...waiting, phase: 'saved' }
          : { ...waiting, phase: 'refused', problem: { kind: 'report', report: answer.error } },
      )
    })
  }

  function commit(key: string): void {
    const edit = get(key)
    if (edit?.phase !== 'typing') return
    const { under } = edit
    const isSent = under?.phase === 'waiting' || under?.phase === 'saved'
    const typed = readTypedCount(edit.text, isSent ? under.value : readValue(key))
    if (typed.ok) {
      send(key, { ...edit, value: typed.value, parts: typed.parts })
      return
    }
    put(key, {
      ...edit,
      phase: 'refused',
      problem: { kind: 'text', reason: typed.reason, text: edit.text },
      under: null,
    })
  }

  return {
    all,
    get,
    commit,
    type(target, text, inPlace) {
      const key = targetKey(target)
      const before = get(key)
      const typing = before?.phase === 'typing'
      put(key, {
        target,
        text,
        phase: 'typing',
        inPlace: inPlace ?? (typing && before.inPlace),
        value: null,
        parts: null,
        problem: null,
        under: typing ? before.under : before?.phase === 'refused' && !inPlace ? null : before,
      })
    },
    commitAll() {
      for (const key of all.get().keys()) commit(key)
    },
    sendAgain() {
      for (const [key, edit] of all.get()) {
        if (edit.phase === 'refused' && edit.problem?.kind === 'report') send(key, edit)
      }
    },
    clear(target) {
      send(targetKey(target), newEdit(target, ''))
    },
    mark(target, mark) {
      send(targetKey(target), { ...newEdit(target, ''), value: mark })
    },
    refuse(target, problem) {
      put(targetKey(target), { ...newEdit(target, problem.text), phase: 'refused', problem })
    },
    takeBack(key) {
      const edit = get(key)
      if (edit?.phase === 'typing') put(key, edit.under)
      else if (edit?.phase === 'refused') put(key, null)
    },
    beginReading() {
      const shown = [...all.get().entries()].flatMap(([key, edit]) =>
        [edit, edit.under].flatMap((each) => (each?.phase === 'saved' ? [[key, each] as const] : [])),
      )
      return () => {
        for (const [key, edit] of shown) replace(key, edit, null)
      }
    },
  }
}

/** What a cell says now: the value on its way to the book before the one that was read. */
export function valueNow(cell: { value: CountValue }, edit: CellEdit | null): CountValue {
  const sent = edit?.phase === 'typing' ? edit.under : edit
  return sent?.phase === 'waiting' || sent?.phase === 'saved' ? sent.value : cell.value
}

/** What editing in place starts with: a refused text as it was typed, otherwise the digits of the value. */
export function textToEdit(read: CountValue, edit: CellEdit | null): string {
  if (edit?.phase === 'refused') return edit.text
  const value = edit ? edit.value : read
  return typeof value === 'number' ? String(value) : ''
}

function newEdit(target: CellTarget, text: string): CellEdit {
  return {
    target,
    text,
    phase: 'typing',
    inPlace: false,
    value: null,
    parts: null,
    problem: null,
    under: null,
  }
}
