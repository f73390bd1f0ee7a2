import { z } from 'zod'
import { LocalDate } from '../dates.ts'
import { Code, Names } from '../words.ts'
import { currencies } from './currencies.ts'
import { GroupMeasure, TradeDirection } from './trade-words.ts'

/** The part of a port file that says how the port keeps trade; `docs/PORT-FILES.md` describes it for people. */

const validity = { from: LocalDate.optional(), to: LocalDate.optional() }
const Currency = z.enum(currencies as [string, ...string[]])

/** Characters of a mask: what a number can hold, and its places. */
export const maskPattern = /^[A-Z0-9#@*/-]{1,40}$/

/** Above zero, in up to 15 digits of which up to 12 are decimals. */
export const ratePattern = /^(?=.{1,16}$)(?=.*[1-9])\d{1,12}(\.\d{1,12})?$/

const PortGroup = z.strictObject({
  code: Code,
  names: Names,
  /** Names that hold from a date on, replacing the ones before. */
  renamed: z.array(z.strictObject({ from: LocalDate, names: Names })).default([]),
  /** The group that counts this one in as well; it stands before it. */
  parent: Code.optional(),
  measure: GroupMeasure.default('mass'),
  /** The directions in which the port needs a qualification for it. */
  restricted: z.array(TradeDirection).default([]),
  prefixes: z.array(z.strictObject({ prefix: z.string().regex(/^\d{2,10}$/), ...validity })).default([]),
  ...validity,
})
export type PortGroup = z.infer<typeof PortGroup>

export const PortTrade = z
  .strictObject({
    /** The groups that ship with the program, or the port's own. */
    commodityGroups: z.union([z.literal('shipped'), z.array(PortGroup)]).default([]),
    qualifications: z
      .array(
        z.strictObject({
          commodityGroup: Code,
          direction: TradeDirection,
          ...validity,
          note: z.string().min(1).max(500).optional(),
        }),
      )
      .default([]),
    declarationNumbers: z
      .array(
        z.strictObject({
          from: LocalDate.optional(),
          masks: z.array(z.string().regex(maskPattern)).min(1).max(20),
          description: Names,
        }),
      )
      .default([]),
    reportingCurrency: z
      .array(z.strictObject({ from: LocalDate.optional(), currency: Currency }))
      .default([]),
    rates: z
      .array(
        z.strictObject({
          currency: Currency,
          reporting: Currency,
          from: LocalDate,
          rate: z.string().regex(ratePattern),
        }),
      )
      .default([]),
  })
  .superRefine(({ commodityGroups, qualifications }, context) => {
    if (commodityGroups === 'shipped') return
    const seen = new Set<string>()
    const refuse = (message: string, ...path: (string | number)[]): void => {
      context.addIssue({ code: 'custom', message, path })
    }
    for (const [index, { code, parent, prefixes }] of commodityGroups.entries()) {
      if (seen.has(code)) refuse(`group ${code} twice`, 'commodityGroups', index, 'code')
      if (parent !== undefined && !seen.has(parent)) {
        refuse(`group ${parent} does not stand before ${code}`, 'commodityGroups', index, 'parent')
      }
      seen.add(code)
      const own = prefixes.map(({ prefix, from }) => `${prefix} ${from ?? ''}`)
      if (new Set(own).size < own.length) {
        refuse(`a prefix twice in ${code}`, 'commodityGroups', index, 'prefixes')
      }
    }
    for (const [index, { commodityGroup }] of qualifications.entries()) {
      if (!seen.has(commodityGroup)) {
        refuse(`no group ${commodityGroup}`, 'qualifications', index, 'commodityGroup')
      }
    }
  })
export type PortTrade = z.infer<typeof PortTrade>
