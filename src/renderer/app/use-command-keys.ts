import { useLayoutEffect } from 'react'
import { type Command, commandsNow } from '../lib/commands.ts'
import { isPressed } from '../lib/keystrokes.ts'
import { isComposing } from '../ui/grid/grid-keys.ts'

/** Hears the keys of every command that is offered, wherever the cursor stands, from before the window is painted. */
export function useCommandKeys(): void {
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isComposing(event) || isText(event) || belongsToField(event)) return
      const command = commandsNow().find((each) => each.run && isKeyOf(each, event))
      if (!command) return
      event.preventDefault()
      command.run?.()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}

/** What types a letter or digit is no command. */
function isText(event: KeyboardEvent): boolean {
  return event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey
}

function isKeyOf({ keys = [] }: Command, event: KeyboardEvent): boolean {
  return keys.some((keystroke) => isPressed(keystroke, event))
}

/** A list pages by itself, and a text of one's own has its own undo, unless nothing is typed there: those keys are the field's. */
function belongsToField(event: KeyboardEvent): boolean {
  const { target } = event
  if (!(target instanceof HTMLElement)) return false
  const isFunction = /^F\d+$/.test(event.key)
  const withModifier = event.ctrlKey || event.metaKey || event.altKey || isFunction
  const hasText = target.matches('textarea, input:not([type=radio], [type=checkbox])')
  if (!withModifier) return target.matches('select, textarea')
  const undoes = (event.ctrlKey || event.metaKey) && (event.code === 'KeyZ' || event.code === 'KeyY')
  return undoes && hasText && target.closest('[role=grid], [data-undo=book]') === null
}
