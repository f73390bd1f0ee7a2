import type {
  CountValue,
  DaySheet,
  SheetBase,
  SheetCell,
  SheetColumn,
} from '../../../shared/contract/crossings.ts'
import { addDays, minutesInDay, timeOf } from '../../../shared/dates.ts'
import { AppError } from '../../../shared/errors.ts'
import { settleDay, settledValue, sumOfValues } from '../../../shared/period-rule.ts'
import { controlledTotal, type Direction, totals, type Unit, units } from '../../../shared/words.ts'
import type { Connection } from '../../book/connection.ts'
import type { QueryContext } from '../../book/handlers.ts'
import { dayIsClosed, isOpenAfterAll, openingOf } from '../reference/calendar.ts'
import { namesOn } from '../reference/names.ts'
import { neighbours } from '../reference/neighbouring-shifts.ts'
import { type Checkpoint, holdsOn, type Line, type PortModel, portModel } from '../reference/port-model.ts'
import { partsOfShift, partsOnDate, type Span, shiftsBeginningOn } from '../reference/shift-periods.ts'
import { shiftState } from '../reference/shift-state.ts'
import { ComparedFigures, comparable, periodsOf, yearDays } from './compared-figures.ts'
import { selectControlTotal, selectCount, selectDateKnown } from './counts.sql.ts'

type Figure = Pick<SheetCell, 'value' | 'incomplete'>
type Column = Span & { direction: Direction; period: string }

/** The count sheet of one shift, or of the day: its lines, cells, sums and control totals. */
export function readDaySheet(
  { db }: QueryContext,
  input: { checkpoint: string; date: string; shift: string },
): DaySheet {
  const port = portModel(db)
  const checkpoint = port.checkpoints.get(input.checkpoint)
  if (!checkpoint) throw new AppError('unknown-checkpoint', { checkpoint: input.checkpoint })
  const columns = columnsOf(port, checkpoint, input.date, input.shift)
  const summary = input.shift === 'day' && shiftsBeginningOn(checkpoint, input.date).length > 0
  const state = input.shift === 'day' ? 'open' : shiftState(db, checkpoint.code, input.date, input.shift)
  const sheet = [...checkpoint.sheet.values()]
    .filter((item) => holdsOn(item, input.date) && holdsOn(item.line, input.date))
    .map((item) => item.line)
  const beside = neighbours(checkpoint, input.date, input.shift)
  const bases = basesOf(port, checkpoint, input, beside.before, columns)
  const compared = new ComparedFigures(
    db,
    port,
    checkpoint,
    sheet.map((line) => line.code),
    checkpoint.directions,
    bases.flatMap((base) => base.kept.flat()),
  )
  const cell = (line: Line, column: Column): SheetCell => ({
    ...(summary ? daySum(db, port, checkpoint, line, column) : storedValue(db, checkpoint, line, column)),
    ...closureOf(port, checkpoint, column),
  })
  return {
    checkpoint: checkpoint.code,
    date: input.date,
    shift: input.shift,
    state,
    editable: !summary && state === 'open',
    columns: columns.map(
      (column): SheetColumn => ({
        direction: column.direction,
        date: column.date,
        period: column.period,
        from: timeOf(column.from),
        to: clockOf(column.to),
        openAfterAll: isOpenAfterAll(checkpoint, column),
      }),
    ),
    bases: bases.map(({ kept: _, ...base }) => base),
    groups: units
      .map((unit) => ({ unit, lines: sheet.filter((line) => line.unit === unit) }))
      .filter(({ lines }) => lines.length > 0)
      .map(({ unit, lines }) => {
        const rows = lines.map((line) => ({
          line,
          cells: columns.map((column) => cell(line, column)),
          bases: columns.map((column, at) =>
            bases.map(({ kept }) => compared.figure(line.code, column.direction, kept[at] ?? [])),
          ),
        }))
        return {
          unit,
          lines: rows.map(({ line, cells, bases }) => ({
            line: line.code,
            names: namesOn(port, 'line', line.code, input.date),
            unit,
            parent: line.parent,
            cells,
            bases,
          })),
          sums: sumsOf(rows, columns.length, bases.length, summary),
          controlTotal: controlTotalOf(db, checkpoint.code, unit, columns),
        }
      }),
    ...beside,
  }
}

/** The clock's time of a minute that may lie after midnight, in a night counted wholly on the day it began. */
function clockOf(minute: number): string {
  return timeOf(minute > minutesInDay ? minute - minutesInDay : minute)
}

function columnsOf(port: PortModel, checkpoint: Checkpoint, date: string, shift: string): Column[] {
  const spans = spansOf(port, checkpoint, date, shift)
  return checkpoint.directions.flatMap((direction) => spans.map((span) => ({ direction, ...span })))
}

function spansOf(
  port: PortModel,
  checkpoint: Checkpoint,
  date: string,
  shift: string,
): (Span & { period: string })[] {
  if (shift === 'day') return [{ date, from: 0, to: minutesInDay, period: 'day' }]
  const found = shiftsBeginningOn(checkpoint, date).find((candidate) => candidate.code === shift)
  if (!found) throw new AppError('unknown-shift', { checkpoint: checkpoint.code, date, shift })
  return partsOfShift(port, found, date)
}

/** The shifts to compare with, and by column the periods that their figures are kept under. */
function basesOf(
  port: PortModel,
  checkpoint: Checkpoint,
  { date, shift }: { date: string; shift: string },
  before: { date: string; shift: string },
  columns: readonly Column[],
) {
  const parts = columns.length / checkpoint.directions.length
  const at = (base: SheetBase['base'], of: { date: string; shift: string }) => {
    const periods = periodsOf(port, checkpoint, of.date, of.shift)
    return { base, ...of, kept: columns.map((_, column) => comparable(periods, column % parts, parts)) }
  }
  const shiftBefore = at('shiftBefore', before)
  const hasLike = shiftBefore.kept.some((kept) => kept.length > 0)
  return [
    ...(hasLike ? [shiftBefore] : []),
    at('weekBefore', { date: addDays(date, -7), shift }),
    at('yearBefore', { date: addDays(date, -yearDays), shift }),
  ]
}

function storedValue(db: Connection, checkpoint: Checkpoint, line: Line, column: Column): Figure {
  const stored = selectCount(db, checkpoint.code, line.code, column.direction, column.date, column.period)
  return { value: stored?.value ?? stored?.mark ?? null, incomplete: false }
}

/** The day's figure by the period rule, for a day that is made up of shifts. */
function daySum(db: Connection, port: PortModel, checkpoint: Checkpoint, line: Line, column: Column): Figure {
  const known = selectDateKnown(db, checkpoint.code, line.code, column.direction, column.date)
  const dayRow = known.get('day')
  known.delete('day')
  const expected = partsOnDate(port, checkpoint, column.date)
    .filter((part) => openingOf(checkpoint, part).open !== 'no')
    .map((part) => part.period)
  const settled = settleDay(column.date, dayRow, known, expected, dayIsClosed(checkpoint, column.date))
  return { value: settledValue(settled), incomplete: settled.value !== null && !settled.complete }
}

function closureOf(
  port: PortModel,
  checkpoint: Checkpoint,
  span: Span,
): Pick<SheetCell, 'closedBy' | 'partlyClosed'> {
  const opening = openingOf(checkpoint, span)
  if (opening.open === 'whole') return { closedBy: null, partlyClosed: null }
  const reason = opening.closure ? namesOn(port, 'closure', opening.closure, span.date) : null
  if (opening.open === 'no') return { closedBy: { reason }, partlyClosed: null }
  return {
    closedBy: null,
    partlyClosed: {
      from: timeOf(opening.from % minutesInDay),
      to: clockOf(opening.to),
      reason: reason ?? {},
    },
  }
}

function sumsOf(
  rows: { line: Line; cells: SheetCell[]; bases: CountValue[][] }[],
  columns: number,
  bases: number,
  ofDay: boolean,
): DaySheet['groups'][number]['sums'] {
  return totals
    .map((total) => ({ total, members: rows.filter(({ line }) => line.totals.includes(total)) }))
    .filter(({ members }) => members.length > 0)
    .map(({ total, members }) => ({
      total,
      values: Array.from({ length: columns }, (_, column) =>
        sumOfValues(members.map(({ cells }) => shownValue(cells[column]))),
      ),
      incomplete: Array.from({ length: columns }, (_, column) => {
        const cells = members.map((member) => member.cells[column])
        const isKnown = cells.some((cell) => typeof cell?.value === 'number')
        const isMissing = cells.some((cell) => cell?.incomplete || cell?.value === null)
        return ofDay && isKnown && isMissing
      }),
      bases: Array.from({ length: columns }, (_, column) =>
        Array.from({ length: bases }, (_, base) =>
          sumOfValues(members.map((member) => member.bases[column]?.[base] ?? null)),
        ),
      ),
    }))
}

/** What a cell says: without a value, that the calendar closes it. */
function shownValue(cell: SheetCell | undefined): CountValue {
  return cell?.value ?? (cell?.closedBy ? 'closed' : null)
}

function controlTotalOf(
  db: Connection,
  checkpoint: string,
  unit: Unit,
  columns: Column[],
): DaySheet['groups'][number]['controlTotal'] {
  return {
    unit,
    total: controlledTotal[unit],
    values: columns.map((column) =>
      selectControlTotal(db, checkpoint, column.direction, unit, column.date, column.period),
    ),
  }
}
