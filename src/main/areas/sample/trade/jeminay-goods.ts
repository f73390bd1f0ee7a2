import type { GoodsOfYear, SampleGoods } from './sample-trade.ts'

/** Tonnes gross of three years, of which a share is net. */
const tonnes = (share: number, ...years: number[]): GoodsOfYear[] =>
  years.map((gross) => ({ gross, net: Math.round(gross * share) }))
const pieces = (...years: [pieces: number, gross: number][]): GoodsOfYear[] =>
  years.map(([number, gross]) => ({ gross, net: Math.round(gross * 0.985), pieces: number }))

const toWest = { KZ: 0.8, RU: 0.12, UZ: 0.05, KG: 0.03 }
const vehicles = { KZ: 0.62, RU: 0.28, UZ: 0.1 }
const fromKazakhstan = { KZ: 1 }
/** Fields are harvested in summer and autumn, and what keeps is sold in winter. */
const harvest = [0.8, 0.7, 0.6, 0.6, 0.8, 1, 1.2, 1.4, 1.5, 1.4, 1.1, 0.9]
const sowing = [0.7, 0.9, 1.4, 1.5, 1.2, 1, 1.1, 1.2, 1, 0.8, 0.6, 0.6]

const exported = { direction: 'export', partners: toWest, unit: 'kg' } as const
const imported = { direction: 'import', partners: fromKazakhstan, unit: 'kg' } as const
const driven = { ...exported, partners: vehicles, unit: 'vehicle', drives: true } as const

/**
 * Goods of 2022, 2023 and the first eight months of 2024. Those of 2023 add up to what was published: exports of
 * 207,000 t with 19,827 vehicles, imports of 3,700 t with 970 t (net) of aquatic products. Those of 2022 to 112,013 t
 * and 1,267 t, so that exports rise by 84.8 % and both together by 86.0 %.
 */
export const jeminayGoods: readonly SampleGoods[] = [
  {
    ...driven,
    hsCode: '87038000',
    names: ['纯电动轿车', '纯电动运动型多用途车'],
    years: pieces([2_960, 5_500], [7_930, 14_700], [9_480, 17_500]),
    consignment: 44,
    price: 78,
  },
  {
    ...driven,
    hsCode: '87032342',
    names: ['汽油小轿车', '汽油越野车'],
    years: pieces([6_310, 9_800], [10_640, 16_500], [8_150, 12_600]),
    consignment: 46,
    price: 52,
  },
  {
    ...driven,
    hsCode: '87042300',
    names: ['柴油自卸车', '柴油载货车'],
    years: pieces([870, 6_500], [1_257, 9_400], [1_020, 7_600]),
    consignment: 14,
    price: 41,
  },
  {
    ...exported,
    hsCode: '08081000',
    names: ['鲜苹果'],
    years: tonnes(0.94, 8_100, 12_600, 7_400),
    consignment: 80,
    price: 6.4,
    season: harvest,
  },
  {
    ...exported,
    hsCode: '08052190',
    names: ['鲜柑橘'],
    years: tonnes(0.94, 5_300, 8_400, 6_900),
    consignment: 80,
    price: 7.1,
    season: [1.6, 1.4, 1.2, 0.9, 0.7, 0.5, 0.4, 0.5, 0.8, 1.1, 1.4, 1.6],
  },
  {
    ...exported,
    hsCode: '08061000',
    names: ['鲜葡萄'],
    years: tonnes(0.93, 3_000, 5_200, 3_900),
    consignment: 60,
    price: 9.2,
    season: harvest,
  },
  {
    ...exported,
    hsCode: '07020000',
    names: ['鲜番茄'],
    years: tonnes(0.94, 6_000, 9_800, 8_200),
    consignment: 80,
    price: 4.6,
  },
  {
    ...exported,
    hsCode: '07096000',
    names: ['鲜辣椒', '甜椒'],
    years: tonnes(0.93, 4_000, 6_600, 5_300),
    consignment: 60,
    price: 5.8,
  },
  {
    ...exported,
    hsCode: '07031010',
    names: ['洋葱'],
    years: tonnes(0.96, 3_500, 5_400, 4_600),
    consignment: 80,
    price: 2.3,
    season: harvest,
  },
  {
    ...exported,
    hsCode: '84335100',
    names: ['联合收割机'],
    years: [
      { gross: 2_300, net: 2_260, pieces: 290 },
      { gross: 4_300, net: 4_230, pieces: 540 },
      { gross: 3_600, net: 3_540, pieces: 450 },
    ],
    consignment: 10,
    unit: 'set',
    price: 36,
    season: sowing,
  },
  {
    ...exported,
    hsCode: '87019410',
    names: ['农用轮式拖拉机'],
    years: [
      { gross: 3_100, net: 3_050, pieces: 640 },
      { gross: 5_900, net: 5_810, pieces: 1_210 },
      { gross: 5_000, net: 4_920, pieces: 1_030 },
    ],
    consignment: 18,
    unit: 'set',
    price: 33,
    season: sowing,
  },
  {
    ...exported,
    hsCode: '73089000',
    names: ['钢结构件', '钢制支架'],
    years: tonnes(0.98, 15_000, 31_400, 25_100),
    consignment: 220,
    price: 7.6,
  },
  {
    ...exported,
    hsCode: '69072110',
    names: ['瓷质砖'],
    years: tonnes(0.96, 12_000, 24_800, 19_400),
    consignment: 220,
    price: 3.4,
  },
  {
    ...exported,
    hsCode: '94036099',
    names: ['木家具'],
    years: tonnes(0.9, 8_000, 14_600, 11_200),
    consignment: 130,
    price: 18,
  },
  {
    ...exported,
    hsCode: '39269090',
    names: ['塑料制品'],
    years: tonnes(0.92, 6_700, 12_100, 9_600),
    consignment: 130,
    price: 14,
  },
  {
    ...exported,
    hsCode: '40112000',
    names: ['卡车轮胎'],
    years: tonnes(0.98, 6_300, 11_300, 9_100),
    consignment: 150,
    price: 16,
  },
  {
    ...exported,
    hsCode: '84501110',
    names: ['全自动洗衣机'],
    years: tonnes(0.9, 4_800, 8_300, 6_700),
    consignment: 110,
    price: 27,
  },
  {
    ...exported,
    hsCode: '84295212',
    names: ['履带式挖掘机'],
    years: [
      { gross: 2_113, net: 2_090, pieces: 100 },
      { gross: 5_700, net: 5_640, pieces: 270 },
      { gross: 4_700, net: 4_650, pieces: 222 },
    ],
    consignment: 5,
    unit: 'set',
    price: 31,
  },
  {
    ...imported,
    hsCode: '03038990',
    names: ['冻梭鲈鱼'],
    years: [
      { gross: 170, net: 163 },
      { gross: 520, net: 498 },
      { gross: 410, net: 393 },
    ],
    consignment: 20,
    price: 21,
  },
  {
    ...imported,
    hsCode: '03032500',
    names: ['冻鲤鱼'],
    years: [
      { gross: 110, net: 106 },
      { gross: 312, net: 300 },
      { gross: 250, net: 240 },
    ],
    consignment: 20,
    price: 11,
  },
  {
    ...imported,
    hsCode: '03061490',
    names: ['冻帝王蟹'],
    years: [
      { gross: 60, net: 57 },
      { gross: 180, net: 172 },
      { gross: 170, net: 163 },
    ],
    consignment: 18,
    price: 165,
    partners: { RU: 1 },
  },
  {
    ...imported,
    hsCode: '12060090',
    names: ['葵花籽'],
    years: tonnes(0.99, 560, 1_640, 1_180),
    consignment: 44,
    price: 5.2,
    season: harvest,
  },
  {
    ...imported,
    hsCode: '23023000',
    names: ['小麦麸'],
    years: tonnes(0.99, 150, 420, 310),
    consignment: 42,
    price: 1.9,
  },
  {
    ...imported,
    hsCode: '23063000',
    names: ['葵花籽粕'],
    years: tonnes(0.99, 90, 260, 200),
    consignment: 42,
    price: 2.4,
  },
  {
    ...imported,
    hsCode: '27111200',
    names: ['液化丙烷'],
    years: tonnes(0.98, 60, 180, 140),
    consignment: 20,
    price: 4.1,
  },
  {
    ...imported,
    hsCode: '12040000',
    names: ['亚麻子'],
    years: tonnes(0.99, 67, 188, 140),
    consignment: 42,
    price: 4.4,
    season: harvest,
  },
]
