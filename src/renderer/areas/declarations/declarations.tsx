import { useStore } from '../../lib/store.ts'
import { useWords } from '../../lib/use-words.ts'
import { DeclarationEntry } from './entry/declaration-entry.tsx'
import { openDeclaration } from './entry/open-declaration.ts'
import { ExpectedGoods } from './expected/expected-goods.tsx'
import { entryShown, expectedShown } from './shown-declaration.ts'
import { DeclarationsTable } from './table/declarations-table.tsx'

/** Declarations and their items as tables, the entry of one, and the goods that are expected. */
export default function Declarations({ onImport }: { onImport(): void }) {
  const { language } = useWords()
  const isEntering = useStore(entryShown)
  const isExpected = useStore(expectedShown)
  const open = (id: string | null) => void openDeclaration(id, language)
  if (isEntering) return <DeclarationEntry />
  return isExpected ? (
    <ExpectedGoods onOpen={open} />
  ) : (
    <DeclarationsTable onOpen={open} onImport={onImport} />
  )
}
