import { useCallback, useEffect, useReducer, useRef, useState } from 'react'
import type { Answer, ErrorReport } from '../../../shared/errors.ts'
import { onDeskEvent } from '../../lib/bridge.ts'
import { pause, retryAfterMs } from '../../lib/pause.ts'

const pageLength = 100
/** Some screens of rows around the ones that are seen. */
const mostPages = 30

interface Page<Row> {
  /** The rows stay on the screen until those of a newer revision of the book are there. */
  revision: number
  rows: readonly Row[]
}

export interface RowPages<Row> {
  rowAt(index: number): Row | undefined
  /** How many rows the first page has; null until it is there. */
  firstRows: number | null
  /** Why a page could not be read. */
  error: ErrorReport | null
  retry(): void
}

/**
 * The pages that hold the rows of the given places; only these are asked for, and the first one always.
 * @param choice what is shown and in which order: another object begins anew
 */
export function useRowPages<Choice extends object, Row>(
  choice: Choice,
  ask: (choice: Choice, page: { offset: number; limit: number }) => Promise<Answer<{ rows: Row[] }>>,
  places: readonly number[],
): RowPages<Row> {
  const kept = useRef({ choice, pages: new Map<number, Page<Row>>(), asked: new Set<string>() })
  const [error, setError] = useState<ErrorReport | null>(null)
  const [, redraw] = useReducer((times: number) => times + 1, 0)
  const [revision, setRevision] = useState(0)
  const [attempt, tryAgain] = useReducer((times: number) => times + 1, 0)
  if (kept.current.choice !== choice) kept.current = { choice, pages: new Map(), asked: new Set() }

  useEffect(
    () =>
      onDeskEvent(({ kind }) => {
        if (kind !== 'settings') setRevision((before) => before + 1)
      }),
    [],
  )

  const wanted = [
    ...new Set([0, ...places.map((place) => Math.max(0, Math.floor(place / pageLength)))]),
  ].join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again for what was refused; how one asks stays the same
  useEffect(() => {
    const own = kept.current
    const numbers = wanted.split(' ').map(Number)
    for (const page of numbers) {
      const name = `${revision} ${page}`
      if (own.pages.get(page)?.revision === revision || own.asked.has(name)) continue
      own.asked.add(name)
      void ask(choice, { offset: page * pageLength, limit: pageLength })
        .then((answer) => {
          own.asked.delete(name)
          if (own !== kept.current) return
          setError(answer.ok ? null : answer.error)
          if (!answer.ok || (own.pages.get(page)?.revision ?? -1) > revision) return
          own.pages.set(page, { revision, rows: answer.output.rows })
          forgetFarthest(own.pages, page)
          redraw()
        })
        .catch(async () => {
          own.asked.delete(name)
          await pause(retryAfterMs)
          if (own === kept.current) tryAgain()
        })
    }
  }, [choice, revision, wanted, attempt])

  const { pages } = kept.current
  return {
    rowAt: (index) => pages.get(Math.floor(index / pageLength))?.rows[index % pageLength],
    firstRows: pages.get(0)?.rows.length ?? null,
    error,
    retry: useCallback(() => {
      setError(null)
      tryAgain()
    }, []),
  }
}

/** The first page stays, for it says how many rows there are while their number is not known. */
function forgetFarthest(pages: Map<number, unknown>, from: number): void {
  if (pages.size <= mostPages) return
  const farthest = [...pages.keys()]
    .filter((page) => page !== 0)
    .reduce((a, b) => (Math.abs(b - from) > Math.abs(a - from) ? b : a))
  pages.delete(farthest)
}
