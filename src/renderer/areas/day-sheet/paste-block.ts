import type { ErrorReport } from '../../../shared/errors.ts'
import { call } from '../../lib/client.ts'
import { save } from '../../lib/saving.ts'
import { createStore } from '../../lib/store.ts'
import type { BadCell, PastedCell } from './blocks.ts'
import { targetKey } from './cell-target.ts'
import { cellEdits, sheetSource } from './sheet-state.ts'

/** A block of which nothing was written, because of some of its cells. */
export interface RefusedBlock {
  bad: BadCell[]
  /** What is left without the bad cells. */
  rest: PastedCell[]
}

export const refusedBlock = createStore<RefusedBlock | null>(null)

/** Writes a block, counts and typed totals, as one command, or nothing of it while a cell is bad. */
export async function pasteBlock({ cells, bad }: { cells: PastedCell[]; bad: BadCell[] }): Promise<void> {
  refusedBlock.set(bad.length > 0 ? { bad, rest: cells } : null)
  if (bad.length > 0 || cells.length === 0) return
  for (const { target } of cells) {
    const key = targetKey(target)
    if (cellEdits.get(key)?.phase === 'refused') cellEdits.takeBack(key)
  }
  const refusal = await recordBlock(cells)
  if (refusal) refusedBlock.set(withoutRefused(cells, refusal))
  sheetSource.reload()
}

/** Writes what is left of the refused block. */
export function pasteRest(): void {
  const block = refusedBlock.get()
  if (block) void pasteBlock({ cells: block.rest, bad: [] })
}

async function recordBlock(cells: readonly PastedCell[]): Promise<ErrorReport | null> {
  const checkpoint = cells[0]?.target.checkpoint
  if (checkpoint === undefined) return null
  const counts = cells.flatMap(({ target, value, parts }) => {
    if (target.entity !== 'count') return []
    const { line, direction, date, period } = target
    return [{ line, direction, date, period, value, ...(parts !== null && { parts }) }]
  })
  const controlTotals = cells.flatMap(({ target, value, parts }) => {
    if (target.entity !== 'control_total') return []
    const { unit, direction, date, period } = target
    const number = typeof value === 'number' ? value : null
    return [{ unit, direction, date, period, value: number, ...(parts !== null && { parts }) }]
  })
  const answer = await save(() => call('recordCounts', { checkpoint, counts, controlTotals }))
  return answer.ok ? null : answer.error
}

/** Parts the cell that the book's refusal names from the others; where it names none, nothing is left to offer. */
function withoutRefused(cells: readonly PastedCell[], report: ErrorReport): RefusedBlock {
  const { details } = report
  const isNamed = ({ target }: PastedCell) =>
    (target.entity === 'count'
      ? target.line === details.line
      : details.line === undefined && target.unit === details.unit) &&
    (details.direction === undefined || target.direction === details.direction) &&
    (details.period === undefined || target.period === details.period)
  const named = cells.filter(isNamed)
  const problem = { kind: 'report', report } as const
  const [first] = cells
  const bad = (named.length > 0 || !first ? named : [first]).map(({ place }) => ({ place, problem }))
  return { bad, rest: named.length > 0 ? cells.filter((cell) => !isNamed(cell)) : [] }
}
