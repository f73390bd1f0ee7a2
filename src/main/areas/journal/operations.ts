import type { journalContract } from '../../../shared/contract/journal.ts'
import type { Handlers } from '../../book/handlers.ts'
import { verifyChain } from '../../book/verify-chain.ts'
import { exportJournal } from './export-journal.ts'
import { entriesOfKey, readEntry } from './journal.sql.ts'
import { redo, undo } from './take-back.ts'
import { undoSteps } from './undo-steps.ts'

export const journalHandlers: Handlers<typeof journalContract> = {
  readUndoSteps: ({ db }) => undoSteps(db),
  undo,
  redo,
  readHistory: ({ db }, { entity, key }) => entriesOfKey(db, entity, JSON.stringify(key)).map(readEntry),
  verifyJournal: ({ db }, { head }) => verifyChain(db, head),
  exportJournal,
}
