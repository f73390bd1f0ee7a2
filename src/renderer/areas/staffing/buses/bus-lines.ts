import type { BusDay, Departure, RouteOnDay } from '../../../../shared/contract/buses.ts'
import type { Direction } from '../../../../shared/words.ts'
import { plainDigits } from '../../../lib/days.ts'
import { parseTypedTime } from '../../../lib/times.ts'

/** The cells of a line that take typing. */
export const busColumns = ['deployed', 'time', 'vehicles', 'passengers'] as const
export type BusColumn = (typeof busColumns)[number]

export interface BusLine {
  /** Of the departure; of an empty line its route and direction. */
  id: string
  route: RouteOnDay
  direction: Direction
  /** Null on the line that a new one is typed into, one for each way of a route. */
  departure: Departure | null
  isFirstOfRoute: boolean
}

/** The lines of a day: the departures of each route and way by time, and below them an empty one. */
export function linesOf(day: BusDay): BusLine[] {
  return day.routes.flatMap((route) =>
    route.directions
      .flatMap((direction): Omit<BusLine, 'isFirstOfRoute'>[] => [
        ...route.departures
          .filter((departure) => departure.direction === direction)
          .map((departure) => ({ id: departure.departure, route, direction, departure })),
        { id: `${route.route}/${direction}`, route, direction, departure: null },
      ])
      .map((line, index) => ({ ...line, isFirstOfRoute: index === 0 })),
  )
}

/** `09:30` of a minute of the day. */
export const clockText = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** What a cell says, as one would type it. */
export function typedText({ route, departure }: BusLine, column: BusColumn): string {
  const { minute = null, vehicles = null, passengers = null } = departure ?? {}
  const value = { deployed: route.deployed, time: minute, vehicles, passengers }[column]
  if (value === null) return ''
  return column === 'time' ? clockText(value) : String(value)
}

/** The largest number that a cell takes, and the least; as the contract has them. */
const bounds = {
  deployed: [0, 9_999],
  vehicles: [1, 9_999],
  passengers: [0, 9_999_999],
} as const

/** Reads a cell: a time, or a whole number that may be a sum such as 45+38; null where it is empty, undefined where it is neither. */
export function readBusCell(column: BusColumn, text: string): number | null | undefined {
  const plain = plainDigits(text).replace(/\s/g, '')
  if (plain === '') return null
  if (column === 'time') {
    const time = parseTypedTime(plain)
    return time === null || time === '24:00'
      ? undefined
      : Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
  }
  if (!/^\d{1,8}(\+\d{1,8})*$/.test(plain)) return undefined
  const value = plain.split('+').reduce((sum, part) => sum + Number(part), 0)
  const [least, most] = bounds[column]
  return value >= least && value <= most ? value : undefined
}
