import { useStore } from '../../lib/store.ts'
import { useWords } from '../../lib/use-words.ts'
import { DeclarationEntry } from './entry/declaration-entry.tsx'
import { openDeclaration } from './entry/open-declaration.ts'
import { entryShown } from './shown-declaration.ts'
import { DeclarationsTable } from './table/declarations-table.tsx'
import './declarations.css'

/** Declarations and their items as tables, and the entry of one. */
export default function Declarations() {
  const { language } = useWords()
  const entering = useStore(entryShown)
  return entering ? (
    <DeclarationEntry />
  ) : (
    <DeclarationsTable onOpen={(id) => void openDeclaration(id, language)} />
  )
}
