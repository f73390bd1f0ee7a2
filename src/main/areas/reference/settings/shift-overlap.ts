import { addDays, minutesInDay } from '../../../../shared/dates.ts'
import { always } from '../open-dates.ts'
import type { Shift, Validity } from '../port-model.ts'

/** The dates on which two shifts would be worked at the same minute; null where there are none. */
export function commonSpan(a: Shift, b: Shift): Validity | null {
  // Two rows of one shift hold one after the other, however their nights touch.
  if (a.code === b.code) return bothHold(a, b)
  for (const partOfA of partsOf(a)) {
    for (const partOfB of partsOf(b)) {
      if (partOfA.begins >= partOfB.ends || partOfB.begins >= partOfA.ends) continue
      const common = bothHold(partOfA, partOfB)
      if (common) return common
    }
  }
  return null
}

interface DayPart extends Validity {
  begins: number
  ends: number
}

/** A shift by the parts of the days on which it is worked. */
function partsOf({ from, to, startsMinute, endsMinute, overMidnight }: Shift): DayPart[] {
  if (!overMidnight) return [{ from, to, begins: startsMinute, ends: endsMinute }]
  return [
    { from, to, begins: startsMinute, ends: minutesInDay },
    { from: addDays(from, 1), to: to === always.to ? to : addDays(to, 1), begins: 0, ends: endsMinute },
  ]
}

function bothHold(a: Validity, b: Validity): Validity | null {
  const from = a.from > b.from ? a.from : b.from
  const to = a.to < b.to ? a.to : b.to
  return from <= to ? { from, to } : null
}
