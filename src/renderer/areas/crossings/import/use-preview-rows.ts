import { useEffect, useRef, useState } from 'react'
import type { PreviewRow, RowOutcome } from '../../../../shared/contract/import.ts'
import { call } from '../../../lib/client.ts'

export type RowFilter = 'all' | RowOutcome

const pageLength = 100

/** The rows of a finished check at the places from `first` to `last`; only the pages that hold them are asked for. */
export function usePreviewRows(
  job: string | null,
  filter: RowFilter,
  first: number,
  last: number,
  onGone: () => void,
): (PreviewRow | undefined)[] {
  const key = job === null ? '' : `${job} ${filter}`
  const [pages, setPages] = useState<{ key: string; rows: ReadonlyMap<number, PreviewRow[]> }>({
    key: '',
    rows: new Map(),
  })
  const asked = useRef(new Set<string>())
  const gone = useRef(onGone)
  useEffect(() => {
    gone.current = onGone
  })

  const firstPage = Math.floor(first / pageLength)
  const lastPage = Math.floor(last / pageLength)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the job and the filter
  useEffect(() => {
    if (job === null) return
    for (let page = firstPage; page <= lastPage; page += 1) {
      const name = `${key} ${page}`
      if (asked.current.has(name)) continue
      asked.current.add(name)
      const input = { job, filter, offset: page * pageLength, limit: pageLength }
      void call('readPreviewRows', input)
        .then((answer) => {
          if (!answer.ok) {
            asked.current.delete(name)
            if (answer.error.code === 'preview-gone') gone.current()
            return
          }
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
