import { type TradeUnit, tradeUnits } from '../../../shared/trade/trade-words.ts'
import type { Words } from '../../lib/use-words.ts'

const isUnit = (unit: string): unit is TradeUnit => tradeUnits.some((each) => each === unit)

/** A unit in the reader's words; one that the program does not know as it stands. */
export const unitName = (unit: string, { t }: Words): string =>
  isUnit(unit) ? t(`trade.units.${unit}`) : unit
