import type { Suggestion } from './suggestions.ts'

interface SuggestListProps {
  id: string
  label: string
  suggestions: readonly Suggestion[]
  /** Place of the chosen one; -1 where none is. */
  chosen: number
  onTake(suggestion: Suggestion): void
}

/** What a field may be filled with, below it: arrows choose, Enter or Tab take. */
export function SuggestList({ id, label, suggestions, chosen, onTake }: SuggestListProps) {
  return (
    <span id={id} className="suggestions" role="listbox" aria-label={label}>
      {suggestions.map((suggestion, at) => (
        <span
          key={suggestion.value}
          id={`${id}-${at}`}
          role="option"
          tabIndex={-1}
          aria-selected={at === chosen}
          // The field keeps the cursor.
          onMouseDown={(event) => {
            event.preventDefault()
            onTake(suggestion)
          }}
        >
          <b>{suggestion.value}</b>
          {suggestion.label !== '' && <span>{suggestion.label}</span>}
          {suggestion.note !== '' && <em>{suggestion.note}</em>}
        </span>
      ))}
    </span>
  )
}
