import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { DeskEvent } from '../../shared/bridge.ts'
import type { InputOf, OutputOf, QueryName } from '../../shared/contract/index.ts'
import type { Answer, ErrorReport } from '../../shared/errors.ts'
import { onDeskEvent } from './bridge.ts'
import { call } from './client.ts'
import { pause, retryAfterMs } from './pause.ts'

export interface QueryResult<Output> {
  output: Output | null
  error: ErrorReport | null
  reload(): void
}

/**
 * Reads one query and reads it again after every event of the given kind, and when another book may be open. What was read stays while the same input is
 * read again; another input starts empty; `null` reads nothing.
 */
export function useQuery<Name extends QueryName>(
  operation: Name,
  input: InputOf<Name> | null,
  rereadOn: DeskEvent['kind'] = 'changed',
): QueryResult<OutputOf<Name>> {
  // A large input that stays the same is written down once.
  const key = useMemo(() => (input === null ? null : JSON.stringify(input)), [input])
  const [read, setRead] = useState<{ key: string; answer: Answer<OutputOf<Name>> } | null>(null)
  const again = useRef(() => {})

  useEffect(() => {
    if (key === null) return
    let wanted = true
    let running = false
    let stale = false

    async function readOnce(text: string): Promise<void> {
      try {
        const answer = await call(operation, JSON.parse(text) as InputOf<Name>)
        if (wanted) setRead({ key: text, answer })
      } catch {
        stale = true
        await pause(retryAfterMs)
      }
    }
    async function readUntilFresh(text: string): Promise<void> {
      stale = true
      if (running) return
      running = true
      while (stale && wanted) {
        stale = false
        await readOnce(text)
      }
      running = false
    }

    again.current = () => void readUntilFresh(key)
    again.current()
    const stop = onDeskEvent((event) => {
      if (event.kind === rereadOn || event.kind === 'desk') again.current()
    })
    return () => {
      wanted = false
      stop()
    }
  }, [operation, key, rereadOn])

  const reload = useCallback(() => again.current(), [])
  const answer = read && read.key === key ? read.answer : null
  return {
    output: answer?.ok ? answer.output : null,
    error: answer && !answer.ok ? answer.error : null,
    reload,
  }
}
