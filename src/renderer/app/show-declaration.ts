import type { Language } from '../../shared/words.ts'
import { showScreen } from './shown-screen.ts'

/** Shows one declaration on its screen, which is loaded when it is needed. */
export async function showDeclaration(id: string, language: Language): Promise<void> {
  const { openDeclaration } = await import('../areas/declarations/entry/open-declaration.ts')
  await openDeclaration(id, language)
  showScreen('declarations')
}
