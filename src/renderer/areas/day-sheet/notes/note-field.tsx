import { type KeyboardEvent, type RefObject, useRef } from 'react'
import type { ErrorReport } from '../../../../shared/errors.ts'
import { commandsNow } from '../../../lib/commands.ts'
import { isPressed } from '../../../lib/keystrokes.ts'
import { useWords } from '../../../lib/use-words.ts'
import { isComposing } from '../../../ui/grid/grid-keys.ts'
import { reportWords } from '../cell-words.ts'

interface NoteFieldProps {
  label: string
  text: string
  refusal: ErrorReport | null
  field?: RefObject<HTMLTextAreaElement | null>
  autoFocus?: boolean
  /** What happened to the note elsewhere meanwhile. */
  hint?: string | null
  onType(text: string): void
  /** Enter; `openItem` with Ctrl. */
  onEnter(openItem: boolean): void
  onEscape(): void
  /** The focus leaves the field, and not by Esc. */
  onLeave(): void
  /** ↑ in an empty field. */
  onUp?(): void
}

/** A text of several lines: Enter takes it, Shift+Enter begins a line, Esc leaves it as it is. */
export function NoteField({
  label,
  text,
  refusal,
  field,
  autoFocus = false,
  hint = null,
  onType,
  onEnter,
  onEscape,
  onLeave,
  onUp,
}: NoteFieldProps) {
  const words = useWords()
  const escaped = useRef(false)

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event.nativeEvent)) return
    if (event.key === 'Enter' && !event.shiftKey && !event.altKey) {
      event.preventDefault()
      onEnter(event.ctrlKey || event.metaKey)
    } else if (event.key === 'Escape') {
      event.preventDefault()
      escaped.current = true
      onEscape()
      escaped.current = false
    } else if (text === '' && event.key === 'ArrowUp' && onUp) {
      event.preventDefault()
      onUp()
    } else if (text === '') {
      // An empty field has nothing to undo or to page through by itself.
      const command = commandsNow().find((each) =>
        each.keys?.some((keystroke) => isPressed(keystroke, event.nativeEvent)),
      )
      if (!command?.run || (event.key.length === 1 && !event.ctrlKey && !event.metaKey)) return
      event.preventDefault()
      command.run()
    }
  }

  return (
    <>
      <textarea
        ref={field}
        rows={1}
        aria-label={label}
        placeholder={label}
        aria-invalid={refusal !== null}
        value={text}
        // biome-ignore lint/a11y/noAutofocus: only where one has just asked to change this note
        autoFocus={autoFocus}
        onFocus={({ currentTarget }) => {
          if (autoFocus) currentTarget.setSelectionRange(text.length, text.length)
        }}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => {
          // Another window in front is no leaving.
          if (!escaped.current && document.hasFocus()) onLeave()
        }}
      />
      {hint !== null && (
        <p className="faint" role="status">
          {hint}
        </p>
      )}
      {refusal && (
        <p className="bad" role="alert">
          {reportWords(words, refusal)}
        </p>
      )}
    </>
  )
}
