import type { ComparedFigure, LineBase } from '../../../shared/contract/reports.ts'
import { type Settled, settledValue } from '../../../shared/period-rule.ts'
import { stateOf } from '../../../shared/report/figure-state.ts'
import type { Total, Unit } from '../../../shared/words.ts'
import type { LineFigure } from './checkpoint-figures.ts'
import { changeFrom, together } from './comparisons.ts'

interface Flow extends Pick<ComparedFigure, 'kind' | 'code' | 'direction' | 'unit'> {
  settled: Settled[]
}

/**
 * Every line and total of some checkpoints, by direction and in both, beside what it was in each base.
 * @param current the lines of the report's own period
 */
export function comparedFigures(
  current: readonly LineFigure[],
  bases: readonly { name: LineBase; figures: readonly LineFigure[] }[],
): ComparedFigure[] {
  const flowsOfBases = bases.map(({ name, figures }) => ({ name, flows: flowsOf(figures) }))
  return [...flowsOf(current)].map(([key, { settled, ...flow }]) => {
    const own = together(settled)
    const count = own.value
    return {
      ...flow,
      count,
      state: stateOf(settledValue(own)),
      bases: flowsOfBases.map(({ name, flows }) => ({
        base: name,
        ...comparedWith(flows.get(key)?.settled ?? [], count),
      })),
    }
  })
}

/** A base in which the line was not counted at all is not applicable, and so is a change from what is not all known. */
function comparedWith(
  settled: readonly Settled[],
  count: number | null,
): Omit<ComparedFigure['bases'][number], 'base'> {
  if (settled.length === 0) return { value: null, state: 'not-applicable', incomplete: false, change: null }
  const base = together(settled)
  const incomplete = base.value !== null && !base.complete
  return {
    value: base.value,
    state: stateOf(settledValue(base)),
    incomplete,
    change: incomplete ? null : changeFrom(base.value, count),
  }
}

function flowsOf(figures: readonly LineFigure[]): Map<string, Flow> {
  const flows = new Map<string, Flow>()
  const add = (
    kind: Flow['kind'],
    code: string,
    direction: Flow['direction'],
    unit: Unit,
    settled: Settled,
  ) => {
    const key = `${kind} ${code} ${direction}`
    const flow = flows.get(key)
    if (flow) flow.settled.push(settled)
    else flows.set(key, { kind, code, direction, unit, settled: [settled] })
  }
  for (const { line, direction, settled } of figures) {
    for (const each of [direction, 'both'] as const) {
      add('line', line.code, each, line.unit, settled)
      for (const total of line.totals) add('total', total, each, unitOf(total), settled)
    }
  }
  return flows
}

const unitOf = (total: Total): Unit => (total === 'passengers' ? 'persons' : total)
