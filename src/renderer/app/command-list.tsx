import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { commandsNow } from '../lib/commands.ts'
import { type FoundCommand, findCommands } from '../lib/find-commands.ts'
import { keystrokeText } from '../lib/keystrokes.ts'
import { moveFocusUnheard } from '../lib/unheard-focus.ts'
import { useWords, wordsIn } from '../lib/use-words.ts'
import { isComposing } from '../ui/grid/grid-keys.ts'
import { KeyHint } from '../ui/key-hint.tsx'
import { noteCommand, recentCommands } from './recent-commands.ts'
import { closeAid } from './shown-aids.ts'

/** Every command of the window, found by its words: Enter runs one, Esc leaves everything as it was. */
export function CommandList() {
  const words = useWords()
  const { t, number } = words
  const { i18n } = useTranslation()
  const [typed, setTyped] = useState('')
  const [wanted, setWanted] = useState(0)
  const list = useId()
  const box = useRef<HTMLElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const english = wordsIn('en', i18n.getFixedT('en'))
  const found = findCommands(commandsNow(typed), typed, words, english, recentCommands.get())
  const chosen = Math.min(wanted, found.length - 1)

  useLayoutEffect(() => {
    if (field.current) moveFocusUnheard(field.current)
  }, [])
  useEffect(() => {
    document.getElementById(optionId(list, chosen))?.scrollIntoView({ block: 'nearest' })
  }, [list, chosen])
  useEffect(() => {
    const onPointerDown = (event: PointerEvent) => {
      if (!box.current?.contains(event.target as Node)) closeAid()
    }
    window.addEventListener('pointerdown', onPointerDown, true)
    return () => window.removeEventListener('pointerdown', onPointerDown, true)
  }, [])

  function run({ command, refusal }: FoundCommand): void {
    if (refusal !== null) return
    closeAid()
    noteCommand(command.id)
    command.run?.()
  }

  function onKeyDown(event: KeyboardEvent): void {
    // Below the list nothing hears its keys.
    event.stopPropagation()
    if (isComposing(event.nativeEvent)) return
    const isOpener = event.code === 'KeyK' && (event.ctrlKey || event.metaKey)
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }
    const step = steps[event.key]
    const entry = found[chosen]
    if (event.key === 'Escape' || isOpener) closeAid()
    else if (event.key === 'Enter') entry && run(entry)
    else if (step !== undefined) setWanted(nextOf(chosen, step, found.length))
    else if (event.key !== 'Tab') return
    event.preventDefault()
  }

  return (
    <section className="command-list" ref={box} aria-label={t('commands.label')} onKeyDown={onKeyDown}>
      <input
        ref={field}
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-label={t('commands.label')}
        aria-expanded="true"
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={found.length > 0 ? optionId(list, chosen) : undefined}
        placeholder={t('commands.placeholder')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setWanted(0)
        }}
      />
      <div role="listbox" id={list} aria-label={t('commands.label')}>
        {found.map((entry, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above hears the keys
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field
          <div
            key={entry.command.id}
            role="option"
            id={optionId(list, at)}
            aria-selected={at === chosen}
            aria-disabled={entry.refusal !== null}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => run(entry)}
          >
            <span className="words">{entry.text}</span>
            {entry.refusal !== null && <span className="refused">{entry.refusal}</span>}
            {entry.command.keys?.[0] && <KeyHint>{keystrokeText(entry.command.keys[0])}</KeyHint>}
          </div>
        ))}
      </div>
      <p className={found.length > 0 ? 'hidden' : 'faint'} role="status">
        {found.length > 0 ? t('commands.found', { number: number(found.length) }) : t('commands.none')}
      </p>
    </section>
  )
}

const optionId = (list: string, at: number): string => `${list}-${at}`

/** One step wraps around at the ends, a page stops there. */
function nextOf(from: number, step: number, length: number): number {
  if (length === 0) return 0
  if (Math.abs(step) === 1) return (from + step + length) % length
  return Math.max(0, Math.min(length - 1, from + step))
}
