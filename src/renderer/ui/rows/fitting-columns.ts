import type { Columns } from '../../lib/table-columns.ts'

/** What a column of a table says that is known before its rows are. */
export interface ColumnTexts<Id extends string> {
  headOf(id: Id): string
  /** Every text that the column can have, where it has only certain ones. */
  wordsOf?(id: Id): readonly string[]
}

/** Padding of a cell, and of a head with the arrow of its sorting; see `rows.css`. */
const aroundCell = 22
const aroundHead = 38

/** The columns, each where nobody chose its width at least as wide as what it is known to say. */
export function fittingColumns<Id extends string>(
  columns: Columns<Id>,
  { headOf, wordsOf }: ColumnTexts<Id>,
): Columns<Id> {
  const widths = new Map<Id, number>()
  const width = (id: Id): number => {
    const known = widths.get(id)
    if (known !== undefined) return known
    const head = widthOf(headOf(id), 600, 12) + aroundHead
    const words = (wordsOf?.(id) ?? []).map((word) => widthOf(word, 400, 13) + aroundCell)
    const fitting = columns.isSet(id) ? columns.width(id) : Math.max(columns.width(id), head, ...words)
    widths.set(id, fitting)
    return fitting
  }
  return { ...columns, width }
}

const measured = new Map<string, number>()
let canvas: CanvasRenderingContext2D | null = null

/** Of a text in the window's own face, in whole CSS pixels. */
function widthOf(text: string, weight: number, size: number): number {
  const key = `${weight} ${size} ${text}`
  const known = measured.get(key)
  if (known !== undefined) return known
  canvas ??= document.createElement('canvas').getContext('2d')
  if (!canvas) return 0
  canvas.font = `${weight} ${size}px ${getComputedStyle(document.body).fontFamily}`
  const width = Math.ceil(canvas.measureText(text).width)
  measured.set(key, width)
  return width
}
