import { type RefObject, useEffect, useRef } from 'react'
import type { FileImport } from '../../lib/file-import.ts'

/**
 * Puts the cursor on what comes next: after a guess on what it could not tell, after a check on the first word that is
 * asked, else on the button that imports, then on how far it is and on its result. Never takes it from where somebody works.
 */
export function useImportFocus(
  state: FileImport<object, object, object>,
  { asked, reading }: { asked: readonly unknown[]; reading: unknown },
): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null)
  const { guess, checked, run } = state
  const fresh = useRef<object | null>(null)

  useEffect(() => {
    fresh.current = guess
    if (focusFirst(place.current, asksForAnswer)) fresh.current = null
  }, [guess])

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a check that has just ended moves the cursor
  useEffect(() => {
    if (!checked || !(fresh.current === guess || isFree())) return
    fresh.current = null
    if (focusFirst(place.current, asksForAnswer)) return
    if (!focusFirst(place.current, '[data-import][aria-disabled=false]'))
      focusFirst(place.current, '.import-rows')
  }, [checked])

  // An answered question goes, and with it the cursor.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only answers are meant
  useEffect(() => {
    if (asked.length > 0 && isFree()) focusFirst(place.current, asksForAnswer)
  }, [asked, reading])

  // The button that imports goes while it does, and with it the cursor; what stands in its place gets it.
  const failed = state.failure !== null || run?.state === 'failed'
  useEffect(() => {
    if (!isFree()) return
    if (run?.state === 'running') focusFirst(place.current, '[data-running]')
    else if (run?.state === 'done') focusFirst(place.current, '[data-result]')
    else if (failed && !focusFirst(place.current, '[data-import]')) focusFirst(place.current, '.import-rows')
  }, [run?.state, failed])

  return place
}

const asksForAnswer = ':is([data-asks] select, [data-asks] input, button[data-asks])'

/** Nobody's control has the cursor. */
function isFree(): boolean {
  return document.activeElement === null || document.activeElement === document.body
}

function focusFirst(place: HTMLElement | null, selector: string): boolean {
  const found = place?.querySelector<HTMLElement>(selector)
  found?.focus()
  return found !== undefined && found !== null
}
