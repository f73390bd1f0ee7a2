import type { InputOf } from '../../../../shared/contract/index.ts'
import type { TradeDirection } from '../../../../shared/trade/trade-words.ts'

/** The invented trade of a port, which adds up to what was published about it. */
export interface SampleTrade {
  checkpoint: string
  /** What stands before year, direction and serial number in the number of a declaration. */
  office: string
  years: readonly TradeYear[]
  goods: readonly SampleGoods[]
  rates: readonly InputOf<'keepExchangeRate'>[]
  /** Said on the last day. */
  expected: readonly InputOf<'keepExpectedGoods'>[]
}

export interface TradeYear {
  year: string
  /** The last date on which anything is counted. */
  to: string
}

/** What a year brings of some goods: tonnes gross and net, and the number of pieces where they are counted. */
export interface GoodsOfYear {
  gross: number
  net: number
  pieces?: number
}

/** Goods under one code in one direction. */
export interface SampleGoods {
  direction: TradeDirection
  hsCode: string
  /** What declarations call them. */
  names: readonly string[]
  /** In the order of the sample's years. */
  years: readonly GoodsOfYear[]
  /** Tonnes of a usual consignment; of goods that are counted, pieces. */
  consignment: number
  unit: 'kg' | 'vehicle' | 'set'
  /** CNY for a kilogram. */
  price: number
  /** Where they come from or go to, with their shares. */
  partners: Readonly<Record<string, number>>
  /** January … December; even without them. */
  season?: readonly number[]
  /** Driven over the border by themselves, where they are not carried. */
  drives?: boolean
}
