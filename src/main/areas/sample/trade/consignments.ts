import { daysBetween, eachDate, weekdayOf } from '../../../../shared/dates.ts'
import { type Random, randomOf, splitByWeights } from '../random.ts'
import type { SampleGoods, SampleTrade, TradeYear } from './sample-trade.ts'

/** Goods that went over the border together, under one declaration. */
export interface Consignment {
  goods: SampleGoods
  /** The date it is counted on. */
  date: string
  grossGrams: number
  netGrams: number
  /** 0 of goods that are weighed only. */
  pieces: number
}

const gramsInTonne = 1_000_000
/** Weights are told to ten kilograms. */
const gramsInStep = 10_000
const stepsInTonne = gramsInTonne / gramsInStep

/** Monday … Sunday: as busy as the yard. */
const weekdays = [1.05, 1.1, 1.12, 1.12, 1.1, 0.95, 0.56]
/** How much more there is on the last day of a year than on its first. */
const growthInYear = 0.35

/** Every consignment of a sample, of each goods and year exactly as much as that year has. */
export function consignmentsOf({ goods, years }: Pick<SampleTrade, 'goods' | 'years'>): Consignment[] {
  return goods
    .flatMap((each) => years.flatMap((year, index) => consignmentsOfYear(each, year, index)))
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

function consignmentsOfYear(goods: SampleGoods, year: TradeYear, index: number): Consignment[] {
  const whole = goods.years[index]
  if (!whole) return []
  const random = randomOf(`${goods.direction} ${goods.hsCode} ${year.year}`)
  const measured = whole.pieces ?? whole.gross
  const number = Math.max(1, Math.round(measured / goods.consignment))
  const dates = datesIn(goods, year, number, random)
  const sizes = dates.map(() => random.between(0.7, 1.3))
  const pieces = whole.pieces === undefined ? dates.map(() => 0) : splitByWeights(whole.pieces, sizes)
  // What is counted weighs as much as its pieces do; each a little less or more.
  const weights =
    whole.pieces === undefined ? sizes : pieces.map((each) => each * random.between(0.985, 1.015))
  const gross = splitByWeights(whole.gross * stepsInTonne, weights)
  const net = splitByWeights(whole.net * stepsInTonne, weights)
  return dates.map((date, place) => ({
    goods,
    date,
    grossGrams: (gross[place] ?? 0) * gramsInStep,
    netGrams: (net[place] ?? 0) * gramsInStep,
    pieces: pieces[place] ?? 0,
  }))
}

/** So many dates of a year, as close as its busy days and the season of the goods have it. */
function datesIn({ season }: SampleGoods, { year, to }: TradeYear, number: number, random: Random): string[] {
  const first = `${year}-01-01`
  const days = [...eachDate(first, to)]
  let sum = 0
  const upTo = days.map((day) => {
    const inYear = daysBetween(first, day) / 365
    const busy = (weekdays[weekdayOf(day) - 1] ?? 1) * (1 + growthInYear * inYear)
    sum += busy * (season?.[Number(day.slice(5, 7)) - 1] ?? 1)
    return sum
  })
  return Array.from({ length: number }, (_, place) => {
    const wanted = ((place + random.next()) / number) * sum
    const at = upTo.findIndex((reached) => reached >= wanted)
    return days[at] ?? to
  })
}
