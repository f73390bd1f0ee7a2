import groups from '../../../../../resources/tariff/commodity-groups.json' with { type: 'json' }
import { GroupFile, type ShippedGroup } from '../../../../shared/tariff/group-file.ts'

/** The commodity groups that ship with the program, parents before their children. */
export const shippedCommodityGroups: readonly ShippedGroup[] = GroupFile.parse(groups).groups
