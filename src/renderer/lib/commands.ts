import { useLayoutEffect, useRef } from 'react'
import { type Keystroke, keystrokeText } from './keystrokes.ts'
import { createStore } from './store.ts'
import type { Words } from './use-words.ts'

/** Where a key acts: in the cell with the cursor, on the screen that is shown, in the whole window. */
export const commandScopes = ['cell', 'screen', 'window'] as const
export type CommandScope = (typeof commandScopes)[number]

/**
 * Something that the window can do now. Key handlers, the list of commands and the help on keys all read this one list, so
 * that none of them knows a key that the others do not.
 */
export interface Command {
  /** Stays the same, so that what was used lately is known again. */
  id: string
  scope: CommandScope
  words(words: Words): string
  /** The part of its words that it is found by, where not by all: whoever types a name means what has it, not its undoing. */
  soughtWords?(words: Words): string
  /** What runs it, the one to show first. */
  keys?: readonly Keystroke[]
  /** Text that it is found by beside its words: a date as it was typed. */
  foundBy?: string
  /** Why it cannot act now; null where it can. */
  refusal?(words: Words): string | null
  /** Without it a key is only told of: the part that has the focus hears it by itself. */
  run?(): void
  /** How its keys are written, where that is not the list of its keystrokes. */
  keyText?(words: Words): string
  /** Only a key, and nothing to choose from a list. */
  keyOnly?: true
}

/** Commands as they are now; `typed` is what is searched for, from which some are made. */
export type CommandSource = (typed: string) => readonly Command[]

/** Who offers commands; what each offers is asked for when it is needed. */
export const commandSources = createStore<readonly CommandSource[]>([])

/** Everything that can be asked of the window now. */
export function commandsNow(typed = ''): Command[] {
  return commandSources.get().flatMap((source) => source(typed))
}

/** Offers commands while the component is shown, from before it is painted: its keys work as soon as it can be seen. */
export function useCommands(source: CommandSource): void {
  const latest = useRef(source)
  useLayoutEffect(() => {
    latest.current = source
  })
  useLayoutEffect(() => {
    const own: CommandSource = (typed) => latest.current(typed)
    commandSources.set([...commandSources.get(), own])
    return () => commandSources.set(commandSources.get().filter((each) => each !== own))
  }, [])
}

export const hasKey = ({ keys, keyText }: Command): boolean => keyText !== undefined || keys !== undefined

/** A command's keys and what they do, as a list of keys shows them. */
export function keyLine(
  { id, keys = [], keyText, words: does }: Command,
  words: Words,
): { id: string; key: string; does: string } {
  return { id, key: keyText ? keyText(words) : keys.map(keystrokeText).join(', '), does: does(words) }
}
