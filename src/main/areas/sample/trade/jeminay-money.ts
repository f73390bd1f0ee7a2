import type { InputOf } from '../../../../shared/contract/index.ts'

/** CNY for one unit at the beginning of each half-year, rounded: invented, but near what they were. */
const rates: Readonly<Record<string, readonly [from: string, rate: string][]>> = {
  USD: [
    ['2022-01-01', '6.37'],
    ['2022-07-01', '6.69'],
    ['2023-01-01', '6.95'],
    ['2023-07-01', '7.25'],
    ['2024-01-01', '7.10'],
    ['2024-07-01', '7.27'],
  ],
  KZT: [
    ['2022-01-01', '0.0147'],
    ['2022-07-01', '0.0142'],
    ['2023-01-01', '0.0150'],
    ['2023-07-01', '0.0160'],
    ['2024-01-01', '0.0156'],
    ['2024-07-01', '0.0154'],
  ],
  RUB: [
    ['2022-01-01', '0.0850'],
    ['2022-07-01', '0.1150'],
    ['2023-01-01', '0.0980'],
    ['2023-07-01', '0.0810'],
    ['2024-01-01', '0.0790'],
    ['2024-07-01', '0.0830'],
  ],
}

export const jeminayRates: readonly InputOf<'keepExchangeRate'>[] = Object.entries(rates).flatMap(
  ([currency, dated]) => dated.map(([from, rate]) => ({ currency, from, rate })),
)

/** What one unit of a currency is worth on a date. */
export function cnyPerUnit(currency: string, date: string): number {
  const dated = rates[currency]?.findLast(([from]) => from <= date)
  return dated ? Number(dated[1]) : 1
}

/** Invented firms. */
export const partiesAtHome: readonly string[] = [
  '吉木乃边贸有限公司',
  '萨吾尔进出口有限公司',
  '阿勒泰丝路贸易有限公司',
  '北屯华源国际贸易有限公司',
  '额尔齐斯商贸有限公司',
  '乌鲁木齐天山外贸有限公司',
]
export const partiesAbroad: Readonly<Record<string, readonly string[]>> = {
  KZ: ['ТОО «Зайсан Трейд»', 'ТОО «Алтай Импэкс»', 'ТОО «Өскемен Сауда»', 'ТОО «Шығыс Логистик»'],
  RU: ['ООО «Барнаул Импорт»', 'ООО «Сибирь-Авто»'],
  UZ: ['OOO «Toshkent Savdo»'],
  KG: ['ОсОО «Бишкек Трейд»'],
}
