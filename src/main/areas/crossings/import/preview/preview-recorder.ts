import type { PreviewFigure, PreviewRow, Refusal, RowOutcome } from '../../../../../shared/contract/import.ts'
import type { FileRow } from '../../../../import/file-row.ts'
import { shown } from '../../../../import/shown-text.ts'
import type { RowRecorder } from '../import-tally.ts'
import type { Put } from '../import-target.ts'
import type { CellRefusal, RowCount, RowFigures, RowTotal, WordKind } from '../read-row.ts'
import type { ScratchRows } from './scratch-rows.sql.ts'

/** What is kept of a row beside its number and outcome. */
type Kept = Omit<PreviewRow, 'row' | 'outcome'>

const mostCells = 200
const mostRefusals = 50
const mostWords = 1_000

/** Writes down what becomes of every row, for the pages of a preview, and counts the words that nobody knows. */
export class PreviewRecorder implements RowRecorder {
  readonly unknown: Record<WordKind, Map<string, number>> = {
    places: new Map(),
    directions: new Map(),
    periods: new Map(),
    lines: new Map(),
  }
  readonly #scratch: ScratchRows
  #row = 0
  #kept: Kept | null = null

  constructor(scratch: ScratchRows) {
    this.#scratch = scratch
  }

  begin({ number, cells, merged }: FileRow): void {
    this.#row = number
    const texts = cells.slice(0, mostCells).map((cell, at) => shown(cell || merged?.get(at) || ''))
    this.#kept = { cells: texts, moment: null, figures: [], refused: [] }
  }

  moment({ checkpoint, date, period }: RowFigures): void {
    if (this.#kept) this.#kept.moment = { checkpoint, date, period }
  }

  count({ column, line, direction, value }: RowCount, { outcome, before }: Put): void {
    this.#figure({ column, direction, line, unit: null, outcome, before, after: value })
  }

  controlTotal({ column, unit, direction, value }: RowTotal, { outcome, before }: Put): void {
    this.#figure({ column, direction, line: null, unit, outcome, before, after: value })
  }

  repeated(figure: RowCount | RowTotal): void {
    const { column, direction, value } = figure
    const what = 'line' in figure ? { line: figure.line, unit: null } : { line: null, unit: figure.unit }
    this.#figure({ column, direction, ...what, outcome: 'repeated', before: null, after: value })
  }

  refuse(refusal: Refusal, { kind, error }: CellRefusal): void {
    if (kind) this.#noteWord(kind, String(error.details.text ?? error.details.shift ?? ''))
    if (this.#kept && refusal.row === this.#row) {
      if (this.#kept.refused.length < mostRefusals) this.#kept.refused.push(refusal)
    } else this.#refuseLater(refusal)
  }

  end(): void {
    if (!this.#kept) return
    const outcome = outcomeOf(this.#kept)
    this.#scratch.add({ row: this.#row, outcome, text: JSON.stringify(this.#kept) })
    this.#kept = null
  }

  /** A row that was in already, or at which the file could not be read any further. */
  #refuseLater(refusal: Refusal): void {
    const known = this.#scratch.find(refusal.row)
    const kept = known
      ? (JSON.parse(known.text) as Kept)
      : { cells: [], moment: null, figures: [], refused: [] }
    kept.refused.push(refusal)
    const changed = { row: refusal.row, outcome: 'refused' as const, text: JSON.stringify(kept) }
    if (known) this.#scratch.change(changed)
    else this.#scratch.add(changed)
  }

  #figure(figure: PreviewFigure): void {
    this.#kept?.figures.push(figure)
  }

  #noteWord(kind: WordKind, word: string): void {
    const words = this.unknown[kind]
    const rows = words.get(word)
    if (rows !== undefined || words.size < mostWords) words.set(word, (rows ?? 0) + 1)
  }
}

function outcomeOf({ figures, refused }: Kept): RowOutcome {
  if (refused.length > 0) return 'refused'
  if (figures.length === 0) return 'nothing'
  for (const outcome of ['changed', 'new'] as const) {
    if (figures.some((figure) => figure.outcome === outcome)) return outcome
  }
  return 'same'
}
