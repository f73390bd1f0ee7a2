import { jeminayGoods } from './jeminay-goods.ts'
import { jeminayRates } from './jeminay-money.ts'
import type { SampleTrade } from './sample-trade.ts'

/** The trade of Jeminay in 2022, 2023 and up to the sample's last day. */
export function jeminayTrade(lastDay: string): SampleTrade {
  return {
    checkpoint: 'cargo-yard',
    office: '9411',
    years: [
      { year: '2022', to: '2022-12-31' },
      { year: '2023', to: '2023-12-31' },
      { year: '2024', to: lastDay },
    ],
    goods: jeminayGoods,
    rates: jeminayRates,
    expected: [
      {
        id: null,
        direction: 'import',
        goods: '帝王蟹',
        commodityGroup: 'aquatic',
        weightGrams: 20_000_000,
        from: '2024-09-20',
        to: '2024-09-30',
        note: '预计 9 月底前到港，请预留冷藏查验位。',
      },
      {
        id: null,
        direction: 'import',
        goods: '葵花籽',
        commodityGroup: 'sunflower',
        weightGrams: 60_000_000,
        from: '2024-08-20',
        to: '2024-08-28',
        note: '收货人已两次改期。',
      },
    ],
  }
}
