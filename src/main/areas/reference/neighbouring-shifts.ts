import { addDays } from '../../../shared/dates.ts'
import type { Checkpoint } from './port-model.ts'
import { shiftsBeginningOn } from './shift-periods.ts'

interface Place {
  date: string
  shift: string
}

const daysToLook = 31

/** The shift before and after, in the order in which they begin; the day before and after for sheets of a day. */
export function neighbours(
  checkpoint: Checkpoint,
  date: string,
  shift: string,
): { before: Place; after: Place } {
  return { before: neighbour(checkpoint, date, shift, -1), after: neighbour(checkpoint, date, shift, 1) }
}

function neighbour(checkpoint: Checkpoint, date: string, shift: string, step: 1 | -1): Place {
  const shifts = shiftsBeginningOn(checkpoint, date)
  const index = shifts.findIndex((candidate) => candidate.code === shift)
  const beside = index < 0 ? undefined : shifts[index + step]
  if (beside) return { date, shift: beside.code }
  if (shift === 'day') return { date: addDays(date, step), shift }
  for (let days = 1; days <= daysToLook; days += 1) {
    const other = addDays(date, step * days)
    const next = shiftsBeginningOn(checkpoint, other).at(step === 1 ? 0 : -1)
    if (next) return { date: other, shift: next.code }
  }
  return { date: addDays(date, step), shift: 'day' }
}
