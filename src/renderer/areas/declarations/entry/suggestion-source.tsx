import { useEffect } from 'react'
import { type AskedKind, type Suggestion, useAskedSuggestions } from './suggestions.ts'

/** What was found for a text. */
export interface Found {
  text: string
  suggestions: readonly Suggestion[]
}

interface SuggestionSourceProps {
  kind: AskedKind
  text: string
  date: string
  onFound(found: Found): void
}

/** Asks the book what a field may be filled with, as long as it is on the page: fields that nobody types in ask for nothing. */
export function SuggestionSource({ kind, text, date, onFound }: SuggestionSourceProps) {
  const suggestions = useAskedSuggestions(kind, text, date)
  const key = JSON.stringify(suggestions)
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once for each list, which is made anew each time
  useEffect(() => onFound({ text, suggestions }), [text, key])
  return null
}
