import { z } from 'zod'
import { LocalDate, TimeOfDay, WorkingDate } from '../dates.ts'
import { Country, EventKind, OpenDate, SettingDate, SettingNames, SettingTime } from '../setting-fields.ts'
import { AtMs, Code, Names } from '../words.ts'
import { command, query, Receipt } from './operation.ts'

/** The calendar among the settings of the port: opening hours, closures, the holidays of both countries, and events. */

const validity = { from: LocalDate.nullable(), to: LocalDate.nullable() }

/** Hours of some weekdays within a season: 1 Monday … 7 Sunday. Hours over midnight are written as two. */
const Hours = z.strictObject({
  weekdays: z.array(z.int().min(1).max(7)).min(1).max(7),
  opens: TimeOfDay,
  closes: TimeOfDay,
})

export const ClosureSetting = z.strictObject({
  id: z.string(),
  from: LocalDate,
  to: LocalDate,
  /** The part of each day that is closed; both null where whole days are. */
  starts: TimeOfDay.nullable(),
  ends: TimeOfDay.nullable(),
  reason: Names,
})
export type ClosureSetting = z.infer<typeof ClosureSetting>

export const SeasonSetting = z.strictObject({ ...validity, hours: z.array(Hours) })
export type SeasonSetting = z.infer<typeof SeasonSetting>

export const Holiday = z.strictObject({
  id: z.string(),
  country: z.string(),
  from: LocalDate,
  to: LocalDate,
  names: Names,
})
export type Holiday = z.infer<typeof Holiday>

export const EventSetting = z.strictObject({
  id: z.string(),
  /** What it is one of, such as the fair of every year; null where it happened once. */
  kind: z.string().nullable(),
  /** Null for the whole port. */
  checkpoint: Code.nullable(),
  from: LocalDate,
  to: LocalDate,
  names: Names,
})
export type EventSetting = z.infer<typeof EventSetting>

/** The dates that name a season as `readSettings` answers them. */
const SeasonDates = z.strictObject(validity)

/** What became of a country's holidays; `years` are those that the file holds. */
const HolidayChanges = z.strictObject({
  savedAt: AtMs,
  batch: z.int().nullable(),
  country: z.string(),
  years: z.array(z.int()),
  new: z.int(),
  same: z.int(),
  changed: z.int(),
  removed: z.int(),
})
export type HolidayChanges = z.infer<typeof HolidayChanges>

export const calendarSettingsContract = {
  /** The holidays of both countries that touch a span of dates, by date. */
  listHolidays: query(z.strictObject({ from: WorkingDate, to: WorkingDate }), z.array(Holiday)),

  /**
   * The opening hours of a season, all at once; `replaces` names the season that is said anew, null for a new one.
   * Refused: unknown-checkpoint, setting-gone, ends-before-begins, hours-overlap, hours-over-midnight, seasons-overlap;
   * closes-figures, saying how many `figures` would lie in closed hours, unless `confirmed`.
   */
  keepSeason: command(
    z.strictObject({
      checkpoint: Code,
      replaces: SeasonDates.nullable(),
      from: OpenDate,
      to: OpenDate,
      hours: z
        .array(z.strictObject({ ...Hours.shape, opens: SettingTime, closes: SettingTime }))
        .min(1)
        .max(50),
      confirmed: z.boolean().default(false),
    }),
    Receipt,
  ),
  /** Removes a season; a date of no season is open all day. Refused: unknown-checkpoint, setting-gone. */
  removeSeason: command(z.strictObject({ checkpoint: Code, season: SeasonDates }), Receipt),

  /**
   * Closes a checkpoint on whole days, or on a part of each of them; `id` names the closure that is said anew, null for
   * a new one. Refused: unknown-checkpoint, setting-gone, ends-before-begins, half-a-span, hours-over-midnight;
   * closes-figures, saying how many `figures` would lie in closed hours, unless `confirmed`.
   */
  keepClosure: command(
    z.strictObject({
      id: z.string().nullable(),
      checkpoint: Code,
      from: SettingDate,
      to: SettingDate,
      starts: SettingTime.nullable(),
      ends: SettingTime.nullable(),
      reason: SettingNames,
      confirmed: z.boolean().default(false),
    }),
    Receipt,
  ),
  /** Removes a closure: what it closed takes numbers again. Refused: setting-gone. */
  removeClosure: command(z.strictObject({ id: z.string() }), Receipt),

  /** A holiday of a country; `id` names the one that is said anew, null for a new one. Refused: setting-gone, ends-before-begins. */
  keepHoliday: command(
    z.strictObject({
      id: z.string().nullable(),
      country: Country,
      from: SettingDate,
      to: SettingDate,
      names: SettingNames,
    }),
    Receipt,
  ),
  /** Refused: setting-gone. */
  removeHoliday: command(z.strictObject({ id: z.string() }), Receipt),

  /**
   * An event that explains numbers, at a checkpoint or in the whole port; `id` names the one that is said anew, null for
   * a new one. Refused: setting-gone, unknown-checkpoint, ends-before-begins.
   */
  keepEvent: command(
    z.strictObject({
      id: z.string().nullable(),
      kind: EventKind.nullable(),
      checkpoint: Code.nullable(),
      from: SettingDate,
      to: SettingDate,
      names: SettingNames,
    }),
    Receipt,
  ),
  /** Refused: setting-gone. */
  removeEvent: command(z.strictObject({ id: z.string() }), Receipt),

  /** The holiday files that ship with the program: which years they hold, and which of them are certain. */
  listShippedHolidays: query(
    z.strictObject({}),
    z.array(
      z.strictObject({
        country: z.string(),
        years: z.array(z.strictObject({ year: z.int(), certain: z.boolean(), source: z.string() })),
      }),
    ),
  ),
  /** Puts a country's holidays of the years that the shipped file holds in place of the book's. Refused: unknown-country. */
  loadShippedHolidays: command(z.strictObject({ country: Country }), HolidayChanges),
  /**
   * The same from a file (docs/HOLIDAY-FILES.md): the holidays of its country in the years it holds are replaced.
   * Refused: file-missing, file-unreadable, holiday-file-wrong, which says the `field` and the `message`.
   */
  importHolidays: command(z.strictObject({ file: z.string().min(1) }), HolidayChanges),
}
