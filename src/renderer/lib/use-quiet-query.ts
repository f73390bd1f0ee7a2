import { useEffect } from 'react'
import type { InputOf, OutputOf, QueryName } from '../../shared/contract/index.ts'
import { onDeskEvent } from './bridge.ts'
import { type QueryResult, useQuery } from './use-query.ts'

/** So long nothing must have changed before something costly is read again: typing and drawing come first. */
const quietMs = 1_500

/** Reads a query that takes the book a while to work out; after changes it is read again once they come to rest. */
export function useQuietQuery<Name extends QueryName>(
  operation: Name,
  input: InputOf<Name> | null,
): QueryResult<OutputOf<Name>> {
  const result = useQuery(operation, input, 'desk')
  const { reload } = result
  useEffect(() => {
    let timer: number | undefined
    const stop = onDeskEvent(({ kind }) => {
      if (kind !== 'changed') return
      window.clearTimeout(timer)
      timer = window.setTimeout(reload, quietMs)
    })
    return () => {
      window.clearTimeout(timer)
      stop()
    }
  }, [reload])
  return result
}
