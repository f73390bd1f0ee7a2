import { saveTyped } from '../areas/day-sheet/sheet-commands.ts'
import { useCommands } from '../lib/commands.ts'
import { useStore } from '../lib/store.ts'
import { useWords } from '../lib/use-words.ts'
import { windowSettings } from '../lib/window-settings.ts'
import { placeCommands } from './place-commands.ts'
import { useCommandKeys } from './use-command-keys.ts'
import type { Undo } from './use-undo.ts'
import { useUndoWords } from './use-undo-words.ts'
import {
  aidCommands,
  importCommands,
  languageCommands,
  reportCommands,
  screenCommands,
  themeCommands,
  undoCommands,
} from './window-commands.ts'

/** Offers what can be done on every screen, and hears the keys of all commands. */
export function useWindowCommands(undo: Undo): void {
  const { language } = useWords()
  const names = {
    undo: useUndoWords(undo.steps.undo, 'undo')?.text ?? null,
    redo: useUndoWords(undo.steps.redo, 'redo')?.text ?? null,
  }
  const { theme } = useStore(windowSettings)
  useCommands((typed) => [
    ...screenCommands,
    ...importCommands(),
    saveTyped,
    ...undoCommands(undo, names),
    ...placeCommands(typed),
    ...reportCommands,
    ...aidCommands,
    ...languageCommands(language),
    ...themeCommands(theme),
  ])
  useCommandKeys()
}
