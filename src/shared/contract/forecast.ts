import { z } from 'zod'
import { LocalDate, TimeOfDay, WorkingDate } from '../dates.ts'
import { Code, Direction, Names, Unit } from '../words.ts'
import { query } from './operation.ts'

/** A whole number of people (or vehicles) that is expected; the true one lies from `low` to `high` on four days of five. */
const Expected = {
  count: z.int().nullable(),
  /** Null while too few forecasts have been held against what came. */
  low: z.int().nullable(),
  high: z.int().nullable(),
}

const ExpectedDay = z.strictObject({
  date: LocalDate,
  /** `closed` by the calendar, or because nobody has come lately; `unknown` where too little of this direction is known. */
  state: z.enum(['expected', 'closed', 'unknown']),
  ...Expected,
  /** How many passengers `count` has more, or fewer, by the event of the day; null without one. */
  eventAdds: z.int().nullable(),
  /**
   * Buses entered for a day to come beside as many as usual on its weekday, and how many passengers `count` has more by
   * them, or fewer; null where none were entered or the book knows too little of such days.
   */
  buses: z.strictObject({ vehicles: z.int(), usual: z.number(), added: z.int() }).nullable(),
})
export type ExpectedDay = z.infer<typeof ExpectedDay>

/** How forecasts made this many days ahead turned out; shares of 1. */
const TrackRecord = z.strictObject({
  /** Days on which a forecast and a whole count met. */
  days: z.int(),
  /** The sum of the errors over the sum of the counts; null where there is nothing to compare. */
  error: z.number().nullable(),
  /** The same for the plain guess: as many as on the same weekday a week before. */
  naive: z.number().nullable(),
  /** The share of days on which the interval held the count; 0.8 is wanted. */
  held: z.number().nullable(),
})
export type TrackRecord = z.infer<typeof TrackRecord>

export const ExpectedShift = z.strictObject({
  shift: Code,
  names: Names,
  starts: TimeOfDay,
  ends: TimeOfDay,
  overMidnight: z.boolean(),
  directions: z.array(
    z.strictObject({
      direction: Direction,
      ...Expected,
      /** How many passengers `count` has more, or fewer, by buses; null where nothing is known of them. */
      busesAdd: z.int().nullable(),
      /** `shift` from the shift's own history, `day` from the day's by open minutes while the shift's is too short. */
      basis: z.enum(['shift', 'day']),
      /** Expected in each quarter hour from the shift's start on, not rounded; they add up to `count`. */
      quarters: z.array(z.number()),
      /** Whether the quarter hours follow counts by hour, or spread evenly over the open minutes. */
      profile: z.enum(['hours', 'even']),
    }),
  ),
})
export type ExpectedShift = z.infer<typeof ExpectedShift>

/** Why nothing can be foretold. */
export const notEnoughReasons = ['nothing-counted', 'too-few-days', 'too-far-ahead'] as const

export const forecastContract = {
  /**
   * How many are expected at a checkpoint in the 14 days from a date on, and in one shift of that date (its first where
   * none is named): from the days before the date only, whatever the book says of later ones. Passengers where they
   * are counted, else the first of vehicles, trains and containers that is.
   */
  readExpectedArrivals: query(
    z.strictObject({ checkpoint: Code, from: WorkingDate, shift: Code.optional() }),
    z.strictObject({
      /** Null where nothing that could be foretold is counted. */
      unit: Unit.nullable(),
      /** The days that it was worked out from: those whose every shift is known. */
      history: z.strictObject({ from: LocalDate, to: LocalDate, days: z.int() }).nullable(),
      /** Null where there is enough; then `directions` and `shift` are filled. */
      notEnough: z
        .strictObject({
          reason: z.enum(notEnoughReasons),
          /** Days that are known, of those that are needed. */
          days: z.int(),
          needed: z.int(),
        })
        .nullable(),
      /** Holidays of both countries that touch the 14 days. */
      holidays: z.array(
        z.strictObject({ country: z.string(), from: LocalDate, to: LocalDate, names: Names }),
      ),
      /** Events here, or in the whole port, that touch the 14 days. */
      events: z.array(z.strictObject({ from: LocalDate, to: LocalDate, names: Names })),
      directions: z.array(
        z.strictObject({
          direction: Direction,
          days: z.array(ExpectedDay),
          /** Of the last 90 known days: forecasts made one and seven days ahead. */
          record: z.strictObject({ dayAhead: TrackRecord, weekAhead: TrackRecord }),
        }),
      ),
      /** Null for a checkpoint that counts by day. */
      shift: ExpectedShift.nullable(),
    }),
  ),
}
export type ExpectedArrivals = z.infer<typeof forecastContract.readExpectedArrivals.output>
