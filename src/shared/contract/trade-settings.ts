import { z } from 'zod'
import { LocalDate } from '../dates.ts'
import { NewCode, OpenDate, SettingDate, SettingNames } from '../setting-fields.ts'
import { maskPattern, ratePattern } from '../trade/port-trade.ts'
import { Currency, HsPrefix, Reason } from '../trade/trade-fields.ts'
import { GroupMeasure, TradeDirection } from '../trade/trade-words.ts'
import { Code, Language } from '../words.ts'
import { command, query, Receipt } from './operation.ts'
import { DatedNames } from './settings.ts'

/**
 * The settings of trade. As everywhere in settings, `from` and `to` are the first and last date on which something
 * holds, null where there is none; every command is one batch that can be undone.
 */

const validity = { from: LocalDate.nullable(), to: LocalDate.nullable() }
const openDates = { from: OpenDate, to: OpenDate }

const GroupSetting = z.strictObject({
  commodityGroup: Code,
  names: DatedNames,
  parent: Code.nullable(),
  /** `units` is reported by number first, as vehicles are; all others by net weight. */
  measure: GroupMeasure,
  /** The directions in which it comes or goes only with a qualification of the port. */
  restricted: z.array(TradeDirection),
  ...validity,
  /** Its HS codes by their first digits; those of the groups nested in it are its too. */
  prefixes: z.array(z.strictObject({ prefix: z.string(), ...validity })),
})
export type GroupSetting = z.infer<typeof GroupSetting>

const QualificationSetting = z.strictObject({
  commodityGroup: Code,
  direction: TradeDirection,
  ...validity,
  note: z.string().nullable(),
})
export type QualificationSetting = z.infer<typeof QualificationSetting>

const RateSetting = z.strictObject({
  currency: z.string(),
  /** The reporting currency that it is of. */
  reporting: z.string(),
  from: LocalDate,
  /** One unit of the currency in the reporting currency, as exact decimal text. */
  rate: z.string(),
})
export type RateSetting = z.infer<typeof RateSetting>

const NumberFormatSetting = z.strictObject({
  from: LocalDate.nullable(),
  /** `#` a digit, `@` a letter, `*` either, anything else itself; a number fits one of them. */
  masks: z.array(z.string()),
  description: z.partialRecord(Language, z.string()),
})
export type NumberFormatSetting = z.infer<typeof NumberFormatSetting>

const TradeSettings = z.strictObject({
  /** Each behind its parent, in the port's order. */
  groups: z.array(GroupSetting),
  qualifications: z.array(QualificationSetting),
  /** By currency and date. */
  rates: z.array(RateSetting),
  /** By date. */
  numberFormats: z.array(NumberFormatSetting),
  reportingCurrencies: z.array(z.strictObject({ from: LocalDate.nullable(), currency: z.string() })),
})
export type TradeSettings = z.infer<typeof TradeSettings>

const groupFields = {
  parent: Code.nullable(),
  measure: GroupMeasure,
  restricted: z.array(TradeDirection).max(2),
  ...openDates,
  prefixes: z.array(z.strictObject({ prefix: HsPrefix, ...openDates })).max(500),
}

/** How numbers look; else mask-impossible. */
const Mask = z.string().refine((mask) => maskPattern.test(mask), {
  params: { error: 'mask-impossible' },
  abort: true,
})

/** Decimal text above zero, of up to 15 digits; else rate-impossible. */
const Rate = z
  .string()
  .refine((text) => ratePattern.test(text), { params: { error: 'rate-impossible' }, abort: true })

export const tradeSettingsContract = {
  /** Every setting of trade. */
  readTradeSettings: query(z.strictObject({}), TradeSettings),

  /** A new commodity group. Refused: code-taken, unknown-commodity-group (its parent), ends-before-begins, prefix-twice. */
  addCommodityGroup: command(
    z.strictObject({ commodityGroup: NewCode, names: SettingNames, ...groupFields }),
    Receipt,
  ),
  /** Says a group anew, with all its prefixes. Refused: unknown-commodity-group, group-in-itself, ends-before-begins, prefix-twice. */
  changeCommodityGroup: command(z.strictObject({ commodityGroup: Code, ...groupFields }), Receipt),
  /** Names of a group from a date on; null for the first ones. Refused: unknown-commodity-group. */
  keepGroupNames: command(
    z.strictObject({ commodityGroup: Code, from: OpenDate, names: SettingNames }),
    Receipt,
  ),
  /** Removes a group. Refused: unknown-commodity-group; group-in-use where another is nested in it, or a qualification or expected goods name it. */
  removeCommodityGroup: command(z.strictObject({ commodityGroup: Code }), Receipt),
  /** Adds the groups that ship with the program and that the book does not have. */
  loadShippedGroups: command(z.strictObject({}), z.strictObject({ ...Receipt.shape, added: z.array(Code) })),

  /**
   * What the port may import or export; `replaces` is the first date of the one that is said anew, undefined for a new
   * one. Refused: unknown-commodity-group, setting-gone, ends-before-begins, qualifications-overlap.
   */
  keepQualification: command(
    z.strictObject({
      commodityGroup: Code,
      direction: TradeDirection,
      replaces: OpenDate.optional(),
      ...openDates,
      note: Reason.nullable(),
    }),
    Receipt,
  ),
  /** Refused: setting-gone. */
  removeQualification: command(
    z.strictObject({ commodityGroup: Code, direction: TradeDirection, from: OpenDate }),
    Receipt,
  ),

  /** What one unit of a currency is worth in the reporting currency of that date, until the next rate. Refused: rate-impossible. */
  keepExchangeRate: command(z.strictObject({ currency: Currency, from: SettingDate, rate: Rate }), Receipt),
  /** Refused: setting-gone. */
  removeExchangeRate: command(
    z.strictObject({ currency: Currency, reporting: Currency, from: SettingDate }),
    Receipt,
  ),
  /** The currency that values are added up in, from a date on; null for the first. */
  keepReportingCurrency: command(z.strictObject({ from: OpenDate, currency: Currency }), Receipt),
  /** Refused: setting-gone. */
  removeReportingCurrency: command(z.strictObject({ from: OpenDate }), Receipt),

  /** The form of declaration numbers from a date on, and words that describe it. Refused: mask-impossible. */
  keepNumberFormat: command(
    z.strictObject({
      from: OpenDate,
      masks: z.array(Mask).min(1).max(20),
      description: SettingNames,
    }),
    Receipt,
  ),
  /** Refused: setting-gone. */
  removeNumberFormat: command(z.strictObject({ from: OpenDate }), Receipt),
}
