import type { CellContext } from '../../../shared/contract/crossings.ts'
import { addDays } from '../../../shared/dates.ts'
import { AppError } from '../../../shared/errors.ts'
import { parsePeriod } from '../../../shared/periods.ts'
import type { Direction } from '../../../shared/words.ts'
import type { QueryContext } from '../../book/handlers.ts'
import { neighbours } from '../reference/neighbouring-shifts.ts'
import { portModel } from '../reference/port-model.ts'
import { ComparedFigures, comparable, periodsOf, yearDays } from './compared-figures.ts'

const recentDates = 12

/** The figures beside which one judges a count: the shift before, last week, last year, and the dates before. */
export function readCellContext(
  { db }: QueryContext,
  input: { checkpoint: string; line: string; direction: Direction; date: string; period: string },
): CellContext {
  const port = portModel(db)
  const checkpoint = port.checkpoints.get(input.checkpoint)
  if (!checkpoint) throw new AppError('unknown-checkpoint', { checkpoint: input.checkpoint })
  const period = parsePeriod(input.period)
  if (period?.level !== 'shift' && period?.level !== 'day') {
    throw new AppError('period-not-possible', { date: input.date, period: input.period })
  }
  const part = period.level === 'shift' ? period.part : 0
  const shift = period.level === 'shift' ? period.shift : 'day'
  const began = part === 2 ? addDays(input.date, -1) : input.date
  const base = (date: string, of: string) => ({
    date,
    shift: of,
    kept: comparable(periodsOf(port, checkpoint, date, of), part === 2 ? 1 : 0, part === 0 ? 1 : 2),
  })
  const before = neighbours(checkpoint, began, shift).before
  const shiftBefore = base(before.date, before.shift)
  const weekBefore = base(addDays(began, -7), shift)
  const yearBefore = base(addDays(began, -yearDays), shift)
  const recent = Array.from({ length: recentDates }, (_, index) =>
    base(addDays(began, index - recentDates), shift),
  )
  const kept = [shiftBefore, weekBefore, yearBefore, ...recent].flatMap((each) => each.kept)
  const figures = new ComparedFigures(db, port, checkpoint, [input.line], [input.direction], kept)
  const read = (of: ReturnType<typeof base>) => ({
    date: of.date,
    shift: of.shift,
    value: figures.figure(input.line, input.direction, of.kept),
  })
  return {
    shiftBefore: shiftBefore.kept.length > 0 ? read(shiftBefore) : null,
    weekBefore: read(weekBefore),
    yearBefore: read(yearBefore),
    recent: recent.map(read),
  }
}
