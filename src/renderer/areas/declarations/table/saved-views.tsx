import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Receipt } from '../../../../shared/contract/operation.ts'
import type { Answer } from '../../../../shared/errors.ts'
import { call } from '../../../lib/client.ts'
import { keystrokeText } from '../../../lib/keystrokes.ts'
import { save } from '../../../lib/saving.ts'
import { useStore } from '../../../lib/store.ts'
import { useQuery } from '../../../lib/use-query.ts'
import { useWords } from '../../../lib/use-words.ts'
import { isComposing } from '../../../ui/grid/grid-keys.ts'
import { KeyHint } from '../../../ui/key-hint.tsx'
import { showView, tableShown, viewNow } from './table-choice.ts'

/** Tables under names of their own: filter, order and columns as they stood. F2 renames the one in focus, Delete removes it. */
export function SavedViews() {
  const { t, error } = useWords()
  const of = useStore(tableShown)
  const { output: views } = useQuery('readSavedViews', { of })
  const details = useRef<HTMLDetailsElement>(null)
  const [renamed, setRenamed] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)

  function close(): void {
    setRenamed(null)
    setRefusal(null)
    if (!details.current?.open) return
    details.current.open = false
    details.current.querySelector('summary')?.focus()
  }

  /** @returns whether it is done; a refusal is shown where it was asked for */
  async function ask(command: () => Promise<Answer<Receipt>>): Promise<boolean> {
    const answer = await save(command).catch(() => null)
    setRefusal(answer && !answer.ok ? error(answer.error) : null)
    return answer?.ok === true
  }

  const newName = () => details.current?.querySelector<HTMLInputElement>('.view-new')
  /** The view that the cursor goes to once it is there. */
  const wanted = useRef<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each time the list was drawn anew
  useEffect(() => {
    const buttons = [...(details.current?.querySelectorAll<HTMLElement>('.view-name') ?? [])]
    const found = buttons.find(({ textContent }) => textContent === wanted.current)
    if (found) {
      wanted.current = null
      found.focus()
    } else if (details.current?.open && document.activeElement === document.body) {
      // Another window removed the view that the cursor was on.
      setRenamed(null)
      newName()?.focus()
    }
  }, [views, renamed])

  async function remove(name: string): Promise<void> {
    const at = views?.findIndex((view) => view.name === name) ?? -1
    const next = views?.[at + 1] ?? views?.[at - 1]
    if (!(await ask(() => call('removeSavedView', { of, name })))) return
    if (next) wanted.current = next.name
    else newName()?.focus()
  }

  async function rename(name: string, to: string): Promise<void> {
    if (!(await ask(() => call('renameSavedView', { of, name, to })))) return
    wanted.current = to
    setRenamed(null)
  }

  async function keep(name: string): Promise<void> {
    const input = newName()
    if (!(await ask(() => call('keepSavedView', { of, view: viewNow(of, name) })))) return
    if (input) input.value = ''
    close()
  }

  function onViewKeys(event: KeyboardEvent, name: string): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    if (event.key === 'F2') setRenamed(name)
    else if (event.key === 'Delete') void remove(name)
    else return
    event.preventDefault()
  }

  return (
    <details
      ref={details}
      className="column-choice"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        close()
      }}
    >
      <summary>{t('declarations.views')}</summary>
      <fieldset aria-label={t('declarations.views')}>
        {views?.map((view) => (
          <div key={view.name}>
            {renamed === view.name ? (
              <NameInput
                label={t('declarations.newNameOfView', { name: view.name })}
                name={view.name}
                onName={(to) => void rename(view.name, to)}
                onTakeBack={() => {
                  setRenamed(null)
                  setRefusal(null)
                  wanted.current = view.name
                }}
              />
            ) : (
              <button
                type="button"
                className="view-name"
                aria-keyshortcuts="F2 Delete"
                onKeyDown={(event) => onViewKeys(event, view.name)}
                onClick={() => {
                  showView(of, view)
                  close()
                }}
              >
                {view.name}
              </button>
            )}
            <button
              type="button"
              aria-label={t('declarations.removeView', { name: view.name })}
              onClick={() => void remove(view.name)}
            >
              ×
            </button>
          </div>
        ))}
        <NameInput label={t('declarations.newView')} name="" onName={(name) => void keep(name)} />
        {refusal && (
          <p className="bad" role="alert">
            {refusal}
          </p>
        )}
        {views !== null && views.length > 0 && (
          <p className="faint">
            <KeyHint>{keystrokeText('F2')}</KeyHint> {t('declarations.viewKeys.rename')}
            <br />
            <KeyHint>{keystrokeText('Delete')}</KeyHint> {t('declarations.viewKeys.remove')}
          </p>
        )}
      </fieldset>
    </details>
  )
}

interface NameInputProps {
  label: string
  /** The name that is changed; empty for a new one. */
  name: string
  onName(name: string): void
  onTakeBack?(): void
}

function NameInput({ label, name, onName, onTakeBack }: NameInputProps) {
  return (
    <input
      type="text"
      className={onTakeBack ? 'view-renamed' : 'view-new'}
      maxLength={60}
      autoComplete="off"
      aria-label={label}
      placeholder={label}
      defaultValue={name}
      // biome-ignore lint/a11y/noAutofocus: the key that asked for the new name waits for it
      autoFocus={onTakeBack !== undefined}
      onFocus={(event) => event.currentTarget.select()}
      onKeyDown={(event) => {
        if (isComposing(event.nativeEvent)) return
        const typed = event.currentTarget.value.trim()
        if (event.key === 'Escape' && onTakeBack) {
          event.preventDefault()
          onTakeBack()
        }
        if (event.key !== 'Enter' || typed === '') return
        event.preventDefault()
        onName(typed)
      }}
    />
  )
}
