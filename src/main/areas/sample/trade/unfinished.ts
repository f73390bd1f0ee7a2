import type { DeclarationEvent, DeclarationRecord } from '../../../../shared/contract/declarations.ts'
import { addDays } from '../../../../shared/dates.ts'
import type { Declared } from './declare-consignment.ts'

/** What happened to a declaration that counts nowhere: to the last one of the sample's days, or long ago. */
interface Unfinished {
  daysBefore: number
  events: (declared: string) => DeclarationEvent[]
}

const event = (kind: DeclarationEvent['kind'], date: string, reason: string | null = null) => ({
  kind,
  date,
  reason,
})

/** One of each state but released, which the others are; and one that was amended. */
const unfinished: readonly Unfinished[] = [
  { daysBefore: 0, events: (date) => [event('registered', date)] },
  { daysBefore: 0, events: (date) => [event('registered', date)] },
  { daysBefore: 1, events: (date) => [event('registered', date), event('inspected', addDays(date, 1))] },
  {
    daysBefore: 1,
    events: (date) => [
      event('registered', date),
      event('amended', date, '毛重录入有误，已更正。'),
      event('inspected', addDays(date, 1)),
    ],
  },
  {
    daysBefore: 12,
    events: (date) => [
      event('registered', date),
      event('inspected', date),
      event('refused', addDays(date, 1), '检疫证书与货物不符，退运。'),
    ],
  },
  {
    daysBefore: 24,
    events: (date) => [event('registered', date), event('withdrawn', addDays(date, 2), '企业申请撤单。')],
  },
]

/**
 * Declarations that are not released on the last day, made after some that were.
 * @param models declarations that they look like, one for each
 * @param numberOf the number of the one at this place
 */
export function unfinishedDeclarations(
  models: readonly Declared[],
  lastDay: string,
  numberOf: (place: number) => string,
): Declared[] {
  return unfinished.flatMap(({ daysBefore, events }, place): Declared[] => {
    const model = models[place]
    if (!model) return []
    const date = addDays(lastDay, -daysBefore)
    return [{ record: copyOf(model.record, numberOf(place), date), events: events(date) }]
  })
}

/** A declaration that somebody is still writing. */
export function unfinishedDraft(model: DeclarationRecord, date: string): DeclarationRecord {
  return { ...copyOf(model, null, date), packages: null, incoterm: null, vehicles: [] }
}

const copyOf = (record: DeclarationRecord, number: string | null, date: string): DeclarationRecord => ({
  ...record,
  number,
  date,
  vehicles: record.vehicles.map((vehicle) => ({ ...vehicle, crossingDate: date })),
})
