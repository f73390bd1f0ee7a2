/** A declaration as it stands in the fields: texts, as somebody typed them. */

export const headerFields = [
  'number',
  'date',
  'checkpoint',
  'direction',
  'tradeMode',
  'transportMode',
  'partner',
  'consignor',
  'consignee',
  'declarant',
  'incoterm',
  'currency',
  'packages',
  'grossGrams',
] as const
export type HeaderField = (typeof headerFields)[number]

/** In the order in which a block is pasted. */
export const itemColumns = [
  'hsCode',
  'goods',
  'quantity',
  'unit',
  'netGrams',
  'valueMinor',
  'origin',
  'destination',
  'secondQuantity',
  'secondUnit',
] as const
export type ItemColumn = (typeof itemColumns)[number]

export const vehicleColumns = ['plate', 'trailer', 'weighbridgeGrams', 'crossingDate', 'manifest'] as const
export type VehicleColumn = (typeof vehicleColumns)[number]

export type TypedRow<Column extends string> = Record<Column, string>

export interface TypedDeclaration {
  header: Record<HeaderField, string>
  items: TypedRow<ItemColumn>[]
  vehicles: TypedRow<VehicleColumn>[]
}
