import type { Figures } from '../../../../shared/contract/settings.ts'
import { addDays, firstOfMonth, isMonth, lastOfMonth } from '../../../../shared/dates.ts'
import { formatPeriod, type Part } from '../../../../shared/periods.ts'
import type { Connection } from '../../../book/connection.ts'
import { always } from '../open-dates.ts'
import type { Checkpoint, PortModel, Shift, Validity } from '../port-model.ts'
import type { Ends } from './figures.sql.ts'
import * as sql from './figures.sql.ts'

/**
 * From when to when something has figures, so that settings never leave them behind. A month's figure asks for one day
 * of its month: as the first it counts as the month's last day, as the last as its first.
 */

/** Counts, control totals, handover notes, signed shifts, openings and declarations of a checkpoint. */
export function figuresOfCheckpoint(db: Connection, checkpoint: Checkpoint): Figures {
  return combined([
    ...checkpoint.sheet.keys().map((line) => figuresOnSheet(db, checkpoint, line)),
    ...checkpoint.directions.map((direction) =>
      withMonths(sql.controlTotalEnds(db, checkpoint.code, direction)),
    ),
    asFigures(sql.shiftRecordEnds(db, checkpoint.code)),
  ])
}

/** Counts of a line at one checkpoint. */
export function figuresOnSheet(db: Connection, checkpoint: Checkpoint, line: string): Figures {
  return combined(
    checkpoint.directions.map((direction) => withMonths(sql.countEnds(db, checkpoint.code, line, direction))),
  )
}

/** Counts of a line at every checkpoint. */
export function figuresOfLine(db: Connection, port: PortModel, line: string): Figures {
  const places = port.checkpoints.values().filter((checkpoint) => checkpoint.sheet.has(line))
  return combined([...places.map((checkpoint) => figuresOnSheet(db, checkpoint, line))])
}

/** Counts, control totals and openings of one direction at a checkpoint. */
export function figuresOfDirection(
  db: Connection,
  checkpoint: Checkpoint,
  direction: Checkpoint['directions'][number],
): Figures {
  return combined([
    ...checkpoint.sheet.keys().map((line) => withMonths(sql.countEnds(db, checkpoint.code, line, direction))),
    withMonths(sql.controlTotalEnds(db, checkpoint.code, direction)),
    asFigures(sql.openingEndsOfDirection(db, checkpoint.code, direction)),
  ])
}

/** Notes, signatures and openings of the day itself, at a checkpoint that has no shifts. */
export function recordsOfDay(db: Connection, { code }: Checkpoint, { from, to }: Validity): Figures {
  return asFigures(sql.recordEndsOfShift(db, code, 'day', from, to))
}

/** Figures, notes and signatures of a shift that begins within a span of dates, by the dates it began on. */
export function figuresOfShift(
  db: Connection,
  port: PortModel,
  checkpoint: Checkpoint,
  shift: Shift,
  span: Validity = shift,
): Figures {
  const part = (number: Part): string => formatPeriod({ level: 'shift', shift: shift.code, part: number })
  return combined([
    ...partsOf(port, shift).flatMap((number) =>
      number === 2
        ? figuresOfPeriod(db, checkpoint, part(2), {
            from: dayAfter(span.from),
            to: dayAfter(span.to),
          }).map(began)
        : figuresOfPeriod(db, checkpoint, part(number), span),
    ),
    asFigures(sql.recordEndsOfShift(db, checkpoint.code, shift.code, span.from, span.to)),
  ])
}

/** The parts that a shift's figures can have: asking for another one would read every figure in vain. */
function partsOf(port: PortModel, { overMidnight }: Shift): Part[] {
  if (!overMidnight) return [0]
  return port.midnightRules.some(({ rule }) => rule === 'start-day') ? [0, 1, 2] : [1, 2]
}

function figuresOfPeriod(
  db: Connection,
  checkpoint: Checkpoint,
  period: string,
  { from, to }: { from: string; to: string },
): Figures[] {
  const { code } = checkpoint
  return [
    ...[...checkpoint.sheet.keys()].flatMap((line) =>
      checkpoint.directions.map((direction) =>
        asFigures(sql.periodCountEnds(db, { checkpoint: code, line, direction }, period, from, to)),
      ),
    ),
    asFigures(sql.periodControlTotalEnds(db, code, period, from, to)),
  ]
}

/** From the first to the last of several. */
export function combined(all: readonly Figures[]): Figures {
  const some = all.filter((figures) => figures !== null)
  const first = some.map((figures) => figures.first).toSorted()[0]
  const last = some
    .map((figures) => figures.last)
    .toSorted()
    .at(-1)
  return first === undefined || last === undefined ? null : { first, last }
}

function asFigures({ first, last }: Ends): Figures {
  return first === null || last === null ? null : { first, last }
}

function withMonths({ first, firstDay, last }: Ends & { firstDay: string | null }): Figures {
  if (first === null || last === null) return null
  const ofMonth = isMonth(first) ? lastOfMonth(first) : first
  return {
    first: firstDay !== null && firstDay < ofMonth ? firstDay : ofMonth,
    last: isMonth(last) ? firstOfMonth(last) : last,
  }
}

/** Figures after midnight by the date on which their shift began. */
function began(figures: Figures): Figures {
  return figures && { first: addDays(figures.first, -1), last: addDays(figures.last, -1) }
}

const dayAfter = (date: string): string => (date === always.to ? date : addDays(date, 1))
