/** Does what the key would have done: a key event that is made by a program changes no text and presses no button by itself. */
export function press(event: KeyboardEvent): void {
  const target = document.activeElement ?? document.body
  if (!target.dispatchEvent(new KeyboardEvent('keydown', event))) return
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (target instanceof HTMLButtonElement) {
    if (event.key === 'Enter' || event.key === ' ') target.click()
  } else if (event.key === 'Backspace') document.execCommand('delete')
  else if (event.key === 'Delete') document.execCommand('forwardDelete')
  else if (event.key.length === 1) document.execCommand('insertText', false, event.key)
  else if (target instanceof HTMLInputElement) moveCaret(target, event.key)
}

function moveCaret(field: HTMLInputElement, key: string): void {
  const { selectionStart: from, selectionEnd: to } = field
  if (from === null || to === null) return
  const places: Record<string, number> = {
    ArrowLeft: from === to ? Math.max(0, from - 1) : from,
    ArrowRight: from === to ? to + 1 : to,
    Home: 0,
    End: field.value.length,
  }
  const place = places[key]
  if (place !== undefined) field.setSelectionRange(place, place)
}
