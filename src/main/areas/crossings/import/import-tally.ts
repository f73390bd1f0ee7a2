import type { ImportResult, Refusal } from '../../../../shared/contract/crossings.ts'
import type { AppError, ErrorCode } from '../../../../shared/errors.ts'
import { en } from '../../../../shared/languages/en/index.ts'
import type { PutOutcome } from '../../../book/batch.ts'

const mostListed = 1_000

/** Adds up what an import did, row by row; lists are cut after a thousand, counts are not. */
export class ImportTally {
  rows = 0
  counts = 0
  readonly outcomes = { new: 0, same: 0, changed: 0 }
  readonly controlTotals = { new: 0, same: 0, changed: 0 }
  readonly repeated: ImportResult['repeated'] = []
  readonly disagreeing: ImportResult['disagreeing'] = []
  readonly refused: Refusal[] = []
  refusedCells = 0

  addCount(outcome: PutOutcome): void {
    this.counts += 1
    this.outcomes[outcome] += 1
  }

  addControlTotal(outcome: PutOutcome): void {
    this.controlTotals[outcome] += 1
  }

  refuse(row: number, column: string, error: AppError): void {
    this.refusedCells += 1
    if (this.refused.length >= mostListed) return
    const { code, details } = error
    this.refused.push({ row, column, reason: sentence(code, details), code, details })
  }

  noteRepeated(row: number, firstRow: number, column: string): void {
    if (this.repeated.length < mostListed) this.repeated.push({ row, firstRow, column })
  }

  noteDisagreeing(row: number, typed: number, sum: number): void {
    if (this.disagreeing.length < mostListed) this.disagreeing.push({ row, typed, sum })
  }
}

/** The error's English text with what it is about, as in `There is no such date. (text 31-02-2024)`. */
function sentence(code: ErrorCode, details: AppError['details']): string {
  const about = Object.entries(details).map(([name, value]) => `${name} ${value}`)
  return about.length > 0 ? `${en.errors[code]} (${about.join(', ')})` : en.errors[code]
}
