const heard = ['blur', 'focus', 'focusin', 'focusout', 'change'] as const

/**
 * Moves the focus without any part of the window hearing of it: what is being typed where it was is neither taken nor given
 * up, and goes on as it was when the focus comes back the same way.
 */
export function moveFocusUnheard(to: HTMLElement): void {
  const silence = (event: Event) => event.stopImmediatePropagation()
  for (const kind of heard) window.addEventListener(kind, silence, true)
  to.focus({ preventScroll: true })
  for (const kind of heard) window.removeEventListener(kind, silence, true)
}

/** The way back to where the focus is now, with the caret where it stands. */
export function wayBack(): () => void {
  const element = document.activeElement
  const field = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element : null
  const selection = field && caretOf(field)
  return () => {
    if (!(element instanceof HTMLElement) || !element.isConnected) return
    moveFocusUnheard(element)
    if (field && selection) field.setSelectionRange(...selection)
  }
}

type Selection = [number, number, HTMLInputElement['selectionDirection'] & ('forward' | 'backward' | 'none')]

/** Null for fields without text, such as a check box. */
function caretOf(field: HTMLInputElement | HTMLTextAreaElement): Selection | null {
  const { selectionStart, selectionEnd, selectionDirection } = field
  if (selectionStart === null || selectionEnd === null) return null
  return [selectionStart, selectionEnd, selectionDirection ?? 'none']
}
