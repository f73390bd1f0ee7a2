import type { FocusEvent, KeyboardEvent, ReactNode } from 'react'
import { usePageHide } from '../../lib/use-page-hide.ts'
import { isComposing } from '../grid/grid-keys.ts'
import './form.css'

interface EditFormProps {
  label: string
  /** Saves what was typed, if anything was: by Enter. Says whether it could. */
  onEnter(): Promise<boolean>
  /** The same whenever the cursor leaves the fields by another way. */
  onLeave(): Promise<boolean>
  /** Where it is something else when the window goes away. */
  onClose?(): Promise<boolean>
  /** After Enter has saved. */
  onDone(): void
  onTakeBack(): void
  children: ReactNode
}

/** Fields of one thing. Enter saves them, as does leaving them by any other way; Esc takes back what was typed. */
export function EditForm({ label, onEnter, onLeave, onClose, onDone, onTakeBack, children }: EditFormProps) {
  async function finish(form: HTMLFormElement): Promise<void> {
    if (await onEnter()) onDone()
    else form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }

  function onKeyDown(event: KeyboardEvent<HTMLFormElement>): void {
    if (isComposing(event.nativeEvent) || event.defaultPrevented) return
    const ownEnter = event.target instanceof HTMLButtonElement
    if (event.key === 'Enter' && !ownEnter && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault()
      void finish(event.currentTarget)
    }
    if (event.key !== 'Escape') return
    event.preventDefault()
    onTakeBack()
  }

  function onBlur(event: FocusEvent): void {
    // Another window in front leaves the cursor where it is.
    if (!document.hasFocus() || event.currentTarget.contains(event.relatedTarget)) return
    void onLeave()
  }

  usePageHide(() => void (onClose ?? onLeave)())

  return (
    <form
      className="edit-form"
      aria-label={label}
      autoComplete="off"
      onKeyDown={onKeyDown}
      onBlur={onBlur}
      onSubmit={(event) => event.preventDefault()}
    >
      {children}
    </form>
  )
}

/** Brings the cursor to the first thing that takes a key, a text being selected. */
export function focusFirstField(form: ParentNode | null | undefined): void {
  const field = form?.querySelector<HTMLElement>(
    ':is(input, textarea, select, button):not(:disabled, [readonly])',
  )
  field?.focus()
  const isText = field instanceof HTMLInputElement && field.type === 'text'
  if (isText || field instanceof HTMLTextAreaElement) field.select()
}
