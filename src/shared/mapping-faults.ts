import type { Column, MappingFileShape } from './mapping-shape.ts'

/** Where a mapping file contradicts itself, and how. */
export interface MappingFault {
  message: string
  path: (string | number)[]
}

/**
 * The rules between the fields of a mapping file, which its schema cannot say.
 * @param monthly whether its dates are months
 */
export function mappingFaults(mapping: MappingFileShape, monthly: boolean): MappingFault[] {
  const { checkpoint, counts, controlTotals, direction, period } = mapping
  const faults: MappingFault[] = []
  if (period && monthly) {
    faults.push({ message: 'a month has no periods within it', path: ['period'] })
  }
  if ('column' in checkpoint && checkpoint.by === 'name' && checkpoint.nameColumn !== undefined) {
    faults.push({ message: 'the column has the name already', path: ['checkpoint', 'nameColumn'] })
  }
  if ('columns' in counts) {
    for (const place of repeatsOf(counts.columns.map((count) => `${count.line} ${count.direction}`))) {
      faults.push({ message: 'the same line twice', path: ['counts', 'columns', place] })
    }
  }
  for (const place of repeatsOf(controlTotals.map((total) => `${total.unit} ${total.direction}`))) {
    faults.push({ message: 'the same unit twice', path: ['controlTotals', place] })
  }
  const inColumns = 'inColumns' in direction
  if (inColumns && 'measureColumn' in counts) {
    faults.push({ message: 'one column has all numbers, so it has no direction', path: ['direction'] })
  }
  const directed = 'columns' in counts ? counts.columns : []
  for (const [place, { direction: own }] of directed.entries()) {
    if ((own !== undefined) === inColumns) continue
    faults.push({ message: directionMessage(inColumns), path: ['counts', 'columns', place] })
  }
  for (const [place, { direction: own }] of controlTotals.entries()) {
    if ((own !== undefined) === inColumns) continue
    faults.push({ message: directionMessage(inColumns), path: ['controlTotals', place] })
  }
  if (repeatsOf([mapping.notReported, mapping.closed, mapping.notApplicable].flatMap(unique)).length > 0) {
    faults.push({ message: 'a text that means two things', path: ['notReported'] })
  }
  if (!mapping.headings) {
    for (const { column, path } of columnsOf(mapping)) {
      if (typeof column !== 'string') continue
      faults.push({ message: 'a file without headings has columns by position', path })
    }
  }
  return faults
}

const directionMessage = (inColumns: boolean): string =>
  inColumns ? 'a column without a direction' : 'a direction of its own needs "direction": {"inColumns": true}'

/** Every column that a mapping names, and where it does. */
function columnsOf(mapping: MappingFileShape): { column: Column; path: MappingFault['path'] }[] {
  const { checkpoint, direction, period, counts, controlTotals, state, source, provisional } = mapping
  const columns: { column: Column; path: MappingFault['path'] }[] = []
  const add = (column: Column | undefined, ...path: MappingFault['path']): void => {
    if (column !== undefined) columns.push({ column, path })
  }
  add(mapping.date.column, 'date', 'column')
  if ('column' in checkpoint) {
    add(checkpoint.column, 'checkpoint', 'column')
    add(checkpoint.nameColumn, 'checkpoint', 'nameColumn')
  }
  if ('column' in direction) add(direction.column, 'direction', 'column')
  add(period?.column, 'period', 'column')
  if ('columns' in counts) {
    for (const [place, { column }] of counts.columns.entries())
      add(column, 'counts', 'columns', place, 'column')
  } else {
    add(counts.measureColumn, 'counts', 'measureColumn')
    add(counts.valueColumn, 'counts', 'valueColumn')
  }
  for (const [place, { column }] of controlTotals.entries()) add(column, 'controlTotals', place, 'column')
  add(state?.column, 'state', 'column')
  if (typeof source === 'object') add(source.column, 'source', 'column')
  if (typeof provisional === 'object') add(provisional.column, 'provisional', 'column')
  return columns
}

const unique = (texts: readonly string[]): string[] => [...new Set(texts)]

/** The places of values that stand further ahead already. */
function repeatsOf(values: readonly string[]): number[] {
  return [...values.keys()].filter((place) => values.indexOf(values[place] ?? '') < place)
}
