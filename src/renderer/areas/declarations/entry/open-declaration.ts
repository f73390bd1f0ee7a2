import type { Language } from '../../../../shared/words.ts'
import { entryShown } from '../shown-declaration.ts'
import { openEntry } from './entry-state.ts'

/** Shows a declaration, or a new one where it is null. */
export async function openDeclaration(id: string | null, language: Language): Promise<void> {
  if (await openEntry(id, language)) entryShown.set(true)
}
