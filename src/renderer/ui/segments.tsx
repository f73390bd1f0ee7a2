import { useId } from 'react'
import type { Choice } from './choice-list.tsx'

interface SegmentsProps<Value extends string> {
  label: string
  choices: readonly Choice<Value>[]
  value: Value
  onChoose(value: Value): void
  className?: string
  autoFocus?: boolean
}

/** A few choices side by side; arrows move among them. */
export function Segments<Value extends string>({
  label,
  choices,
  value,
  onChoose,
  className = '',
  autoFocus = false,
}: SegmentsProps<Value>) {
  const group = useId()
  return (
    <fieldset className={`segments ${className}`} aria-label={label}>
      {choices.map((choice) => (
        <label key={choice.value} data-chosen={choice.value === value || undefined}>
          <input
            type="radio"
            name={group}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChoose(choice.value)}
            // biome-ignore lint/a11y/noAutofocus: only where the page has nothing else to begin with
            autoFocus={autoFocus && choice.value === value}
          />
          <span>{choice.label}</span>
        </label>
      ))}
    </fieldset>
  )
}
