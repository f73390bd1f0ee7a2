import type { CrossingsReport, Flow, ReportLine } from '../../../shared/contract/reports.ts'
import { type Settled, settledValue, sum } from '../../../shared/period-rule.ts'
import { stateOf, stateOfSum } from '../../../shared/report/figure-state.ts'
import { controlledTotal, type Direction, type Total } from '../../../shared/words.ts'
import type { Connection } from '../../book/connection.ts'
import { namesOn } from '../reference/names.ts'
import type { Checkpoint, Line, PortModel } from '../reference/port-model.ts'
import { controlTotalsOf } from './control-totals.ts'
import type { LineFigures, Selection } from './line-figures.ts'

export type Figures = Pick<CrossingsReport, 'passengers' | 'persons' | 'lines' | 'controlTotals'>

/** One line of a checkpoint in one direction, by the period rule. */
export interface LineFigure {
  checkpoint: Checkpoint
  line: Line
  direction: Direction
  settled: Settled
}

/** Every line of a checkpoint over a selection, or those of one total. */
export function lineFigures(
  reader: LineFigures,
  checkpoint: Checkpoint,
  selection: Selection,
  total?: Total,
): LineFigure[] {
  return linesWithin(checkpoint, selection)
    .filter((line) => total === undefined || line.totals.includes(total))
    .flatMap((line) =>
      checkpoint.directions.map((direction) => ({
        checkpoint,
        line,
        direction,
        settled: reader.settle(checkpoint, line, direction, selection),
      })),
    )
}

/** Everything that a report prints of one checkpoint, comparisons apart. */
export function figuresOf(
  db: Connection,
  port: PortModel,
  reader: LineFigures,
  checkpoint: Checkpoint,
  selection: Selection,
  own: readonly LineFigure[],
): Figures {
  const lines = own.map(({ line, direction, settled }): { line: Line; figure: ReportLine } => ({
    line,
    figure: reportLine(port, line, direction, settled, selection.to),
  }))
  return {
    passengers: flowOf(lines, 'passengers'),
    persons: flowOf(lines, 'persons'),
    lines: lines.map(({ figure }) => figure),
    controlTotals: controlTotalsOf(db, checkpoint, selection, reader),
  }
}

/** Passengers of both directions: what a report as a whole is compared by. */
export function passengersOf(figures: readonly LineFigure[]): Settled[] {
  return figures
    .filter(({ line }) => line.totals.includes(controlledTotal.persons))
    .map(({ settled }) => settled)
}

/** Lines on the sheet at any time of the selection, in its order. */
export function linesWithin(checkpoint: Checkpoint, selection: { from: string; to: string }): Line[] {
  return [...checkpoint.sheet.values()]
    .filter((item) => item.from <= selection.to && item.to >= selection.from)
    .map((item) => item.line)
    .filter((line) => line.from <= selection.to && line.to >= selection.from)
}

/** The same line and total in several checkpoints, added up. */
export function addFigures(parts: readonly Figures[]): Omit<Figures, 'controlTotals'> {
  const lines = Map.groupBy(
    parts.flatMap((part) => part.lines),
    (line) => `${line.code} ${line.direction}`,
  )
  return {
    passengers: addFlows(parts.map((part) => part.passengers)),
    persons: addFlows(parts.map((part) => part.persons)),
    lines: [...lines.values()].flatMap((same) => addLines(same)),
  }
}

function addLines(same: readonly ReportLine[]): ReportLine[] {
  const first = same[0]
  if (!first) return []
  const count = sum(same.map((line) => line.count))
  const state = stateOfSum(same)
  return [
    {
      ...first,
      count,
      state,
      incomplete: count !== null && same.some((line) => line.incomplete || line.state === 'not-reported'),
      flags: same.flatMap((line) => line.flags),
    },
  ]
}

function reportLine(
  port: PortModel,
  line: Line,
  direction: Direction,
  settled: Settled,
  date: string,
): ReportLine {
  return {
    code: line.code,
    names: namesOn(port, 'line', line.code, date),
    ofWhich: line.parent !== null,
    direction,
    unit: line.unit,
    count: settled.value,
    state: stateOf(settledValue(settled)),
    incomplete: settled.value !== null && !settled.complete,
    flags: [...settled.flags],
  }
}

function flowOf(lines: readonly { line: Line; figure: ReportLine }[], total: Total): Flow {
  const members = lines.filter(({ line }) => line.totals.includes(total))
  const of = (direction: Direction) =>
    sum(members.filter(({ figure }) => figure.direction === direction).map(({ figure }) => figure.count))
  const entries = of('entry')
  const exits = of('exit')
  return { entries, exits, total: sum([entries, exits]) }
}

function addFlows(flows: readonly Flow[]): Flow {
  return {
    entries: sum(flows.map((flow) => flow.entries)),
    exits: sum(flows.map((flow) => flow.exits)),
    total: sum(flows.map((flow) => flow.total)),
  }
}
