import { z } from 'zod'
import { AtMs, Names } from '../words.ts'
import { command, query, Receipt } from './operation.ts'

const Row = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))

const JournalEntry = z.strictObject({
  desk: z.int(),
  sequence: z.int(),
  at: AtMs,
  person: z.string().nullable(),
  operation: z.string(),
  entity: z.string(),
  key: z.array(z.union([z.string(), z.number()])),
  before: Row.nullable(),
  after: Row.nullable(),
  reason: z.string().nullable(),
  batch: z.int(),
  undoes: z.int().nullable(),
})
export type JournalEntry = z.infer<typeof JournalEntry>

/** A command that undo or redo would take back: enough to give it a name in the window. */
const Step = z.strictObject({
  batch: z.int(),
  operation: z.string(),
  size: z.int(),
  first: JournalEntry,
  /** What the command wrote or removed of names, by `checkpoint/CODE`: what is removed has none elsewhere. */
  names: z.record(z.string(), Names).optional(),
})
export type Step = z.infer<typeof Step>

const damageKinds = ['edited', 'removed', 'inserted', 'tail-cut', 'rewritten', 'head-unknown'] as const

const Verification = z.strictObject({
  sound: z.boolean(),
  entries: z.int(),
  head: z.string().nullable(),
  /** The first thing that is wrong in each desk's chain. */
  damage: z.array(
    z.strictObject({ kind: z.enum(damageKinds), desk: z.int(), sequence: z.int(), to: z.int().optional() }),
  ),
})
export type Verification = z.infer<typeof Verification>

export const journalContract = {
  /** What undo and redo would do now, and the last entry's instant. */
  readUndoSteps: query(
    z.strictObject({}),
    z.strictObject({ undo: Step.nullable(), redo: Step.nullable(), lastSavedAt: AtMs.nullable() }),
  ),
  /** Takes back a batch as a new batch; `batch` guards against undoing something else than was shown. */
  undo: command(z.strictObject({ batch: z.int() }), Receipt),
  /** Takes back an undo. */
  redo: command(z.strictObject({ batch: z.int() }), Receipt),
  /** Every change of one key, newest first. */
  readHistory: query(
    z.strictObject({ entity: z.string(), key: z.array(z.union([z.string(), z.number()])).min(1) }),
    z.array(JournalEntry),
  ),
  /** Checks every link of the journal's chain; `head` is a hash, or `sequence:hash`, from a printed report. */
  verifyJournal: query(z.strictObject({ head: z.string().min(1).optional() }), Verification),
  /** Writes the journal to a file. */
  exportJournal: query(
    z.strictObject({ format: z.enum(['csv', 'json', 'xlsx']), file: z.string().min(1) }),
    z.strictObject({ rows: z.int(), file: z.string() }),
  ),
}
