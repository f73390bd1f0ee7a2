import type { CountsFilter } from '../../../shared/contract/counts-table.ts'
import type { FilterFigure, FilterTotals } from '../../../shared/contract/filter-totals.ts'
import { addMonths, firstOfMonth, isMonth, isWorkingDate, lastOfMonth } from '../../../shared/dates.ts'
import { AppError } from '../../../shared/errors.ts'
import { type Settled, settleMonths, sum } from '../../../shared/period-rule.ts'
import { type Direction, totals, type Unit } from '../../../shared/words.ts'
import type { Connection } from '../../book/connection.ts'
import type { QueryContext } from '../../book/handlers.ts'
import { today } from '../reference/describe-port.ts'
import { namesOn } from '../reference/names.ts'
import { type Checkpoint, type Line, type PortModel, portModel } from '../reference/port-model.ts'
import { linesWithin } from './checkpoint-figures.ts'
import { selectFirstAndLast } from './figures.sql.ts'
import { LineFigures } from './line-figures.ts'
import type { DateSpan } from './report-spans.ts'

/** As long as a report may be. */
const mostMonths = 1_200

const unitOf = {
  passengers: 'persons',
  persons: 'persons',
  vehicles: 'vehicles',
  trains: 'trains',
  containers: 'containers',
} as const satisfies Record<(typeof totals)[number], Unit>

/**
 * What the counts of a filter come to: settled line by line by the code that settles reports.
 * @throws AppError unknown-checkpoint, unknown-line
 */
export function readFilterTotals(
  { db, now }: QueryContext,
  { filter }: { filter: CountsFilter },
): FilterTotals {
  const port = portModel(db)
  const line = lineOf(port, filter.line)
  const span = spanOf(db, filter)
  const places = span === null ? [] : checkpointsOf(port, filter.checkpoint, span)
  const named = line && {
    code: line.code,
    names: namesOn(port, 'line', line.code, span?.to ?? '9999-12-31'),
    ofWhich: line.parent !== null,
  }
  if (span === null) return { span, line: named, figures: [] }

  const reader = new LineFigures(db, port, today(port, now))
  const settled = (direction: Direction, isMember: (line: Line) => boolean): Settled[] =>
    filter.direction !== undefined && filter.direction !== direction
      ? []
      : places.flatMap((place) =>
          place.directions.includes(direction)
            ? linesWithin(place, span)
                .filter(isMember)
                .map((member) => reader.settle(place, member, direction, { ...span, parts: null }))
            : [],
        )
  const figure = (of: FilterFigure['of'], unit: Unit, isMember: (line: Line) => boolean): FilterFigure[] => {
    const entries = settled('entry', isMember)
    const exits = settled('exit', isMember)
    return entries.length + exits.length === 0 ? [] : [{ of, unit, ...flowOf(entries, exits) }]
  }
  const figures = line
    ? figure('line', line.unit, (member) => member.code === line.code)
    : totals.flatMap((total) => figure(total, unitOf[total], (member) => member.totals.includes(total)))
  return { span, line: named, figures }
}

function flowOf(entrySide: readonly Settled[], exitSide: readonly Settled[]) {
  const entries = sum(entrySide.map(({ value }) => value))
  const exits = sum(exitSide.map(({ value }) => value))
  const { complete } = settleMonths([...entrySide, ...exitSide])
  return { entries, exits, total: sum([entries, exits]), incomplete: !complete }
}

function lineOf(port: PortModel, code: string | undefined): Line | null {
  if (code === undefined) return null
  const line = port.lines.get(code)
  if (!line) throw new AppError('unknown-line', { line: code })
  return line
}

function checkpointsOf(port: PortModel, code: string | undefined, span: DateSpan): Checkpoint[] {
  if (code === undefined) {
    return [...port.checkpoints.values()].filter((place) => place.from <= span.to && place.to >= span.from)
  }
  const checkpoint = port.checkpoints.get(code)
  if (!checkpoint) throw new AppError('unknown-checkpoint', { checkpoint: code })
  return [checkpoint]
}

/** The filter's dates, an open end at the book's; a span that no report could have is cut to that of the book. */
function spanOf(db: Connection, { from, to }: CountsFilter): DateSpan | null {
  const { first, last } = selectFirstAndLast(db)
  if (first === null || last === null) return null
  const book = {
    from: isMonth(first) ? firstOfMonth(first) : first,
    to: isMonth(last) ? lastOfMonth(last) : last,
  }
  const span = { from: from ?? book.from, to: to ?? book.to }
  if (span.from > span.to) return null
  const isReportable =
    isWorkingDate(span.from) && isWorkingDate(span.to) && span.to <= addMonths(span.from, mostMonths)
  if (isReportable) return span
  const cut = {
    from: span.from > book.from ? span.from : book.from,
    to: span.to < book.to ? span.to : book.to,
  }
  return cut.from > cut.to ? null : cut
}
