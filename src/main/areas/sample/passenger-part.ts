import type { Direction } from '../../../shared/words.ts'
import { type Random, splitByWeights } from './random.ts'
import type { PartFigures } from './sample-figures.ts'

/** Who travels: the lines that make up the passengers, with their shares. */
export type Mix = Readonly<Record<string, number>>

/** The first day of the mutual visa exemption of China and Kazakhstan. */
export const visaFreeFrom = '2023-11-10'

const seatsTaken = 31
const peopleInCar = 2.4
/** Of ten passengers seven come by bus. */
const shareByBus = 0.7

/** How many buses bring so many passengers, and how many of them sit in these. */
export const byBus = (passengers: number): { buses: number; passengers: number } => ({
  buses: Math.ceil((passengers * shareByBus) / seatsTaken),
  passengers: Math.round(passengers * shareByBus),
})

/** The passenger sheet of a part of a day: residents, *of which* lines, and with `vehicles` crew, buses and cars. */
export function passengerPart(
  random: Random,
  date: string,
  passengers: number,
  mix: Mix,
  vehicles: boolean,
): PartFigures {
  const codes = Object.keys(mix)
  const weights = codes.map((code) => (mix[code] ?? 0) * random.between(0.85, 1.15))
  const lines: Record<string, number> = {}
  for (const [index, number] of splitByWeights(passengers, weights).entries())
    lines[codes[index] ?? ''] = number
  const mainland = lines.mainland ?? 0
  const exempt = mainland + (lines.kazakhstan ?? 0)
  const part = (of: number, low: number, high: number) =>
    Math.min(of, random.whole(of * random.between(low, high)))
  lines['visa-free'] = date < visaFreeFrom ? 0 : part(exempt, 0.6, 0.8)
  lines['e-gates'] = part(mainland, 0.45, 0.65)
  lines['border-residents'] = part(passengers, 0.08, 0.14)
  lines.minors = part(passengers, 0.04, 0.09)
  if (!vehicles) return { lines, typed: { persons: passengers }, hours: [] }
  const { buses } = byBus(passengers)
  const cars = random.whole((passengers * (1 - shareByBus)) / peopleInCar)
  Object.assign(lines, { crew: buses * 2 + part(cars, 0.1, 0.3), buses, cars })
  return { lines, typed: { persons: passengers, vehicles: buses + cars }, hours: [] }
}

/** Splits a day over its parts and directions: entries lead at the week's end, exits before it. */
export function passengersByPart(
  random: Random,
  passengers: number,
  partWeights: readonly number[],
): Record<Direction, number[]> {
  const entries = Math.round(passengers * random.between(0.45, 0.55))
  const split = (total: number) =>
    splitByWeights(
      total,
      partWeights.map((weight) => weight * random.between(0.85, 1.15)),
    )
  return { entry: split(entries), exit: split(passengers - entries) }
}
