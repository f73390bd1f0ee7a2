import { useLayoutEffect } from 'react'
import { pause } from '../lib/pause.ts'
import type { Store } from '../lib/store.ts'
import { isComposing } from './grid/grid-keys.ts'

/** Keys pressed while another sheet or board is on its way wait for it: nothing is typed into the one that goes. */
export function useHeldKeys(towards: Store<unknown>): void {
  useLayoutEffect(() => {
    const held: KeyboardEvent[] = []
    let replaying = false
    const moving = () => towards.get() !== null

    const onKeyDown = (event: KeyboardEvent) => {
      if (replaying || isComposing(event) || (!moving() && held.length === 0)) return
      if (held.length === 0 && choosesSheet(event.target)) return
      event.preventDefault()
      event.stopImmediatePropagation()
      held.push(event)
    }
    const release = async () => {
      while (held.length > 0 && !moving()) {
        // The sheet, or what the key before did, is on the screen first.
        await pause(0)
        const [next] = held
        if (!next || moving()) return
        replaying = true
        press(next)
        replaying = false
        held.shift()
      }
    }
    const stop = towards.subscribe(() => {
      if (!moving()) void release()
    })
    window.addEventListener('keydown', onKeyDown, true)
    return () => {
      stop()
      window.removeEventListener('keydown', onKeyDown, true)
    }
  }, [towards])
}

/** A list or a row of choices: the browser alone moves in it, and each of its keys leads to a sheet of its own. */
function choosesSheet(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && target.type === 'radio')
  )
}

/** Does what the key would have done: a key event that is made by a program types no text by itself. */
function press(event: KeyboardEvent): void {
  const target = document.activeElement ?? document.body
  const isLeft = target.dispatchEvent(new KeyboardEvent('keydown', event))
  const types = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey
  if (isLeft && types) document.execCommand('insertText', false, event.key)
}
