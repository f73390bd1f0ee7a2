import type { notesContract } from '../../../shared/contract/notes.ts'
import type { Handlers } from '../../book/handlers.ts'
import { readNotes } from './read-notes.ts'
import { changeNote, removeNote, reopenItem, settleItem, writeNote } from './write-notes.ts'

export const notesHandlers: Handlers<typeof notesContract> = {
  readNotes,
  writeNote,
  changeNote,
  settleItem,
  reopenItem,
  removeNote,
}
