import type { WorkbookParts } from './workbook-parts.ts'

/** A merged area: rows as Excel numbers them, columns from 0, all counted. */
interface Area {
  firstRow: number
  lastRow: number
  first: number
  last: number
  text: string
}

const mostColumns = 200
const longestTag = 200

/** The merged areas of a sheet, by which cells that look empty say what the first one of their area says. */
export class MergedAreas {
  readonly #byRow = new Map<number, Area[]>()
  #open: Area[] = []

  /** Looks through a sheet for its merged areas, which stand behind its rows. */
  static async read(parts: WorkbookParts, part: string): Promise<MergedAreas> {
    const areas = new MergedAreas()
    let rest = ''
    for await (const chunk of parts.chunks(part)) {
      if (rest === '' && !chunk.includes('mergeC') && !endsWithin(chunk)) continue
      const text = rest + chunk.toString('latin1')
      let end = 0
      for (const match of text.matchAll(tag)) {
        areas.#add(match[1] ?? '')
        end = match.index + match[0].length
      }
      rest = text.slice(Math.max(end, text.length - longestTag))
    }
    return areas
  }

  get size(): number {
    return this.#byRow.size
  }

  /** The texts of the empty cells of a row that belong to an area; rows are asked for in their order. */
  textsOf(row: number, cells: readonly string[]): Map<number, string> | undefined {
    this.#open = this.#open.filter(({ lastRow }) => lastRow >= row)
    for (const area of this.#byRow.get(row) ?? []) {
      area.text = cells[area.first] ?? ''
      if (area.text !== '') this.#open.push(area)
    }
    if (this.#open.length === 0) return undefined
    const texts = new Map<number, string>()
    for (const { firstRow, first, last, text } of this.#open) {
      for (let at = row === firstRow ? first + 1 : first; at <= last; at += 1) texts.set(at, text)
    }
    return texts
  }

  #add(reference: string): void {
    const match = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference)
    if (!match) return
    const first = columnOf(match[1] ?? '')
    const area = {
      firstRow: Number(match[2]),
      lastRow: Number(match[4]),
      first,
      last: Math.min(columnOf(match[3] ?? ''), first + mostColumns),
      text: '',
    }
    const known = this.#byRow.get(area.firstRow)
    if (known) known.push(area)
    else this.#byRow.set(area.firstRow, [area])
  }
}

const tag = /<(?:\w+:)?mergeCell\s[^>]*?ref="([^"]*)"/g

/** Whether a chunk may end inside the first tag. */
function endsWithin(chunk: Buffer): boolean {
  return chunk.lastIndexOf('<') > chunk.length - 'mergeCells'.length - 8
}

/** Index from 0 of a column's letters: `A` → 0, `AA` → 26. */
export function columnOf(letters: string): number {
  let number = 0
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64
  return number - 1
}
