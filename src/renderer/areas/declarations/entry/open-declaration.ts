import { entryShown } from '../shown-declaration.ts'
import { openEntry } from './entry-state.ts'

/** Shows a declaration, or a new one where it is null. */
export async function openDeclaration(id: string | null): Promise<void> {
  if (await openEntry(id)) entryShown.set(true)
}
