import { AppError } from '../../../shared/errors.ts'
import { sum } from '../../../shared/period-rule.ts'
import type { Direction } from '../../../shared/words.ts'
import type { Connection } from '../../book/connection.ts'
import { type Checkpoint, holdsOn, type Line } from '../reference/port-model.ts'
import type { Moment } from './count-rules.ts'
import { selectCount } from './counts.sql.ts'

/** Whether a checkpoint's sheet has *of which* lines at all: most imports need no check. */
export function hasOfWhichLines(checkpoint: Checkpoint): boolean {
  return checkpoint.sheet.values().some(({ line }) => line.parent !== null)
}

/** A line's figure at the moment and direction that is being checked; undefined where it is not reported. */
export type ReadFigure = (line: string) => { value: number | null } | undefined

/**
 * Refuses an *of which* figure above its parent, at one moment and direction, as the book stands now.
 * A parent that is not fully reported yet refuses nothing.
 * @param read looks a figure up elsewhere first, where not all figures are in the book
 * @throws AppError of-which-exceeds-parent
 */
export function assertOfWhichFits(
  db: Connection,
  checkpoint: Checkpoint,
  moment: Moment,
  direction: Direction,
  read: ReadFigure = (line) => selectCount(db, checkpoint.code, line, direction, moment.date, moment.period),
): void {
  const lines = [...checkpoint.sheet.values()]
    .filter((item) => holdsOn(item, moment.date) && holdsOn(item.line, moment.date))
    .map((item) => item.line)
  for (const line of lines) {
    if (!line.parent) continue
    const value = read(line.code)?.value ?? null
    if (value === null) continue
    const parent = parentValue(line.parent, lines, read)
    if (parent === null || value <= parent) continue
    throw new AppError('of-which-exceeds-parent', {
      ...moment,
      line: line.code,
      direction,
      value,
      parent: 'line' in line.parent ? line.parent.line : line.parent.total,
      parentValue: parent,
    })
  }
}

/** The parent's figure; null where it is not reported, or a total of which a line is missing. */
function parentValue(
  parent: NonNullable<Line['parent']>,
  lines: readonly Line[],
  read: ReadFigure,
): number | null {
  if ('line' in parent) return read(parent.line)?.value ?? null
  const figures = lines.filter((line) => line.totals.includes(parent.total)).map((line) => read(line.code))
  return figures.every((figure) => figure !== undefined) ? sum(figures.map((figure) => figure.value)) : null
}
