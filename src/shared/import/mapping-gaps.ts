import type { ColumnUse, ColumnUseKind, Reading } from './column-uses.ts'

/** Why uses make no mapping yet: what is missing or stands twice, with the columns (from 0) that it is about. */
export interface MappingGap {
  gap:
    | 'no-date'
    | 'no-place'
    | 'no-direction'
    | 'no-counts'
    | 'no-value'
    | 'no-measure'
    | 'both-ways'
    | 'column-without-direction'
    | 'twice'
    | 'no-words'
    | 'invalid'
  columns: number[]
}

/** Uses that only one column of a file may have. */
const single = [
  ...(['date', 'checkpoint', 'checkpoint-name', 'direction', 'period', 'measure', 'value'] as const),
  ...(['state', 'source', 'provisional'] as const),
]

/** Every gap that keeps the uses of a file's columns from being a mapping. */
export function mappingGaps(uses: readonly ColumnUse[], reading: Reading): MappingGap[] {
  const gaps: MappingGap[] = []
  const of = (kind: ColumnUseKind): number[] => [...uses.keys()].filter((at) => uses[at]?.as === kind)
  const counts = of('count')
  const measure = of('measure')
  const value = of('value')
  if (of('date').length === 0) gaps.push({ gap: 'no-date', columns: [] })
  if (of('checkpoint').length === 0 && reading.checkpoint === null)
    gaps.push({ gap: 'no-place', columns: of('checkpoint-name') })
  if (counts.length > 0 && measure.length + value.length > 0)
    gaps.push({ gap: 'both-ways', columns: [...measure, ...value] })
  else if (counts.length === 0) {
    if (measure.length === 0 && value.length === 0) gaps.push({ gap: 'no-counts', columns: [] })
    else if (measure.length === 0) gaps.push({ gap: 'no-measure', columns: value })
    else if (value.length === 0) gaps.push({ gap: 'no-value', columns: measure })
    else if (reading.lineWords !== 'codes' && Object.keys(reading.lineWords).length === 0)
      gaps.push({ gap: 'no-words', columns: measure })
  }
  const directed = [...counts, ...of('total')]
  const directionOf = (at: number): string | null => {
    const use = uses[at]
    return use && 'direction' in use ? use.direction : null
  }
  const own = directed.filter((at) => directionOf(at) !== null)
  const column = of('direction')
  if (column.length > 0) {
    if (own.length > 0) gaps.push({ gap: 'both-ways', columns: column })
    if (Object.keys(reading.directionWords).length === 0) gaps.push({ gap: 'no-words', columns: column })
  } else if (own.length > 0) {
    const without = directed.filter((at) => directionOf(at) === null)
    if (without.length > 0) gaps.push({ gap: 'column-without-direction', columns: without })
  } else if (reading.direction === null) gaps.push({ gap: 'no-direction', columns: [] })
  for (const kind of single) {
    const columns = of(kind)
    if (columns.length > 1) gaps.push({ gap: 'twice', columns })
  }
  for (const columns of Map.groupBy(directed, (at) => JSON.stringify(uses[at])).values()) {
    if (columns.length > 1) gaps.push({ gap: 'twice', columns })
  }
  return gaps
}
