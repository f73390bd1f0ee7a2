import { countOf, type DailySeries, logOf } from './daily-series.ts'

/** A dated fact that changes the traffic, by the days of a series; it may begin before them and outlast them. */
export interface EventDays {
  /** Events of one kind recur; null for one that happened once. */
  kind: string | null
  from: number
  to: number
}

/** A series without what events did to it, and what they do. */
export interface ExplainedSeries {
  series: DailySeries
  /**
   * What the event of a day does, as a difference of logarithms, by all that was known on another day; 0 where nothing is
   * known of it, null without an event.
   */
  effect: (day: number, known: number) => number | null
}

/** Days before an event that say what would have come without it, the fewest of them, and those that say how many. */
const daysBefore = 28
const leastDaysBefore = 7
const levelDays = 7
const week = 7
/** A day further from what would have come than this (a factor of 4.5) teaches only that much. */
const furthest = 1.5
/** What earlier events of a kind did is believed as n days of n and this many. */
const doubt = 0.25

/**
 * Takes events out of a series. Of each day of an event that is no holiday, what came is held against the ordinary days
 * before the event: the mean of their weekday, at the level of the last seven. What an event does is the mean of its own
 * days so far, and what earlier events of its kind did, which counts as one day. Without any event nothing is changed.
 * @param features of every day from the first count on, by index: the weekdays first, holidays after them
 */
export function explainEvents(
  series: DailySeries,
  events: readonly EventDays[],
  features: readonly Float64Array[],
): ExplainedSeries {
  const { counts } = series
  const learnt = events.map((event): LearntEvent => ({ ...event, days: [] }))
  const eventOn = (day: number): LearntEvent | null => newestOn(learnt, day)
  const isOpen = (day: number): boolean => (counts[day] ?? 0) > 0 && !series.closed?.(day)
  const isHoliday = (day: number): boolean =>
    features[day]?.subarray(week).some((value) => value !== 0) ?? false
  const isOrdinary = (day: number): boolean => isOpen(day) && !isHoliday(day) && eventOn(day) === null
  const explained = Float64Array.from(counts)
  for (const event of learnt.toSorted((a, b) => a.from - b.from)) {
    const before = usualBefore(counts, event.from, isOrdinary)
    for (
      let day = Math.max(0, event.from);
      before && day <= Math.min(event.to, counts.length - 1);
      day += 1
    ) {
      if (eventOn(day) !== event || !isOpen(day) || isHoliday(day)) continue
      const difference = logOf(counts[day] ?? 0) - before(day)
      event.days.push({ day, difference: Math.max(-furthest, Math.min(furthest, difference)) })
    }
  }
  for (let day = 0; day < counts.length; day += 1) {
    const event = eventOn(day)
    if (event === null || !isOpen(day)) continue
    // Not nobody: the place was open.
    explained[day] = Math.max(1, countOf(logOf(counts[day] ?? 0) - effectOf(event, learnt, day)))
  }
  return {
    series: learnt.length === 0 ? series : { ...series, counts: explained },
    effect: (day, known) => {
      const event = eventOn(day)
      return event && effectOf(event, learnt, known)
    },
  }
}

/** An event with what came on its days more than without it, in logarithms. */
interface LearntEvent extends EventDays {
  days: { day: number; difference: number }[]
}

/** Where several events meet, the one that began last, of these the one that ends first. */
function newestOn<Event extends EventDays>(events: readonly Event[], day: number): Event | null {
  return events.reduce<Event | null>((newest, event) => {
    if (day < event.from || event.to < day) return newest
    if (newest === null || event.from > newest.from) return event
    return event.from === newest.from && event.to < newest.to ? event : newest
  }, null)
}

/** The logarithm that would have come on a day by the ordinary days before the event; null where those are too few. */
function usualBefore(
  counts: Float64Array,
  begins: number,
  isOrdinary: (day: number) => boolean,
): ((day: number) => number) | null {
  const days: number[] = []
  for (let day = Math.max(0, begins - daysBefore); day < Math.min(begins, counts.length); day += 1) {
    if (isOrdinary(day)) days.push(day)
  }
  if (days.length < leastDaysBefore) return null
  const log = (day: number): number => logOf(counts[day] ?? 0)
  const all = meanOf(days.map(log))
  const ofWeekday = Array.from({ length: week }, (_, place) => {
    const same = days.filter((day) => day % week === place)
    return same.length === 0 ? all : meanOf(same.map(log))
  })
  const usual = (day: number): number => ofWeekday[day % week] ?? all
  const level = meanOf(days.slice(-levelDays).map((day) => log(day) - usual(day)))
  return (day) => usual(day) + level
}

/** What an event does, by the days of it and of earlier ones of its kind up to a known day. */
function effectOf(event: LearntEvent, events: readonly LearntEvent[], known: number): number {
  const upTo = ({ days }: LearntEvent): number[] =>
    days.filter(({ day }) => day <= known).map(({ difference }) => difference)
  const earlier = events
    .filter((other) => other !== event && event.kind !== null && other.kind === event.kind)
    .map(upTo)
    .filter((differences) => differences.length > 0)
  const own = upTo(event)
  const sum = own.reduce((total, difference) => total + difference, 0)
  if (earlier.length === 0) return own.length === 0 ? 0 : sum / own.length
  const days = earlier.reduce((total, differences) => total + differences.length, 0)
  const asBefore = (meanOf(earlier.map(meanOf)) * days) / (days + doubt)
  return (sum + asBefore) / (own.length + 1)
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length
