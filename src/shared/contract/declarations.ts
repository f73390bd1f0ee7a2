import { z } from 'zod'
import { LocalDate } from '../dates.ts'
import type { ErrorCode } from '../errors.ts'
import { SettingDate } from '../setting-fields.ts'
import {
  Currency,
  DeclarationNumber,
  Grams,
  HsCode,
  Incoterm,
  longestGoods,
  longestParty,
  Millionths,
  Minor,
  Packages,
  Plate,
  QuantityUnit,
  Reason,
  TradeCountry,
  TradeMode,
  TradeText,
} from '../trade/trade-fields.ts'
import {
  DeclarationEventKind,
  DeclarationState,
  PartyRole,
  TradeDirection,
  TransportMode,
} from '../trade/trade-words.ts'
import { Code } from '../words.ts'
import { command, query, Receipt } from './operation.ts'

/**
 * Trade declarations. Weights are grams, quantities millionths of their unit, money minor units of the declaration's
 * currency: all whole numbers (`shared/trade/exact` reads and writes them). A field that cannot be kept is refused by a
 * code of its own with `field`, such as `items.2.netGrams`.
 */

/** A draft may know only one of the two; registering asks for the other. */
const Quantity = z.strictObject({ millionths: Millionths.nullable(), unit: QuantityUnit.nullable() })

const DeclarationItem = z.strictObject({
  hsCode: HsCode.nullable(),
  goods: TradeText(longestGoods).nullable(),
  quantity: Quantity.nullable(),
  /** In the second statutory unit. */
  secondQuantity: Quantity.nullable(),
  netGrams: Grams.nullable(),
  valueMinor: Minor.nullable(),
  origin: TradeCountry.nullable(),
  destination: TradeCountry.nullable(),
})
export type DeclarationItem = z.infer<typeof DeclarationItem>

const DeclarationVehicle = z.strictObject({
  plate: Plate,
  trailer: Plate.nullable(),
  weighbridgeGrams: Grams.nullable(),
  crossingDate: SettingDate.nullable(),
  manifest: DeclarationNumber.nullable(),
})
export type DeclarationVehicle = z.infer<typeof DeclarationVehicle>

/** Most items and vehicles of one declaration. */
export const mostItems = 2_000
export const mostVehicles = 2_000

/** At most so many; else declaration-too-large. */
const ListOf = <Schema extends z.ZodType>(schema: Schema, most: number) =>
  z.array(schema).refine((list) => list.length <= most, {
    params: { error: 'declaration-too-large' satisfies ErrorCode, details: { most } },
  })

/** A declaration as it is written: a draft may lack whatever is null here. */
export const DeclarationRecord = z.strictObject({
  number: DeclarationNumber.nullable(),
  date: SettingDate,
  checkpoint: Code,
  direction: TradeDirection,
  tradeMode: TradeMode.nullable(),
  transportMode: TransportMode.nullable(),
  consignor: TradeText(longestParty).nullable(),
  consignee: TradeText(longestParty).nullable(),
  declarant: TradeText(longestParty).nullable(),
  partner: TradeCountry.nullable(),
  incoterm: Incoterm.nullable(),
  currency: Currency.nullable(),
  packages: Packages.nullable(),
  grossGrams: Grams.nullable(),
  items: ListOf(DeclarationItem, mostItems),
  vehicles: ListOf(DeclarationVehicle, mostVehicles),
})
export type DeclarationRecord = z.infer<typeof DeclarationRecord>

/** What the rules ask about instead of refusing: answered with yes by sending the command again with its name. */
export const questions = ['value-unusual', 'same-load', 'unit-unusual'] as const
export const Question = z.enum(questions)
export type Question = z.infer<typeof Question>

/**
 * What a rule says about a record. One that `stops` refuses the command by its `code`, one that `asks` does so until it
 * is accepted; one that `notes` only marks what it says.
 */
export const Finding = z.strictObject({
  code: z.string(),
  weight: z.enum(['stops', 'asks', 'notes']),
  /** Path of the field in the record, such as `items.0.netGrams`. */
  field: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type Finding = z.infer<typeof Finding>

const DeclarationId = z.uuid()

/** What happened to a declaration elsewhere, as another system tells it. */
export const DeclarationEvent = z.strictObject({
  kind: DeclarationEventKind,
  date: SettingDate,
  reason: Reason.nullable(),
})
export type DeclarationEvent = z.infer<typeof DeclarationEvent>

/** Most declarations of one batch. */
export const mostDeclarations = 5_000

const Declaration = z.strictObject({
  declaration: DeclarationId,
  /** Sent back with the next change: refused where somebody changed it meanwhile. */
  revision: z.int(),
  state: DeclarationState,
  amended: z.boolean(),
  /** The date it is counted on; null while it is not released. */
  countedDate: LocalDate.nullable(),
  accepted: z.array(Question),
  record: DeclarationRecord,
  events: z.array(
    z.strictObject({ kind: DeclarationEventKind, date: LocalDate, reason: z.string().nullable() }),
  ),
  /** By item, whether its code is in the tariff of the declaration's date; `unchecked` without a tariff, null without a code. */
  hsCodes: z.array(z.enum(['known', 'unknown', 'unchecked']).nullable()),
  /** Sums of the items, whatever of them is known. */
  totals: z.strictObject({ netGrams: z.int(), valueMinor: z.int() }),
})
export type Declaration = z.infer<typeof Declaration>

/** A receipt that also says which declaration it is, and its revision now. */
const DeclarationReceipt = z.strictObject({
  ...Receipt.shape,
  declaration: DeclarationId,
  revision: z.int(),
})
export type DeclarationReceipt = z.infer<typeof DeclarationReceipt>

const changed = { declaration: DeclarationId, revision: z.int() }
const accepted = { accepted: z.array(Question).default([]) }

export const declarationsContract = {
  /** Refused: unknown-declaration. */
  readDeclaration: query(z.strictObject({ declaration: DeclarationId }), Declaration),

  /**
   * What the rules would say to a record if it were registered now, hard ones first: for the form, as one types.
   * `declaration` is the one that is being changed, null for a new one.
   */
  checkDeclaration: query(
    z.strictObject({ declaration: DeclarationId.nullable(), record: DeclarationRecord }),
    z.strictObject({ findings: z.array(Finding) }),
  ),

  /** Names of parties that hold the text, the most used first: by role, or of any. */
  findParties: query(
    z.strictObject({
      text: z.string().max(200),
      role: PartyRole.nullable(),
      limit: z.int().min(1).max(50).default(10),
    }),
    z.array(z.strictObject({ name: z.string(), declarations: z.int(), lastDate: LocalDate })),
  ),

  /**
   * Writes a draft, whole: a new one where `declaration` is null. Nothing but the shape is demanded.
   * Refused: unknown-declaration, declaration-changed-since, declaration-not-draft, unknown-checkpoint, number-taken.
   */
  saveDeclaration: command(
    z.strictObject({
      declaration: DeclarationId.nullable(),
      revision: z.int().nullable(),
      record: DeclarationRecord,
    }),
    DeclarationReceipt,
  ),
  /** Refused: unknown-declaration, declaration-changed-since, declaration-not-draft. */
  removeDraft: command(z.strictObject(changed), Receipt),

  /**
   * Registers a draft, on its own date where none is given. Refused by the first rule that stops it, by a question
   * that was not accepted, by not-qualified; declaration-state-impossible, date-ahead.
   */
  registerDeclaration: command(
    z.strictObject({ ...changed, date: SettingDate.nullable(), ...accepted }),
    DeclarationReceipt,
  ),
  /** Registers it although the port is not qualified for its goods: a supervisor's, with the reason in the journal. */
  letDeclarationPass: command(
    z.strictObject({ ...changed, date: SettingDate.nullable(), ...accepted, reason: Reason }),
    DeclarationReceipt,
  ),
  /** Refused: declaration-state-impossible, date-ahead, state-date-early. So are the ones that follow. */
  inspectDeclaration: command(
    z.strictObject({ ...changed, date: SettingDate, reason: Reason.nullable() }),
    DeclarationReceipt,
  ),
  /** Releases what was inspected; an export is cleared on `clearedDate`, the same date where none is given. */
  releaseDeclaration: command(
    z.strictObject({ ...changed, date: SettingDate, clearedDate: SettingDate.nullable() }),
    DeclarationReceipt,
  ),
  /** The date on which a released export was cleared, and is counted. Refused too: not-an-export. */
  clearExport: command(z.strictObject({ ...changed, date: SettingDate }), DeclarationReceipt),
  refuseDeclaration: command(
    z.strictObject({ ...changed, date: SettingDate, reason: Reason }),
    DeclarationReceipt,
  ),
  withdrawDeclaration: command(
    z.strictObject({ ...changed, date: SettingDate, reason: Reason }),
    DeclarationReceipt,
  ),
  /** Writes a registered declaration anew, whole, by the same rules; marks it as amended, with the reason in the journal. */
  amendDeclaration: command(
    z.strictObject({
      ...changed,
      date: SettingDate,
      reason: Reason,
      record: DeclarationRecord,
      ...accepted,
    }),
    DeclarationReceipt,
  ),

  /**
   * Writes new declarations with all that happened to them already, as one batch: all of them or, with the first refusal,
   * none; `index` says whose it is. Its rules are those of registering, except that what another system let happen is
   * not asked for a qualification, and may lack the date of an inspection. Refused too: events-impossible.
   */
  recordDeclarations: command(
    z.strictObject({
      declarations: z
        .array(
          z.strictObject({ record: DeclarationRecord, events: z.array(DeclarationEvent).min(1).max(50) }),
        )
        .min(1)
        .max(mostDeclarations),
      ...accepted,
    }),
    Receipt,
  ),
}
