/** `type` takes typing, `read` is only read, `none` is no place to stand. */
export type CellKind = 'type' | 'read' | 'none'
export type CellKinds = readonly (readonly CellKind[])[]

export interface Place {
  row: number
  column: number
}

export type Move =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'enter-down'
  | 'enter-up'
  | 'next'
  | 'previous'
  | 'row-start'
  | 'row-end'
  | 'first'
  | 'last'

const kindAt = (kinds: CellKinds, { row, column }: Place): CellKind => kinds[row]?.[column] ?? 'none'

function inside(kinds: CellKinds, { row, column }: Place): boolean {
  return row >= 0 && row < kinds.length && column >= 0 && column < (kinds[0]?.length ?? 0)
}

/** The first place from `from` on, in steps, that is wanted. */
function walk(
  kinds: CellKinds,
  from: Place,
  step: (place: Place) => Place,
  wanted: (kind: CellKind) => boolean,
): Place | null {
  for (let place = step(from); inside(kinds, place); place = step(place)) {
    if (wanted(kindAt(kinds, place))) return place
  }
  return null
}

const by = (rows: number, columns: number) => (place: Place) => ({
  row: place.row + rows,
  column: place.column + columns,
})

/** Row by row, wrapping at the end of each. */
const along = (kinds: CellKinds, step: 1 | -1) => (place: Place) => {
  const width = kinds[0]?.length ?? 0
  const position = place.row * width + place.column + step
  return { row: Math.floor(position / width), column: ((position % width) + width) % width }
}

/** Where a move leads; null where it ends. Enter and Tab stop where one can type, or anywhere on a sheet only read. */
export function nextPlace(kinds: CellKinds, from: Place, move: Move): Place | null {
  const standing = (kind: CellKind) => kind !== 'none'
  const typed = kinds.some((row) => row.includes('type')) ? (kind: CellKind) => kind === 'type' : standing
  const width = kinds[0]?.length ?? 0
  switch (move) {
    case 'up':
      return walk(kinds, from, by(-1, 0), standing)
    case 'down':
      return walk(kinds, from, by(1, 0), standing)
    case 'left':
      return walk(kinds, from, by(0, -1), standing)
    case 'right':
      return walk(kinds, from, by(0, 1), standing)
    case 'enter-down':
      return walk(kinds, from, by(1, 0), typed)
    case 'enter-up':
      return walk(kinds, from, by(-1, 0), typed)
    case 'next':
      return walk(kinds, from, along(kinds, 1), typed)
    case 'previous':
      return walk(kinds, from, along(kinds, -1), typed)
    case 'row-start':
      return walk(kinds, { row: from.row, column: -1 }, by(0, 1), standing)
    case 'row-end':
      return walk(kinds, { row: from.row, column: width }, by(0, -1), standing)
    case 'first':
      return walk(kinds, { row: 0, column: -1 }, along(kinds, 1), standing)
    case 'last':
      return walk(kinds, { row: kinds.length - 1, column: width }, along(kinds, -1), standing)
  }
}

/** As in Excel, Enter after a run of Tabs goes below the place where the run began. */
export function afterMove(
  kinds: CellKinds,
  from: Place,
  runBegan: number | null,
  move: Move,
): { place: Place | null; runBegan: number | null } {
  if (move === 'next' || move === 'previous') {
    return { place: nextPlace(kinds, from, move), runBegan: runBegan ?? from.column }
  }
  if (move === 'enter-down' && runBegan !== null) {
    return { place: nextPlace(kinds, { row: from.row, column: runBegan }, move), runBegan: null }
  }
  return { place: nextPlace(kinds, from, move), runBegan: null }
}
