import { useEffect, useRef, useState } from 'react'
import type { CountRow } from '../../../shared/contract/counts-table.ts'
import { onDeskEvent } from '../../lib/bridge.ts'
import { call } from '../../lib/client.ts'
import type { TableChoice } from './table-choice.ts'

const pageLength = 100

/** The rows of the pages that hold the places from `first` to `last`; only these are asked for. */
export function useCountPages(choice: TableChoice, first: number, last: number): (CountRow | undefined)[] {
  const [pages, setPages] = useState<{ key: string; rows: ReadonlyMap<number, CountRow[]> }>({
    key: '',
    rows: new Map(),
  })
  const [revision, setRevision] = useState(0)
  const asked = useRef(new Set<string>())
  const key = `${revision} ${JSON.stringify(choice)}`

  useEffect(
    () =>
      onDeskEvent((event) => {
        if (event.kind === 'changed' || event.kind === 'desk') setRevision((before) => before + 1)
      }),
    [],
  )

  const firstPage = Math.floor(first / pageLength)
  const lastPage = Math.floor(last / pageLength)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the choice
  useEffect(() => {
    for (let page = firstPage; page <= lastPage; page += 1) {
      const name = `${key} ${page}`
      if (asked.current.has(name)) continue
      asked.current.add(name)
      const sort = { column: 'date', direction: choice.direction } as const
      const input = { filter: choice.filter, sort, offset: page * pageLength, limit: pageLength }
      void call('readCounts', input)
        .then((answer) => {
          if (!answer.ok) return
          const { rows } = answer.output
          setPages((before) => ({
            key,
            rows: new Map([...(before.key === key ? before.rows : []), [page, rows]]),
          }))
        })
        .catch(() => asked.current.delete(name))
    }
  }, [key, firstPage, lastPage])

  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    const place = first + index
    return pages.key === key
      ? pages.rows.get(Math.floor(place / pageLength))?.[place % pageLength]
      : undefined
  })
}
