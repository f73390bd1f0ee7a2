import groups from '../../../../../resources/tariff/commodity-groups.json' with { type: 'json' }
import { GroupFile, type ShippedGroup } from '../../../../shared/tariff/group-file.ts'

let kept: readonly ShippedGroup[] | null = null

/** The commodity groups that ship with the program, parents before their children. Read when they are first asked for. */
export function shippedCommodityGroups(): readonly ShippedGroup[] {
  kept ??= GroupFile.parse(groups).groups
  return kept
}
