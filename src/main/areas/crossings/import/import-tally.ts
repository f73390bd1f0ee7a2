import type { ImportResult, Refusal } from '../../../../shared/contract/import.ts'
import type { FileRow } from '../../../import/file-row.ts'
import { mostListed, refusalOf } from '../../../import/refusal.ts'
import type { Put } from './import-target.ts'
import type { CellRefusal, RowCount, RowFigures, RowTotal } from './read-row.ts'

/** Is told every row with what becomes of it, where somebody wants to see them. */
export interface RowRecorder {
  begin(row: FileRow): void
  moment(figures: RowFigures): void
  count(count: RowCount, put: Put): void
  controlTotal(total: RowTotal, put: Put): void
  repeated(figure: RowCount | RowTotal): void
  /** Also of an earlier row, which turns out to be refused when all are in. */
  refuse(refusal: Refusal, cell: CellRefusal): void
  end(): void
}

/** Adds up what an import did, row by row; lists are cut after a thousand, counts are not. */
export class ImportTally {
  rows = 0
  leftOut = 0
  counts = 0
  readonly outcomes = { new: 0, same: 0, changed: 0 }
  readonly controlTotals = { new: 0, same: 0, changed: 0 }
  readonly repeated: ImportResult['repeated'] = []
  readonly disagreeing: ImportResult['disagreeing'] = []
  readonly refused: Refusal[] = []
  refusedCells = 0
  readonly recorder: RowRecorder | null

  constructor(recorder: RowRecorder | null = null) {
    this.recorder = recorder
  }

  addCount(count: RowCount, put: Put): void {
    this.counts += 1
    this.outcomes[put.outcome] += 1
    this.recorder?.count(count, put)
  }

  addControlTotal(total: RowTotal, put: Put): void {
    this.controlTotals[put.outcome] += 1
    this.recorder?.controlTotal(total, put)
  }

  refuse(row: number, cell: CellRefusal): void {
    this.refusedCells += 1
    if (this.refused.length >= mostListed && !this.recorder) return
    const refusal = refusalOf(row, cell.column, cell.error)
    if (this.refused.length < mostListed) this.refused.push(refusal)
    this.recorder?.refuse(refusal, cell)
  }

  noteRepeated(row: number, firstRow: number, figure: RowCount | RowTotal): void {
    if (this.repeated.length < mostListed) this.repeated.push({ row, firstRow, column: figure.column })
    this.recorder?.repeated(figure)
  }

  noteDisagreeing(row: number, typed: number, sum: number): void {
    if (this.disagreeing.length < mostListed) this.disagreeing.push({ row, typed, sum })
  }
}
