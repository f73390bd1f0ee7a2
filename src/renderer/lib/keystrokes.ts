/**
 * Keys pressed together, such as `Ctrl+Shift+KeyZ`, `Alt+ArrowLeft` or `F9`: letters and digits by the place of the key, so
 * that every layout has them, other keys by what they are. Ctrl is Cmd on a Mac.
 */
export type Keystroke = string

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

export function isPressed(keystroke: Keystroke, press: Press): boolean {
  const parts = keystroke.split('+')
  const key = parts.at(-1)
  return (
    (key === press.code || key === press.key) &&
    parts.includes('Ctrl') === (press.ctrlKey || press.metaKey) &&
    parts.includes('Alt') === press.altKey &&
    parts.includes('Shift') === press.shiftKey
  )
}

const shortNames: Record<string, string> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  Escape: 'Esc',
  BracketLeft: '[',
  BracketRight: ']',
}

/** As it is written on the keys, and the same in every language: `Ctrl Shift Z`. */
export function keystrokeText(keystroke: Keystroke): string {
  return keystroke
    .split('+')
    .map((part) => shortNames[part] ?? part.replace(/^(Key|Digit)(?=.$)/, ''))
    .join(' ')
}
