import { useLayoutEffect } from 'react'
import { pause } from '../lib/pause.ts'
import type { Store } from '../lib/store.ts'
import { isComposing } from './grid/grid-keys.ts'
import { press } from './press-key.ts'

/** What waits for the sheets of one source, in the order in which it was pressed: it goes on when the screen comes back. */
interface Waiting {
  held: Held[]
  replaying: boolean
}

interface Held {
  again(): void
  /** It is no key: the pointer has put the cursor elsewhere. */
  moves?: true
}

const queues = new WeakMap<Store<unknown>, Waiting>()

function queueOf(towards: Store<unknown>): Waiting {
  const known = queues.get(towards) ?? { held: [], replaying: false }
  queues.set(towards, known)
  return known
}

/**
 * Keys pressed, and what is pasted, while another sheet or board is on its way wait for it: nothing is typed into the one
 * that goes.
 */
export function useHeldKeys(towards: Store<unknown>): void {
  useLayoutEffect(() => {
    const waiting = queueOf(towards)
    const { held } = waiting
    const moving = () => towards.get() !== null

    const hold = (event: Event, again: () => void): void => {
      event.preventDefault()
      event.stopImmediatePropagation()
      held.push({ again })
    }
    // What was typed before a click goes where it was typed, and then the cursor goes where the click has put it.
    const onPointerDown = () => {
      if (waiting.replaying || held.length === 0) return
      const before = document.activeElement
      if (!held[0]?.moves) {
        const typed = held.findIndex(({ moves }) => moves)
        const keys = typed < 0 ? held.length : typed
        const back = () => {
          if (before?.isConnected) moveFocus(before)
          else held.splice(1, keys)
        }
        held.unshift({ again: back, moves: true })
      }
      const clicked: { on: Element | null } = { on: before }
      // Only behind this event does the browser move the focus.
      setTimeout(() => {
        clicked.on = document.activeElement
      })
      held.push({ again: () => moveFocus(clicked.on), moves: true })
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (waiting.replaying || isComposing(event) || (!moving() && held.length === 0)) return
      if (held.length === 0 && choosesSheet(event.target)) return
      // Its text can be had only from the paste that the browser makes of it.
      if (pastes(event)) event.stopImmediatePropagation()
      else hold(event, () => press(event))
    }
    const onPaste = (event: ClipboardEvent) => {
      if (waiting.replaying || (!moving() && held.length === 0)) return
      const text = event.clipboardData?.getData('text/plain') ?? ''
      hold(event, () => paste(text))
    }
    const release = async () => {
      while (held.length > 0 && !moving()) {
        // The sheet, or what the key before did, is on the screen first.
        await pause(0)
        const [next] = held
        if (!next || moving()) return
        waiting.replaying = true
        next.again()
        waiting.replaying = false
        held.shift()
      }
    }
    const stop = towards.subscribe(() => {
      if (!moving()) void release()
    })
    void release()
    window.addEventListener('keydown', onKeyDown, true)
    window.addEventListener('paste', onPaste, true)
    window.addEventListener('pointerdown', onPointerDown, true)
    return () => {
      stop()
      window.removeEventListener('keydown', onKeyDown, true)
      window.removeEventListener('paste', onPaste, true)
      window.removeEventListener('pointerdown', onPointerDown, true)
    }
  }, [towards])
}

function moveFocus(to: Element | null): void {
  if (to instanceof HTMLElement && to !== document.body) to.focus({ preventScroll: true })
  else if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}

/** A list or a row of choices: the browser alone moves in it, and each of its keys leads to a sheet of its own. */
function choosesSheet(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && target.type === 'radio')
  )
}

function pastes({ code, key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean {
  const isLetter = code === 'KeyV' && (ctrlKey || metaKey)
  return !altKey && (isLetter || (key === 'Insert' && shiftKey && !ctrlKey))
}

function paste(text: string): void {
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/plain', text)
  const target = document.activeElement ?? document.body
  const isLeft = target.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
  )
  if (isLeft) document.execCommand('insertText', false, text)
}
