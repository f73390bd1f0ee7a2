import { z } from 'zod'

/** The words of trade (DESIGN, Words) as schemas. */

export const tradeDirections = ['import', 'export'] as const
export const TradeDirection = z.enum(tradeDirections)
export type TradeDirection = z.infer<typeof TradeDirection>

export const declarationStates = [
  'draft',
  'registered',
  'inspected',
  'released',
  'refused',
  'withdrawn',
] as const
export const DeclarationState = z.enum(declarationStates)
export type DeclarationState = z.infer<typeof DeclarationState>

/** What can happen to a declaration; each has a date, and some a reason. */
export const declarationEvents = [
  'registered',
  'let-pass',
  'inspected',
  'released',
  'cleared',
  'refused',
  'withdrawn',
  'amended',
] as const
export const DeclarationEventKind = z.enum(declarationEvents)
export type DeclarationEventKind = z.infer<typeof DeclarationEventKind>

/** How goods travel over the border; `fixed` are pipelines and cables, `self-propelled` goods that drive themselves. */
export const transportModes = [
  'road',
  'rail',
  'air',
  'water',
  'mail',
  'fixed',
  'self-propelled',
  'other',
] as const
export const TransportMode = z.enum(transportModes)
export type TransportMode = z.infer<typeof TransportMode>

/** Terms of delivery of Incoterms 2000 to 2020. */
export const incoterms = [
  ...['EXW', 'FCA', 'FAS', 'FOB', 'CFR', 'CIF', 'CPT', 'CIP', 'DAP', 'DPU', 'DDP'],
  ...['DAT', 'DAF', 'DES', 'DEQ', 'DDU'],
] as const

export const partyRoles = ['consignor', 'consignee', 'declarant'] as const
export const PartyRole = z.enum(partyRoles)
export type PartyRole = z.infer<typeof PartyRole>

/** Units of quantities, by what they measure. A quantity in a counted one is a whole number. */
const unitsByKind = {
  mass: ['kg', 'g', 't', 'carat'],
  volume: ['l', 'm3'],
  length: ['m'],
  area: ['m2'],
  energy: ['kwh'],
  counted: ['piece', 'vehicle', 'head', 'pair', 'set', 'dozen', 'thousand'],
} as const
type UnitKind = keyof typeof unitsByKind

export const tradeUnits = Object.values(unitsByKind).flat()
export type TradeUnit = (typeof tradeUnits)[number]
export const TradeUnit = z.enum(tradeUnits)

const kinds = new Map(
  Object.entries(unitsByKind).flatMap(([kind, units]) =>
    units.map((unit) => [unit as string, kind as UnitKind]),
  ),
)

/** What a unit measures; undefined for a word that is no unit. */
export function unitKind(unit: string): UnitKind | undefined {
  return kinds.get(unit)
}

/** What a commodity group is reported by first: the net weight of its items, or their number. */
export const GroupMeasure = z.enum(['mass', 'units'])
export type GroupMeasure = z.infer<typeof GroupMeasure>
