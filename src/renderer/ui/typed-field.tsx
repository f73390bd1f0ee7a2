import { type KeyboardEvent, useContext, useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { shortened } from '../lib/shortened.ts'
import { isComposing } from './grid/grid-keys.ts'
import { RefusalPlace } from './refusal-lines.tsx'

interface TypedFieldProps {
  label: string
  /** What stands there at rest, and what one starts to type from. */
  shown: string
  text: string
  /** Takes the text; false refuses it, and it stays to be changed. */
  onTyped(text: string): boolean
  refusal(text: string): string
  className?: string
}

/** Keys that type nothing. */
const restingKeys = ['Enter', 'Escape', 'Tab', 'Shift', 'Control', 'Alt', 'Meta']

/** A value that is shown in words and typed in its plain form. Enter takes it, Esc takes the typing back. */
export function TypedField({ label, shown, text, onTyped, refusal, className = '' }: TypedFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const place = useContext(RefusalPlace)

  // Another value has come, by a key or from elsewhere: what stood here of the one before is not typed over it.
  const [of, setOf] = useState(text)
  if (of !== text) {
    setOf(text)
    setTyped(null)
    setRefused(null)
  }

  function take(): void {
    if (typed === null) return
    const accepted = typed === text || onTyped(typed)
    setRefused(accepted ? null : typed)
    if (accepted) setTyped(null)
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    // After Enter or Esc the words stand there again: whatever is typed next replaces the plain form, not a part of them.
    if (typed === null && !restingKeys.includes(event.key)) {
      flushSync(() => setTyped(text))
      event.currentTarget.select()
    }
    if (isComposing(event.nativeEvent)) return
    if (event.key === 'Enter') take()
    if (event.key !== 'Escape') return
    // At once: Esc may lead out of the field, and leaving it takes what is still typed.
    flushSync(() => {
      setTyped(null)
      setRefused(null)
    })
  }

  const said = refused !== null && (
    <span className="refusal" role="alert">
      {place !== null && <b>{label}</b>} {refusal(shortened(refused))}
    </span>
  )

  return (
    <span className={`typed-field ${className}`}>
      <input
        type="text"
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        aria-invalid={refused !== null}
        value={typed ?? shown}
        onFocus={(event) => {
          // At once, so that the first key already replaces the plain form.
          flushSync(() => setTyped((before) => before ?? text))
          event.currentTarget.select()
        }}
        onClick={(event) => {
          if (typed === text) event.currentTarget.select()
        }}
        onBlur={() => {
          take()
          if (typed === text) setTyped(null)
        }}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {place === null ? said : createPortal(said, place)}
    </span>
  )
}
