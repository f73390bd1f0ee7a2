import { z } from 'zod'
import { LocalDate } from '../dates.ts'
import { TradeDirection } from '../trade/trade-words.ts'
import { Code, Names } from '../words.ts'
import { TariffCode } from './hs-code.ts'

/** Commodity groups, as `resources/tariff/commodity-groups.json` has them. `docs/TARIFF-FILES.md` describes it for people. */

const Prefix = z.strictObject({
  prefix: TariffCode,
  /** First and last date on which codes that begin so belong to the group; always, where left out. */
  from: LocalDate.optional(),
  to: LocalDate.optional(),
})

const Group = z.strictObject({
  code: Code,
  /** The group that counts this one in as well. */
  parent: Code.optional(),
  /** What the group is reported by first: tonnes, or pieces. */
  measure: z.enum(['mass', 'units']),
  names: Names,
  /** The directions in which a port needs a qualification for it. */
  restricted: z.array(TradeDirection).default([]),
  prefixes: z.array(Prefix),
  /** Why these prefixes and no others. */
  reason: z.string().min(1),
})
export type ShippedGroup = z.infer<typeof Group>

export const GroupFile = z
  .strictObject({ format: z.literal(1), groups: z.array(Group) })
  .superRefine(({ groups }, context) => {
    const refuse = (message: string, index: number): void => {
      context.addIssue({ code: 'custom', message, path: ['groups', index] })
    }
    const seen = new Set<string>()
    for (const [index, { code, parent, prefixes }] of groups.entries()) {
      if (seen.has(code)) refuse(`group ${code} twice`, index)
      // A parent that comes first cannot be below its own child.
      if (parent !== undefined && !seen.has(parent))
        refuse(`group ${parent} does not stand before ${code}`, index)
      seen.add(code)
      const own = prefixes.map(({ prefix, from }) => `${prefix} ${from ?? ''}`)
      if (new Set(own).size < own.length) refuse(`a prefix twice in ${code}`, index)
      if (prefixes.some(({ from, to }) => from !== undefined && to !== undefined && to < from)) {
        refuse(`a prefix of ${code} ends before it begins`, index)
      }
      const isParent = groups.some((group) => group.parent === code)
      if (prefixes.length === 0 && !isParent) refuse(`group ${code} holds nothing`, index)
    }
  })
