import type { DeclarationRecord } from '../../../../shared/contract/declarations.ts'

const headerFields = [
  'number',
  'date',
  'checkpoint',
  'direction',
  'tradeMode',
  'transportMode',
  'consignor',
  'consignee',
  'declarant',
  'partner',
  'incoterm',
  'currency',
  'packages',
  'grossGrams',
] as const satisfies readonly (keyof DeclarationRecord)[]
const itemFields = ['hsCode', 'goods', 'netGrams', 'valueMinor', 'origin', 'destination'] as const
const quantities = ['quantity', 'secondQuantity'] as const
const vehicleFields = ['plate', 'trailer', 'weighbridgeGrams', 'crossingDate', 'manifest'] as const

/** Fields in which two records differ; items and vehicles as a whole. */
export function changesOf(a: DeclarationRecord, b: DeclarationRecord): string[] {
  const changed: string[] = headerFields.filter((field) => a[field] !== b[field])
  const isSameItems =
    a.items.length === b.items.length &&
    a.items.every((item, at) => {
      const other = b.items[at]
      return (
        other !== undefined &&
        itemFields.every((field) => item[field] === other[field]) &&
        quantities.every(
          (field) =>
            item[field]?.millionths === other[field]?.millionths && item[field]?.unit === other[field]?.unit,
        )
      )
    })
  if (!isSameItems) changed.push('items')
  const isSameVehicles =
    a.vehicles.length === b.vehicles.length &&
    a.vehicles.every((vehicle, at) => {
      const other = b.vehicles[at]
      return other !== undefined && vehicleFields.every((field) => vehicle[field] === other[field])
    })
  if (!isSameVehicles) changed.push('vehicles')
  return changed
}
