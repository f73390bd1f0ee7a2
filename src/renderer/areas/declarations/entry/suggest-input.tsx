import { type InputHTMLAttributes, type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import { useWords } from '../../../lib/use-words.ts'
import { isComposing } from '../../../ui/grid/grid-keys.ts'
import { SuggestList } from './suggest-list.tsx'
import { type Found, SuggestionSource } from './suggestion-source.tsx'
import { isAsked, listedSuggestions, type Suggestion, type SuggestKind } from './suggestions.ts'

interface SuggestInputProps
  extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value' | 'type'> {
  label: string
  value: string
  kind: SuggestKind | null
  /** The declaration's date: codes are those of its tariff. */
  date: string
  onType(text: string): void
  /** After one was taken from the list. */
  onTaken?(value: string): void
}

/** A text field that offers what fits while one types. Keys that it does not need go on to `onKeyDown`. */
export function SuggestInput(props: SuggestInputProps) {
  const { label, value, kind, date, onType, onTaken, onKeyDown, onFocus, onBlur, ...rest } = props
  const words = useWords()
  const id = useId()
  const [typing, setTyping] = useState(false)
  const [moved, setMoved] = useState<number | null>(null)
  const [found, setFound] = useState<Found | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const own = useRef(value)
  // What is filled in while the cursor stands here is replaced by the next key, as what stood here before would be.
  useLayoutEffect(() => {
    if (own.current === value) return
    own.current = value
    if (document.activeElement === field.current) field.current?.select()
  }, [value])
  const asked = found?.text === value ? found.suggestions : []
  const all = !typing || kind === null ? [] : isAsked(kind) ? asked : listedSuggestions(kind, value, words)
  const typed = all.find((each) => each.value === value.trim())
  // What is typed whole needs no list; below a code there may be longer ones to choose from.
  const isWhole = typed !== undefined && !(kind === 'hsCode' && all.some((each) => isBelow(each, typed)))
  const suggestions = typed && !isWhole ? all.filter((each) => each !== typed) : all
  const isOpen = suggestions.length > 0 && !isWhole
  // A whole code stands as it is typed; words lead to the first code that fits.
  const chosen = moved ?? (kind !== null && !isComplete(kind, value) ? 0 : -1)

  function close(): void {
    setTyping(false)
    setMoved(null)
  }
  function take({ value: taken }: Suggestion): void {
    onType(taken)
    onTaken?.(taken)
    close()
  }

  function onKey(event: KeyboardEvent<HTMLInputElement>): void {
    if (isComposing(event.nativeEvent)) return
    if (isOpen && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      setMoved(Math.max(0, Math.min(suggestions.length - 1, (moved ?? (chosen < 0 ? -1 : 0)) + step)))
      return
    }
    if (isOpen && event.key === 'Escape') {
      event.preventDefault()
      close()
      return
    }
    const offered = suggestions[chosen]
    if (isOpen && offered && (event.key === 'Enter' || event.key === 'Tab')) {
      if (isBeginning(kind, offered)) {
        event.preventDefault()
        setMoved(null)
        onType(offered.value)
        return
      }
      take(offered)
    }
    onKeyDown?.(event)
  }

  const combobox = kind !== null && {
    role: 'combobox',
    'aria-expanded': isOpen,
    'aria-controls': isOpen ? id : undefined,
    'aria-activedescendant': isOpen && chosen >= 0 ? `${id}-${chosen}` : undefined,
  }

  return (
    <>
      <input
        {...rest}
        ref={field}
        type="text"
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        {...combobox}
        value={value}
        onFocus={(event) => {
          event.currentTarget.select()
          onFocus?.(event)
        }}
        onBlur={(event) => {
          close()
          onBlur?.(event)
        }}
        onChange={(event) => {
          setTyping(true)
          setMoved(null)
          own.current = event.target.value
          onType(event.target.value)
        }}
        onKeyDown={onKey}
      />
      {typing && kind !== null && isAsked(kind) && (
        <SuggestionSource kind={kind} text={value} date={date} onFound={setFound} />
      )}
      {isOpen && (
        <SuggestList id={id} label={label} suggestions={suggestions} chosen={chosen} onTake={take} />
      )}
    </>
  )
}

const isBelow = (one: Suggestion, other: Suggestion): boolean =>
  one.value.length > other.value.length && one.value.startsWith(other.value)

/** A chapter or heading leads on to the codes below it. */
const isBeginning = (kind: SuggestKind | null, { value }: Suggestion): boolean =>
  kind === 'hsCode' && value.length < 6

/** Whether a text may be meant as it stands: a party may be a new one, a code may be typed by heart. */
function isComplete(kind: SuggestKind, text: string): boolean {
  if (text.trim() === '') return true
  if (kind === 'hsCode') {
    // What is neither the beginning of a code nor a word, such as -5, stands to be corrected.
    return /^[\d\s.]{6,}$/.test(text.normalize('NFKC')) || !/^[\d\s.]+$|\p{L}/u.test(text.normalize('NFKC'))
  }
  return kind === 'consignor' || kind === 'consignee' || kind === 'declarant'
}
