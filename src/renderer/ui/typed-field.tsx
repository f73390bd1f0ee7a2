import { type KeyboardEvent, useContext, useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { shortened } from '../lib/shortened.ts'
import { usePageHide } from '../lib/use-page-hide.ts'
import { isComposing } from './grid/grid-keys.ts'
import { RefusalPlace } from './refusal-lines.tsx'

interface TypedFieldProps {
  label: string
  /** What stands there at rest, and what one starts to type from. */
  shown: string
  text: string
  /** What was typed and taken but refused afterwards: it stands there to be changed, until it is taken back. */
  kept?: string | null
  onTakeBack?(): void
  /** Takes the text; false refuses it, and it stays to be changed. */
  onTyped(text: string): boolean
  refusal(text: string): string
  className?: string
}

/** Keys that type nothing. */
const restingKeys = ['Enter', 'Escape', 'Tab', 'Shift', 'Control', 'Alt', 'Meta']

/** A value that is shown in words and typed in its plain form. Enter takes it, Esc takes the typing back. */
export function TypedField(props: TypedFieldProps) {
  const { label, shown, text, kept = null, onTakeBack, onTyped, refusal, className = '' } = props
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
    if (typed === text && kept !== null) onTakeBack?.()
    const accepted = typed === text || onTyped(typed)
    setRefused(accepted ? null : typed)
    if (accepted) setTyped(null)
  }

  usePageHide(take)

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    // After Enter or Esc the words stand there again: whatever is typed next replaces the plain form, not a part of them.
    if (typed === null && !restingKeys.includes(event.key)) {
      flushSync(() => setTyped(kept ?? text))
      event.currentTarget.select()
    }
    if (isComposing(event.nativeEvent)) return
    if (event.key === 'Enter') take()
    if (event.key !== 'Escape') return
    // At once: Esc may lead out of the field, and leaving it takes what is still typed.
    flushSync(() => {
      setTyped(null)
      setRefused(null)
      onTakeBack?.()
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
        aria-invalid={refused !== null || kept !== null}
        value={typed ?? kept ?? shown}
        onFocus={(event) => {
          // At once, so that the first key already replaces the plain form.
          flushSync(() => setTyped((before) => before ?? kept ?? text))
          event.currentTarget.select()
        }}
        onClick={(event) => {
          if (typed === (kept ?? text)) event.currentTarget.select()
        }}
        onBlur={() => {
          // What was refused is not sent again by passing it.
          if (kept !== null && typed === kept) setTyped(null)
          else take()
        }}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {place === null ? said : createPortal(said, place)}
    </span>
  )
}
