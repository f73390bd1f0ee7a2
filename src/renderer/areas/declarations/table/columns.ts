import { tableColumns } from '../../../lib/table-columns.ts'

const headerWidths = {
  number: 154,
  date: 90,
  countedDate: 90,
  state: 80,
  direction: 72,
  checkpoint: 130,
}
const moreHeader = { transportMode: 96, consignor: 170, consignee: 170 }

const declarationWidths = {
  ...headerWidths,
  partner: 92,
  goods: 116,
  gross: 92,
  net: 92,
  value: 140,
  items: 60,
  vehicles: 74,
  ...moreHeader,
}
const itemWidths = {
  ...headerWidths,
  partner: 110,
  hsCode: 104,
  goods: 210,
  quantity: 120,
  net: 110,
  value: 150,
  origin: 110,
  destination: 110,
  ...moreHeader,
}

export type ColumnId = keyof typeof declarationWidths | keyof typeof itemWidths

export const declarationColumns = tableColumns<ColumnId>(
  'declarations',
  declarationWidths as Record<ColumnId, number>,
  ['transportMode', 'checkpoint', 'items', 'vehicles'],
)
export const itemColumns = tableColumns<ColumnId>('items', itemWidths as Record<ColumnId, number>, [
  'countedDate',
  'checkpoint',
  'transportMode',
  'consignor',
  'consignee',
])
